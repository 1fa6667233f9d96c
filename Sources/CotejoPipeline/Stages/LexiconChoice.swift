internal import CotejoLexicon
internal import CotejoText

/// The dictionaries that `lexicon:` can name.
enum LexiconChoice {
  /// The one that ships for the languages, if there is one.
  static let automatic = "automatic"
  /// The one that ships for the languages; that there is none is an error.
  static let shipped = "shipped"
  /// None: names, numbers, cognates and lengths decide.
  static let none = "none"

  static let names = [automatic, shipped, none]

  /// Opens the lexicon that a stage names; nil where it names none or `automatic` finds none.
  ///
  /// - Throws: `configuration`, at the stage, for a lexicon that is missing, damaged, or for other
  ///   languages.
  static func open(
    _ choice: String, source: LanguageTag, target: LanguageTag, at place: Place
  ) throws(PipelineError) -> Lexicon? {
    do {
      switch choice {
      case none: return nil
      case automatic: return try Lexicon.shipped(source: source, target: target)
      case shipped:
        if let lexicon = try Lexicon.shipped(source: source, target: target) { return lexicon }
      default: return try Lexicon.open(choice, source: source, target: target)
      }
    } catch {
      let file = error.file.isEmpty ? "" : " \(error.file)"
      throw PipelineError(.configuration, at: place, "the lexicon\(file): \(error.message)")
    }
    throw PipelineError(
      .configuration, at: place, "no lexicon for '\(source)' and '\(target)' is shipped")
  }
}

/// A stage that goes by a lexicon.
protocol LexiconStage: Stage {
  /// What its `lexicon:` says.
  var lexiconChoice: String { get }
}

extension LexiconStage {
  /// The lexica are what it depends on.
  func dependencies(_ resources: StageResources) -> [String] {
    resources.lexicons(lexiconChoice).map { resources.fingerprint(of: $0) }
  }
}
