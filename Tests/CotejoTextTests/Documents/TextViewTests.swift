import CotejoTestSupport
import Testing

@testable import CotejoText

struct TextViewTests {
  private func edit(_ source: Range<Int32>, _ view: Range<Int32>) -> TextView.Edit {
    TextView.Edit(
      source: TextSpan(source.lowerBound, source.upperBound),
      view: TextSpan(view.lowerBound, view.upperBound))
  }

  @Test(arguments: [(0, 0), (0, 3), (2, 2), (3, 3)] as [(Int32, Int32)])
  func leavesRangesOfUnchangedText(lower: Int32, upper: Int32) {
    let view = TextView(unchanged: Array("abc".utf8))
    #expect(view.sourceSpan(of: TextSpan(lower, upper)) == TextSpan(lower, upper))
    #expect(view[TextSpan(0, 3)] == "abc")
  }

  /// The view `abcxyzd` of a source `BBBab__cRRd_-`.
  ///
  /// Three bytes are deleted at the start, two inside and two at the end; `RR` became `xyz`.
  private var edited: TextView {
    TextView(
      bytes: Array("abcxyzd".utf8),
      edits: [edit(0..<3, 0..<0), edit(5..<7, 2..<2), edit(8..<10, 3..<6), edit(11..<13, 7..<7)])
  }

  @Test(
    arguments: [
      // Deleted text at either end of a range is not part of it.
      (0, 2, 3, 5), (0, 1, 3, 4), (2, 3, 7, 8), (1, 2, 4, 5),
      // Inside it, it is.
      (1, 3, 4, 8), (0, 7, 3, 11),
      // A replaced stretch counts whole.
      (3, 4, 8, 10), (4, 5, 8, 10), (5, 7, 8, 11), (2, 4, 7, 10), (3, 6, 8, 10), (6, 7, 10, 11),
      // Empty ranges.
      (0, 0, 3, 3), (2, 2, 7, 7), (4, 4, 8, 8), (7, 7, 13, 13),
    ] as [(Int32, Int32, Int32, Int32)])
  func leadsBackToTheSource(lower: Int32, upper: Int32, from: Int32, to: Int32) {
    #expect(edited.sourceSpan(of: TextSpan(lower, upper)) == TextSpan(from, to))
  }

  @Test(
    arguments: [
      // Up to deleted text, and from it on.
      (3, 5, 0, 2), (7, 8, 2, 3), (0, 3, 0, 0), (11, 13, 7, 7), (0, 4, 0, 1), (5, 7, 2, 2),
      (0, 13, 0, 7), (4, 8, 1, 3),
      // A part of what was deleted, or of what was replaced.
      (1, 2, 0, 0), (6, 8, 2, 3), (8, 9, 3, 6), (9, 10, 3, 6), (9, 11, 3, 7), (8, 10, 3, 6),
      // Empty ranges.
      (0, 0, 0, 0), (3, 3, 0, 0), (9, 9, 3, 3), (13, 13, 7, 7),
    ] as [(Int32, Int32, Int32, Int32)])
  func leadsFromTheSource(lower: Int32, upper: Int32, from: Int32, to: Int32) {
    #expect(edited.viewSpan(of: TextSpan(lower, upper)) == TextSpan(from, to))
  }

  @Test(
    arguments: [(0, 1, 0, 2), (1, 2, 0, 2), (1, 3, 0, 5), (2, 3, 2, 5), (4, 4, 2, 2)]
      as [(Int32, Int32, Int32, Int32)])
  func takesCharactersWhole(lower: Int32, upper: Int32, from: Int32, to: Int32) {
    let view = TextView(unchanged: Array("é—a".utf8))
    #expect(view.viewSpan(of: TextSpan(lower, upper)) == TextSpan(from, to))
  }

  @Test func leadsToTheSourceAndBack() {
    var generator = SeededGenerator(seed: 43)
    for _ in 0..<400 {
      let count = Int.random(in: 0...30, using: &generator)
      let source = (0..<count).map { _ in UInt8.random(in: 0x41...0x5A, using: &generator) }
      let (edits, bytes) = randomEdits(of: source, using: &generator)
      let view = TextView(bytes: bytes, edits: edits)
      // What was put in has no place in the source that would lead back to it.
      let inserted = edits.filter(\.source.isEmpty).flatMap { Array($0.view.range) }
      let isInserted = bytes.indices.map { inserted.contains($0) }
      for _ in 0..<20 where !bytes.isEmpty {
        let lower = Int.random(in: 0..<bytes.count, using: &generator)
        let upper = Int.random(in: lower + 1...bytes.count, using: &generator)
        let there = view.sourceSpan(of: TextSpan(Int32(lower), Int32(upper)))
        let back = view.viewSpan(of: there)
        #expect(back.lower >= 0 && Int(back.upper) <= bytes.count)
        for offset in lower..<upper where !isInserted[offset] {
          #expect(back.range.contains(offset), "\(offset) of \(lower)..<\(upper), \(edits)")
        }
      }
    }
  }

