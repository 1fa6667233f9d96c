import CotejoLexicon
import CotejoTestSupport
import CotejoText

@testable import CotejoAlignment

/// A document and its rendering, of which only the paragraphs tell where a refrain was left out.
///
/// Every paragraph begins and ends with the same refrain; between two paragraphs, the rendering often
/// lacks either the one or the other.
struct StructuredDocument {
  /// The sentences of a side and the numbers of their paragraphs.
  struct Side {
    var sentences: [String] = []
    var paragraphs: [Int32] = []

    /// The words of the sentences with their structure, each sentence a line, a blank line between
    /// paragraphs.
    func indexed(_ language: String) throws -> IndexedText {
      try IndexedText(segmented(language))
    }

    func segmented(_ language: String) throws -> SegmentedText {
      var bytes: [UInt8] = []
      var spans: [Sentence] = []
      for (index, sentence) in sentences.enumerated() {
        if index > 0, paragraphs[index] != paragraphs[index - 1] { bytes.append(0x0A) }
        let start = Int32(bytes.count)
        bytes += Array(sentence.utf8)
        spans.append(
          Sentence(span: TextSpan(start, Int32(bytes.count)), paragraph: paragraphs[index]))
        bytes.append(0x0A)
      }
      return SegmentedText(
        language: try LanguageTag(language), text: TextView(unchanged: bytes), sentences: spans)
    }

    /// The same sentences in one paragraph.
    var flat: Side {
      Side(sentences: sentences, paragraphs: sentences.map { _ in 0 })
    }

    /// The same sentences with breaks drawn blindly, as many as before.
    func broken(_ generator: inout SeededGenerator) -> Side {
      let share = Double(Set(paragraphs).count) / Double(max(1, sentences.count))
      var number: Int32 = 0
      return Side(
        sentences: sentences,
        paragraphs: sentences.map { _ in
          if Double.random(in: 0..<1, using: &generator) < share { number += 1 }
          return number
        })
    }
  }

  var source = Side()
  var target = Side()
  /// The sentences that render each other.
  var gold: [[Range<Int32>]] = []

  /// Draws so many paragraphs of two to four sentences between refrains.
  init(paragraphs: Int, seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    var lacksOpening = false
    func join(_ source: String?, _ target: String?, _ paragraph: Int) {
      let places = (Int32(self.source.sentences.count), Int32(self.target.sentences.count))
      gold.append([
        places.0..<places.0 + (source == nil ? 0 : 1),
        places.1..<places.1 + (target == nil ? 0 : 1),
      ])
      if let source {
        self.source.sentences.append(source)
        self.source.paragraphs.append(Int32(paragraph))
      }
      if let target {
        self.target.sentences.append(target)
        self.target.paragraphs.append(Int32(paragraph))
      }
    }
    for paragraph in 0..<paragraphs {
      let omits = Int.random(in: 0..<4, using: &generator)
      join("Así fue.", lacksOpening ? nil : "So it was.", paragraph)
      for _ in 0..<Int.random(in: 2...4, using: &generator) {
        let words = (0..<6).map { _ in Int.random(in: 0..<400, using: &generator) }
        join(
          words.map { SeededGenerator.word($0, "x") }.joined(separator: " ") + ".",
          words.map { SeededGenerator.word($0, "x") }.joined(separator: " ") + ".", paragraph)
      }
      let isLast = paragraph + 1 == paragraphs
      join("Así fue.", omits == 0 && !isLast ? nil : "So it was.", paragraph)
      lacksOpening = omits == 1
    }
  }

  /// The share of true beads of both sides that are found.
  func recall(of beads: [Bead]) -> Double {
    let found = Set(beads.joints)
    let pairs = gold.filter { !$0[0].isEmpty && !$0[1].isEmpty }
    return Double(pairs.count { found.contains($0) }) / Double(max(1, pairs.count))
  }
}
