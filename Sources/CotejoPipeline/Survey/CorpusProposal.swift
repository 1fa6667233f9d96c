public import CotejoText

/// A way in which the documents of a folder can belong together.
public struct CorpusProposal: Sendable {
  /// The layout; `roles` where path patterns were found out.
  public var layout: CorpusLayout
  /// The language of the originals.
  public var source: LanguageTag
  /// The language of the renderings.
  public var target: LanguageTag
  /// What told the languages, for people.
  public var evidence: Evidence
  /// The pattern of the originals, for `roles`.
  var sourcePattern: String?
  /// The pattern of the renderings, for `roles`, or of the articles.
  var targetPattern: String?
  /// Where the transcripts are that articles quote from: a folder or a pattern.
  var transcripts: String?

  /// What told the languages.
  public enum Evidence: String, Sendable {
    /// Names of folders or files.
    case names = "by the names of folders or files"
    /// Headings of a table.
    case table = "by the head of manifest.tsv"
    /// The text of some documents.
    case text = "by the text of some documents"
  }

  /// The layout as people know it, such as `es/… + en/…`.
  public var description: String {
    switch layout {
    case .manifest: "manifest.tsv"
    case .lines: "stem.\(source) + stem.\(target) (line by line)"
    case .folders: "\(source)/… + \(target)/…"
    case .suffixes: "stem.\(source).txt + stem.\(target).txt"
    case .roles: "\(sourcePattern ?? "") + \(targetPattern ?? "")"
    case .articles: "articles \(targetPattern ?? ""), transcripts \(transcripts ?? "")"
    }
  }

  /// Whether the folder's `corpus.yml` should say where the documents are: no layout would find them.
  var needsPatterns: Bool { targetPattern != nil }

  /// A reader that goes by it.
  var reader: CorpusReader? {
    var roles: PlannedInput.Roles?
    var selection: TranscriptSelection?
    if let targetPattern {
      guard case .success(let target) = PathPattern.read(targetPattern) else { return nil }
      roles = PlannedInput.Roles(source: nil, target: target)
      if let sourcePattern {
        guard case .success(let source) = PathPattern.read(sourcePattern) else { return nil }
        roles?.source = source
      }
    }
    if let transcripts {
      guard case .success(let read) = TranscriptSelection.read(transcripts) else { return nil }
      selection = read
    }
    return CorpusReader(source: source, target: target, roles: roles, transcripts: selection)
  }

  /// Whether it is another name for the same documents.
  func isSame(as other: CorpusProposal) -> Bool {
    (layout, source, target) == (other.layout, other.source, other.target)
      && (sourcePattern, targetPattern, transcripts)
        == (other.sourcePattern, other.targetPattern, other.transcripts)
  }
}
