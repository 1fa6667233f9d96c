/// Words that are taken for what they look like, from a language's `false-friends.txt`.
///
/// Under the tag of the other language a line is `actual actuales: actual: current present`: words of
/// this language, what they are wrongly rendered by, and what renders them.
package struct FalseFriends: Sendable {
  /// What a word is wrongly and rightly rendered by, in matching form.
  package struct Renderings: Sendable {
    /// What it looks like.
    package var wrong: Set<[UInt8]> = []
    /// What it means.
    package var right: Set<[UInt8]> = []
  }

  private var words: [String: [[UInt8]: Renderings]] = [:]

  /// Languages that the file may have words for.
  private static let languages: Set = ["de", "en", "es", "fr", "it", "pt"]

  /// Knows no word.
  package init() {}

  /// Takes the words of a file of language data.
  ///
  /// - Throws: `languageData`, with file and line, for a malformed file.
  init(_ bytes: [UInt8], place: String) throws(TextError) {
    let file = try WordListFile(bytes, place: place, sections: Self.languages)
    for entry in file.entries {
      let parts = try entry.parts(3, place: place)
      let renderings = Renderings(wrong: Set(parts[1].words), right: Set(parts[2].words))
      for word in parts[0].words { words[entry.section, default: [:]][word] = renderings }
    }
  }

  /// The words of which the renderings in another language are known.
  package func words(for other: LanguageTag) -> [[UInt8]: Renderings] {
    words[other.language] ?? [:]
  }
}

/// Words that mean something else in some regions, from a language's `regional.txt`.
///
/// A line is `hasta: MX GT: until till: what it may mean there`: a word, the regions by their
/// ISO 3166 codes, and renderings that miss what it means there. Under `with-a-time` stand words
/// that do so before a time of day or a day, under `anywhere` the others; under `times` words that
/// begin such a time.
package struct RegionalWords: Sendable {
  /// What a word means in some regions.
  package struct Meaning: Sendable {
    /// The codes of the regions.
    package var regions: Set<String>
    /// Renderings, in matching form, that miss it.
    package var renderings: Set<[UInt8]>
    /// What it means there, for people.
    package var note: String
    /// Whether it does so only before a time.
    package var needsTime: Bool
  }

  private var words: [[UInt8]: Meaning] = [:]
  private var times: Set<[UInt8]> = []

  /// Knows no word.
  package init() {}

  /// Takes the words of a file of language data.
  ///
  /// - Throws: `languageData`, with file and line, for a malformed file.
  init(_ bytes: [UInt8], place: String) throws(TextError) {
    let file = try WordListFile(
      bytes, place: place, sections: ["with-a-time", "anywhere", "times"])
    for entry in file.entries {
      if entry.section == "times" {
        times.insert(Array(entry.text.utf8))
        continue
      }
      let parts = try entry.parts(4, place: place)
      let meaning = Meaning(
        regions: Set(parts[1].split(separator: " ").map(String.init)),
        renderings: Set(parts[2].words), note: String(parts[3]),
        needsTime: entry.section == "with-a-time")
      for word in parts[0].words { words[word] = meaning }
    }
  }

  /// Whether there are none.
  package var isEmpty: Bool { words.isEmpty }

  /// What a word in matching form means in some regions.
  package func meaning(of word: [UInt8]) -> Meaning? { words[word] }

  /// Whether a word in matching form begins a time: *lunes*, *mañana*.
  package func isTime(_ word: [UInt8]) -> Bool { times.contains(word) }
}

extension WordListFile.Entry {
  /// The parts between colons, without the blanks beside them.
  fileprivate func parts(_ count: Int, place: String) throws(TextError) -> [Substring] {
    let parts = text.split(separator: ": ", maxSplits: count - 1)
    guard parts.count == count else {
      throw TextError(
        .languageData, place: "\(place):\(line)",
        message: "'\(text)' has not \(count) parts with ': ' between them")
    }
    return parts
  }
}

extension Substring {
  /// The words between blanks.
  fileprivate var words: [[UInt8]] { utf8.split(separator: 0x20).map { Array($0) } }
}
