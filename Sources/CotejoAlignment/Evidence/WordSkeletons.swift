internal import CotejoICU
internal import CotejoLexicon
internal import CotejoText

/// The words of a vocabulary in plain Latin letters, so that words of two languages can be laid side
/// by side: *información* as *informacion*, *Βεστφαλία* as *bestphalia*.
struct WordSkeletons {
  private(set) var pool: [UInt8] = []
  private(set) var ends: [Int32] = []

  /// ICU's transforms: any script to Latin, accents and other marks off, small letters.
  private static let transform = "Any-Latin; Latin-ASCII; Lower"
  /// From here on scripts are not Latin, or letters not those of Western Europe.
  private static let firstForeign: UInt32 = 0x100

  init(_ vocabulary: Vocabulary) {
    if Self.isForeign(vocabulary), transliterate(vocabulary) { return }
    // Transforms are slow; what Western Europe writes needs none.
    let bytes = vocabulary.pool.span
    for word in 0..<Int32(vocabulary.count) {
      var index = vocabulary.range(of: word).lowerBound
      while index < vocabulary.range(of: word).upperBound {
        let (scalar, width) = bytes.decodeScalar(at: index)
        pool.append(scalar: WesternLetters.withoutAccent(scalar))
        index += width
      }
      ends.append(Int32(pool.count))
    }
  }

  /// The bytes of a word, as a range of the pool.
  @inline(__always)
  func range(of word: Int32) -> Range<Int> {
    (word == 0 ? 0 : Int(ends[Int(word) - 1]))..<Int(ends[Int(word)])
  }

  /// Whether one word in ten has a letter that needs a transform.
  private static func isForeign(_ vocabulary: Vocabulary) -> Bool {
    let bytes = vocabulary.pool.span
    var foreign = 0
    for word in 0..<Int32(vocabulary.count) {
      var index = vocabulary.range(of: word).lowerBound
      while index < vocabulary.range(of: word).upperBound {
        let (scalar, width) = bytes.decodeScalar(at: index)
        if scalar >= firstForeign {
          foreign += 1
          break
        }
        index += width
      }
    }
    return foreign * 10 > vocabulary.count
  }

  /// Takes the words through ICU, all at once; false if ICU has no such transform.
  private mutating func transliterate(_ vocabulary: Vocabulary) -> Bool {
    var text: [UInt8] = []
    text.reserveCapacity(vocabulary.pool.count + vocabulary.count)
    for word in 0..<Int32(vocabulary.count) {
      text += vocabulary.pool[vocabulary.range(of: word)]
      text.append(UInt8(ascii: "\n"))
    }
    guard var transliterator = try? Transliterator(identifier: Self.transform),
      let latin = try? transliterator.transliterated(text.span)
    else { return false }
    for byte in latin {
      if byte == UInt8(ascii: "\n") { ends.append(Int32(pool.count)) } else { pool.append(byte) }
    }
    guard ends.count == vocabulary.count else {
      (pool, ends) = ([], [])
      return false
    }
    return true
  }
}
