import ArgumentParser
import Cotejo

/// The options of commands that read texts, and how they read one.
struct TextSource: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The charset of the text: utf-8, detect, or a name such as 'windows-1252'.",
      valueName: "name"))
  var charset = "utf-8"

  @Option(help: ArgumentHelp("What ends a paragraph beside a blank line.", valueName: "mode"))
  var paragraphs = ParagraphSplitter.Mode.automatic

  @Option(
    help: ArgumentHelp(
      "A folder with language data in place of those that come with the program.",
      valueName: "folder"))
  var languageData: String?

  func validate() throws {
    guard DocumentReader.Charset(charset).isKnown else {
      throw ValidationError("'\(charset)' is not a charset that is known")
    }
  }

  /// Reads a document.
  func document(at path: String, language: LanguageTag) throws(TextError) -> Document {
    try DocumentReader(charset: DocumentReader.Charset(charset))
      .document(at: path, language: language)
  }

  /// Reads a document and normalizes its text, so that what reads the same is the same.
  func normalizedDocument(at path: String, language: LanguageTag) throws(TextError) -> Document {
    var normalizer = try Normalizer()
    return try normalizer.normalize(try document(at: path, language: language))
  }

  /// How transcripts in a language are read.
  func transcriptOptions(language: LanguageTag) throws(TextError) -> TranscriptReader.Options {
    TranscriptReader.Options(
      language: language, pack: try pack(of: language),
      charset: DocumentReader.Charset(charset), paragraphs: paragraphs)
  }

  /// Reads the language data of a language; `nil` if there are none.
  func pack(of language: LanguageTag) throws(TextError) -> LanguagePack? {
    try LanguagePack.find(language, in: languageData)
  }

  /// Cuts a document into the sentences of its paragraphs, by the rules of an SRX file if one is given.
  func sentences(
    of document: Document, pack: LanguagePack?, srx: SRXRules? = nil
  ) throws(TextError) -> SegmentedText {
    var segmenter = try SentenceSegmenter(language: document.language, pack: pack, srx: srx)
    return try SegmentedText(
      document.text,
      paragraphs: ParagraphSplitter(mode: paragraphs).paragraphs(of: document.text),
      language: document.language, segmenter: &segmenter)
  }
}