  @Test func keepsAdjacentEditsApart() {
    // Two letters of two bytes each, side by side, that became one byte each.
    let view = TextView(
      bytes: Array("xy".utf8), edits: [edit(0..<2, 0..<1), edit(2..<4, 1..<2)])
    #expect(view.sourceSpan(of: TextSpan(0, 1)) == TextSpan(0, 2))
    #expect(view.sourceSpan(of: TextSpan(1, 2)) == TextSpan(2, 4))
    #expect(view.sourceSpan(of: TextSpan(0, 2)) == TextSpan(0, 4))
  }

  @Test func passesDeletionsThatFollowOneAnother() {
    let view = TextView(
      bytes: Array("a".utf8), edits: [edit(0..<1, 0..<0), edit(1..<2, 0..<0), edit(3..<4, 1..<1)])
    #expect(view.sourceSpan(of: TextSpan(0, 1)) == TextSpan(2, 3))
  }

  @Test func composesWhatDoesNotMeet() {
    // `BBBab__c…`: the second change makes `b` into `BB`.
    let view = edited.applying([edit(1..<2, 1..<3)], bytes: Array("aBBcxyzd".utf8))
    #expect(
      view.edits == [
        edit(0..<3, 0..<0), edit(4..<5, 1..<3), edit(5..<7, 3..<3), edit(8..<10, 4..<7),
        edit(11..<13, 8..<8),
      ])
  }

  @Test func joinsWhatOverlaps() {
    // `bcx` becomes `-`: with it the deletion inside and the whole of the replaced stretch, whose
    // rest `yz` stays in the view.
    let view = edited.applying([edit(1..<4, 1..<2)], bytes: Array("a-yzd".utf8))
    #expect(view.edits == [edit(0..<3, 0..<0), edit(4..<10, 1..<4), edit(11..<13, 5..<5)])
  }

  @Test func composesDeletionsSideBySide() {
    let view = edited.applying(
      [edit(0..<1, 0..<0), edit(6..<7, 5..<5)], bytes: Array("bcxyz".utf8))
    #expect(
      view.edits == [
        edit(0..<3, 0..<0), edit(3..<4, 0..<0), edit(5..<7, 1..<1), edit(8..<10, 2..<5),
        edit(10..<11, 5..<5), edit(11..<13, 5..<5),
      ])
    #expect(view.sourceSpan(of: TextSpan(0, 5)) == TextSpan(4, 10))
  }

  @Test func composesWithNothing() {
    #expect(edited.applying([], bytes: edited.bytes).edits == edited.edits)
    let plain = TextView(unchanged: [0x61]).applying([edit(0..<1, 0..<1)], bytes: [0x62])
    #expect(plain.edits == [edit(0..<1, 0..<1)])
  }

  /// Edits at random: replacements, deletions and insertions, some of them adjacent.
  private func randomEdits(
    of source: [UInt8], using generator: inout SeededGenerator
  ) -> (edits: [TextView.Edit], bytes: [UInt8]) {
    var edits: [TextView.Edit] = []
    var bytes: [UInt8] = []
    var index = 0
    while index < source.count {
      let keep = min(Int.random(in: 0...4, using: &generator), source.count - index)
      bytes += source[index..<index + keep]
      index += keep
      let cut = min(Int.random(in: 0...3, using: &generator), source.count - index)
      let put = Int.random(in: 0...3, using: &generator)
      if cut + put > 0 {
        let lower = Int32(bytes.count)
        bytes += (0..<put).map { _ in UInt8.random(in: 0x61...0x7A, using: &generator) }
        edits.append(edit(Int32(index)..<Int32(index + cut), lower..<Int32(bytes.count)))
        index += cut
      }
    }
    return (edits, bytes)
  }

  @Test func composesAtRandom() {
    var generator = SeededGenerator(seed: 23)
    for _ in 0..<500 {
      let count = Int.random(in: 0...40, using: &generator)
      let source = (0..<count).map { _ in UInt8.random(in: 0x41...0x5A, using: &generator) }
      var view = TextView(unchanged: source)
      for _ in 0..<Int.random(in: 1...4, using: &generator) {
        let (edits, bytes) = randomEdits(of: view.bytes, using: &generator)
        let next = view.applying(edits, bytes: bytes)
        // Step by step back is never wider than the way of the composed edits.
        let direct = TextView(bytes: bytes, edits: edits)
        for offset in Int32(0)..<Int32(bytes.count) {
          let middle = direct.sourceSpan(of: TextSpan(offset, offset + 1))
          let steps = view.sourceSpan(of: middle)
          let composed = next.sourceSpan(of: TextSpan(offset, offset + 1))
          #expect(
            middle.isEmpty || composed.lower <= steps.lower && composed.upper >= steps.upper)
        }
        view = next
        expectFaithful(view, to: source)
      }
    }
  }
}
