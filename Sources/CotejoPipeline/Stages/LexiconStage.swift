internal import CotejoLexicon
internal import CotejoText

/// A stage that goes by a lexicon.
protocol LexiconStage: Stage {
  /// Its `lexicon:`.
  static var lexicon: Parameter<String> { get }
}

extension LexiconStage {
  static var lexicon: Parameter<String> {
    Parameter<String>.nameOrPath(
      "lexicon", names: LexiconChoice.names, default: "automatic",
      "the dictionary to go by, beside what a stage 'learn' has learnt")
  }

  /// What its `lexicon:` says.
  var lexiconChoice: String { values[Self.lexicon] }

  /// The lexicons are what it depends on.
  func dependencies(_ resources: StageResources) -> [String] { lexiconFingerprints(resources) }

  /// The fingerprints of the lexicons that it goes by.
  func lexiconFingerprints(_ resources: StageResources) -> [String] {
    resources.lexicons(lexiconChoice).map { resources.fingerprint(of: $0) }
  }

  /// Opens the lexicon that it names; `nil` where it names none.
  ///
  /// - Throws: `configuration`, at the stage, for a lexicon that is missing, damaged, or for other
  ///   languages.
  func openLexicon(
    source: LanguageTag, target: LanguageTag, at place: Place
  ) throws(PipelineError) -> Lexicon? {
    do {
      return try LexiconChoice(lexiconChoice).open(source: source, target: target)
    } catch {
      let lexicon = error.file.isEmpty ? "" : "the lexicon \(error.file): "
      throw PipelineError(.configuration, at: place, lexicon + error.message)
    }
  }
}
