internal import CotejoLexicon

/// Finds words that begin as a translation does which the text itself lacks: for *walls* a lexicon
/// has *paredes*, in the text stands *pared*.
struct WordFamilies {
  /// Forms of one word have this much of the longer one in common at the beginning, and bytes.
  private static let common = (share: 0.6, bytes: 4)
  /// What the strength of a translation is worth for another form of it.
  private static let likeness: Float = 0.8
  /// Words that begin like more words than this are not compared.
  private static let mostAlike = 200

  private let vocabulary: Vocabulary
  /// The words of the text by their first four bytes.
  private var buckets: [UInt32: [Int32]] = [:]

  /// Takes the words that may be forms of translations.
  init(_ vocabulary: Vocabulary) {
    self.vocabulary = vocabulary
    for word in 0..<Int32(vocabulary.count) {
      guard let key = Self.key(vocabulary.pool[vocabulary.range(of: word)]) else { continue }
      buckets[key, default: []].append(word)
    }
  }

  /// Calls `body` with each of the given words, a form of one of its translations, and a strength.
  func forEach(of given: KnownWords, _ body: (Int32, Int32, Float) -> Void) {
    let other: Lexicon.Side = given.side == .source ? .target : .source
    var form: [UInt8] = []
    for (index, lexicon) in given.lexicons.enumerated() {
      for (word, number) in given.numbers[index].enumerated() where number >= 0 {
        lexicon.forEachTranslation(of: number, given.side) { translation in
          let strength = WordPairs.strength(of: translation.probability) * Self.likeness
          guard strength > 0 else { return }
          form.removeAll(keepingCapacity: true)
          lexicon.appendForm(of: translation.word, other, to: &form)
          guard let key = Self.key(form[...]), let bucket = buckets[key],
            bucket.count <= Self.mostAlike
          else { return }
          for candidate in bucket where isAlike(form, candidate) {
            body(Int32(word), candidate, strength)
          }
        }
      }
    }
  }

  /// The first four bytes of a word that is no number.
  private static func key(_ form: ArraySlice<UInt8>) -> UInt32? {
    guard form.count >= common.bytes, form[form.startIndex] >= 0x61 else { return nil }
    return form.prefix(4).reduce(0) { $0 << 8 | UInt32($1) }
  }

  /// Whether a word is another form of a translation; the translation itself is not.
  private func isAlike(_ form: [UInt8], _ word: Int32) -> Bool {
    let range = vocabulary.range(of: word)
    var common = 0
    while common < min(form.count, range.count),
      form[common] == vocabulary.pool[range.lowerBound + common]
    {
      common += 1
    }
    let longer = max(form.count, range.count)
    return common < longer && Double(common) >= Self.common.share * Double(longer)
  }
}
