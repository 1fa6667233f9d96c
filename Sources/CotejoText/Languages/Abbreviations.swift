/// The abbreviations of a language that end in a full stop, by what a stop after them means.
///
/// They match whole words and with regard to case: as they are listed, and, unless they consist of
/// single letters, with the first letter made a capital and in capitals throughout. A blank after a
/// stop inside an entry may be missing in the text or be any white space: `a. C.` stands for `a.C.`,
/// too.
struct Abbreviations: Sendable {
  /// What a full stop after an abbreviation says about the sentence.
  enum Class: UInt8, CaseIterable, Sendable {
    /// A name or number belongs to it and follows: `Sr.`, `Dr.`. The sentence goes on.
    case never = 1
    /// It stands anywhere; a capital that follows begins a sentence: `etc.`, `p. m.`.
    case mayEnd
    /// Names often follow it: only a word that begins sentences ends one: `U.S.`, `Inc.`.
    case seldomEnds
    /// It goes before a number and is else an ordinary word with its stop: `No.`, `art.`.
    case beforeNumber

    /// The heading of the class in a language's file.
    var heading: String {
      switch self {
      case .never: "never"
      case .mayEnd: "may-end"
      case .seldomEnds: "seldom-ends"
      case .beforeNumber: "before-number"
      }
    }
  }

  /// An abbreviation found in a text.
  struct Match {
    /// The byte it begins at.
    var lower: Int
    /// What a stop after it means.
    var kind: Class
  }

  /// The longest entry, in bytes; blanks count as one.
  static let longest = 64
  /// An entry has 2 to the power of its blanks forms.
  private static let mostBlanks = 8
  /// How many white space characters may stand for a blank inside an entry.
  private static let longestBlank = 8

  private var reversed = ByteTrie()

  /// A list without entries, for languages that have no data.
  init() {}

  /// Takes the entries of a file of language data.
  ///
  /// - Throws: `languageData` for an entry that does not end in a full stop, is longer than
  ///   `longest`, has more than `mostBlanks` blanks, or stands in two classes in one of its forms.
  init(_ file: WordListFile, place: String) throws(TextError) {
    for entry in file.entries {
      guard let kind = Class.allCases.first(where: { $0.heading == entry.section }) else {
        continue
      }
      guard entry.text.utf8.last == UInt8(ascii: "."), entry.text.utf8.count > 1,
        entry.text.utf8.count <= Self.longest
      else {
        throw TextError(
          .languageData, place: "\(place):\(entry.line)",
          message: "'\(entry.text)' is no abbreviation of 2 to \(Self.longest) bytes with a stop")
      }
      guard entry.text.utf8.count(where: { $0 == 0x20 }) <= Self.mostBlanks else {
        throw TextError(
          .languageData, place: "\(place):\(entry.line)",
          message: "'\(entry.text)' has more than \(Self.mostBlanks) blanks")
      }
      for form in Self.spacings(of: entry.text) {
        guard reversed.insert(form.reversed(), value: kind.rawValue) == kind.rawValue else {
          throw TextError(
            .languageData, place: "\(place):\(entry.line)",
            message: "'\(entry.text)' is listed in another class as well")
        }
      }
    }
    // Other cases come last: `Fr.` and `fr.` may stand in different classes.
    for entry in file.entries {
      guard let kind = Class.allCases.first(where: { $0.heading == entry.section }) else {
        continue
      }
      // `p.` is no `P.`: capitals with stops are initials first of all.
      let parts = entry.text.split { $0 == "." || $0 == " " }
      guard parts.contains(where: { $0.count > 1 }) else { continue }
      let capitalized = entry.text.prefix(1).uppercased() + entry.text.dropFirst()
      for cased in [capitalized, entry.text.uppercased()] {
        for form in Self.spacings(of: cased) {
          _ = reversed.insert(form.reversed(), value: kind.rawValue)
        }
      }
    }
  }

  /// An entry with and without each of its blanks that follow a stop.
  private static func spacings(of entry: String) -> [[UInt8]] {
    var forms: [[UInt8]] = [[]]
    for byte in entry.utf8 {
      let isOptional = byte == 0x20 && forms[0].last == UInt8(ascii: ".")
      let without = isOptional ? forms : []
      for index in forms.indices { forms[index].append(byte) }
      forms += without
    }
    return forms
  }

  /// The longest abbreviation that ends with the full stop at `stop`.
  ///
  /// `floor` is the first byte that may belong to it.
  /// - Complexity: O(1): reads at most a few bytes more than the longest entry has.
  func match(endingAt stop: Int, in text: Span<UInt8>, floor: Int) -> Match? {
    var node = reversed.child(of: ByteTrie.root, UInt8(ascii: "."))
    var offset = stop
    var found: Match?
    while node != ByteTrie.none {
      if let kind = Class(rawValue: reversed.value(of: node)), offset < stop,
        offset == floor || !text.isWordScalar(before: offset, floor: floor)
      {
        found = Match(lower: offset, kind: kind)
      }
      guard offset > floor else { break }
      let byte = text[offset - 1]
      if byte < 0x80, byte > 0x20 {
        offset -= 1
        node = reversed.child(of: node, byte)
        continue
      }
      var blank = offset
      var count = 0
      while count < Self.longestBlank {
        let length = WhiteSpace.length(in: text, before: blank, from: floor)
        if length == 0 { break }
        blank -= length
        count += 1
      }
      if count > 0 {
        offset = blank
        node = reversed.child(of: node, 0x20)
      } else {
        offset -= 1
        node = reversed.child(of: node, byte)
      }
    }
    return found
  }
}
