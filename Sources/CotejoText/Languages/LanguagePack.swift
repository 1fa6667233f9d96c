/// What the program knows of a language beyond Unicode, read from files of words.
///
/// A language is added by adding files: `languages/<tag>/abbreviations.txt` (headings `never`,
/// `may-end`, `seldom-ends`, `before-number`), `languages/<tag>/sentences.txt` (headings
/// `starters`, `articles`, `always-capital`, `reporting-verbs`, `orthography`),
/// `languages/<tag>/quotations.txt` (headings of `ClassedWords`) and
/// `languages/<tag>/transcripts.txt` (see `TranscriptWords`) and
/// `languages/<tag>/sentence-ends.model` (see `SentenceClassifier`). Any may be missing. Verbs of saying
/// are listed in `quotations.txt` where there is one, else in `sentences.txt`.
/// Under `orthography` stand traits of the language: `lower-case-starts`, sentences on the web begin
/// with small letters and no rule asks for one after `?`; `ordinal-stops`, ordinals have a stop;
/// `dialogue-dashes`, dialogue is printed with dashes.
public struct LanguagePack: Sendable {
  /// The language that the pack was made for: `es` also serves `es-MX`.
  public let language: LanguageTag
  /// The files that it was read from, by their names, for what must know whether they changed.
  package let files: [(name: String, bytes: [UInt8])]

  /// The abbreviations with a full stop.
  let abbreviations: Abbreviations
  /// Words that, with a capital after an abbreviation, show that a sentence begins.
  let starters: WordSet
  /// The same words in small letters.
  let lowerCaseStarters: WordSet
  /// The same words with a capital, without those that begin names, too.
  let clauseStarters: WordSet
  /// Words whose capital says nothing about the start of a sentence.
  let alwaysCapital: WordSet
  /// Verbs that tie a quotation to who said it, in the forms that follow one.
  let reportingVerbs: WordSet
  /// Words that say who speaks.
  package let classedWords: ClassedWords
  /// Whether a sentence may begin with a small letter after `?` and `!`, where the orthography
  /// of the language gives a small letter there no other meaning.
  let breaksBeforeLowerCase: Bool
  /// Whether the language writes ordinals with a stop: `3. Oktober`.
  let hasOrdinalStops: Bool
  /// Whether the language prints dialogue with a dash before each turn: *—Ven —dijo.*
  package let hasDialogueDashes: Bool
  /// What transcripts hold beside the words spoken.
  package let transcriptWords: TranscriptWords
  /// What was learnt of doubtful sentence ends; `nil` if nothing was.
  let sentenceClassifier: SentenceClassifier?

  /// The words of `orthography` in `sentences.txt`.
  private enum Trait: String, CaseIterable {
    case lowerCaseStarts = "lower-case-starts"
    case ordinalStops = "ordinal-stops"
    case dialogueDashes = "dialogue-dashes"
  }

