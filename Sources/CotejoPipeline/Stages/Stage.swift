internal import CotejoText

/// What flows between stages.
public enum Material: String, Sendable {
  /// Pairs of texts.
  case documents
  /// Pairs of texts cut into sentences.
  case sentences
  /// Texts with the quotations of the rendering.
  case quotations
  /// Pairs of texts with the beads that join their sentences, or their quotations and the words that
  /// those were traced to.
  case beads

  /// What a number of it counts, for people.
  public var unit: String { self == .documents ? "pairs of documents" : rawValue }
}

/// A step of a pipeline, with its parameters.
///
/// A stage is one of three kinds, and the runner knows no more of it: a `DocumentStage` changes one
/// pair at a time, a `BarrierStage` sees all pairs before later stages go on, an `OrderedStage`
/// sees the pairs one after another in corpus order.
public protocol Stage: Sendable {
  /// What `uses:` says.
  static var name: String { get }
  /// Goes up when the same input and parameters would give another result.
  static var version: Int { get }
  /// One line for people.
  static var summary: String { get }
  /// What it needs of the stage before it.
  static var reads: Material { get }
  /// What it hands to the stage behind it.
  static var writes: Material { get }
  /// Whether it is of no use for articles, whose originals are transcripts of the input.
  static var needsOriginals: Bool { get }
  /// What can stand in its `with`.
  static var parameters: [ParameterDeclaration] { get }

  /// What does stand there.
  var values: ParameterValues { get }

  /// Makes the stage of values that were checked against `parameters`.
  init(values: ParameterValues)

  /// What is wrong with values that are right one by one: the parameter to point at, and why.
  func conflicts() -> [(parameter: String, message: String)]

  /// The fingerprints of what the result depends on beside input and parameters.
  func dependencies(_ resources: StageResources) -> [String]

  /// The fingerprints of what the result for one pair depends on beside those.
  ///
  /// - Parameters:
  ///   - pair: The pair; nil for all of an input.
  ///   - input: The position of its input in the plan.
  ///   - resources: Lexicons and other things that all tasks share.
  /// - Returns: A fingerprint each.
  func dependencies(
    on pair: DocumentPair?, input: Int, _ resources: StageResources
  ) -> [String]
}

extension Stage {
  /// Articles will do.
  public static var needsOriginals: Bool { false }

  /// Nothing is wrong.
  public func conflicts() -> [(parameter: String, message: String)] { [] }

  /// There is nothing else.
  public func dependencies(_ resources: StageResources) -> [String] { [] }

  /// There is nothing of a single pair.
  public func dependencies(
    on pair: DocumentPair?, input: Int, _ resources: StageResources
  ) -> [String] { [] }

  /// What the result of this stage depends on apart from its input, as 64 hexadecimal digits: its
  /// name, its version, its parameters, and the fingerprints of `dependencies` such as a lexicon.
  ///
  /// The order of keys in the pipeline file, comments, and defaults spelled out change nothing.
  public func fingerprint(dependencies: [String] = []) -> String {
    // Each part is preceded by its length, so that no two lists of parts read the same.
    var hash = SHA256()
    var parts = [Self.name, String(Self.version)]
    for (name, value) in values.sorted { parts += [name, value.description] }
    for part in parts + dependencies {
      hash.update("\(part.utf8.count):\(part)".utf8.span)
    }
    return hash.finish().description
  }
}
