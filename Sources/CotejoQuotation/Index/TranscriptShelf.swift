internal import CotejoLexicon
internal import CotejoText

/// Transcripts with an index, of which some are read for each article.
struct TranscriptShelf: Sendable {
  let index: TranscriptIndex
  private let listing: TranscriptListing
  /// Documents of the index that are in the library already, under another path.
  private let repeated: Set<Int>
  /// How many words those have that can be chosen.
  let wordCount: Int
  /// The documents that can be chosen, by the names that they are read under.
  private let numbers: [String: Int]

  /// Takes an index.
  ///
  /// - Parameters:
  ///   - index: the index.
  ///   - listing: what it is an index of.
  ///   - repeated: files that are not to be chosen.
  init(_ index: TranscriptIndex, _ listing: TranscriptListing, without repeated: Set<String>) {
    let numbers = (0..<index.count).filter { repeated.contains(index.identifier(of: $0)) }
    self.index = index
    self.listing = listing
    self.repeated = Set(numbers)
    wordCount = index.wordCount - numbers.reduce(0) { $0 + index.wordCount(of: $1) }
    self.numbers = Dictionary(
      (0..<index.count).lazy.filter { !numbers.contains($0) }
        .map { (listing.name(of: index.identifier(of: $0)), $0) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The dates of the documents, by the names that they are read under.
  var dates: [String: CalendarDate] { numbers.compactMapValues(index.date(of:)) }

  /// The documents to read for the quotations of an article.
  func documents(
    for quotations: [Quotation], in article: SegmentedText, lexicons: [Lexicon],
    language: LanguageTag
  ) throws(QuotationError) -> [Int] {
    try index.documents(
      for: quotations, in: article, lexicons: lexicons, language: language, excluding: repeated)
  }

  /// The documents of some names to read for the quotations of an article, all of them where they are
  /// few; and how many words those have that were to choose from.
  func documents(
    named names: Set<String>, for quotations: [Quotation], in article: SegmentedText,
    lexicons: [Lexicon], language: LanguageTag
  ) throws(QuotationError) -> (documents: [Int], wordCount: Int) {
    let named = names.compactMap { numbers[$0] }.sorted()
    let words = named.reduce(0) { $0 + index.wordCount(of: $1) }
    guard !TranscriptListing.areFew(named.map { index.content(of: $0).size }) else {
      return (named, words)
    }
    let excluded = Set(0..<index.count).subtracting(named)
    let documents = try index.documents(
      for: quotations, in: article, lexicons: lexicons, language: language, excluding: excluded)
    return (documents, words)
  }

  /// Reads a document, which must be what the index knows.
  func entry(
    of document: Int, _ reader: inout TranscriptReader
  ) throws(QuotationError) -> TranscriptLibrary.Entry {
    try reader.entry(
      of: index.identifier(of: document), in: listing, holding: index.content(of: document))
  }
}

extension TranscriptReader {
  /// Reads a file of a listing.
  ///
  /// - Parameters:
  ///   - file: its path below the folder.
  ///   - listing: the listing.
  ///   - content: what it must hold; nil for anything.
  /// - Returns: the transcript, named as the listing says.
  /// - Throws: `unreadable`, naming the file by its path; `icu`.
  mutating func entry(
    of file: String, in listing: TranscriptListing, holding content: FileContent?
  ) throws(QuotationError) -> TranscriptLibrary.Entry {
    let path = listing.path(of: file)
    var entry = try entry(at: path)
    entry.document.id = listing.name(of: file)
    if let content, content != FileContent(of: entry.document.source) {
      throw QuotationError.changed(path)
    }
    return entry
  }
}
