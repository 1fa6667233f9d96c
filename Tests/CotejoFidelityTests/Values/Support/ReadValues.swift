import CotejoText
import Testing

@testable import CotejoFidelity

/// Readers of the languages that the tests use; reading their data for each text would be slow.
private let readers: [String: ValueReader] = {
  var readers: [String: ValueReader] = [:]
  for language in ["es", "en", "de", "fr", "it", "pt", "ca", "gl", "tlh"] {
    readers[language] = try? ValueReader(language: LanguageTag(language))
  }
  return readers
}()

/// The values of a text, with their tokens cut as the program cuts them.
func values(_ text: String, _ language: String) throws -> [ValueReading] {
  let bytes = Array(text.utf8)
  let tag = try LanguageTag(language)
  var tokenizer = try Tokenizer(language: tag)
  var tokens: [Token] = []
  try tokenizer.appendTokens(of: TextSpan(0, Int32(bytes.count)), in: bytes, to: &tokens)
  var reader = try #require(readers[language])
  return reader.readings(in: bytes, tokens: tokens)
}

/// Kind and number of a value: `money 1500000`.
func shown(_ value: Value) -> String {
  let kind =
    switch value.kind {
    case .money: "money"
    case .measure: "measure"
    default: "\(value.kind)"
    }
  let number =
    value.number.rounded() == value.number && abs(value.number) < 1e18
    ? "\(Int64(value.number))" : "\((value.number * 1e9).rounded() / 1e9)"
  return "\(kind) \(number)"
}

/// The issues between two texts, `kind source → target` each.
func issues(_ source: String, _ target: String) throws -> [String] {
  try matching(source, target).issues.map { issue in
    let sides = [issue.source, issue.target].map { $0.map { shown($0.value) } ?? "-" }
    return "\(issue.kind) \(sides[0]) → \(sides[1])"
  }
}

/// How Spanish values match those of an English rendering.
func matching(_ source: String, _ target: String) throws -> ValueMatching {
  ValueMatcher().matching(source: try values(source, "es"), target: try values(target, "en"))
}
