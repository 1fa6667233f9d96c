import ArgumentParser
import Cotejo

/// The option of commands that cut texts into sentences.
struct SRXOption: ParsableArguments {
  @Option(
    name: .customLong("srx"),
    help: ArgumentHelp(
      """
      Cut paragraphs by the rules of this SRX 2.0 file in place of those of the program and its \
      language data.
      """, valueName: "file"))
  var path: String?

  /// Reads the file, if one is given.
  ///
  /// - Throws: `unreadable`; `languageData` for a file that is no SRX 2.0 or has no rules for one of
  ///   the languages.
  func rules(for languages: LanguageTag...) throws(TextError) -> SRXRules? {
    guard let path else { return nil }
    let rules = try SRXRules(path: path)
    for language in languages { _ = try rules.rules(for: language) }
    return rules
  }
}
