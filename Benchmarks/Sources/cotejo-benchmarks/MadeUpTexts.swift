import Cotejo

/// A text and its rendering in words that no language has, one sentence a line.
///
/// Word frequencies follow Zipf's law; each word has one rendering, some are the same on both sides
/// as names are; runs of up to 40 sentences are missing from the rendering, and one sentence in
/// twenty is split there.
struct MadeUpTexts: Sendable {
  let source: SegmentedText
  let target: SegmentedText

  init(pairs: Int, seed: UInt64, _ from: LanguageTag, _ to: LanguageTag) {
    var random = SplitMix(state: seed)
    var left = Lines()
    var right = Lines()
    var missing = 0
    for _ in 0..<pairs {
      let words = (0..<(5 + Int(random.next() % 30))).map { _ in Self.word(&random) }
      left.append(words.map { Self.form($0, "os") })
      if missing == 0, random.next() % 400 == 0 { missing = 1 + Int(random.next() % 40) }
      if missing > 0 {
        missing -= 1
        continue
      }
      let rendered = words.map { Self.form($0, "ing") }
      if random.next() % 20 == 0, words.count > 10 {
        right.append(Array(rendered.prefix(words.count / 2)))
        right.append(Array(rendered.dropFirst(words.count / 2)))
      } else {
        right.append(rendered)
      }
    }
    source = left.text(from)
    target = right.text(to)
  }

  /// A text of so few words that none is rare, with refrains, of which a side lacks long runs.
  ///
  /// The first run is missing in the original, the others in the rendering.
  static func hostile(
    count: Int, words: UInt64, missing: [Range<Int>], _ from: LanguageTag, _ to: LanguageTag
  ) -> MadeUpTexts {
    var random = SplitMix(state: 13)
    var (left, right) = (Lines(), Lines())
    for number in 0..<count {
      var sentence = (0..<(8 + Int(random.next() % 9))).map { _ in 1 + random.next() % words }
      if number % 7 == 0 { sentence = [1, 2, 3, 4, 5, 6] }
      if missing.first?.contains(number) != true {
        left.append(sentence.map { form($0, "os") })
      }
      if !missing.dropFirst().contains(where: { $0.contains(number) }) {
        right.append(sentence.shuffled(using: &random).map { form($0, "ing") })
      }
    }
    return MadeUpTexts(source: left.text(from), target: right.text(to))
  }

  private init(source: SegmentedText, target: SegmentedText) {
    self.source = source
    self.target = target
  }

  /// One sentence, again and again.
  static func sameLine(count: Int, _ language: LanguageTag) -> SegmentedText {
    var lines = Lines()
    let words = ["bado", "cefi", "dogu", "fuhe"]
    for _ in 0..<count { lines.append(words) }
    return lines.text(language)
  }

  /// Running text of sentences in paragraphs.
  static func prose(bytes: Int) -> [UInt8] {
    var random = SplitMix(state: 1)
    var text: [UInt8] = []
    text.reserveCapacity(bytes + 400)
    while text.count < bytes {
      let words = (0..<(5 + Int(random.next() % 30))).map { _ in form(word(&random), "ón") }
      text += Array(words.joined(separator: " ").utf8)
      text += Array(random.next() % 6 == 0 ? ".\n".utf8 : ". ".utf8)
    }
    return text
  }

  /// A word number of a Zipf distribution over 2¹⁶ words.
  private static func word(_ random: inout SplitMix) -> UInt64 {
    let octave = random.next() % 17
    return (1 << octave) + random.next() % (1 << octave)
  }

  /// A word by its number; one in eight is a name, the same in every language.
  private static func form(_ word: UInt64, _ ending: String) -> String {
    var letters = ""
    var rest = word &* 0x9E37_79B9
    for _ in 0..<3 {
      letters.unicodeScalars.append(Unicode.Scalar(UInt8(0x62 + rest % 24)))
      letters.unicodeScalars.append(Unicode.Scalar(Array("aeiou".utf8)[Int(rest / 24 % 5)]))
      rest /= 120
    }
    return word % 8 == 0 ? letters.capitalizedFirst : letters + ending
  }
}

extension String {
  /// The word with a capital, as names have it.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

/// Lines of words as a segmented text.
private struct Lines {
  private var bytes: [UInt8] = []
  private var sentences: [Sentence] = []

  mutating func append(_ words: [String]) {
    let start = Int32(bytes.count)
    bytes += Array(words.joined(separator: " ").utf8)
    sentences.append(
      Sentence(
        span: TextSpan(start, Int32(bytes.count)), paragraph: Int32(sentences.count)))
    bytes.append(UInt8(ascii: "\n"))
  }

  func text(_ language: LanguageTag) -> SegmentedText {
    guard
      let document = try? DocumentReader().document(of: bytes, id: "made up", language: language)
    else { fatalError("made-up text is UTF-8") }
    return SegmentedText(language: language, text: document.text, sentences: sentences)
  }
}

/// SplitMix64, a small generator whose numbers depend on the seed alone.
///
/// Source: Steele, Lea and Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
    return value ^ value >> 31
  }
}
