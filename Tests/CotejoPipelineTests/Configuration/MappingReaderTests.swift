import Testing

@testable import CotejoPipeline

struct MappingReaderTests {
  private static let place = Place(file: "m.yml", line: 1, column: 1)

  private func reader(_ keys: String...) -> MappingReader {
    let entries = keys.map { key in
      ConfigurationNode.Entry(
        key: key, place: Self.place,
        value: ConfigurationNode(value: .scalar("1", quoted: false), place: Self.place))
    }
    return MappingReader(
      ConfigurationNode(value: .mapping(entries), place: Self.place), what: "the thing")
  }

  @Test func `a key that is missing is told, unless another is a misspelling of it`() {
    var missing = reader("length")
    _ = (missing.required("name", "what it is called"), missing.entry("length"))
    #expect(missing.finish().map(\.message) == ["the thing needs 'name': what it is called"])
    var misspelt = reader("nmae", "length")
    _ = (misspelt.required("name", "what it is called"), misspelt.entry("length"))
    #expect(misspelt.misspelt == ["name"])
    #expect(
      misspelt.finish().map(\.message) == [
        "unknown key 'nmae' in the thing; did you mean 'name'?"
      ])
  }

  @Test func `of several keys one will do`() {
    var none = reader("size")
    none.miss(["minimum", "maximum"], "needs a bound", at: Self.place)
    _ = (none.entry("minimum"), none.entry("maximum"), none.entry("size"))
    #expect(none.finish().map(\.message) == ["needs a bound"])
    var misspelt = reader("maximun")
    misspelt.miss(["minimum", "maximum"], "needs a bound", at: Self.place)
    _ = (misspelt.entry("minimum"), misspelt.entry("maximum"))
    #expect(misspelt.finish().count == 1)
  }

  @Test func `what is no mapping is told once`() {
    var reader = MappingReader(
      ConfigurationNode(value: .scalar("x", quoted: false), place: Self.place), what: "the thing")
    _ = reader.required("name", "what it is called")
    reader.miss(["size"], "needs a size", at: Self.place)
    #expect(
      reader.finish().map(\.message) == ["the thing must be a mapping, and this is 'x'"])
  }
}
