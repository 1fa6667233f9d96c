import CotejoTestSupport
import CotejoText

@testable import CotejoLexicon

extension IndexedText {
  /// The words of sentences.
  init(_ sentences: [String], _ language: String = "es") throws {
    var builder = try Builder(language: LanguageTag(language))
    for sentence in sentences { try builder.append(Array(sentence.utf8)) }
    self = builder.finish()
  }

  /// The words of a sentence in matching form.
  func forms(of sentence: Int) -> [String] { range(of: sentence).map { vocabulary[words[$0]] } }

  /// The words of all sentences in matching form.
  var forms: [String] { words.map { vocabulary[$0] } }
}

extension Bitext {
  /// Sentence pairs, one sentence a side.
  init(
    _ pairs: [(String, String)], mostTokenPairs: Int = 100_000_000, stems: WordStems? = nil
  ) throws {
    self.init(mostTokenPairs: mostTokenPairs, stems: stems)
    let left = try IndexedText(pairs.map(\.0), "es")
    let right = try IndexedText(pairs.map(\.1), "en")
    add(pairs.indices.map { ($0..<$0 + 1, $0..<$0 + 1) }, from: left, right)
  }

  /// The pairs as text, for comparison.
  var pairs: [[[String]]] {
    (0..<count).map { pair in
      [source, target].map { side in
        side.range(of: pair).map { side.vocabulary[side.words[$0]] }
      }
    }
  }
}

extension SeededGenerator {
  /// A word that is all letters, so that tokenizers keep it whole.
  mutating func word(of count: Int) -> String {
    var number = Int.random(in: 0..<count, using: &self)
    var word = "x"
    repeat {
      word += ["ba", "ce", "di", "fo", "gu", "ja", "ke", "li"][number % 8]
      number /= 8
    } while number > 0
    return word
  }

  /// A sentence of such words.
  mutating func sentence(of count: Int, length: ClosedRange<Int>) -> String {
    (0..<Int.random(in: length, using: &self)).map { _ in word(of: count) }.joined(separator: " ")
  }
}

/// A small parallel text in which every word has one translation.
enum Farm {
  static let pairs = [
    ("El perro duerme.", "The dog sleeps."),
    ("El gato duerme.", "The cat sleeps."),
    ("El perro come pan.", "The dog eats bread."),
    ("La vaca come hierba.", "The cow eats grass."),
    ("El gato bebe leche.", "The cat drinks milk."),
    ("La vaca da leche.", "The cow gives milk."),
    ("El perro bebe agua.", "The dog drinks water."),
    ("La vaca bebe agua.", "The cow drinks water."),
    ("El pan y la leche.", "The bread and the milk."),
    ("El perro y el gato.", "The dog and the cat."),
    ("La hierba y el agua.", "The grass and the water."),
    ("El Gobierno da pan.", "The Government gives bread."),
  ]

  static func lexicon(
    _ description: [(key: String, value: String)] = []
  ) throws -> Lexicon {
    try LexiconTrainer().train(
      on: Bitext(pairs), source: LanguageTag("es"), target: LanguageTag("en"),
      description: description)
  }
}
