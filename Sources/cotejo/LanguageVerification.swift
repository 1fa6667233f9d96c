import Cotejo

/// Finds the documents of a corpus that are not in the language that they stand for.
struct LanguageVerification {
  private let model: LanguageModel
  private var identifier: LanguageIdentifier

  /// So many bytes of a document tell its language.
  private static let enoughBytes = 1 << 16
  /// Documents of fewer words are taken as right.
  private static let leastWords = 20

  init() throws(TextError) {
    model = try LanguageModel.shipped()
    identifier = LanguageIdentifier(model: model)
  }

  /// A line for each document of the pairs that is clearly in another language.
  ///
  /// A document that is no UTF-8 is left to the command that reads it whole.
  mutating func warnings(_ corpus: Corpus, source: LanguageTag, target: LanguageTag) -> [String] {
    var warnings: [String] = []
    for pair in corpus.pairs {
      let documents = [pair.source.map { ($0, source, target) }, (pair.target, target, source)]
      for (document, own, other) in documents.compactMap(\.self) {
        guard
          let text = try? DocumentReader().document(
            at: corpus.path(of: document), id: document, language: own
          ).text
        else { continue }
        let bytes = text.bytes.span
        let found = identifier.identify(bytes.extracting(0..<Self.startLength(of: bytes)))
        guard found.words >= Self.leastWords,
          let guess = found.contradiction(to: own, model: model)
        else { continue }
        let question =
          guess.language.language == other.language ? "; are the sides swapped?" : ""
        warnings.append(
          "\(document): warning: reads as '\(guess.language)', not as '\(own)'\(question)")
      }
    }
    return warnings
  }

  /// How many bytes the start of a text has, up to the end of a line where there is one.
  private static func startLength(of text: Span<UInt8>) -> Int {
    guard text.count > enoughBytes else { return text.count }
    var end = enoughBytes
    while end > 0, text[end] != 0x0A { end -= 1 }
    if end > 0 { return end }
    end = enoughBytes
    while text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }
}
