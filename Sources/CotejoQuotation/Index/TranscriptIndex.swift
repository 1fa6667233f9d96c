internal import CotejoText

/// The words of a folder of transcripts, to find the documents that a quotation may come from.
///
/// An index is a view of one block of bytes, the same in memory as in a file: opening a file maps
/// it. It is told apart from the texts it was made of by what the file system says about each of
/// them, and where that has changed by their content.
public struct TranscriptIndex: Sendable {
  /// The folder.
  public let folder: String
  let storage: IndexStorage

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
    SystemCall.path(of: identifier(of: document), below: folder)
  }

  /// What the file of a document held when it was indexed.
  public func content(of document: Int) -> FileContent { storage.blocks[document].content }

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
  /// A place is a window of twice as many words as the query has, and 20 at least.
  /// It is worth, for each word of the query, the best of that word's terms that stand in it: the
  /// term's strength times the surprise of meeting the form in such a window. A second place counts
  /// half for the words that the first leaves open; it is looked for in twice as many documents as
  /// are wanted.
  /// - Parameters:
  ///   - query: the words of a quotation and what may render them.
  ///   - limit: how many documents are wanted at most.
  ///   - excluded: documents that are not wanted.
  /// - Returns: at most one match a document, none without a word of the query.
  /// - Complexity: O(*m*) in the mentions of the terms in all documents; those in the documents that
  ///   can be among the best are sorted.
  public func rank(
    _ query: PassageQuery, limit: Int, excluding excluded: Set<Int> = []
  ) -> [PassageMatch] {
    guard limit > 0 else { return [] }
    let weighted = WeightedQuery(query, in: storage)
    var windows = PassageWindows(weighted)
    var candidates: [(document: Int, bound: Float)] = []
    for (document, block) in storage.blocks.enumerated() where !excluded.contains(document) {
      let bound = windows.bound(of: weighted.terms(in: block), in: block)
      if bound > 0 { candidates.append((document, bound)) }
    }
    candidates.sort { ($1.bound, $0.document) < ($0.bound, $1.document) }
    // Two places are looked for in those whose best one is among the best alone.
    let chosen = TopMatches.best(2 * limit, of: candidates) { document in
      let block = storage.blocks[document]
      return windows.best(of: weighted.terms(in: block), in: block, document: document)
    }
    let matches = chosen.compactMap { match in
      let block = storage.blocks[match.document]
      return windows.bestTwo(of: weighted.terms(in: block), in: block, document: match.document)
    }
    return Array(matches.sorted { $0.precedes($1) }.prefix(limit))
  }
}

/// Picks the best of many matches without making them all.
private enum TopMatches {
  /// Picks the best matches.
  ///
  /// - Parameters:
  ///   - count: how many are wanted at most.
  ///   - candidates: documents by falling bound, which the score of their match does not exceed.
  ///   - match: makes the match of a document.
  /// - Returns: the matches, the best first.
  static func best(
    _ count: Int, of candidates: [(document: Int, bound: Float)],
    match: (Int) -> PassageMatch?
  ) -> [PassageMatch] {
    var best: [PassageMatch] = []
    for candidate in candidates {
      if best.count == count, candidate.bound < best[count - 1].score { break }
      guard let match = match(candidate.document) else { continue }
      best.insert(match, at: best.firstIndex { match.precedes($0) } ?? best.count)
      if best.count > count { best.removeLast() }
    }
    return best
  }
}

extension PassageMatch {
  /// Whether a match is better than another, or as good and in an earlier document.
  fileprivate func precedes(_ other: PassageMatch) -> Bool {
    (other.score, document) < (score, other.document)
  }
}
