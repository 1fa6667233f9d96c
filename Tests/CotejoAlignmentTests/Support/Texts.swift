import CotejoLexicon
import CotejoTestSupport
import CotejoText

@testable import CotejoAlignment

extension IndexedText {
  /// The words of sentences.
  init(_ sentences: [String], _ language: String = "es") throws {
    var builder = try Builder(language: LanguageTag(language))
    for sentence in sentences { try builder.append(Array(sentence.utf8)) }
    self = builder.finish()
  }

  /// The number of a word in matching form.
  func number(of word: String) -> Int32? { vocabulary.find(Array(word.utf8).span) }
}

extension Lexicon {
  /// A lexicon in which each word has the one translation.
  static func of(_ pairs: [(String, String)]) throws -> Lexicon {
    let left = try IndexedText(pairs.map(\.0), "es")
    let right = try IndexedText(pairs.map(\.1), "en")
    var bitext = Bitext()
    bitext.add(pairs.indices.map { ($0..<$0 + 1, $0..<$0 + 1) }, from: left, right)
    return try LexiconTrainer().train(
      on: bitext, source: LanguageTag("es"), target: LanguageTag("en"))
  }

  /// The one that ships, opened once for all tests.
  static let shipped = Result { () throws(LexiconError) -> Lexicon? in
    guard let spanish = try? LanguageTag("es"), let english = try? LanguageTag("en") else {
      return nil
    }
    return try Lexicon.shipped(source: spanish, target: english)
  }
}

extension SeededGenerator {
  private static let syllables = ["ba", "ce", "di", "fo", "gu", "ja", "ke", "li"]

  /// A word that is all letters, so that tokenizers keep it whole; `letter` keeps languages apart.
  static func word(_ number: Int, _ letter: String) -> String {
    var (number, word) = (number, letter)
    repeat {
      word += syllables[number % 8]
      number /= 8
    } while number > 0
    return word
  }

  /// Numbers of words of a sentence, low ones far more often than high ones.
  mutating func sentence(of words: Int, length: ClosedRange<Int>) -> [Int] {
    (0..<Int.random(in: length, using: &self)).map { _ in
      let share = Double.random(in: 0..<1, using: &self)
      return min(words - 1, Int(Double(words) * share * share * share))
    }
  }

  /// Sentences of random words that two languages may share.
  mutating func sentences(
    _ count: Int, of words: Int, length: ClosedRange<Int> = 0...6
  ) -> [String] {
    (0..<count).map { _ in
      sentence(of: words, length: length).map { Self.word($0, "x") }.joined(separator: " ")
    }
  }
}

extension [Bead] {
  /// Whether the beads take every sentence of both sides once, in order, and none is empty.
  func covers(_ source: Int, _ target: Int) -> Bool {
    var (row, column): (Int32, Int32) = (0, 0)
    for bead in self {
      guard bead.source.lowerBound == row, bead.target.lowerBound == column,
        !bead.source.isEmpty || !bead.target.isEmpty, (0...1).contains(bead.score)
      else { return false }
      (row, column) = (bead.source.upperBound, bead.target.upperBound)
    }
    return row == source && column == target
  }

  /// The same beads for the other direction.
  var mirrored: [Bead] { map { Bead(source: $0.target, target: $0.source, score: $0.score) } }

  /// The sentences alone.
  var joints: [[Range<Int32>]] { map { [$0.source, $0.target] } }
}
