public import CotejoText

/// Two documents that belong together, an original and its rendering; or an article alone, whose
/// originals are the transcripts of its input.
public struct DocumentPair: Hashable, Sendable, Identifiable {
  /// What both have in common: the captures of their paths, or the `id` of the manifest.
  public var id: String
  /// The path of the original, below the corpus folder; nil for an article.
  public var source: String?
  /// The path of the rendering, below the corpus folder.
  public var target: String
  /// Whether line *n* of one renders line *n* of the other.
  public var isLineParallel: Bool
  /// The further columns of the manifest, in its order; empty cells are left out.
  public var attributes: [Attribute] = []

  /// The path that stands for both in messages: that of the original, where there is one.
  public var representative: String { source ?? target }

  /// A column of the manifest and what a pair has in it.
  public struct Attribute: Hashable, Sendable {
    /// The column's name.
    public var name: String
    /// The cell.
    public var value: String
  }
}

/// How a corpus folder shows which documents belong together.
public enum CorpusLayout: String, Sendable, CaseIterable {
  /// Path patterns of the plan.
  case roles
  /// A path pattern of the plan for articles alone.
  case articles
  /// A table with a row for each pair.
  case manifest
  /// `stem.es` and `stem.en`, one sentence a line, line by line translations.
  case lines
  /// `es/…` and `en/…`.
  case folders
  /// `stem.es.txt` and `stem.en.txt`.
  case suffixes
}

/// The documents of a corpus folder, sorted into pairs.
public struct Corpus: Sendable {
  /// The folder.
  public var folder: String
  /// How the pairs were found.
  public var layout: CorpusLayout
  /// The pairs, in byte order of the paths of their originals.
  public var pairs: [DocumentPair]
  /// The transcripts that articles quote from, in byte order of their paths.
  public var transcripts: [String] = []
  /// Documents of one language without a partner, in byte order of their paths.
  public var unpaired: [Unpaired]
  /// Files that are no document of a pair, in byte order of their paths.
  public var ignored: [Ignored]
  /// Those of the ignored files that tell people about the corpus: its licence, its readme.
  public var notices: [String] = []

  /// A document without a partner.
  public struct Unpaired: Hashable, Sendable {
    /// Its path, below the corpus folder.
    public var path: String
    /// Its language.
    public var language: LanguageTag
    /// What its pair would be called.
    public var key: String
  }

  /// A file that was left aside.
  public struct Ignored: Hashable, Sendable {
    /// Its path, below the corpus folder.
    public var path: String
    /// Why, for people.
    public var reason: String
  }

  /// The path of a document as the system takes it.
  public func path(of document: String) -> String {
    folder.hasSuffix("/") ? folder + document : "\(folder)/\(document)"
  }
}

/// A corpus, or why there is none.
public struct CorpusReading: Sendable {
  /// The corpus; `nil` exactly where there are problems.
  public var corpus: Corpus?
  /// What stands against it, in the order of the files.
  public var problems: [PipelineError]
}
