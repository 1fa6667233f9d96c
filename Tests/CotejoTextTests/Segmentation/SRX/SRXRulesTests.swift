import CotejoTestSupport
import CotejoText
import Testing

struct SRXRulesTests {
  private func rules(_ text: String) throws(TextError) -> SRXRules {
    try SRXRules(bytes: Array(text.utf8), place: "r.srx")
  }

  /// An SRX file around a body's languagerules and maprules.
  private func file(
    header: String = #"<header segmentsubflows="yes" cascade="no"/>"#, rules: String = "",
    maps: String = #"<languagemap languagepattern=".*" languagerulename="A"/>"#,
    version: String = #"version="2.0""#
  ) -> String {
    """
    <srx \(version)>
    \(header)
    <body><languagerules><languagerule languagerulename="A">
    \(rules)
    </languagerule></languagerules>
    <maprules>\(maps)</maprules></body></srx>
    """
  }

  @Test func `header, groups and maps are read`() throws {
    let text = """
      <srx xmlns="http://www.lisa.org/srx20" xmlns:x="urn:other" version="2.0">
      <header segmentsubflows="no" cascade="yes">
        <formathandle type="start" include="yes"/><formathandle type="end" include="no"/>
        <formathandle type="isolated" include="yes"/>
        <x:options><x:rule break="never"/></x:options>
      </header>
      <body><languagerules>
      <!-- beforebreak -->
      <languagerule languagerulename="Spanish">
        <rule break="no"><beforebreak>\\bSr<![CDATA[\\.]]></beforebreak><afterbreak>\\s</afterbreak></rule>
        <rule><beforebreak>&#x5B;.?!]</beforebreak></rule>
      </languagerule>
      <languagerule languagerulename="Other"/>
      </languagerules>
      <maprules><languagemap languagepattern="es.*" languagerulename="Spanish"/>
      <languagemap languagepattern=".*" languagerulename="Other"/></maprules></body></srx>
      """
    let rules = try rules(text)
    #expect(rules.isCascading)
    #expect(!rules.segmentsSubflows)
    #expect(rules.formatHandles.includesStart)
    #expect(!rules.formatHandles.includesEnd)
    #expect(rules.formatHandles.includesIsolated)
    #expect(rules.languageMaps.map(\.pattern) == ["es.*", ".*"])
    let spanish = try #require(rules.groups["Spanish"])
    #expect(spanish.map(\.isBreak) == [false, true])
    #expect(spanish.map(\.before) == ["\\bSr\\.", "[.?!]"])
    #expect(spanish.map(\.after) == ["\\s", ""])
    #expect(spanish.map(\.line) == [10, 11])
    #expect(spanish.map(\.number) == [1, 2])
    #expect(rules.fingerprint.count == 64)
    #expect(try self.rules(text + "\n").fingerprint != rules.fingerprint)
  }

  @Test(arguments: [
    ("es-MX", ["A", "C"]), ("es", ["B", "C"]), ("EN", ["C"]), ("pt-BR", ["D", "C"]),
    ("gl-ES", ["C"]),
  ])
  func `a language has the rules of the maps that match it`(
    _ language: String, _ expected: [String]
  ) throws {
    func group(_ name: String) -> (String, String) {
      (name, "<rule><beforebreak>\(name)</beforebreak></rule>")
    }
    let maps = [("es[-_]MX", "A"), ("ES", "B"), ("pt_br", "D"), (".*", "C")]
    let groups = ["A", "B", "C", "D"].map(group)
    let all = try rules(srx(groups: groups, maps: maps, cascade: true))
    let tag = try LanguageTag(language)
    #expect(try all.rules(for: tag).map(\.before) == expected)
    let first = try rules(srx(groups: groups, maps: maps, cascade: false))
    #expect(try first.rules(for: tag).map(\.before) == [expected[0]])
  }

