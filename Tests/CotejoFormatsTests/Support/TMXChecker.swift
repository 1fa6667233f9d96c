/// Reads a TMX file strictly and checks it against what the DTD asks of the elements we write.
///
/// Written from the prose of the TMX 1.4b specification; knows no entities but the five of XML and
/// character references, no comments and no CDATA: the writer makes none.
struct TMXChecker {
  struct Fault: Error, Hashable {
    var message: String
  }

  /// A `tuv`.
  struct Variant: Hashable {
    var language: String
    var properties: [String: [String]]
    var text: String
  }

  private static let attributes: [String: (required: Set<String>, optional: Set<String>)] = [
    "tmx": (["version"], []),
    "header": (
      [
        "creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang",
        "datatype",
      ], ["creationdate"]
    ),
    "body": ([], []), "tu": ([], ["creationdate"]), "prop": (["type"], []),
    "tuv": (["xml:lang"], []), "seg": ([], []),
  ]

  private(set) var header: [String: String] = [:]
  private(set) var units: [[Variant]] = []

  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ text: String) throws {
    scalars = Array(text.unicodeScalars)
    let forbidden = scalars.first {
      ($0.value < 0x20 && !["\t", "\n", "\r"].contains($0)) || $0.value == 0xFFFE
        || $0.value == 0xFFFF
    }
    guard forbidden == nil else { throw Fault(message: "XML forbids a character that is there") }
    guard take("<?xml version=\"1.0\" encoding=\"UTF-8\"?>") else {
      throw Fault(message: "the XML declaration is missing")
    }
    skipSpaces()
    let root = try open("tmx")
    guard root.attributes == ["version": "1.4"], !root.isEmpty else {
      throw Fault(message: "the root is not TMX 1.4")
    }
    let head = try open("header")
    header = head.attributes
    guard head.isEmpty, ["block", "paragraph", "sentence", "phrase"].contains(header["segtype"])
    else { throw Fault(message: "the header is wrong") }
    guard try !open("body").isEmpty else { throw Fault(message: "the body is wrong") }
    while !take("</body>") { units.append(try unit()) }
    skipSpaces()
    try close("tmx")
    skipSpaces()
    guard index == scalars.count else { throw Fault(message: "something stands behind the root") }
  }

  private mutating func unit() throws -> [Variant] {
    _ = try open("tu")
    while next("<prop") { _ = try leaf("prop") }
    var variants: [Variant] = []
    while !take("</tu>") {
      let language = try open("tuv").attributes["xml:lang"] ?? ""
      var properties: [String: [String]] = [:]
      while next("<prop") {
        let (attributes, value) = try leaf("prop")
        properties[attributes["type"] ?? "", default: []].append(value)
      }
      let text = try leaf("seg").text
      skipSpaces()
      try close("tuv")
      skipSpaces()
      variants.append(Variant(language: language, properties: properties, text: text))
    }
    guard !variants.isEmpty else { throw Fault(message: "a unit has no variant") }
    skipSpaces()
    return variants
  }

  private mutating func leaf(
    _ name: String
  ) throws -> (attributes: [String: String], text: String) {
    let tag = try open(name, textFollows: true)
    let text = try text(until: "<")
    try close(name)
    skipSpaces()
    return (tag.attributes, text)
  }

  private mutating func open(
    _ name: String, textFollows: Bool = false
  ) throws -> (attributes: [String: String], isEmpty: Bool) {
    guard take("<" + name) else { throw Fault(message: "<\(name)> is missing at \(index)") }
    var attributes: [String: String] = [:]
    while take(" ") {
      var key = ""
      while index < scalars.count, scalars[index] != "=" { key.unicodeScalars.append(advance()) }
      guard take("=\"") else { throw Fault(message: "an attribute has no value") }
      let value = try text(until: "\"")
      guard take("\""), attributes.updateValue(value, forKey: key) == nil else {
        throw Fault(message: "an attribute does not end or stands there twice")
      }
    }
    let isEmpty = take("/>")
    guard isEmpty || take(">") else { throw Fault(message: "<\(name)> does not end") }
    if !textFollows { skipSpaces() }
    let (required, optional) = Self.attributes[name] ?? ([], [])
    let keys = Set(attributes.keys)
    guard keys.isSuperset(of: required), keys.isSubset(of: required.union(optional)) else {
      throw Fault(message: "<\(name)> has the attributes \(keys.sorted())")
    }
    return (attributes, isEmpty)
  }

  private mutating func close(_ name: String) throws {
    guard take("</\(name)>") else { throw Fault(message: "</\(name)> is missing at \(index)") }
  }

  private mutating func text(until end: Unicode.Scalar) throws -> String {
    var text = ""
    while index < scalars.count, scalars[index] != end {
      switch scalars[index] {
      case "&": text.unicodeScalars.append(try reference())
      case "<", ">": throw Fault(message: "a bare angle bracket stands in text")
      case "\r":
        throw Fault(message: "a bare CR, which a parser reads as LF, stands in text")
      default: text.unicodeScalars.append(advance())
      }
    }
    return text
  }

  private mutating func reference() throws -> Unicode.Scalar {
    let named: [(String, Unicode.Scalar)] = [
      ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#13;", "\r"),
      ("&#9;", "\t"), ("&#10;", "\n"),
    ]
    for (reference, scalar) in named where take(reference) { return scalar }
    throw Fault(message: "a bare or unknown & stands in text")
  }

  private mutating func advance() -> Unicode.Scalar {
    index += 1
    return scalars[index - 1]
  }

  private func next(_ text: String) -> Bool {
    let wanted = text.unicodeScalars
    return index + wanted.count <= scalars.count
      && scalars[index..<index + wanted.count].elementsEqual(wanted)
  }

  private mutating func take(_ text: String) -> Bool {
    guard next(text) else { return false }
    index += text.unicodeScalars.count
    return true
  }

  private mutating func skipSpaces() {
    while index < scalars.count, [" ", "\n"].contains(scalars[index]) { index += 1 }
  }
}
