internal import CotejoText

/// The words of one quotation, and how its marks are to be read.
struct QuotationWords {
  /// The words in their order.
  let sequence: WordSequence
  /// Whether each word stands in square brackets: put in by the editor, not said.
  let isInserted: [Bool]
  /// Whether an ellipsis stands before each word: something may have been left out there.
  let followsEllipsis: [Bool]

  init(_ sequence: WordSequence, in bytes: [UInt8]) {
    self.sequence = sequence
    var isInserted = [Bool](repeating: false, count: sequence.count)
    var followsEllipsis = isInserted
    var opened: [Int32] = []
    var stops = 0
    var previous: Int32 = -1
    for mark in sequence.marks {
      switch bytes[Int(mark.lower)] {
      case UInt8(ascii: "["): opened.append(mark.upper)
      case UInt8(ascii: "]"):
        // An insertion without its first bracket reaches nowhere: the words count as said.
        if let start = opened.popLast() {
          var word = sequence.firstWord(endingAfter: start)
          while word < sequence.count, sequence.spans[word].lower < mark.lower {
            isInserted[word] = true
            word += 1
          }
        }
      default: break
      }
      let isStop = bytes[Int(mark.lower)] == UInt8(ascii: ".")
      stops = isStop ? (mark.lower <= previous + 1 ? stops + 1 : 1) : 0
      previous = isStop ? mark.upper : -1
      if stops >= 3 || mark.count == 3 && bytes[mark.range] == [0xE2, 0x80, 0xA6] {
        let word = sequence.firstWord(endingAfter: mark.upper)
        if word < sequence.count { followsEllipsis[word] = true }
      }
    }
    self.isInserted = isInserted
    self.followsEllipsis = followsEllipsis
  }

  /// Takes the quotations that an attribution cuts one utterance into as one.
  init(joining pieces: [QuotationWords]) {
    var sequence = WordSequence()
    for piece in pieces { sequence.append(piece.sequence) }
    self.sequence = sequence
    isInserted = pieces.flatMap(\.isInserted)
    followsEllipsis = pieces.flatMap(\.followsEllipsis)
  }

  /// How many words there are.
  var count: Int { sequence.count }

  /// The runs of words of a range between ellipses and the ends of sentences.
  func pieces(in words: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var start = words.lowerBound
    for word in words.dropFirst()
    where followsEllipsis[word] || sequence.gaps[word] >= .sentence {
      pieces.append(start..<word)
      start = word
    }
    if start < words.upperBound { pieces.append(start..<words.upperBound) }
    return pieces
  }

  /// All words in portions of at most `length`, cut between pieces where these are short enough.
  func portions(of length: Int) -> [Range<Int>] {
    var portions: [Range<Int>] = []
    var start = 0
    for piece in pieces(in: 0..<count) where piece.upperBound - start > length {
      if start < piece.lowerBound { portions.append(start..<piece.lowerBound) }
      start = piece.lowerBound
      while piece.upperBound - start > length {
        portions.append(start..<(start + length))
        start += length
      }
    }
    if start < count { portions.append(start..<count) }
    return portions
  }
}
