internal import CotejoText

/// A corpus whose layout is settled: what `cotejo init` says and writes.
public struct SettledCorpus: Sendable {
  /// How its documents belong together.
  public let proposal: CorpusProposal
  /// The documents.
  public let corpus: Corpus
  let source: DocumentSample
  let target: DocumentSample
  /// Whether the folder can be read another way, too, so that it cannot speak for one alone.
  let hasOtherLayout: Bool

  /// The charset of the documents, for the configuration.
  var charset: String { source.otherCharsets + target.otherCharsets == 0 ? "utf-8" : "detect" }

  /// What was found, for people.
  public var findings: [String] {
    var lines = ["layout: \(proposal.description)", "        \(counts)"]
    lines.append(
      "languages: \(proposal.source) → \(proposal.target), \(proposal.evidence.rawValue)")
    lines.append("  originals: \(source.summary)")
    lines.append("  renderings: \(target.summary)")
    if let other = source.otherCharset ?? target.otherCharset {
      let count = source.otherCharsets + target.otherCharsets
      lines.append(
        "charset: \(count) of \(source.looked + target.looked) that were looked at are not UTF-8, "
          + "such as \(other)")
    }
    return lines
  }

  /// What is doubtful, for people.
  public var warnings: [String] {
    var lines: [String] = []
    for (sample, own) in [(source, proposal.source), (target, proposal.target)] {
      if let found = sample.language, !Self.mayBe(found, own) {
        lines.append("the documents in '\(own)' read as '\(found)'")
      }
      if sample.unreadable > 0 {
        lines.append("\(sample.unreadable) of \(sample.looked) documents in '\(own)' are no text")
      }
    }
    return lines
  }

  /// Whether a text that reads as one language may be said to be in the other.
  private static func mayBe(_ found: LanguageTag, _ own: LanguageTag) -> Bool {
    let norwegian: Set<String> = ["nb", "nn", "no"]
    return found.language == own.language
      || norwegian.contains(found.language) && norwegian.contains(own.language)
  }

  /// The documents in numbers.
  var counts: String {
    let others = corpus.ignored.count { $0.path != CorpusFile.name }
    let ignored = others == 0 ? "" : ", \(others) other files"
    return proposal.layout == .articles
      ? "\(corpus.pairs.count) articles, \(corpus.transcripts.count) transcripts\(ignored)"
      : "\(corpus.pairs.count) pairs, \(corpus.unpaired.count) documents without a partner\(ignored)"
  }
}
