import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct EqualNamesTests {
  private static func set(_ words: String...) -> Set<[UInt8]> { Set(words.map { Array($0.utf8) }) }

  @Test func allWordsOfANameMustBeThere() throws {
    let names = try EqualNames(Array("ONU, Naciones Unidas, UN # a body\n".utf8), place: "x")
    let word = Array("onu".utf8)
    #expect(names.isRendered(word, of: Self.set("onu"), by: Self.set("un")))
    #expect(names.isRendered(word, of: Self.set("onu"), by: Self.set("naciones", "unidas")))
    #expect(!names.isRendered(word, of: Self.set("onu"), by: Self.set("naciones")))
    #expect(!names.isRendered(word, of: Self.set(), by: Self.set("un")))
  }

  @Test func acronymsAreOneWordOfCapitals() throws {
    let names = try EqualNames(
      Array("ONU, Naciones Unidas, UN, Uno\nPAN, National Action\nUE, EU\n".utf8), place: "x")
    #expect(names.otherAcronyms(for: Array("onu".utf8)) == Self.set("un"))
    #expect(names.otherAcronyms(for: Array("eu".utf8)) == Self.set("ue"))
    for word in ["pan", "uno", "naciones", "x", ""] {
      #expect(names.otherAcronyms(for: Array(word.utf8)).isEmpty)
    }
  }

  @Test func countriesComeFromCLDR() throws {
    let names = try EqualNames(source: LanguageTag("es"), target: LanguageTag("en"))
    #expect(
      names.isRendered(Array("noruega".utf8), of: Self.set("noruega"), by: Self.set("norway")))
  }

  @Test(arguments: ["Londres\n", "Londres,\n", "a, b\n, c\n"])
  func aLineOfOneNameIsAnErrorWithItsPlace(_ text: String) throws {
    let error = try #require(throws: FidelityError.self) {
      try EqualNames(Array(text.utf8), place: "names.txt")
    }
    #expect(error.code == .languageData)
    #expect(error.place.hasPrefix("names.txt:"))
  }

  @Test func anyBytesAreReadOrRefused() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let pool: [UInt8] = [0x2C, 0x0A, 0x20, 0x61, 0x23, 0xC3, 0xA9, 0xFF, 0x00, 0x27, 0x0D]
      let bytes = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
        pool.randomElement(using: &generator) ?? 0
      }
      let isValid = String(validating: bytes, as: UTF8.self) != nil
      let names = try? EqualNames(bytes, place: "x")
      #expect(isValid || names == nil)
    }
  }
}
