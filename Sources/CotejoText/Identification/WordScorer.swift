/// Finds the words of a text and what each says about the language.
///
/// Scores of words are kept: most words of a text are among the few thousand that are common.
struct WordScorer: Sendable {
  /// A stretch of letters of one kind.
  enum Stretch {
    /// A word in one of the model's scripts, with the place of its scores in `scores` and whether it
    /// begins with a capital.
    case word(Range<Int>, row: Int, isCapital: Bool)
    /// Letters of another script, and how many.
    case script(Range<Int>, DecisiveScript, letters: Int)
  }

  let model: LanguageModel
  /// The scores of words, by the upper bits of their hashes; what stood there before makes room.
  private(set) var scores: [SIMD32<Int16>]
  private var hashes: [UInt64]
  private var scratch: [UInt16] = []
  private let folding = LetterFolding.shared

  /// How far a hash is shifted to tell the row.
  private let shift: UInt64

  /// The logarithm of the number of rows that text after text fills; with their hashes they take 72
  /// bytes each.
  static let mostRowBits = 14

  init(model: LanguageModel, rowBits: Int = mostRowBits) {
    self.model = model
    shift = 64 - UInt64(rowBits)
    scores = Array(repeating: .zero, count: 1 << rowBits)
    hashes = Array(repeating: 0, count: 1 << rowBits)
  }

  /// The next stretch of letters at or behind an offset, which is moved behind it.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8.
  ///   - offset: where to begin.
  /// - Returns: `nil` at the end of the text.
  mutating func next(in text: Span<UInt8>, from offset: inout Int) -> Stretch? {
    while offset < text.count {
      let (scalar, width) = text.decodeScalar(at: offset)
      let letter = folding.folded(scalar)
      if letter != 0 {
        return word(in: text, from: &offset, isCapital: UInt32(letter) != scalar)
      }
      if scalar >= 0x530, let script = DecisiveScript.of(scalar) {
        let start = offset
        var letters = 1
        offset += width
        while offset < text.count {
          let (scalar, width) = text.decodeScalar(at: offset)
          guard DecisiveScript.of(scalar) == script else { break }
          letters += 1
          offset += width
        }
        return .script(start..<offset, script, letters: letters)
      }
      offset += width
    }
    return nil
  }

  /// The word that begins at an offset.
  private mutating func word(
    in text: Span<UInt8>, from offset: inout Int, isCapital: Bool
  ) -> Stretch {
    let start = offset
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    while offset < text.count {
      let (scalar, width) = text.decodeScalar(at: offset)
      var letter = folding.folded(scalar)
      // An apostrophe ends the word that it shortens: l'|aigua, don'|t.
      let isApostrophe = LetterFolding.isApostrophe(scalar)
      if isApostrophe { letter = LetterFolding.apostrophe }
      if letter == 0 { break }
      hash = (hash ^ UInt64(letter)) &* 0xD6E8_FEB8_6659_FD93
      hash ^= hash >> 32
      offset += width
      if isApostrophe { break }
    }
    // 0 is the mark of an empty row.
    hash |= 1
    let row = Int(hash >> shift)
    if hashes[row] != hash {
      hashes[row] = hash
      scores[row] = score(text, start..<offset)
    }
    return .word(start..<offset, row: row, isCapital: isCapital)
  }

  private mutating func score(_ text: Span<UInt8>, _ range: Range<Int>) -> SIMD32<Int16> {
    scratch.removeAll(keepingCapacity: true)
    scratch.append(WordHash.boundary)
    var offset = range.lowerBound
    while offset < range.upperBound, scratch.count <= WordHash.longestWord {
      let (scalar, width) = text.decodeScalar(at: offset)
      scratch.append(
        LetterFolding.isApostrophe(scalar) ? LetterFolding.apostrophe : folding.folded(scalar))
      offset += width
    }
    scratch.append(WordHash.boundary)
    return model.score(ofWord: scratch.span)
  }
}
