import CotejoFormats

/// SplitMix64: the same random numbers for the same seed (Steele, Lea and Flood, 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Text of every kind that has broken a format somewhere.
  mutating func text(upTo length: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...length, using: &self) {
      text.unicodeScalars.append(scalar())
    }
    return text
  }

  mutating func scalar() -> Unicode.Scalar {
    let ranges: [ClosedRange<UInt32>] = [
      0x00...0x1F, 0x20...0x7E, 0x20...0x7E, 0x7F...0x9F, 0xA0...0xFF, 0x300...0x36F,
      0x2018...0x202F, 0x2028...0x2029, 0x3040...0x30FF, 0x4E00...0x9FFF, 0xAC00...0xAC80,
      0xD7F0...0xD7FF, 0xE000...0xE010, 0xFEFF...0xFEFF, 0xFFF0...0xFFFF, 0x1F600...0x1F64F,
      0x20000...0x20010, 0x10FFF0...0x10FFFF,
    ]
    let marks: [Unicode.Scalar] = ["\"", "\\", "/", "<", ">", "&", "'", ";", "\t", "\n", "\r", "]"]
    if Int.random(in: 0..<4, using: &self) == 0, let mark = marks.randomElement(using: &self) {
      return mark
    }
    let range = ranges[Int.random(in: 0..<ranges.count, using: &self)]
    return Unicode.Scalar(UInt32.random(in: range, using: &self)) ?? "?"
  }

  mutating func segments(upTo count: Int) -> [TranslationUnit.Segment] {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in
      let start = Int.random(in: 0...100_000, using: &self)
      return TranslationUnit.Segment(
        document: text(upTo: 6), start: start, end: start + Int.random(in: 0...300, using: &self),
        text: text(upTo: 24))
    }
  }

  mutating func unit() -> TranslationUnit {
    TranslationUnit(
      source: segments(upTo: 3), target: segments(upTo: 3),
      score: Double.random(in: 0...1, using: &self))
  }

  mutating func bytes(upTo count: Int) -> [UInt8] {
    (0..<Int.random(in: 0...count, using: &self)).map { _ in
      UInt8.random(in: 0...255, using: &self)
    }
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
