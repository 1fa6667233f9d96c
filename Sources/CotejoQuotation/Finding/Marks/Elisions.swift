internal import CotejoText

/// Knows what an apostrophe may begin: words that lost their beginning, as *'tis* and *'em*, and
/// decades, as *'90s*.
struct Elisions: Sendable {
  private let words: ClassedWords?

  /// More letters and digits than any such word has.
  private static let limit = 10

  /// Takes the words of a language; without them decades only are known.
  init(pack: LanguagePack?) {
    words = pack?.classedWords
  }

  /// Whether such a word begins at `offset`, right behind the apostrophe.
  func begins(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    var word: [UInt8] = []
    var end = offset
    while end < ceiling, word.count < Self.limit {
      let byte = text[end]
      guard 0x61...0x7A ~= byte | 0x20 || 0x30...0x39 ~= byte else { break }
      word.append(byte | 0x20)
      end += 1
    }
    guard let first = word.first, !text.textCharacter(at: end, ceiling: ceiling).isWord else {
      return false
    }
    if 0x30...0x39 ~= first {
      // '90s, '68.
      let digits = word.prefix { 0x30...0x39 ~= $0 }.count
      return digits == 2 && (word.count == 2 || word.count == 3 && word[2] == 0x73)
    }
    return words?.classes(of: word).contains(.elision) ?? false
  }
}
