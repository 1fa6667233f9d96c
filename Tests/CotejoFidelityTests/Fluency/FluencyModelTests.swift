import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct FluencyModelTests {
  private static func hash(_ word: String) -> UInt64 { FluencyModel.hash(word.utf8) }

  @Test(arguments: ["es", "en", "en-GB", "es-MX"])
  func aModelComesWithTheProgram(_ tag: String) throws {
    let model = try #require(try FluencyModel.shipped(for: LanguageTag(tag)))
    #expect(model.cost(of: FluencyModel.mark) != nil)
    #expect(model.cost(of: Self.hash("qzxwvk")) == nil)
  }

  @Test func otherLanguagesHaveNone() throws {
    #expect(try FluencyModel.shipped(for: LanguageTag("fi")) == nil)
  }

  @Test(arguments: [
    ("en", "of", "the", "people", "been"), ("en", "it", "will", "be", "was"),
    ("en", "<s>", "the", "people", "of"), ("es", "de", "los", "usuarios", "la"),
  ])
  func whatFollowsIsCheaper(
    tag: String, first: String, second: String, likely: String, unlikely: String
  ) throws {
    let model = try #require(try FluencyModel.shipped(for: LanguageTag(tag)))
    let (one, other) = (Self.hash(first), Self.hash(second))
    let cost = model.cost(of: Self.hash(likely), behind: one, other)
    #expect(cost < model.cost(of: Self.hash(unlikely), behind: one, other))
    #expect(cost > 0)
  }

  /// A file of some slots, all of them empty.
  private static func file(slots: Int, version: UInt8 = 1) -> [UInt8] {
    Array("COTEJOFL".utf8) + [version, 0, 0, 0, UInt8(slots), 0, 0, 0]
      + [UInt8](repeating: 0, count: 4 * slots)
  }

  @Test func anEmptyModelKnowsNothing() throws {
    let model = try FluencyModel(Self.file(slots: 3), place: "x")
    #expect(model.cost(of: Self.hash("the")) == nil)
    #expect(model.cost(of: Self.hash("the"), behind: FluencyModel.start, FluencyModel.start) == 20)
  }

  private static let malformed: [[UInt8]] = [
    [], Array("COTEJOFL".utf8), file(slots: 0), Array(file(slots: 3).dropLast()),
    file(slots: 3) + [0], file(slots: 3, version: 2), Array(repeating: 0x20, count: 64),
    Array("COTEJOFL".utf8) + [1, 0, 0, 0, 1, 0, 0, 0, 1, 0, 1, 0],
  ]

  @Test(arguments: malformed)
  func malformedFilesAreRefused(_ bytes: [UInt8]) {
    #expect {
      _ = try FluencyModel(bytes, place: "x.model")
    } throws: { error in
      (error as? FidelityError)?.code == .languageData
        && (error as? FidelityError)?.place == "x.model"
    }
  }

  @Test func anyBytesAreReadOrRefused() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<500 {
      let slots = Int.random(in: 1...8, using: &random)
      var bytes = Self.file(slots: slots)
      for _ in 0..<Int.random(in: 0...24, using: &random) {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(
          in: 0...255, using: &random)
      }
      guard let model = try? FluencyModel(bytes, place: "x") else { continue }
      let cost = model.cost(of: Self.hash("a"), behind: Self.hash("b"), Self.hash("c"))
      #expect((0...60).contains(cost))
    }
  }
}
