import CotejoLexicon
import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct AnchorsTests {
  private func anchors(_ source: [String], _ target: [String]) throws -> [Anchors.Point] {
    let (left, right) = try (IndexedText(source), IndexedText(target, "en"))
    return Anchors(WordEvidence(left, right, lexicons: [])).points
  }

  private func rises(_ points: [Anchors.Point]) -> Bool {
    zip(points, points.dropFirst()).allSatisfy { $0.source < $1.source && $0.target < $1.target }
  }

  @Test func `what is planted is found, and nothing else`() throws {
    let planted = [(3, 5), (10, 11), (11, 30), (40, 31), (59, 59)]
    var source = (0..<60).map { _ in "perro gato" }
    var target = (0..<60).map { _ in "dog cat" }
    for (number, (left, right)) in planted.enumerated() {
      let words = (0..<4).map { SeededGenerator.word(number * 4 + $0 + 600, "z") }
      source[left] += " " + words.joined(separator: " ")
      target[right] = words.joined(separator: " ") + " " + target[right]
    }
    let points = try anchors(source, target)
    #expect(points == planted.map { Anchors.Point(source: Int32($0), target: Int32($1)) })
  }

  @Test func `of crossing anchors the heavier chain stays`() throws {
    func words(_ number: Int, _ count: Int) -> String {
      (0..<count).map { SeededGenerator.word(number * 10 + $0 + 600, "z") }.joined(separator: " ")
    }
    let filler = Array(repeating: "a", count: 30)
    // Two light ones in order, one heavy across both.
    let light = [words(1, 4), words(2, 4)]
    let heavy = words(3, 6)
    let source = [heavy] + filler + light
    #expect(try anchors(source, light + filler + [heavy]).count == 2)
    let heavier = words(3, 10)
    let crossing = try anchors([heavier] + filler + light, light + filler + [heavier])
    #expect(crossing == [Anchors.Point(source: 0, target: 32)])
  }

  @Test func `nothing shared, or nothing at all, gives no anchors`() throws {
    #expect(try anchors([], []).isEmpty)
    #expect(try anchors(["uno dos tres"], []).isEmpty)
    #expect(try anchors([], ["one two three"]).isEmpty)
    #expect(try anchors(["perro azul"], ["quick brown fox"]).isEmpty)
    let same = Array(repeating: "siempre la misma frase", count: 100)
    #expect(try anchors(same, same).isEmpty)
  }

  @Test func `chains rise strictly on both sides`() throws {
    var generator = SeededGenerator(seed: 35)
    var found = 0
    for _ in 0..<40 {
      let words = Int.random(in: 30...400, using: &generator)
      let rows = Int.random(in: 1...60, using: &generator)
      let columns = Int.random(in: 1...60, using: &generator)
      let source = generator.sentences(rows, of: words, length: 0...9)
      var target = generator.sentences(columns, of: words, length: 0...9)
      for index in target.indices where Bool.random(using: &generator) {
        target[index] = source.randomElement(using: &generator) ?? ""
      }
      let points = try anchors(source, target)
      #expect(rises(points))
      #expect(
        points.allSatisfy { (0..<rows).contains(Int($0.source)) && Int($0.target) < columns })
      found += points.count
    }
    #expect(found > 40)
  }
}
