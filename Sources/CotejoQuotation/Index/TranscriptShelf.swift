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
  }

  /// The documents to read for the quotations of an article.
  func documents(
    for quotations: [Quotation], in article: SegmentedText, lexicons: [Lexicon],
    language: LanguageTag
  ) throws(QuotationError) -> [Int] {
    try index.documents(
      for: quotations, in: article, lexicons: lexicons, language: language, excluding: repeated)
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
