import CotejoText

/// The text of an SRX file with one group of rules, for every language unless said.
func srx(
  _ rules: [(isBreak: Bool, before: String, after: String)], pattern: String = ".*",
  cascade: Bool = false
) -> String {
  let list = rules.map {
    """
    <rule break="\($0.isBreak ? "yes" : "no")">
      <beforebreak>\(escaped($0.before))</beforebreak><afterbreak>\(escaped($0.after))</afterbreak>
    </rule>
    """
  }
  return srx(
    groups: [("A", list.joined(separator: "\n"))], maps: [(pattern, "A")], cascade: cascade)
}

/// The text of an SRX file.
func srx(
  groups: [(name: String, rules: String)], maps: [(pattern: String, name: String)],
  cascade: Bool = false
) -> String {
  """
  <?xml version="1.0" encoding="UTF-8"?>
  <srx xmlns="http://www.lisa.org/srx20" version="2.0">
  <header segmentsubflows="yes" cascade="\(cascade ? "yes" : "no")"/>
  <body>
  <languagerules>
  \(groups.map { "<languagerule languagerulename=\"\($0)\">\n\($1)\n</languagerule>" }
    .joined(separator: "\n"))
  </languagerules>
  <maprules>
  \(maps.map { "<languagemap languagepattern=\"\(escaped($0))\" languagerulename=\"\($1)\"/>" }
    .joined(separator: "\n"))
  </maprules>
  </body>
  </srx>

  """
}

private func escaped(_ text: String) -> String {
  String(
    text.flatMap { character -> [Character] in
      switch character {
      case "&": Array("&amp;")
      case "<": Array("&lt;")
      case ">": Array("&gt;")
      case "\"": Array("&quot;")
      default: [character]
      }
    })
}

/// The sentences of one paragraph by the rules of an SRX file.
func sentences(
  of text: String, srx: String, language: String = "es"
) throws(TextError) -> [String] {
  let bytes = Array(text.utf8)
  let rules = try SRXRules(bytes: Array(srx.utf8), place: "rules.srx")
  var segmenter = try SentenceSegmenter(
    language: LanguageTag(language), pack: nil, srx: rules)
  var sentences: [Sentence] = []
  try segmenter.appendSentences(
    of: TextSpan(0, Int32(bytes.count)), number: 0, in: bytes, to: &sentences)
  return sentences.map { String(decoding: bytes[$0.span.range], as: UTF8.self) }
}
