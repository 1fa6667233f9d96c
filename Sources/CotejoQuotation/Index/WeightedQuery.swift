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

  /// The terms that are worth something, by word.
  private(set) var terms: [Term] = []
  /// How many words the quotation has.
  let wordCount: Int
  /// How many words of a document a window spans.
  let width: Int32

  /// Terms that are found in most windows, or render a word badly, say little and are many: they are
  /// left out.
  private static let leastValue: Float = 0.5
  /// Unless they are few, as all are in a small folder.
  private static let fewMentions = 1000

  /// Weighs a query: a form is worth the negative logarithm of the probability that it stands in a
  /// window by chance, 1 − exp(−*fw*) for a share *f* of the words and a window of *w*.
  init(_ query: PassageQuery, in storage: IndexStorage) {
    wordCount = query.words.count
    // A reporter leaves words out; in wider windows more fits by chance.
    width = Int32(clamping: max(20, query.words.count * 2))
    for (word, candidates) in query.words.enumerated() {
      for candidate in candidates where candidate.strength > 0 {
        guard let form = storage.find(candidate.hash) else { continue }
        let mentions = storage.counts(of: form).mentions
        let share = Float(mentions) / Float(max(1, storage.words))
        let surprise = -logf(1 - expf(-share * Float(width)))
        let value = min(1, candidate.strength) * surprise
        guard value > 0, value >= Self.leastValue || mentions <= Self.fewMentions else { continue }
        terms.append(Term(hash: candidate.hash, word: Int32(word), value: value))
      }
    }
    terms.sort { ($0.word, $0.hash) < ($1.word, $1.hash) }
  }

  /// The terms that a document has, by word.
  func terms(in block: DocumentBlock) -> [PassageWindows.FoundTerm] {
    var found: [PassageWindows.FoundTerm] = []
    for (number, term) in terms.enumerated() {
      guard let form = block.find(term.hash) else { continue }
      found.append(PassageWindows.FoundTerm(term: Int32(number), form: Int32(form)))
    }
    return found
  }
}
