import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct SpeakerResolverTests {
  /// The names of mentions, each the first time it stands behind the one before it.
  private func names(
    _ text: String, of mentions: [String], _ language: String
  ) throws -> [String?] {
    let words = try Articles.words(text, language)
    var resolver = SpeakerResolver(frame: Frame(words, direct: []))
    var start = 0
    return try mentions.map { mention in
      let length = mention.split(separator: " ").count
      let found = (start...max(start, words.count - length)).first {
        words.string($0..<$0 + length) == mention
      }
      let first = try #require(found)
      start = first + length
      return resolver.name(of: first..<start)
    }
  }

  @Test(arguments: [
    (
      "Mayor Nora Quill spoke. Quill left. The mayor came back. She waved.",
      ["Mayor Nora Quill", "Quill", "The mayor", "She"],
      ["Nora Quill", "Nora Quill", "Nora Quill", "Nora Quill"]
    ),
    // A pronoun passes over whom it does not fit.
    (
      "Nora Quill spoke. Mister Hugo Pell spoke. She waved. He left.",
      ["Nora Quill", "Mister Hugo Pell", "She", "He"],
      ["Nora Quill", "Hugo Pell", "Nora Quill", "Hugo Pell"]
    ),
    // What names nobody is its own name.
    ("The ministry spoke. A clerk left.", ["The ministry", "A clerk"], ["ministry", "clerk"]),
    ("They left.", ["They"], [nil]),
  ])
  func englishMentions(_ text: String, _ mentions: [String], _ expected: [String?]) throws {
    #expect(try names(text, of: mentions, "en") == expected)
  }

  @Test(arguments: [
    (
      "La alcaldesa Marta Quiles habló. Quiles salió. La alcaldesa volvió.",
      ["La alcaldesa Marta Quiles", "Quiles", "La alcaldesa"],
      ["Marta Quiles", "Marta Quiles", "Marta Quiles"]
    ),
    (
      "Marta Quiles habló. Hugo Peral habló. Ella salió.",
      ["Marta Quiles", "Hugo Peral", "Ella"], ["Marta Quiles", "Hugo Peral", "Marta Quiles"]
    ),
    ("El ministerio habló.", ["El ministerio"], ["ministerio"]),
  ])
  func spanishMentions(_ text: String, _ mentions: [String], _ expected: [String?]) throws {
    #expect(try names(text, of: mentions, "es") == expected)
  }
}
