import ArgumentParser
import Cotejo

/// The option of commands that go by a lexicon.
struct LexiconOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The lexicon to go by: a file, 'none', 'shipped', or 'automatic' for the one that ships for "
        + "the languages, if there is one.", valueName: "file"))
  var lexicon = "automatic"

  /// The lexicons that the option names: none or one.
  func open(source: LanguageTag, target: LanguageTag) throws(LexiconError) -> [Lexicon] {
    try LexiconChoice(lexicon).open(source: source, target: target).map { [$0] } ?? []
  }
}
