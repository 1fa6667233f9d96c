import CotejoText

@testable import CotejoQuotation

/// Reads a text as a transcript.
func transcript(_ text: String, _ language: String = "es") throws -> Transcript {
  let tag = try LanguageTag(language)
  var reader = try TranscriptReader(.init(language: tag, pack: LanguagePack.find(tag)))
  return try reader.transcript(of: Array(text.utf8), id: "test")
}

extension Transcript {
  /// The parts of a kind as text.
  func texts(_ kind: Part.Kind) -> [String] {
    parts.filter { $0.kind == kind }.map { text.text[$0.span] }
  }

  /// The names of the speakers of all turns, `-` where a turn gives none.
  var names: [String] { turns.map { $0.label?.name ?? "-" } }
}
