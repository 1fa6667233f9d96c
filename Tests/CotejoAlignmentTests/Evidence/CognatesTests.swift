import CotejoLexicon
import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct CognatesTests {
  private func cognates(
    _ source: [String], _ target: [String]
  ) throws -> [String: Float] {
    let left = try IndexedText(source)
    let right = try IndexedText(target, "en")
    var found: [String: Float] = [:]
    Cognates.forEach(left.vocabulary, right.vocabulary) {
      found["\(left.vocabulary[$0]) \(right.vocabulary[$1])"] = $2
    }
    return found
  }

  @Test(arguments: [
    ("información", "information"), ("presidente", "president"), ("Venezuela", "Venezuelan"),
    ("ómnibus", "omnibus"), ("España", "Espana"), ("público", "public"), ("músico", "music"),
  ])
  func `words that look alike are found`(_ source: String, _ target: String) throws {
    let found = try cognates([source], [target])
    #expect(found.count == 1)
    #expect(found.values.allSatisfy { $0 > 0.6 && $0 <= 1 })
  }

  @Test(arguments: [
    ("pan", "pan"), ("sol", "sole"), ("12345", "12345"), ("internacional", "inter"),
    ("contar", "contemporary"), ("éxito", "exit"), ("perro", "dogged"), ("año", "ano"),
  ])
  func `short, numeric and unlike words are not`(_ source: String, _ target: String) throws {
    #expect(try cognates([source], [target]).isEmpty)
  }

  @Test func `the longer the common beginning, the more alike`() throws {
    let found = try cognates(["nacional"], ["national", "nacional", "nacionalism"])
    #expect(found["nacional national"] == nil)
    let same = try #require(found["nacional nacional"])
    let longer = try #require(found["nacional nacionalism"])
    #expect(same == 1)
    #expect(longer < same)
  }

  @Test func `random words are compared with all that begin alike`() throws {
    var generator = SeededGenerator(seed: 33)
    func words() -> [String] {
      (0..<60).map { _ in
        let tail = (0..<Int.random(in: 0...6, using: &generator)).map { _ in
          ["a", "b", "é", "z"].randomElement(using: &generator) ?? ""
        }
        return "abe" + tail.joined()
      }
    }
    let (source, target) = (words(), words())
    let found = try cognates(source, target)
    var expected: [String: Float] = [:]
    for left in source {
      for right in target {
        let (a, b) = (
          Array(left.replacing("é", with: "e").utf8), Array(right.replacing("é", with: "e").utf8)
        )
        let common = zip(a, b).prefix { $0 == $1 }.count
        let likeness = Float(common) / Float((a.count + b.count + 1) / 2)
        if a.count > 4, b.count > 4, common > 3, likeness > 0.6 {
          expected["\(left) \(right)"] = likeness
        }
      }
    }
    #expect(found == expected)
    #expect(found.count > 20)
  }

  @Test func `names are found across scripts`() throws {
    let found = try cognates(["Αλεξάνδρεια", "Κάντιο"], ["Alexandreia", "window"])
    #expect(found.keys.sorted() == ["αλεξάνδρεια alexandreia"])
  }

  @Test func `thousands of words that begin alike are not compared`() throws {
    let letters = Array("abcdefghijklmnopqrstuvwxyz").map(String.init)
    let words = letters.flatMap { first in
      letters.flatMap { second in ["m", "n"].map { "prefijo\(first)\(second)\($0)" } }
    }
    #expect(words.count > 1000)
    #expect(try cognates(words, words).isEmpty)
  }
}
