import Testing

struct SegmentCommandTests {
  @Test func `writes a sentence a line and a blank line between paragraphs`() throws {
    let workspace = try Workspace()
    try workspace.write("Llegó el Sr. Ruiz. Se fue.\n\n¿Quién?\r\n", to: "a b.txt")
    let result = try workspace.run("segment", "--language", "es", "a b.txt")
    #expect(result.status == 0)
    #expect(result.output == "Llegó el Sr. Ruiz.\nSe fue.\n\n¿Quién?\n")
  }

  @Test func `writes JSON Lines with byte offsets and confidence`() throws {
    let workspace = try Workspace()
    let text = "\u{FEFF}Llegó el Sr. Ruiz. Se fue en\r\ntren.\n\n¿Quién?\n"
    try workspace.write(text, to: "a.txt")
    let result = try workspace.run(
      "segment", "--language", "es", "--format", "jsonl", "--paragraphs", "blank-line", "a.txt")
    #expect(result.status == 0)
    let lines = result.output.split(separator: "\n")
    try #require(lines.count == 3)
    #expect(
      lines[0].hasPrefix(
        #"{"start":3,"end":22,"text":"Llegó el Sr. Ruiz.","paragraph":0,"confidence":0.9"#))
    #expect(
      lines[1]
        == #"{"start":23,"end":39,"text":"Se fue en\ntren.","paragraph":0,"confidence":1.00}"#)
    #expect(lines[2].contains(#""paragraph":1,"confidence":1.00}"#))
  }

  @Test(arguments: [
    ("line", "Uno\n\ndos.\n"), ("blank-line", "Uno dos.\n"), ("automatic", "Uno\n\ndos.\n"),
  ])
  func `takes the paragraph mode by its name`(_ mode: String, _ expected: String) throws {
    let workspace = try Workspace()
    try workspace.write("Uno\ndos.\n", to: "a.txt")
    let result = try workspace.run("segment", "--language", "es", "--paragraphs", mode, "a.txt")
    #expect(result.status == 0)
    #expect(result.output == expected)
  }

  @Test(arguments: [
    ["--paragraphs", "blankLine"], ["--charset", "no-such"], ["--language", "x!"],
  ])
  func `refuses what it does not know`(_ arguments: [String]) throws {
    let workspace = try Workspace()
    try workspace.write("Uno.\n", to: "a.txt")
    let result = try Command.run(
      ["segment", "--language", "es"] + arguments + ["a.txt"], in: workspace.path)
    #expect(result.status == 2)
    #expect(result.output.isEmpty)
  }

  @Test(arguments: ["utf-8", "UTF-8", "utf8"])
  func `refuses another charset than UTF-8 by whatever name`(_ charset: String) throws {
    let workspace = try Workspace()
    try workspace.write("\u{FEFF}ok\n", to: "a.txt")
    #expect(
      try workspace.run("segment", "--language", "es", "--charset", charset, "a.txt").status == 0)
    try workspace.write([0xFF, 0xFE, 0x41, 0x00], to: "b.txt")
    let result = try workspace.run("segment", "--language", "es", "--charset", charset, "b.txt")
    #expect(result.status == 3)
    #expect(result.errors.hasPrefix("b.txt: byte 0: error: is not UTF-8"))
  }

