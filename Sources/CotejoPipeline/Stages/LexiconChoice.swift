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
  ) throws(PipelineError) -> (lexicon: Lexicon, path: String)? {
    if choice == none { return nil }
    let name = "\(source.language)-\(target.language).lexicon"
    let path =
      names.contains(choice) ? ResourceFolder.path(of: name, target: "CotejoLexicon") : choice
    guard let path else {
      if choice == automatic { return nil }
      throw PipelineError(
        .configuration, at: place, "no lexicon for '\(source)' and '\(target)' is shipped")
    }
    let lexicon: Lexicon
    do {
      lexicon = try Lexicon(mapping: path)
    } catch {
      throw PipelineError(.configuration, at: place, "the lexicon \(path): \(error.message)")
    }
    guard lexicon.source.language == source.language, lexicon.target.language == target.language
    else {
      throw PipelineError(
        .configuration, at: place,
        "the lexicon \(path) is for '\(lexicon.source)' and '\(lexicon.target)', not for "
          + "'\(source)' and '\(target)'")
    }
    return (lexicon, path)
  }
}

/// A stage that goes by a lexicon.
protocol LexiconStage: Stage {
  /// What its `lexicon:` says.
  var lexiconChoice: String { get }
}

extension LexiconStage {
  /// The lexicon's file is what it depends on.
  public func dependencies(_ resources: StageResources) -> [String] {
    [resources.fingerprint(ofLexicon: lexiconChoice)]
  }
}
