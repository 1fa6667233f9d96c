import CotejoFormats
import CotejoTestSupport

extension SeededGenerator {
  /// At most so many sentences of one side.
  mutating func segments(upTo count: Int) -> [TranslationUnit.Segment] {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in
      let start = Int.random(in: 0...100_000, using: &self)
      return TranslationUnit.Segment(
        document: text(upTo: 6), start: start, end: start + Int.random(in: 0...300, using: &self),
        text: text(upTo: 24))
    }
  }

  /// A unit of random sentences.
  mutating func unit() -> TranslationUnit {
    TranslationUnit(
      source: segments(upTo: 3), target: segments(upTo: 3),
      score: Double.random(in: 0...1, using: &self))
  }
}

extension TranslationUnit {
  /// A unit of one sentence a side; an empty text is no sentence.
  init(_ source: String, _ target: String, score: Double = 0.5) {
    func side(_ text: String, _ document: String) -> [Segment] {
      text.isEmpty
        ? [] : [Segment(document: document, start: 0, end: text.utf8.count, text: text)]
    }
    self.init(
      source: side(source, "es/a.txt"), target: side(target, "en/a.txt"), score: score)
  }
}

extension TemporaryFolder {
  /// Writes a file through the product, compressed if the name says so; its full path.
  func compress(_ bytes: [UInt8], to name: String) throws -> String {
    var output = try CompressedOutputFile(path: file(name))
    try output.write(bytes)
    try output.commit()
    return file(name)
  }
}