  @Test func `a fault in language data is told by file and line`() throws {
    let workspace = try Workspace()
    try workspace.write("[never]\nSr.\nSr.\n", to: "data/es/abbreviations.txt")
    try workspace.write("Uno.\n", to: "a.txt")
    for arguments in [
      ["segment", "--language", "es", "--language-data", "data", "a.txt"],
      ["align", "--from", "es", "--to", "en", "--language-data", "data", "a.txt", "a.txt"],
    ] {
      let result = try Command.run(arguments, in: workspace.path)
      #expect(result.status == 2)
      #expect(
        result.errors
          == "data/es/abbreviations.txt:3: error: 'Sr.' stands under 'never' twice\n")
    }
  }

  @Test(arguments: ["nowhere", "a.txt"])
  func `a folder of language data that is none is told`(_ folder: String) throws {
    let workspace = try Workspace()
    try workspace.write("Uno.\n", to: "a.txt")
    let result = try workspace.run(
      "segment", "--language", "es", "--language-data", folder, "a.txt")
    #expect(result.status == 2)
    #expect(result.errors.hasPrefix("\(folder): error: "))
  }

  private static let rules = """
    <srx xmlns="http://www.lisa.org/srx20" version="2.0"><header cascade="yes"/><body><languagerules>
    <languagerule languagerulename="A">
    <rule break="no"><beforebreak>\\bSr\\.</beforebreak></rule>
    <rule break="yes"><beforebreak>[.;]</beforebreak><afterbreak>\\s</afterbreak></rule>
    </languagerule></languagerules>
    <maprules><languagemap languagepattern="es.*" languagerulename="A"/></maprules></body></srx>
    """

  @Test func `rules of an SRX file cut, paragraph by paragraph`() throws {
    let workspace = try Workspace()
    try workspace.write(Self.rules, to: "a.srx")
    try workspace.write("Vino el Sr. Paz; se fue. ¿Sí? No.\n\nFin\n", to: "a.txt")
    let result = try workspace.run("segment", "--language", "es-MX", "--srx", "a.srx", "a.txt")
    #expect(result.status == 0)
    #expect(result.output == "Vino el Sr. Paz;\nse fue.\n¿Sí? No.\n\nFin\n")
    let beads = try workspace.run(
      "align", "--from", "es", "--to", "es", "--srx", "a.srx", "--format", "beads", "a.txt", "a.txt"
    )
    #expect(beads.status == 0)
    #expect(beads.output.split(separator: "\n").count == 4)
  }

  @Test func `SRX files that cannot be used are told by file and line`() throws {
    let workspace = try Workspace()
    try workspace.write("Uno.\n", to: "a.txt")
    try workspace.write(Self.rules, to: "a.srx")
    try workspace.write(Self.rules.replacing("[.;]", with: "[.;"), to: "b.srx")
    try workspace.write(Self.rules.replacing("</body>", with: ""), to: "c.srx")
    let cases: [(String, String, Int32, String)] = [
      ("en", "a.srx", 2, "a.srx: error: has no rules for 'en'"),
      ("es", "b.srx", 2, "b.srx:4: error: the 'beforebreak' of rule 2 of 'A' is not a regular"),
      ("es", "c.srx", 2, "c.srx:6:"), ("es", "none.srx", 3, "none.srx: error: cannot be read"),
    ]
    for (language, file, status, message) in cases {
      let result = try workspace.run("segment", "--language", language, "--srx", file, "a.txt")
      #expect(result.status == status)
      #expect(result.output.isEmpty)
      #expect(result.errors.hasPrefix(message), "\(result.errors)")
    }
    let lines = try workspace.run(
      "align", "--from", "es", "--to", "es", "--srx", "a.srx", "--sentences", "a.txt", "a.txt")
    #expect(lines.status == 2)
  }

  @Test func `annotations are JSON Lines with bytes of the file`() throws {
    let workspace = try Workspace()
    try workspace.write("\u{FEFF}Sí (risas).\r\nDijo [él]: «no […]» [sic].\r\n", to: "a.txt")
    let result = try workspace.run("segment", "--language", "es", "--annotations", "a.txt")
    #expect(result.status == 0)
    #expect(
      result.output == """
        {"start":7,"end":14,"kind":"stageNote","text":"(risas)"}
        {"start":22,"end":27,"kind":"insertion","text":"[él]"}
        {"start":34,"end":39,"kind":"omission","text":"[…]"}
        {"start":42,"end":47,"kind":"sic","text":"[sic]"}

        """)
  }
}