  /// Reads the pack in a folder.
  ///
  /// - Parameters:
  ///   - language: the language of the pack.
  ///   - folder: the path of `languages/<tag>`.
  /// - Throws: `languageData`, with file and line, for a malformed file; `unreadable` for one that
  ///   is there and cannot be read.
  public init(language: LanguageTag, folder: String) throws(TextError) {
    self.language = language
    let abbreviationsPath = "\(folder)/abbreviations.txt"
    let sentencesPath = "\(folder)/sentences.txt"
    let abbreviationsBytes = try Self.bytes(of: abbreviationsPath)
    let sentencesBytes = try Self.bytes(of: sentencesPath)
    let quotationsPath = "\(folder)/quotations.txt"
    let quotationsBytes = try Self.bytes(of: quotationsPath)
    let transcriptsPath = "\(folder)/transcripts.txt"
    let transcriptsBytes = try Self.bytes(of: transcriptsPath)
    let modelPath = "\(folder)/sentence-ends.model"
    let modelBytes = try Self.bytes(of: modelPath)
    files = [
      ("abbreviations.txt", abbreviationsBytes), ("sentences.txt", sentencesBytes),
      ("quotations.txt", quotationsBytes), ("transcripts.txt", transcriptsBytes),
      ("sentence-ends.model", modelBytes),
    ].compactMap { name, bytes in bytes.map { (name, $0) } }
    sentenceClassifier = try modelBytes.map { (bytes) throws(TextError) in
      try SentenceClassifier(bytes, place: modelPath)
    }
    if let quotationsBytes {
      let file = try WordListFile(
        quotationsBytes, place: quotationsPath, sections: ClassedWords.headings)
      classedWords = try ClassedWords(file, place: quotationsPath)
    } else {
      classedWords = try ClassedWords()
    }
    transcriptWords =
      try transcriptsBytes.map { (bytes) throws(TextError) in
        try TranscriptWords(bytes, place: transcriptsPath)
      } ?? TranscriptWords()
    let classes = Set(Abbreviations.Class.allCases.map { $0.heading })
    if let abbreviationsBytes {
      let file = try WordListFile(abbreviationsBytes, place: abbreviationsPath, sections: classes)
      abbreviations = try Abbreviations(file, place: abbreviationsPath)
    } else {
      abbreviations = Abbreviations()
    }
    let sections: Set = [
      "starters", "articles", "always-capital", "reporting-verbs", "orthography",
    ]
    guard let sentencesBytes else {
      starters = WordSet()
      lowerCaseStarters = WordSet()
      clauseStarters = WordSet()
      alwaysCapital = WordSet()
      reportingVerbs = WordSet(classedWords.forms(in: [.reportingVerb, .speakingVerb]))
      breaksBeforeLowerCase = false
      hasOrdinalStops = false
      hasDialogueDashes = false
      return
    }
    let file = try WordListFile(sentencesBytes, place: sentencesPath, sections: sections)
    let all: Set = ["starters", "articles"]
    starters = WordSet(file, sections: all, capitalized: true)
    lowerCaseStarters = WordSet(file, sections: all)
    clauseStarters = WordSet(file, sections: ["starters"], capitalized: true)
    alwaysCapital = WordSet(file, sections: ["always-capital"])
    reportingVerbs =
      quotationsBytes == nil
      ? WordSet(file, sections: ["reporting-verbs"])
      : WordSet(classedWords.forms(in: [.reportingVerb, .speakingVerb]))
    var traits: Set<Trait> = []
    for entry in file.entries where entry.section == "orthography" {
      guard let trait = Trait(rawValue: entry.text) else {
        let known = Trait.allCases.map(\.rawValue).joined(separator: ", ")
        throw TextError(
          .languageData, place: "\(sentencesPath):\(entry.line)",
          message: "unknown trait '\(entry.text)'; known are \(known)")
      }
      traits.insert(trait)
    }
    breaksBeforeLowerCase = traits.contains(.lowerCaseStarts)
    hasOrdinalStops = traits.contains(.ordinalStops)
    hasDialogueDashes = traits.contains(.dialogueDashes)
  }

  /// Reads the pack of a language, or of the language without script and region.
  ///
  /// - Parameters:
  ///   - language: the language; `es-MX` takes the pack `es` unless there is one of its own.
  ///   - folder: a folder that holds `languages` or is it, in place of the data that come with the
  ///     program.
  /// - Returns: `nil` if there is no pack for the language.
  /// - Throws: `languageData` if the folder is not found, else as `init(language:folder:)`.
  public static func find(
    _ language: LanguageTag, in folder: String? = nil
  ) throws(TextError) -> LanguagePack? {
    guard let found = try LanguageFolder(of: language, in: folder) else { return nil }
    return try LanguagePack(language: found.language, folder: found.path)
  }

  /// The bytes of a file; `nil` if there is none.
  private static func bytes(of path: String) throws(TextError) -> [UInt8]? {
    try LanguageFolder.bytes(of: path)
  }
}
