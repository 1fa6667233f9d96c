import CotejoTestSupport
import Testing

@testable import CotejoText

struct LanguageModelTests {
  /// A model of two languages: the word *a* speaks for the first, the run *b* for the second.
  static func file(
    languages: String = "xa xb", levels: String = "-8 -7 -6 -5 -4 -3 -2 -1 1 2 3 4 5 6 7 127",
    features: Int = 2, checksum: UInt64? = nil, cut: Int = 0, more: [UInt8] = []
  ) -> [UInt8] {
    let whole = [WordHash.boundary, UInt16(UInt8(ascii: "a")), WordHash.boundary].reduce(
      WordHash.wordSeed
    ) { ($0 ^ UInt32($1)) &* WordHash.factor }
    let run = (WordHash.runSeed ^ UInt32(UInt8(ascii: "b"))) &* WordHash.factor
    let keys = [(WordHash.mixed(whole), UInt8(1)), (WordHash.mixed(run), UInt8(2))]
      .sorted { $0.0 < $1.0 }
    var body: [UInt8] = []
    var before: UInt32 = 0
    for (key, mask) in keys {
      var step = key - before
      before = key
      while step >= 0x80 {
        body.append(UInt8(step & 0x7F) | 0x80)
        step >>= 7
      }
      body += [UInt8(step), mask, 0, 0, 0, 15]
    }
    body = body.dropLast(cut) + more
    let sum = checksum ?? body.withUnsafeBytes { xxh64($0) }
    let header = """
      cotejo-identification 1
      languages \(languages)
      features \(features)
      scale 0.05
      temperature 1.0 0.0
      priors 0 0
      levels \(levels)
      checksum \(String(sum, radix: 16))
      later something that only later programs know
      note made for a test


      """
    return Array(header.utf8) + body
  }

  @Test func `weights are found by word and by run`() throws {
    let model = try LanguageModel(Self.file(), place: "t.model")
    #expect(model.languages.map(\.description) == ["xa", "xb"])
    #expect(model.notes == ["made for a test"])
    var identifier = LanguageIdentifier(model: model)
    #expect(identifier.identify("a".utf8Span.span).best.language.description == "xa")
    #expect(identifier.identify("abc".utf8Span.span).best.language.description == "xb")
    #expect(identifier.identify("xyz".utf8Span.span).best.confidence == 0.5)
    #expect(model.knows(try LanguageTag("xa-ES")))
    #expect(model.knows(try LanguageTag("ja")))
    #expect(!model.knows(try LanguageTag("es")))
  }

  @Test(arguments: [
    ([], "is not a model of languages"),
    (Array("cotejo-lexicon 1\n\n".utf8), "is not a model of languages"),
    (Array("cotejo-identification 1\nscale 1\n".utf8), "the header of the model is cut off"),
    (Array("cotejo-identification 1\nscale\n\n".utf8), "'scale'"),
    (Array("cotejo-identification 1\nscale one\n\n".utf8), "'scale one'"),
    (Array("cotejo-identification 1\nscale 1\n\n".utf8), "is incomplete"),
    (file(languages: "xa"), "is incomplete"),
    (file(languages: "xa xa"), "is incomplete"),
    (file(levels: "1 2 3"), "is incomplete"),
    (file(levels: "1 2 300"), "'levels 1 2 300'"),
    (file(checksum: 7), "do not agree with their checksum"),
    (file(cut: 1), "are cut off"),
    (file(features: 3), "are cut off"),
    (file(more: [0]), "has bytes behind its weights"),
    (file(features: 3, more: [0x00, 1, 0, 0, 0, 0]), "are not in order"),
    (file(features: 3, more: [0xFF, 0xFF, 0xFF, 0xFF, 0x7F, 1, 0, 0, 0, 0]), "are not in order"),
    (file(features: 3, more: [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF]), "a hash of the model"),
    (file(features: 3, more: [0x01, 4, 0, 0, 0, 0]), "languages that it does not name"),
  ])
  func `a damaged model is refused by file and reason`(
    _ bytes: [UInt8], _ message: String
  ) {
    let error = #expect(throws: TextError.self) { try LanguageModel(bytes, place: "t.model") }
    #expect(error?.code == .languageData)
    #expect(error?.place == "t.model")
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test func `no damage is taken for a model or ends the program`() throws {
    var numbers = SeededGenerator(seed: 31)
    let whole = Self.file()
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0...Int.random(in: 0..<4, using: &numbers) {
        let place = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: bytes[place] ^= UInt8.random(in: 1...255, using: &numbers)
        case 1: bytes.remove(at: place)
        default: bytes.insert(UInt8.random(in: 0...255, using: &numbers), at: place)
        }
      }
      // A change in a note or a number of the header may leave a model; it must then work.
      guard let model = try? LanguageModel(bytes, place: "t.model") else { continue }
      var identifier = LanguageIdentifier(model: model)
      #expect(identifier.identify("a b abc".utf8Span.span).words == 3)
    }
  }

  @Test func `a model that is not there is told`() {
    let error = #expect(throws: TextError.self) {
      try LanguageModel.shipped(file: "/nowhere/x.model")
    }
    #expect(error?.code == .languageData)
    #expect(error?.place == "/nowhere/x.model")
  }

  @Test func `the model that comes with the program names its sources`() throws {
    let model = try ShippedModel.model()
    #expect(model.languages.count == 30)
    #expect(model.notes.contains { $0.hasPrefix("licence: ") })
    #expect(model.notes.count { $0.hasPrefix("credit: ") } > 8)
  }
}
