public import CotejoText

/// Which lexicon to go by, as command lines and pipeline files name it.
public enum LexiconChoice: Hashable, Sendable {
  /// `automatic`: the one that ships for the languages, if there is one.
  case automatic
  /// `shipped`: the one that ships for the languages; that there is none is an error.
  case shipped
  /// `none`: names, numbers, cognates and lengths decide.
  case none
  /// Any other name: a lexicon file.
  case file(String)

  /// The names that are no files.
  public static let names = ["automatic", "shipped", "none"]

  /// Takes a choice by its name.
  public init(_ name: String) {
    switch name {
    case "automatic": self = .automatic
    case "shipped": self = .shipped
    case "none": self = .none
    default: self = .file(name)
    }
  }

  /// Opens the lexicon for a language pair, in either direction; nil for none.
  ///
  /// - Throws: `notShipped`; `otherLanguages` for a file of another pair; what opening a file throws.
  public func open(
    source: LanguageTag, target: LanguageTag
  ) throws(LexiconError) -> Lexicon? {
    switch self {
    case .none: return nil
    case .automatic: return try Lexicon.shipped(source: source, target: target)
    case .file(let path): return try Lexicon.open(path, source: source, target: target)
    case .shipped:
      guard let lexicon = try Lexicon.shipped(source: source, target: target) else {
        throw LexiconError(
          .notShipped, message: "no lexicon for '\(source)' and '\(target)' is shipped")
      }
      return lexicon
    }
  }
}
