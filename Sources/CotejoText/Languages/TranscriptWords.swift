/// What a language writes in transcripts beside the words that were spoken: labels, notes, dates.
///
/// Read from `languages/<tag>/transcripts.txt`. Words are compared in small letters; a phrase stands
/// for the words at the start of what it is compared with.
package struct TranscriptWords: Sendable {
  /// A heading of the file.
  package enum Heading: String, CaseIterable, Sendable {
    /// Labels of those who ask: *reporter*, *Q*.
    case questions
    /// Labels of those who answer and are not named: *A*.
    case answers
    /// Labels of those who speak up from the room, one or many: *audience*.
    case interjections
    /// Labels of voices in recordings: *voice-over*.
    case voices
    /// Offices, trades and parts that people have: *president*.
    case roles
    /// Words that go before a name and are no part of it: *Dr.*, *the*.
    case titles
    /// Words that stand between an office and a name or end an office: *general*, *elect*.
    case qualifiers
    /// Words that names of offices, bodies and places begin with or hold, and persons' do not.
    case bodies
    /// Small words inside names and offices: *of*, *and*.
    case connectors
    /// Keys of lines above a transcript: *date*.
    case headers
    /// Those of them that give the day.
    case dateHeaders = "date-headers"
    /// A number from 1 to 12 and the name of that month, full or short.
    case months
    /// `day-month` or `month-day`: how the language reads `3/4/2031`.
    case dateOrder = "date-order"
    /// Words that begin a note of the transcriber: *applause*.
    case notes
    /// Words that go with those of notes: *prolonged* applause.
    case noteQualifiers = "note-qualifiers"
    /// Words that begin a note that what was said could not be heard: *inaudible*.
    case inaudible
    /// Words that say that the text stands so in its source: *sic*.
    case sic
    /// What is played: *video*.
    case recordings
    /// Words that say that a recording begins or ends.
    case begins
    case ends
    /// Words that say that a speaker reads something aloud, before a colon.
    case reading
    /// Words of a remark that says that an interpreter's words stand here.
    case interpreted
  }

  private let entries: [Heading: Set<String>]
  /// The number of each month's name.
  private let monthNumbers: [String: Int]
  /// How many words the longest phrase has.
  private let longest: [Heading: Int]

  /// Knows nothing.
  package init() {
    entries = [:]
    monthNumbers = [:]
    longest = [:]
  }

  /// Takes the entries of a file of language data.
  ///
  /// - Throws: `languageData`, with file and line, for a malformed file or entry.
  init(_ bytes: [UInt8], place: String) throws(TextError) {
    let file = try WordListFile(
      bytes, place: place, sections: Set(Heading.allCases.map(\.rawValue)))
    var entries: [Heading: Set<String>] = [:]
    var months: [String: Int] = [:]
    var longest: [Heading: Int] = [:]
    for entry in file.entries {
      guard let heading = Heading(rawValue: entry.section) else { continue }
      let words = entry.text.lowercased().split(separator: " ")
      func fault(_ message: String) -> TextError {
        TextError(.languageData, place: "\(place):\(entry.line)", message: message)
      }
      if heading == .months {
        guard words.count == 2, let number = Int(words[0]), (1...12).contains(number) else {
          throw fault("'\(entry.text)' is no number from 1 to 12 with the name of a month")
        }
        months[String(words[1])] = number
      }
      if heading == .dateOrder, !["day-month", "month-day"].contains(entry.text) {
        throw fault("'\(entry.text)' is neither 'day-month' nor 'month-day'")
      }
      entries[heading, default: []].insert(words.joined(separator: " "))
      longest[heading] = max(longest[heading] ?? 0, words.count)
    }
    self.entries = entries
    self.monthNumbers = months
    self.longest = longest
  }

  /// A word or phrase as the lists have it: small letters, no stop at the end.
  package static func folded(_ word: some StringProtocol) -> String {
    let word = word.lowercased()
    return word.hasSuffix(".") ? String(word.dropLast()) : word
  }

  /// The words of a text as the lists have them.
  package static func folded(wordsOf text: some StringProtocol) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map { folded($0) }
  }

  /// Whether a word or phrase, in small letters, stands under a heading.
  package func contains(_ phrase: String, _ heading: Heading) -> Bool {
    entries[heading]?.contains(phrase) ?? false
  }

  /// How many of the words, in small letters, from `start` on are a phrase under a heading: the
  /// longest; 0 if none is.
  package func match(_ words: [String], at start: Int = 0, _ heading: Heading) -> Int {
    guard let entries = entries[heading] else { return 0 }
    var length = min(longest[heading] ?? 0, words.count - start)
    while length > 0 {
      if entries.contains(words[start..<start + length].joined(separator: " ")) { return length }
      length -= 1
    }
    return 0
  }

  /// The number of the month that a word in small letters, without a stop, names.
  package func month(_ word: String) -> Int? { monthNumbers[word] }

  /// Whether the month comes before the day in dates of digits.
  package var putsMonthFirst: Bool { contains("month-day", .dateOrder) }
}