  @Test func `a language with a region takes the map of the language alone`() throws {
    let text = srx(
      groups: [("A", "<rule><beforebreak>x</beforebreak></rule>")], maps: [("es", "A")])
    #expect(try rules(text).rules(for: LanguageTag("es-AR")).count == 1)
    let error = #expect(throws: TextError.self) {
      _ = try rules(text).rules(for: LanguageTag("en"))
    }
    #expect(error?.code == .languageData)
    #expect(error?.place == "r.srx")
    #expect(error?.message == "has no rules for 'en': no 'languagepattern' matches it")
  }

  @Test func `what is no SRX 2,0 is told with its place`() throws {
    let entity = "<!DOCTYPE srx [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>"
    let cases: [(String, String, String)] = [
      ("", "r.srx:1:1", "is not well-formed XML: no element found"),
      ("<srx version=\"2.0\">\n <header>", "r.srx:2:2", "has a 'header' without 'cascade'"),
      (
        "<srx version=\"2.0\">\n <body></srx>", "r.srx:2:10",
        "is not well-formed XML: mismatched tag"
      ),
      ("<tmx/>", "r.srx:1:1", "is not SRX: its root element is 'tmx'"),
      (file(version: #"version="1.0""#), "r.srx:1:1", "is SRX 1.0"),
      (file(version: #"version="3""#), "r.srx:1:1", "is SRX '3'"),
      (file(version: ""), "r.srx:1:1", "does not say which 'version'"),
      (file(header: ""), "r.srx", "has no 'header'"),
      (file(maps: ""), "r.srx", "has no 'languagemap'"),
      (
        file(header: #"<header cascade="maybe"/>"#), "r.srx:2:1",
        "has 'cascade' of 'maybe', which must be yes or no"
      ),
      (file(rules: #"<rule break="on"/>"#), "r.srx:4:1", "has 'break' of 'on'"),
      (file(rules: "<rul/>"), "r.srx:4:1", "has an element 'rul' inside 'languagerule'"),
      (file(rules: "<rule><rule/></rule>"), "r.srx:4:7", "has an element 'rule' inside 'rule'"),
      (file(maps: "<languagemap/>"), "r.srx:6:11", "has a 'languagemap' without"),
      (
        file(maps: #"<languagemap languagepattern="a" languagerulename="B"/>"#), "r.srx:6",
        "a 'languagemap' names the rules 'B', and there are none"
      ),
      (
        file(maps: #"<languagemap languagepattern="(" languagerulename="A"/>"#), "r.srx:6",
        "the 'languagepattern' of 'A' is not a regular expression that ICU takes"
      ),
      (
        file(rules: "<rule/>\n<rule><afterbreak>[z</afterbreak></rule>"),
        "r.srx:5",
        "the 'afterbreak' of rule 2 of 'A' is not a regular expression that ICU takes: "
          + "U_REGEX_MISSING_CLOSE_BRACKET at character"
      ),
      (entity + file(rules: "&b;"), "r.srx:1:", "declares an entity"),
      (file(rules: "&nbsp;"), "r.srx:4:1", "is not well-formed XML: undefined entity"),
      (
        "<!DOCTYPE srx SYSTEM \"http://localhost/x.dtd\">" + file(rules: "<rule>&x;</rule>"),
        "r.srx:4:7", "uses the entity 'x'"
      ),
      (
        file(rules: "</languagerule><languagerule languagerulename=\"A\">"), "r.srx:4:16",
        "has two 'languagerule's of the name 'A'"
      ),
    ]
    for (text, place, message) in cases {
      let error = #expect(throws: TextError.self, "\(text)") { _ = try rules(text) }
      #expect(error?.code == .languageData)
      #expect(error?.place.hasPrefix(place) == true, "\(error?.place ?? "") for \(place)")
      #expect(error?.message.hasPrefix(message) == true, "\(error?.message ?? "") for \(message)")
    }
  }

  @Test func `a file that is not there is unreadable`() throws {
    let error = #expect(throws: TextError.self) { _ = try SRXRules(path: "/no/such.srx") }
    #expect(error?.code == .unreadable)
  }

  @Test func `bytes of any kind are read or refused`() throws {
    var generator = SeededGenerator(seed: 61)
    let good = Array(
      srx([(false, "\\bSr\\.", "\\s"), (true, "[.?!]", "\\s+\\p{Lu}")]).utf8)
    var (read, refused) = (0, 0)
    for round in 0..<600 {
      var bytes = good
      // Bytes changed, taken out and put in, and the rest cut off.
      for _ in 0...Int.random(in: 0..<4, using: &generator) {
        let index = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(contentsOf: generator.bytes(upTo: 4), at: index)
        default: if round % 5 == 0 { bytes.removeSubrange(max(1, index)...) }
        }
      }
      do throws(TextError) {
        let rules = try SRXRules(bytes: bytes, place: "r.srx")
        read += 1
        _ = try? SentenceSegmenter(language: LanguageTag("es"), pack: nil, srx: rules)
      } catch {
        refused += 1
        #expect(error.code == .languageData)
        #expect(error.place.hasPrefix("r.srx"))
      }
    }
    #expect(read > 50)
    #expect(refused > 50)
  }
}
