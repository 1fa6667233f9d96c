internal import CotejoLexicon
internal import CotejoText

/// What checks go by: lexicons, word lists, calibration.
struct FidelityResources: Sendable {
  let languages: (source: LanguageTag, target: LanguageTag)
  let lexicons: [Lexicon]
  let markers: (source: MarkerWords, target: MarkerWords)
  /// Readers of values, to be copied: each task has its own.
  let values: (source: ValueReader, target: ValueReader)
  /// The words of the target language and their opposites.
  let opposites: Opposites
  /// Words of the source language that are taken for what they look like in the target language.
  let falseFriends: [[UInt8]: FalseFriends.Renderings]
  /// Words of the source language that mean something else in some regions.
  let regionalWords: RegionalWords
  let calibration: Calibration
}
