/// The best way through the languages of words that follow one another.
struct LanguagePath {
  /// What a change of language costs where only a blank stands between the words, in nats; found
  /// with sentences of two languages put into one another, as `cheapChange` was.
  static let change = 16.0
  /// What it costs at a mark or a line end.
  static let cheapChange = 9.0

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

  mutating func append(_ scores: SIMD32<Int16>, _ range: Range<Int>, isParted: Bool) {
    guard !numbers.isEmpty else { return }
    let cost = isParted ? Self.cheapChange : Self.change
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
    for word in words[range] { sum.add(word.scores, bytes: word.range.count) }
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
