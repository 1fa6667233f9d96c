/// The endings by which a language tells the forms of verbs that no list holds.
///
/// They stand in `quotations.txt` under `gerund-endings`, `participle-endings`, `past-endings`,
/// `not-past-endings` (endings that only look like those of pasts), `enclitics` (pronouns written at
/// the end of a verb) and `enclitic-hosts` (an ending as it is written before such a pronoun, and
/// what it is without one).
package struct VerbShapes: Sendable {
  private let gerunds: [[UInt8]]
  private let participles: [[UInt8]]
  private let pasts: [[UInt8]]
  private let notPasts: [[UInt8]]
  private let enclitics: [[UInt8]]
  private let hosts: [(written: [UInt8], plain: [UInt8])]

  /// The fewest bytes of a past that is known by its ending.
  private static let shortestPast = 4

  /// The headings of `quotations.txt` that are read here.
  static let headings: Set<String> = [
    "gerund-endings", "participle-endings", "past-endings", "not-past-endings", "enclitics",
    "enclitic-hosts",
  ]

  /// Takes the endings of a file; without one no shape is known.
  ///
  /// - Throws: `languageData` for an entry under `enclitic-hosts` that is not a pair.
  init(_ file: WordListFile? = nil, place: String = "") throws(TextError) {
    var entries: [String: [[UInt8]]] = [:]
    var hosts: [(written: [UInt8], plain: [UInt8])] = []
    for entry in file?.entries ?? [] where Self.headings.contains(entry.section) {
      let parts = entry.text.utf8.split(separator: 0x20).map {
        Array($0.drop { $0 == UInt8(ascii: "-") })
      }
      guard entry.section == "enclitic-hosts" else {
        entries[entry.section, default: []].append(parts[0])
        continue
      }
      guard parts.count == 2 else {
        throw TextError(
          .languageData, place: "\(place):\(entry.line)",
          message: "'\(entry.text)' is not an ending before a pronoun and the one without it")
      }
      hosts.append((parts[0], parts[1]))
    }
    gerunds = entries["gerund-endings"] ?? []
    participles = entries["participle-endings"] ?? []
    pasts = entries["past-endings"] ?? []
    notPasts = entries["not-past-endings"] ?? []
    enclitics = entries["enclitics"] ?? []
    self.hosts = hosts
  }

  /// The class of a listed verb's form by its ending: `gerund`, `participle` or none.
  func classes(of form: [UInt8]) -> WordClasses {
    if gerunds.contains(where: form.ends(in:)) { return .gerund }
    return participles.contains(where: form.ends(in:)) ? .participle : []
  }

  /// Whether pasts are told by their endings, so that a present is none of a narrator's.
  package var knowsPasts: Bool { !pasts.isEmpty }

  /// Whether a word in small letters has the shape of a past, with or without a pronoun at its end.
  ///
  /// A conditional or future, which shares the endings of pasts, is none.
  package func isPast(_ form: [UInt8]) -> Bool {
    isPlainPast(form) || withoutEnclitic(form) != nil
  }

  /// Whether a word in small letters has the shape of a gerund, with or without a pronoun.
  package func isGerund(_ form: [UInt8]) -> Bool {
    gerunds.contains(where: form.ends(in:))
      || enclitics.contains { pronoun in
        form.ends(in: pronoun) && isGerund(Array(form.dropLast(pronoun.count)))
      }
  }

  /// A past without the pronoun at its end, as it is written by itself; nil for any other word.
  package func withoutEnclitic(_ form: [UInt8]) -> [UInt8]? {
    for pronoun in enclitics where form.ends(in: pronoun) {
      let stem = Array(form.dropLast(pronoun.count))
      for host in hosts where stem.ends(in: host.written) {
        return stem.dropLast(host.written.count) + host.plain
      }
    }
    return nil
  }

  private func isPlainPast(_ form: [UInt8]) -> Bool {
    form.count >= Self.shortestPast && !notPasts.contains(where: form.ends(in:))
      && pasts.contains(where: form.ends(in:))
  }
}

extension [UInt8] {
  /// Whether the bytes end in others.
  fileprivate func ends(in ending: [UInt8]) -> Bool {
    count >= ending.count && suffix(ending.count).elementsEqual(ending)
  }
}
