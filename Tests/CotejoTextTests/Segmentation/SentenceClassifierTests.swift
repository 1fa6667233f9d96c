import CotejoTestSupport
import Testing

@testable import CotejoText

struct SentenceClassifierTests {
  /// A model that knows the word *we* and takes it, with a capital, for the start of a sentence.
  static func file(
    features: Int = 2, words: Int = 1, thresholds: String = "0.5 4 0.5", scale: String = "0.1",
    checksum: UInt64? = nil, cut: Int = 0, more: [UInt8] = []
  ) -> [UInt8] {
    let we = TextChunk(from: 0, to: 2, in: Array("we".utf8).span).hash
    var body = difference(we)
    var before: UInt32 = 0
    for (key, weight) in [(FeatureKey.key(1, we), Int8(60)), (FeatureKey.key(0), Int8(-10))]
      .sorted(by: { $0.0 < $1.0 })
    {
      body += difference(key - before) + [UInt8(bitPattern: weight)]
      before = key
    }
    body = body.dropLast(cut) + more
    let sum = checksum ?? body.withUnsafeBytes { xxh64($0) }
    let header = """
      cotejo-sentence-ends 1
      language xa
      words \(words)
      features \(features)
      scale \(scale)
      thresholds \(thresholds)
      checksum \(String(sum, radix: 16))
      later something that only later programs know
      note made for a test


      """
    return Array(header.utf8) + body
  }

  /// A difference of hashes as the file has it.
  private static func difference(_ step: UInt32) -> [UInt8] {
    var step = step
    var bytes: [UInt8] = []
    while step >= 0x80 {
      bytes.append(UInt8(step & 0x7F) | 0x80)
      step >>= 7
    }
    return bytes + [UInt8(step)]
  }

  @Test func `weights of features add up to odds`() throws {
    let model = try SentenceClassifier(Self.file(), place: "t.model")
    #expect(model.language == "xa")
    #expect(model.notes == ["made for a test"])
    let thresholds = try #require(model.thresholds)
    #expect(thresholds == SentenceClassifier.Thresholds(informal: 0.5, formal: 4, small: 0.5))
    let text = Array("so it is We go".utf8)
    let place = SentencePlace(end: 8, next: 9, start: 0, in: text.span, ceiling: text.count)
    #expect(place.question(words: model.words, in: text.span) == .unstopped)
    let odds = model.logOdds(of: .unstopped, at: place, in: text.span, ceiling: text.count)
    #expect(abs(odds - 5) < 1e-9)
    #expect(abs(SentenceClassifier.probability(ofLogOdds: odds) - 0.9933) < 1e-4)
  }

  @Test(arguments: [
    ([], "is not a model of sentence ends"),
    (Array("cotejo-lexicon 1\n\n".utf8), "is not a model of sentence ends"),
    (Array("cotejo-sentence-ends 2\n\n".utf8), "is not a model of sentence ends"),
    (Array("cotejo-sentence-ends 1\nscale 1\n".utf8), "the header of the model is cut off"),
    (Array("cotejo-sentence-ends 1\nscale\n\n".utf8), "'scale'"),
    (Array("cotejo-sentence-ends 1\nscale 1\n\n".utf8), "is incomplete"),
    (file(scale: "0"), "is incomplete"),
    (file(scale: "nan"), "is incomplete"),
    (file(features: 1 << 21), "is incomplete"),
    (file(words: -1), "is incomplete"),
    (file(thresholds: "1 2"), "'thresholds 1 2'"),
    (file(thresholds: "1 2 inf"), "'thresholds 1 2 inf'"),
    (file(checksum: 7), "do not agree with their checksum"),
    (file(cut: 1), "are cut off"),
    (file(features: 3), "are cut off"),
    (file(more: [0]), "has bytes behind its weights"),
    (file(features: 3, more: [0, 1]), "are not in order"),
    (file(features: 3, more: [0xFF, 0xFF, 0xFF, 0x7F, 1]), "are not in order"),
    (file(features: 3, more: [0xFF, 0xFF, 0xFF, 0xFF, 0x01, 1]), "a hash of the model"),
  ])
  func `a damaged model is refused by file and reason`(_ bytes: [UInt8], _ message: String) {
    let error = #expect(throws: TextError.self) { try SentenceClassifier(bytes, place: "t.model") }
    #expect(error?.code == .languageData)
    #expect(error?.place == "t.model")
    #expect(error?.message.contains(message) == true, "\(error?.message ?? "")")
  }

  @Test func `no damage is taken for a model or ends the program`() throws {
    var numbers = SeededGenerator(seed: 77)
    let whole = Self.file()
    let text = Array("so it is We go".utf8)
    let place = SentencePlace(end: 8, next: 9, start: 0, in: text.span, ceiling: text.count)
    for _ in 0..<2000 {
      var bytes = whole
      for _ in 0...Int.random(in: 0..<4, using: &numbers) {
        let spot = Int.random(in: 0..<bytes.count, using: &numbers)
        switch Int.random(in: 0..<3, using: &numbers) {
        case 0: bytes[spot] ^= UInt8.random(in: 1...255, using: &numbers)
        case 1: bytes.remove(at: spot)
        default: bytes.insert(UInt8.random(in: 0...255, using: &numbers), at: spot)
        }
      }
      // A change in a note or a number of the header may leave a model; it must then work.
      guard let model = try? SentenceClassifier(bytes, place: "t.model") else { continue }
      let odds = model.logOdds(of: .unstopped, at: place, in: text.span, ceiling: text.count)
      #expect(!odds.isNaN)
    }
  }

  @Test(arguments: [("en", true), ("es", false)])
  func `the models that come with the program name their sources`(
    _ language: String, _ finds: Bool
  ) throws {
    let pack = try #require(try LanguagePack.find(LanguageTag(language)))
    let model = try #require(pack.sentenceClassifier)
    #expect(model.language == language)
    #expect((model.thresholds != nil) == finds)
    #expect(model.notes.contains { $0.hasPrefix("licence: ") })
    #expect(model.notes.contains { $0.hasPrefix("credit: TICO-19") })
    #expect(pack.files.contains { $0.name == "sentence-ends.model" })
  }

  @Test func `the models together are small`() throws {
    let bytes = try ["en", "es"].map { language in
      try #require(try LanguagePack.find(LanguageTag(language))).files
        .filter { $0.name == "sentence-ends.model" }.map(\.bytes.count).reduce(0, +)
    }
    #expect(bytes.allSatisfy { $0 > 0 })
    #expect(bytes.reduce(0, +) < 300_000)
  }
}
