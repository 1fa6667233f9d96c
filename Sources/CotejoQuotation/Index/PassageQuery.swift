internal import CotejoText

/// What a quotation may read like in the transcripts' language: for each of its words, in order, the
/// forms that may render it.
public struct PassageQuery: Sendable {
  /// A form that may render a word.
  public struct Term: Hashable, Sendable {
    /// The hash of the form; see ``PassageQuery/hash(of:)``.
    public var hash: UInt64
    /// How well the form renders the word, above 0, at most 1.
    public var strength: Float

    /// Makes a term.
    public init(hash: UInt64, strength: Float) {
      self.hash = hash
      self.strength = strength
    }
  }

  /// The terms of each word of the quotation; a word may have none.
  public var words: [[Term]]

  /// Makes a query.
  public init(words: [[Term]]) {
    self.words = words
  }

  /// The hash that stands for a word form in indexes and queries: XXH64 of its bytes.
  ///
  /// - Parameter form: a word in matching form (case-folded; see `MatchingForm`), valid UTF-8.
  /// - Returns: the hash.
  public static func hash(of form: Span<UInt8>) -> UInt64 {
    form.withUnsafeBytes { xxh64($0) }
  }
}

/// A place in an indexed document that may be the source of a quotation.
public struct PassageMatch: Hashable, Sendable {
  /// The number of the document in the index.
  public var document: Int
  /// How much of the quotation the place explains, in nats of surprise; comparable for one query.
  public var score: Float
  /// The best place: word numbers, as `IndexedText` counts the words of the document's sentences,
  /// from the first word that renders one of the quotation to the last.
  public var window: Range<Int32>
  /// A second place for words that the first leaves open, where the quotation may join two.
  public var secondWindow: Range<Int32>?
}
