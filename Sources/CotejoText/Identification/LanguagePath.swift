/// The best way through the languages of words that follow one another.
struct LanguagePath {
  /// What stands between two words, by how readily the language changes there.
  enum Gap: Int, Comparable {
    /// Blanks, hyphens, figures.
    case blank
    /// A comma, or a sign that is no mark.
    case comma
    /// The end of a sentence, a colon, a dash, a bracket.
    case mark
    /// A quotation mark.
    case quotationMark
    /// The end of a line.
    case lineEnd

    /// What a change of language costs, in nats: a judgement, so that a name or a loan word does not
    /// pay for two of them and a quotation of some five words does.
    var cost: Double {
      switch self {
      case .blank: 16
      case .comma: 13
      case .mark: 9
      case .quotationMark: 6
      case .lineEnd: 5
      }
    }

    static func < (left: Self, right: Self) -> Bool { left.rawValue < right.rawValue }

    /// Looks at the bytes between two words.
    init(_ text: Span<UInt8>, _ gap: Range<Int>) {
      var widest = Self.blank
      for offset in gap {
        let found: Self =
          switch text[offset] {
          case 0x0A: .lineEnd
          case UInt8(ascii: "\""): .quotationMark
          case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: ":"),
            UInt8(ascii: ";"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["),
            UInt8(ascii: "]"):
            .mark
          case UInt8(ascii: ","): .comma
          case 0xC2...0xF4: Self.of(text.scalar(at: offset))
          default: .blank
          }
        widest = max(widest, found)
      }
      self = widest
    }

    /// What a mark beyond ASCII is.
    private static func of(_ scalar: UInt32) -> Self {
      switch scalar {
      case 0xA0, 0x202F, 0x2009: .blank
      // « » “ ” „ ‹ › 「 」 『 』
      case 0xAB, 0xBB, 0x201C...0x201F, 0x2039, 0x203A, 0x300C...0x300F: .quotationMark
      // ¿ ¡, dashes, the ellipsis, marks of East Asia
      case 0xBF, 0xA1, 0x2012...0x2015, 0x2026, 0x3001...0x300B, 0x3010...0x301F, 0xFF01...0xFF1F:
        .mark
      default: .comma
      }
    }
  }

  private let model: LanguageModel
  private let numbers: [Int]
  private var words: [(range: Range<Int>, scores: SIMD32<Int16>)] = []
  /// The score of the best way to each language at the last word.
  private var best: [Double]
  /// For each word and language the language of the word before, `numbers.count` of them a word.
  private var before: [UInt8] = []
  /// Whether the words go on from those of the last `finish`.
  private var isContinued = false

  init(model: LanguageModel, choice: LanguageChoice) {
    self.model = model
    numbers = model.languages.indices.filter(choice.contains)
    best = numbers.map { model.priors[$0] * model.scale }
  }

  /// How many words wait for `finish`.
  var count: Int { words.count }

  mutating func append(_ scores: SIMD32<Int16>, _ range: Range<Int>, after gap: Gap) {
    guard !numbers.isEmpty else { return }
    let cost = gap.cost
    var leader = 0
    for index in best.indices where best[index] > best[leader] { leader = index }
    // From the second word on; the first may be of any language.
    let change = words.isEmpty ? -Double.infinity : best[leader] - cost
    // Only differences count: without the leader's share the sums stay small in long texts.
    let base = best[leader]
    for index in best.indices {
      let stays = best[index] >= change
      before.append(UInt8(truncatingIfNeeded: stays ? index : leader))
      best[index] = max(best[index], change) - base + Double(scores[numbers[index]]) * model.scale
    }
    words.append((range, scores))
  }

  /// Says that something stands between the words so far and those to come.
  mutating func interrupt() { isContinued = false }

  /// Appends the stretches of the words so far and forgets them.
  mutating func finish(into spans: inout [LanguageSpan]) {
    guard !words.isEmpty else { return }
    var language = 0
    for index in best.indices where best[index] > best[language] { language = index }
    var found: [LanguageSpan] = []
    var end = words.count
    for word in stride(from: words.count - 1, through: 0, by: -1) {
      let previous = Int(before[word * numbers.count + language])
      if word == 0 || previous != language {
        found.append(span(word..<end, language))
        end = word
        language = previous
      }
    }
    found.reverse()
    // A stretch that goes on from the block before is one with it.
    if let last = spans.last, let first = found.first, isContinued,
      last.guess.language == first.guess.language
    {
      spans[spans.count - 1] = LanguageSpan(
        span: TextSpan(last.span.lower, first.span.upper),
        guess: last.words > first.words ? last.guess : first.guess,
        words: last.words + first.words)
      found.removeFirst()
    }
    spans += found
    isContinued = true
    words.removeAll(keepingCapacity: true)
    before.removeAll(keepingCapacity: true)
    best = numbers.map { model.priors[$0] * model.scale }
  }

  /// A stretch of words in one language.
  private func span(_ range: Range<Int>, _ index: Int) -> LanguageSpan {
    var sum = LanguageScores(model: model)
    for word in words[range] { sum.add(word.scores, bytes: word.range.count, isCapital: false) }
    let language = model.languages[numbers[index]]
    let mask = numbers.reduce(UInt32(0)) { $0 | 1 << UInt32($1) }
    let confidence =
      sum.candidates(LanguageChoice(mask: mask)).first { $0.language == language }?.confidence ?? 0
    return LanguageSpan(
      span: TextSpan(
        Int32(words[range.lowerBound].range.lowerBound),
        Int32(words[range.upperBound - 1].range.upperBound)),
      guess: LanguageGuess(language: language, confidence: confidence), words: range.count)
  }
}
