internal import CotejoLexicon
internal import CotejoText

/// What checks go by: lexicons, word lists, calibration.
struct FidelityResources: Sendable {
  let languages: (source: LanguageTag, target: LanguageTag)
  var lexicons: [Lexicon]
  /// Words and phrases on which it hangs whether a rendering says the same.
  let words: (source: FidelityWords, target: FidelityWords)
  /// What words are: roles, first names, days.
  let classedWords: (source: ClassedWords?, target: ClassedWords?)
  /// Names that mean the same in both languages.
  let names: EqualNames
  /// Readers of values, to be copied: each task has its own.
  let values: (source: ValueReader, target: ValueReader)
  /// Words of the source language that are taken for what they look like in the target language.
  let falseFriends: [[UInt8]: FalseFriends.Renderings]
  let calibration: Calibration
  /// How words follow one another in either language, where a model comes with the program.
  let fluency: (source: FluencyModel?, target: FluencyModel?)
  /// What tells the languages of a pair apart by the looks of words.
  let known: KnownLanguages
  /// What an encoder's word is worth.
  let contrast: Calibration
  /// The files that all this was read from, by their names, for what must know whether they changed.
  let files: [(name: String, bytes: [UInt8])]

  /// Opens what comes with the program for a language pair; `languageModel` is the one of
  /// `LanguageModel.shipped()` if it is opened already.
  ///
  /// - Throws: `languageData`.
  init(
    source: LanguageTag, target: LanguageTag, lexicons: [Lexicon], languageData: String?,
    calibration: Calibration, contrast: Calibration = Calibration(),
    languageModel: LanguageModel? = nil
  ) throws(FidelityError) {
    languages = (source, target)
    self.lexicons = lexicons
    self.calibration = calibration
    self.contrast = contrast
    names = try EqualNames(source: source, target: target)
    known = try KnownLanguages(languageModel, source: source, target: target)
    fluency = (
      try FluencyModel.shipped(for: source), try FluencyModel.shipped(for: target)
    )
    do {
      words = (
        try FidelityWords(of: source, in: languageData),
        try FidelityWords(of: target, in: languageData)
      )
      let classed = (
        source: try ClassedWords.find(source, in: languageData),
        target: try ClassedWords.find(target, in: languageData)
      )
      classedWords = (classed.source?.words, classed.target?.words)
      values = (
        try ValueReader(language: source, in: languageData),
        try ValueReader(language: target, in: languageData)
      )
      files =
        [
          (name: "calibration.txt", bytes: calibration.source), ("contrast.txt", contrast.source),
          ("names.txt", names.source), ("related.txt", known.related.source),
          ("europe.model", known.modelFingerprint),
        ]
        + [classed.source?.bytes, classed.target?.bytes].compactMap { bytes in
          bytes.map { ("quotations.txt", $0) }
        }
        + words.source.files + words.target.files + values.source.files + values.target.files
        + [fluency.source, fluency.target].compactMap(\.self)
        .map { (name: "fluency.model", bytes: $0.source) }
    } catch {
      throw FidelityError(.languageData, place: error.place, message: error.message)
    }
    falseFriends = words.source.falseFriends.words(for: target)
  }
}
