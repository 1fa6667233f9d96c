public import CotejoText

/// What a pipeline file says to do, every name in it resolved and every value checked.
public struct Plan: Sendable {
  /// The name of the pipeline: `name:`, or else the file's name without its extension.
  public var name: String
  /// The file that it was read from, as the user named it.
  public var file: String
  /// The language of the originals.
  public var source: LanguageTag
  /// The language of the renderings.
  public var target: LanguageTag
  /// Where documents come from, in the order of the file.
  public var inputs: [PlannedInput]
  /// What is done with them: each stage comes after the one that it reads.
  public var stages: [PlannedStage]
  /// The stages that `if:` leaves out, in the order of the file.
  public var omitted: [OmittedStage] = []
  /// Bounds for the figures of the run.
  public var gates: [Gate]
}

/// An input of a plan: a corpus folder and how its documents belong together.
///
/// An input has pairs of documents; or it has articles, and `transcripts` that they quote from.
public struct PlannedInput: Sendable {
  /// What to do with documents that have no partner.
  public enum Unpaired: String, CaseIterable, Sendable {
    /// Refuse the corpus.
    case error
    /// Go on without them and say so.
    case warn
    /// Go on without them; they are only counted.
    case skip
  }

  /// The name that the plan gives it.
  public var name: String
  /// The corpus folder, relative to the working directory.
  public var corpus: String
  /// Patterns for the paths of both sides; `nil` where the layout is to be detected.
  public var roles: Roles?
  /// The table that lists the pairs, relative to the corpus folder; `nil` to look for
  /// `manifest.tsv`.
  public var manifest: String?
  /// The transcripts that its articles quote from; nil where each document has its own original.
  public var transcripts: TranscriptSelection?
  /// Which of them an article may quote from; nil for all.
  public var match: TranscriptMatch?
  /// Languages of people whose words are quoted, by the name or a part of it that tells.
  public var speakers: [Speaker] = []
  /// What to do with documents that have no partner.
  public var unpaired: Unpaired
  /// The charset of the documents: `utf-8`, `detect`, or a name that ICU knows.
  public var charset: String
  /// Where the plan says so, for messages.
  public var place: Place
  /// What may be done with the documents, by the folder's `corpus.yml`; for the manifest.
  public var licence: String?
  /// Where the documents come from, by the folder's `corpus.yml`; for the manifest.
  public var origin: String?

  /// Somebody whose words are quoted.
  public struct Speaker: Hashable, Sendable {
    /// The name, or a part of it that tells.
    public var name: String
    /// The language that the words were spoken in.
    public var language: LanguageTag
  }

  /// The path patterns of both sides, or of articles alone.
  public struct Roles: Sendable {
    /// The pattern of the originals; nil where the renderings are articles.
    public var source: PathPattern?
    /// The pattern of the renderings.
    public var target: PathPattern
  }
}

/// A stage of a plan.
public struct PlannedStage: Sendable {
  /// What the plan calls it, no two the same: `id:`, or else the name of the stage; behind it the values
  /// of matrices where they make several of one, as in `deduplicate(near=0.8)`.
  public var id: String
  /// Where the plan says so, for messages.
  public var place: Place
  /// The stage with its parameters.
  public var stage: any Stage
  /// What it reads.
  public var origin: StageOrigin
  /// The values of the matrices that this instance of the stage goes by, those of stages before it
  /// first; none where no matrix stands in its way.
  public var matrix: [MatrixValue] = []

  /// The id that all instances of the stage share: `deduplicate` of `deduplicate(near=0.8)`.
  public var entryID: String { String(id.prefix { $0 != "(" }) }

  /// A variable of a `matrix:` with one of its values.
  public struct MatrixValue: Hashable, Sendable, CustomStringConvertible {
    /// What `${matrix.NAME}` refers to.
    public var name: String
    /// The value as the plan writes it.
    public var value: String

    /// `near=0.8`.
    public var description: String { "\(name)=\(value)" }
  }
}

/// A stage that `if:` leaves out; what followed it follows what it followed.
public struct OmittedStage: Sendable {
  /// What the plan calls it.
  public var id: String
  /// Where the plan says so, for messages.
  public var place: Place
  /// The stage with its parameters.
  public var stage: any Stage
  /// The position of the stage of the plan that it stands before; their number at the end.
  public var position: Int
}

/// Where a stage takes what it works on.
public enum StageOrigin: Hashable, Sendable {
  /// The documents of some inputs, by their positions in the plan, ascending; never none.
  case inputs([Int])
  /// What the stage at a position of the plan gives; it comes before the stage that reads it.
  case stage(Int)
}
