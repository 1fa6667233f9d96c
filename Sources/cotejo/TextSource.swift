import ArgumentParser
import Cotejo

/// The options of commands that read texts, and how they read one.
struct TextSource: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The charset of the texts, such as 'windows-1252', or 'detect'.", valueName: "name"))
  var charset = "UTF-8"

  @Option(
    help: ArgumentHelp(
      "A folder with language data in place of those that come with the program.",
      valueName: "folder"))
  var languageData: String?

  func validate() throws {
    guard charset == "detect" || DocumentReader.knows(charset: charset) else {
      throw ValidationError("'\(charset)' is not a charset that is known")
    }
  }

  var reader: DocumentReader {
    switch charset {
    case "UTF-8": DocumentReader()
    case "detect": DocumentReader(charset: .detect)
    default: DocumentReader(charset: .named(charset))
    }
  }

  /// Reads a document; its sentences are its lines, or those of its paragraphs.
  func text(at path: String, language: LanguageTag, byLine: Bool) throws -> SegmentedText {
    let document = try reader.document(at: path, language: language)
    if byLine { return document.sentencesByLine }
    let paragraphs = ParagraphSplitter(mode: .automatic).paragraphs(of: document.text)
    var segmenter = try SentenceSegmenter(
      language: language, pack: LanguagePack.find(language, in: languageData))
    return try SegmentedText(
      document.text, paragraphs: paragraphs, language: language, segmenter: &segmenter)
  }
}
