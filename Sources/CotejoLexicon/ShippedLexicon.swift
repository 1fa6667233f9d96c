public import CotejoText

extension Lexicon {
  /// Opens the lexicon that comes with the program for a language pair, in either direction.
  ///
  /// - Returns: nil if none ships for the pair; regions and scripts are not told apart.
  /// - Throws: what opening it throws: a damaged header is never passed over. The tables are not
  ///   read whole; see `verify`.
  public static func shipped(
    source: LanguageTag, target: LanguageTag
  ) throws(LexiconError) -> Lexicon? {
    if let path = path(source, target) { return try Lexicon(installed: path) }
    if let path = path(target, source) { return try Lexicon(installed: path).reversed }
    return nil
  }

  private static func path(_ source: LanguageTag, _ target: LanguageTag) -> String? {
    ResourceFolder.path(
      of: "lexicons/\(source.language)-\(target.language).lexicon", target: "CotejoLexicon")
  }

  /// Opens the lexicon at `path` for a language pair, in either direction.
  ///
  /// - Throws: `otherLanguages` if it is for another pair, and what opening it throws.
  public static func open(
    _ path: String, source: LanguageTag, target: LanguageTag
  ) throws(LexiconError) -> Lexicon {
    let lexicon = try Lexicon(mapping: path)
    let languages = (lexicon.source.language, lexicon.target.language)
    if languages == (source.language, target.language) { return lexicon }
    if languages == (target.language, source.language) { return lexicon.reversed }
    throw LexiconError(
      .otherLanguages, file: path,
      message: "is for \(lexicon.source)-\(lexicon.target), not \(source)-\(target)")
  }
}
