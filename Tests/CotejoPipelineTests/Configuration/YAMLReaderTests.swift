import Testing

@testable import CotejoPipeline

struct YAMLReaderTests {
  private func read(_ text: String) -> (root: ConfigurationNode?, problems: [String]) {
    read(Array(text.utf8))
  }

  private func read(_ bytes: [UInt8]) -> (root: ConfigurationNode?, problems: [String]) {
    var reader = YAMLReader(file: "f.yml")
    let root = reader.read(bytes)
    return (root, reader.problems.map(\.description))
  }

  @Test func `values keep their places and stay text`() throws {
    let (root, problems) = read("a: no\nb:\n  - on\n  - 'x'\n  - 1.50\nc: {d: ~, e: }\n")
    #expect(problems.isEmpty)
    let node = try #require(root)
    #expect(node["a"]?.text == "no")
    #expect(node["a"]?.place.description == "f.yml:1:4")
    guard case .sequence(let items)? = node["b"]?.value else {
      Issue.record("no list")
      return
    }
    #expect(items.map(\.text) == ["on", "x", "1.50"])
    #expect(items[1].place.description == "f.yml:4:5")
    guard case .scalar(_, quoted: true) = items[1].value else {
      Issue.record("not quoted")
      return
    }
    guard case .null? = node["c"]?["d"]?.value, case .null? = node["c"]?["e"]?.value else {
      Issue.record("not null")
      return
    }
  }

  @Test func `columns count code points and a byte order mark counts for nothing`() throws {
    let (root, problems) = read("\u{FEFF}ñandú: á\n")
    #expect(problems.isEmpty)
    #expect(root?["ñandú"]?.place.description == "f.yml:1:8")
  }

  @Test(arguments: ["", " \n", "# nothing\n", "---\n", "~\n"])
  func `an empty file is told`(_ text: String) {
    let (root, problems) = read(text)
    #expect(root == nil)
    #expect(problems == ["f.yml:1:1: error: the file is empty; a pipeline begins with 'cotejo: 1'"])
  }

  @Test func `bytes that are not UTF-8 are told with their place`() {
    let (root, problems) = read(Array("a: b\nc: ".utf8) + [0xFF, 0x0A])
    #expect(root == nil)
    #expect(problems == ["f.yml:2:4: error: the file is not UTF-8"])
  }

  @Test func `control characters are told, all of them`() {
    let (root, problems) = read("a: \u{0}\r\nb: \u{7}\n")
    #expect(root == nil)
    #expect(
      problems == [
        "f.yml:1:4: error: the control character U+0000 cannot stand in YAML",
        "f.yml:2:4: error: the control character U+0007 cannot stand in YAML",
      ])
  }

  @Test func `a tab that indents is told as such`() {
    let (root, problems) = read("a:\n\tb: 1\n")
    #expect(root == nil)
    #expect(problems == ["f.yml:2:1: error: a tab cannot indent YAML; use spaces"])
  }

  @Test(arguments: ["a: [1, 2", "a: 'x", "a: b: c", "- a\nb: c", "a: {x: 1", "%", "a: *", "&"])
  func `broken YAML has a place`(_ text: String) throws {
    let (_, problems) = read(text)
    let first = try #require(problems.first)
    #expect(first.hasPrefix("f.yml:"))
    #expect(first.split(separator: ":").count >= 4)
  }

  @Test func `a second document is refused`() throws {
    let problems = read("a: 1\n---\nb: 2\n").problems
    #expect(problems.count == 1)
    #expect(problems[0].hasPrefix("f.yml:2:1: error: broken YAML:"))
  }

  @Test func `every duplicate key is told, and the first value stays`() throws {
    let (root, problems) = read("a: 1\nb: {c: 1, \"c\": 2, c: 3}\na: 2\n")
    #expect(
      problems == [
        "f.yml:2:11: error: duplicate key 'c'; it was first given in line 2",
        "f.yml:2:19: error: duplicate key 'c'; it was first given in line 2",
        "f.yml:3:1: error: duplicate key 'a'; it was first given in line 1",
      ])
    #expect(root?["a"]?.text == "1")
    #expect(root?["b"]?["c"]?.text == "1")
  }

  @Test(arguments: ["\"\": 1\n\"\": 2", "[a]: 1\n[a]: 2", ": 1\n: 2", "\"\\x61\": 1\na: 2"])
  func `duplicate keys of other kinds are told, too`(_ text: String) {
    #expect(!read(text).problems.isEmpty)
  }

  @Test func `keys that are no text are refused`() {
    #expect(
      read("[a]: 1").problems == ["f.yml:1:1: error: a key must be text, and this is a list"])
  }

  @Test func `tags are refused`() {
    #expect(
      read("a: !!int 3\nb: !x {}").problems == [
        "f.yml:1:4: error: the tag 'tag:yaml.org,2002:int' is not taken; leave it out",
        "f.yml:2:4: error: the tag '!x' is not taken; leave it out",
      ])
  }

  @Test func `aliases stand for what they name`() throws {
    let (root, problems) = read("a: &x {b: '*x', c: 2*3}\nd: *x\n")
    #expect(problems.isEmpty)
    #expect(root?["d"]?["b"]?.text == "*x")
    #expect(root?["d"]?["c"]?.text == "2*3")
    #expect(root?["d"]?["b"]?.place.line == 1)
  }

  @Test func `an alias that names nothing is told`() {
    #expect(
      read("a: *b\nb: &b 1\n").problems == [
        "f.yml:1:4: error: alias '*b' names no anchor that stands before it"
      ])
  }

  @Test func `aliases cannot blow up`() {
    var text = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n"
    for level in 1...40 {
      let list = repeatElement("*a\(level - 1)", count: 9).joined(separator: ", ")
      text += "a\(level): &a\(level) [\(list)]\n"
    }
    // A key is hashed by the parser, which would expand the bomb if it saw aliases.
    text += "? *a40\n: 1\n"
    let problems = read(text).problems
    #expect(problems.contains { $0.hasSuffix("aliases stand for more than 10000 values") })
  }

  @Test func `deep nesting is refused and does not overflow the stack`() {
    let problems = read(String(repeating: "[", count: 5000)).problems
    #expect(!problems.isEmpty)
    let nested = String(repeating: "[", count: 900) + String(repeating: "]", count: 900)
    #expect(read(nested).problems == ["f.yml:1:34: error: values are nested more than 32 deep"])
  }

  @Test func `a file of a megabyte and more is refused`() {
    let problems = read([UInt8](repeating: 0x20, count: 1 << 20 + 1)).problems
    #expect(problems.count == 1)
  }
}
