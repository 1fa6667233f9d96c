internal import CotejoLexicon
internal import CotejoText

/// What checks go by: lexicons, word lists, calibration.
struct FidelityResources: Sendable {
  let languages: (source: LanguageTag, target: LanguageTag)
  var lexicons: [Lexicon]
  let markers: (source: MarkerWords, target: MarkerWords)
  /// What words are: roles, first names, days.
  let words: (source: ClassedWords?, target: ClassedWords?)
  let names: EqualNames
  /// Readers of values, to be copied: each task has its own.
  let values: (source: ValueReader, target: ValueReader)
  let calibration: Calibration
}
