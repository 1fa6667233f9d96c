#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A query with what each of its terms is worth in an index.
struct WeightedQuery {
  /// A term of a word of the quotation.
  struct Term {
    var hash: UInt64
    /// The 0-based number of the word.
    var word: Int32
    /// What the term is worth in a window: strength times surprise.
    var value: Float
  }

  /// The terms that are worth something, by hash.
  private(set) var terms: [Term] = []
  /// How many words the quotation has.
  let wordCount: Int
  /// How many words of a document a window spans.
  let width: Int32

  /// Terms that are found in most windows say nothing and are many: they are left out.
  private static let leastSurprise: Float = 0.25

  /// Weighs a query: a form is worth the negative logarithm of the probability that it stands in a
  /// window by chance, 1 − exp(−*fw*) for a share *f* of the words and a window of *w*.
  init(_ query: PassageQuery, in storage: IndexStorage) {
    wordCount = query.words.count
    // A rendering is seldom longer than twice its original, and the reporter leaves words out.
    width = Int32(clamping: max(40, query.words.count * 5 / 2))
    for (word, candidates) in query.words.enumerated() {
      for candidate in candidates where candidate.strength > 0 {
        guard let form = storage.find(candidate.hash) else { continue }
        let share = Float(storage.counts(of: form).mentions) / Float(max(1, storage.words))
        let surprise = -logf(1 - expf(-share * Float(width)))
        guard surprise >= Self.leastSurprise else { continue }
        terms.append(
          Term(
            hash: candidate.hash, word: Int32(word),
            value: min(1, candidate.strength) * surprise))
      }
    }
    terms.sort { ($0.hash, $0.word) < ($1.hash, $1.word) }
  }
}
