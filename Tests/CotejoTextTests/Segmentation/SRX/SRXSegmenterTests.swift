import CotejoICU
import CotejoTestSupport
import Testing

@testable import CotejoText

struct SRXSegmenterTests {
  @Test func `the first rule that matches decides`() throws {
    let text = "El Sr. Ruiz. Etc. Fin."
    let stop = (true, "\\.", "\\s")
    let title = (false, "\\bSr\\.", "\\s")
    #expect(try sentences(of: text, srx: srx([stop])) == ["El Sr.", "Ruiz.", "Etc.", "Fin."])
    #expect(try sentences(of: text, srx: srx([title, stop])) == ["El Sr. Ruiz.", "Etc.", "Fin."])
    #expect(
      try sentences(of: text, srx: srx([stop, title])) == ["El Sr.", "Ruiz.", "Etc.", "Fin."])
    // Between two that cut: it holds back the one below it only.
    let strong = (true, "[!?]", "")
    #expect(
      try sentences(of: "A! b. c", srx: srx([strong, (false, "[!.]", ""), stop])) == ["A!", "b. c"])
    #expect(try sentences(of: text, srx: srx([])) == [text])
    #expect(try sentences(of: text, srx: srx([title])) == [text])
  }

  @Test(arguments: [
    // Anchors are the ends of the paragraph; what is around a match is seen.
    ("^\\s*\\d+\\.", "\\s", "1. Uno 2. dos", ["1.", "Uno 2. dos"]),
    ("\\.$", "", "a.b.", ["a.b."]),
    ("a$", "b", "ab", ["ab"]),
    ("(?<=x)\\.", "(?=y)y", "a.y x.y", ["a.y x.", "y"]),
    ("\\b", "c", "ab cd", ["ab", "cd"]),
    // Either side may be empty.
    ("", "B", "aBaB", ["a", "Ba", "B"]),
    (";", "", "a;b;;c", ["a;", "b;", ";", "c"]),
    // Every place that a match ends at is one, not only the last.
    ("[.]+", "", "a..b", ["a.", ".", "b"]),
    ("[.]+", "[^.]", "a..b", ["a..", "b"]),
    ("(?i)ß\\.", " ", "a SS. b", ["a SS.", "b"]),
    ("(?i:k)\\.", " ", "a \u{212A}. b", ["a \u{212A}.", "b"]),
    ("😀", "", "a😀b😀😀c", ["a😀", "b😀", "😀", "c"]),
    ("[。！？]", "", "你好。再见！是？不", ["你好。", "再见！", "是？", "不"]),
    ("(.)\\1", "", "abba", ["abb", "a"]),
    ("\\Q.\\E", " ", "a. b", ["a.", "b"]),
    ("\\.\\s+", "\\p{Lu}", "Uno.  \u{A0}Dos. tres", ["Uno.", "Dos. tres"]),
    ("(?x) \\.  # a stop", "\\s", "a. b", ["a.", "b"]),
    ("(Sr|Sra|Dr)a?\\.", "\\s", "el Sr. la Dra. x. y", ["el Sr.", "la Dra.", "x. y"]),
    ("\\bw{2,3}\\.", "", "w.ww.www.wwww.x", ["w.ww.", "www.", "wwww.x"]),
  ])
  func `rules match as ICU and the standard have it`(
    _ before: String, _ after: String, _ text: String, _ expected: [String]
  ) throws {
    #expect(try sentences(of: text, srx: srx([(true, before, after)])) == expected)
    // An exception matches where the rule did.
    #expect(
      try sentences(of: text, srx: srx([(false, before, after), (true, before, after)])) == [text])
  }

  @Test func `a cut among white space or several there part two sentences`() throws {
    let rules = srx([(true, "\\.", "\\s"), (true, "\\s", "\\s"), (true, "\\s", "B")])
    #expect(try sentences(of: "A.  \n B. ", srx: rules) == ["A.", "B."])
    #expect(try sentences(of: " \t", srx: rules) == [])
    #expect(try sentences(of: "", srx: rules) == [])
  }

  @Test func `where they can be compared the rules of the program cut the same`() throws {
    let rules = srx([
      (false, "\\b(Sr|Sra|Dr|Dra|Ud|Uds)\\.", "\\s"), (false, "\\b\\p{Lu}\\.", "\\s"),
      (false, "\\b(art|núm|pág)\\.", "\\s\\d"),
      (true, "[.?!…]+[»”\\)\\]\"]*", "\\s+[¿¡«“\\(]?\\p{Lu}"),
    ])
    let text = """
      El Sr. Ruiz llegó tarde. «No vendrá nadie», dijo la Dra. Soto. ¿Y J. Paz? ¡Tampoco! \
      Véase el art. 5 de la ley. (Hay otras.) Fin.
      """
    let pack = try LanguagePack.find(LanguageTag("es"))
    let bytes = Array(text.utf8)
    let own = try CotejoTextTests.sentences(of: bytes, language: "es", pack: pack).map {
      String(decoding: bytes[$0.span.range], as: UTF8.self)
    }
    #expect(try sentences(of: text, srx: rules) == own)
    #expect(own.count == 7)
  }

  @Test(arguments: ["(a+)+\\.", "(a|a)*\\.$", "(?:a|aa)+x"])
  func `a rule that tries too many ways is told and does not hang`(_ before: String) throws {
    let text = String(repeating: "a", count: 20_000) + "! " + String(repeating: "aa", count: 400)
    let error = #expect(throws: TextError.self) {
      _ = try sentences(of: text, srx: srx([(true, "", before)]))
    }
    #expect(error?.code == .languageData)
    #expect(error?.place == "rules.srx:7")
    #expect(error?.message.hasPrefix("matching rule 1 of 'A' takes more time or memory") == true)
  }

  // MARK: Against the definition

  /// The cuts by the standard's words: at each place the first rule of which a match ends and begins.
  private func reference(_ rules: [SRXRules.Rule], _ text: String) throws -> [Int] {
    var subject = try PatternSubject()
    try subject.set(Array(text.utf8).span)
    var cuts: [Int] = []
    var (units, bytes) = (0, 0)
    for scalar in text.unicodeScalars {
      units += UTF16.width(scalar)
      bytes += UTF8.width(scalar)
      guard bytes < text.utf8.count else { break }
      for rule in rules {
        var before = try Pattern(rule.before)
        var after = try Pattern(rule.after)
        guard try after.matches(subject, from: units) else { continue }
        var ends = false
        for start in 0...units where try before.matchesAll(of: subject, from: start, to: units) {
          ends = true
        }
        guard ends else { continue }
        if rule.isBreak { cuts.append(bytes) }
        break
      }
    }
    return cuts
  }

  private static let atoms = [
    "a", "b", "S", "r", "\\.", "\\.", "\\s", "\\s", ".", "[ab]", "[^a]", "\\p{Lu}", "\\w", "\\d",
    "é", "ß", "(?:a|Sr)", "(?=a)", "(?<=b)", "\\b", "^", "$", "[[:alpha:]&&[^b]]", "😀", "(?i:s)",
    "(?i)", "(a|b|\\.)", "\\x{2E}", "\\u0061", "(?!\\.)", "(?>a+)", "[]a]", "\\R", "s",
  ]
  private static let quantifiers = [
    "", "", "", "", "*", "+", "?", "{2}", "{1,2}", "*?", "++", "{0}",
  ]

  private func expression(_ generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...3, using: &generator) {
      let atom = Self.atoms.randomElement(using: &generator) ?? ""
      let isWidthless = ["^", "$", "\\b", "(?i)"].contains(atom)
      text += atom + (isWidthless ? "" : Self.quantifiers.randomElement(using: &generator) ?? "")
      if Int.random(in: 0..<8, using: &generator) == 0 { text += "|" }
    }
    return text
  }

  @Test(arguments: 0..<4) func `random rules cut random text as defined`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let characters: [Character] = [
      "a", "b", "S", "r", "s", ".", ".", " ", " ", "é", "ß", "1", "😀", "\n", "\r\n", "]",
    ]
    var (compared, cut) = (0, 0)
    for _ in 0..<250 {
      var list: [(Bool, String, String)] = []
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let rule = (
          Int.random(in: 0..<3, using: &generator) > 0, expression(&generator),
          Int.random(in: 0..<2, using: &generator) == 0 ? "" : expression(&generator)
        )
        guard (try? Pattern(rule.1)) != nil, (try? Pattern(rule.2)) != nil else { continue }
        list.append(rule)
      }
      let rules = try SRXRules(bytes: Array(srx(list).utf8), place: "r.srx")
      let tag = try LanguageTag("es")
      var segmenter = try SRXSegmenter(rules, language: tag)
      for _ in 0..<4 {
        var text = ""
        for _ in 0..<Int.random(in: 1...14, using: &generator) {
          text.append(characters.randomElement(using: &generator) ?? "a")
        }
        var cuts: [Int] = []
        try segmenter.forEachCut(of: Array(text.utf8).span) { cuts.append($0) }
        let expected = try reference(try rules.rules(for: tag), text)
        #expect(cuts == expected, "\(list) on \(text.debugDescription)")
        compared += 1
        cut += cuts.count
      }
    }
    #expect(compared == 1000)
    #expect(cut > 1000)
  }

  // MARK: Size

  /// Rules as large collections have them: abbreviations one by one and in groups, initials, numbers.
  private static func manyRules(_ count: Int, _ generator: inout SeededGenerator) -> String {
    func word(_ range: ClosedRange<Int>) -> String {
      String(
        (0..<Int.random(in: range, using: &generator)).map { _ in
          Character(Unicode.Scalar(UInt8.random(in: 0x61...0x7A, using: &generator)))
        })
    }
    var rules: [(Bool, String, String)] = []
    for index in 0..<count {
      switch index % 8 {
      case 0: rules.append((false, "\\b(\(word(2...4))|\(word(2...4))|\(word(1...3)))\\.", "\\s"))
      case 1: rules.append((false, "\\b[Xx]\(word(1...4))\\.\\s", ""))
      case 2: rules.append((false, "(?i)\\b\(word(2...5))\\.", "\\s\\p{Ll}"))
      case 3: rules.append((false, "\\d+\\s*\(word(2...3))\\.\\s", "\\d"))
      case 4: rules.append((false, "\(word(2...2))\\.\\s?\(word(1...2))\\.", "\\s"))
      default: rules.append((false, "\\b\(word(2...5))\\.\\s", "[^\\p{Lu}]"))
      }
    }
    rules += [
      (true, "[\\.\\?!…]+[\\p{Pe}\\p{Pf}\"']*\\s+", "[\\p{Pi}\\p{Ps}\"'¿¡]*\\p{Lu}"),
      (true, "[\\?!]+\\s", "\\s*\\S"), (true, "\\.\\s+", "[—–-]\\s*\\p{Lu}"),
      (true, "…", "\\s+\\p{Lu}"),
    ]
    return srx(rules)
  }

  @Test func `a thousand rules cut a large text in seconds`() throws {
    var generator = SeededGenerator(seed: 5)
    let rules = try SRXRules(
      bytes: Array(Self.manyRules(1000, &generator).utf8), place: "r.srx")
    let sentence = Array(
      "La comisión del Sr. Paz, con 3 cm. de más, aprobó — por fin — la nota. ".utf8)
    var text: [UInt8] = []
    while text.count < 50_000 { text += sentence }
    var segmenter = try SentenceSegmenter(
      language: LanguageTag("es"), pack: nil, srx: rules)
    var found: [Sentence] = []
    let clock = ContinuousClock()
    let time = try clock.measure {
      try segmenter.appendSentences(
        of: TextSpan(0, Int32(text.count)), number: 0, in: text, to: &found)
    }
    // `Sr. ` parts there, too: the generated rules do not know it.
    #expect(found.count == 2 * ((text.count + sentence.count - 1) / sentence.count))
    #expect(time < .seconds(20), "built without optimization, on a busy machine")
  }
}
