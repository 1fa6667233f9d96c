/// The words of a folder of transcripts, to find the documents that a quotation may come from.
///
/// An index is a view of one block of bytes, the same in memory as in a file: opening a file maps
/// it. It is told apart from the texts it was made of by what the file system says about each of
/// them, and where that has changed by their content.
public struct TranscriptIndex: Sendable {
  /// The folder.
  public let folder: String
  private let storage: IndexStorage

  init(folder: String, storage: IndexStorage) {
    self.folder = folder
    self.storage = storage
  }

  /// How many documents there are.
  public var count: Int { storage.blocks.count }

  /// How many words all documents have.
  public var wordCount: Int { storage.words }

  /// How many word forms are told apart.
  public var formCount: Int { storage.forms.count }

  /// The path of a document below the folder; documents stand in byte order of their paths.
  public func identifier(of document: Int) -> String { storage.blocks[document].identifier }

  /// The path of a document as the system takes it.
  public func path(of document: Int) -> String {
    folder.hasSuffix("/")
      ? folder + identifier(of: document) : "\(folder)/\(identifier(of: document))"
  }

  /// The date that a document gives itself, or else its file name; nil where neither does.
  public func date(of document: Int) -> CalendarDate? {
    let block = storage.blocks[document]
    return block.date ?? WrittenDate.numeric(in: Array(block.identifier.utf8).span)
  }

  /// How many words a document has.
  public func wordCount(of document: Int) -> Int { storage.blocks[document].words }

  /// In how many documents a form stands, and how often in all.
  public func counts(of hash: UInt64) -> (documents: Int, mentions: Int) {
    storage.find(hash).map(storage.counts(of:)) ?? (0, 0)
  }

  /// The documents that explain most of a query, the best first, with the places that do.
  ///
  /// A place is a window of two and a half times as many words as the query has, and 40 at least.
  /// It is worth, for each word of the query, the best of that word's terms that stand in it: the
  /// term's strength times the surprise of meeting the form in such a window. A second place counts
  /// half for the words that the first leaves open.
  /// - Parameters:
  ///   - query: the words of a quotation and what may render them.
  ///   - limit: how many documents are wanted at most.
  /// - Returns: at most one match a document, none without a word of the query.
  /// - Complexity: O(*dt*) for *d* documents and *t* terms, and sorting the mentions of the terms in
  ///   the documents that can be among the best.
  public func rank(_ query: PassageQuery, limit: Int) -> [PassageMatch] {
    guard limit > 0 else { return [] }
    let weighted = WeightedQuery(query, in: storage)
    var candidates = candidates(for: weighted)
    candidates.sort { ($1.bound, $0.document) < ($0.bound, $1.document) }
    var windows = PassageWindows(weighted)
    var best: [PassageMatch] = []
    var found: [(term: Int32, form: Int32)] = []
    for candidate in candidates {
      // The bound of those that follow is no higher.
      if best.count == limit, candidate.bound < best[limit - 1].score { break }
      find(weighted, in: candidate.document, &found)
      guard
        let match = windows.best(
          of: found, in: storage.blocks[candidate.document], document: candidate.document)
      else { continue }
      let place =
        best.firstIndex { ($0.score, match.document) < (match.score, $0.document) } ?? best.count
      if place < limit {
        best.insert(match, at: place)
        if best.count > limit { best.removeLast() }
      }
    }
    return best
  }

  /// The documents that have terms of a query, each with the most that it can be worth.
  private func candidates(for query: WeightedQuery) -> [(document: Int, bound: Float)] {
    var candidates: [(document: Int, bound: Float)] = []
    var values = [Float](repeating: 0, count: query.wordCount)
    for (document, block) in storage.blocks.enumerated() {
      for word in values.indices { values[word] = 0 }
      var hash: UInt64?
      var isThere = false
      for term in query.terms {
        if term.hash != hash {
          hash = term.hash
          isThere = block.find(term.hash) != nil
        }
        if isThere { values[Int(term.word)] = max(values[Int(term.word)], term.value) }
      }
      let bound = values.reduce(0, +)
      // With room for the rounding of sums.
      if bound > 0 { candidates.append((document, bound * 1.0001)) }
    }
    return candidates
  }

  private func find(
    _ query: WeightedQuery, in document: Int, _ found: inout [(term: Int32, form: Int32)]
  ) {
    found.removeAll(keepingCapacity: true)
    let block = storage.blocks[document]
    for (number, term) in query.terms.enumerated() {
      if let form = block.find(term.hash) { found.append((Int32(number), Int32(form))) }
    }
  }
}
