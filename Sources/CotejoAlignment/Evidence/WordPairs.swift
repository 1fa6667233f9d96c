package import CotejoLexicon

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Word pairs of two vocabularies that may render each other, each with a strength from 0 to 1.
package struct WordPairs: Sendable {
  /// Two words, and how surely one renders the other.
  package typealias Pair = (source: Int32, target: Int32, strength: Float)

  package init() {}

  /// In the order they were added; the same words may stand in several.
  package private(set) var all: [Pair] = []

  /// Adds what the lexicons say, in both directions.
  ///
  /// Where one lexicon has both words, those after it have no say: what is learnt from a small
  /// corpus is for what the larger one lacks. The first `done` lexicons are taken as added before.
  package mutating func addTranslations(
    _ source: KnownWords, _ target: KnownWords, behind done: Int = 0
  ) {
    var knownSource = [Bool](repeating: false, count: source.count)
    var knownTarget = [Bool](repeating: false, count: target.count)
    for (index, lexicon) in source.lexicons.enumerated() {
      guard index >= done else {
        source.noteKnown(in: index, &knownSource)
        target.noteKnown(in: index, &knownTarget)
        continue
      }
      let sourceNumbers = source.numbers[index]
      let targetNumbers = target.numbers[index]
      let targetHere = WordSelection(targetNumbers, count: lexicon.count(.target))
      let sourceHere = WordSelection(sourceNumbers, count: lexicon.count(.source))
      lexicon.forEachTranslation(of: sourceNumbers, .source, among: targetHere) {
        guard !(knownSource[Int($0)] && knownTarget[Int($1)]) else { return }
        add($0, $1, $2)
      }
      lexicon.forEachTranslation(of: targetNumbers, .target, among: sourceHere) {
        guard !(knownSource[Int($1)] && knownTarget[Int($0)]) else { return }
        add($1, $0, $2)
      }
      source.noteKnown(in: index, &knownSource)
      target.noteKnown(in: index, &knownTarget)
    }
  }

  /// Translations of this probability and more have full strength; below, strength falls with the
  /// logarithm and reaches 0 after this many nats.
  private static let fullStrength: Float = 0.5
  private static let strengthRange: Float = 4

  /// The strength of a translation of a probability; 0 or less where it says nothing.
  package static func strength(of probability: Float) -> Float {
    min(1, 1 + logf(probability / fullStrength) / strengthRange)
  }

  private mutating func add(_ source: Int32, _ target: Int32, _ probability: Float) {
    let strength = Self.strength(of: probability)
    if strength > 0 { all.append((source, target, strength)) }
  }

  /// The strength of a word for one of the same form (UTF-8) on the other side.
  package static func identity(_ form: Span<UInt8>) -> Float {
    let isNumber = (0x30...0x39).contains(form[0])
    // Short words are often the same by accident (*a*, *me*, *once*).
    return isNumber || form.count > 3 ? 1 : 0.5
  }

  /// Adds words that stand the same on both sides: names, numbers, loans.
  package mutating func addIdentical(_ source: Vocabulary, _ target: Vocabulary) {
    for word in 0..<Int32(source.count) {
      let range = source.range(of: word)
      guard let other = target.find(source.pool.span.extracting(range)) else { continue }
      all.append((word, other, Self.identity(source.pool.span.extracting(range))))
    }
  }

  /// Adds words that are other forms of a translation, in both directions: *walls*, *pared*.
  package mutating func addFamilies(
    _ source: KnownWords, _ target: KnownWords, _ sourceVocabulary: Vocabulary,
    _ targetVocabulary: Vocabulary
  ) {
    WordFamilies(targetVocabulary).forEach(of: source) { all.append(($0, $1, $2)) }
    WordFamilies(sourceVocabulary).forEach(of: target) { all.append(($1, $0, $2)) }
  }

  /// Adds words that look alike: *información*, *information*.
  package mutating func addCognates(_ source: Vocabulary, _ target: Vocabulary) {
    Cognates.forEach(source, target) { all.append(($0, $1, $2)) }
  }
}
