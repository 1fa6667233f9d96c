import CotejoText

@testable import CotejoQuotation

/// How the tests read texts of a language; its data are read once.
enum ReadingOptions {
  static let spanish = options("es")
  static let english = options("en")

  private static func options(_ tag: String) -> TranscriptReader.Options {
    do {
      let language = try LanguageTag(tag)
      return .init(language: language, pack: try Articles.pack(tag))
    } catch {
      preconditionFailure("the data of '\(tag)' cannot be read: \(error)")
    }
  }
}

/// Reads a text as a transcript.
func transcript(_ text: String, _ language: String = "es") throws -> Transcript {
  var reader = try TranscriptReader(
    language == "en" ? ReadingOptions.english : ReadingOptions.spanish)
  return try reader.entry(of: Array(text.utf8), id: "test").transcript
}

extension Transcript {
  /// The parts of a kind as text.
  func texts(_ kind: Part.Kind) -> [String] {
    parts.filter { $0.kind == kind }.map { text.text[$0.span] }
  }

  /// The names of the speakers of all turns, `-` where a turn gives none.
  var names: [String] { turns.map { $0.label?.name ?? "-" } }
}
