#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Tells the language of a text by the looks of its words.
///
/// Scripts decide first: text in Greek letters is Greek, in kana Japanese. What is left, Latin and
/// Cyrillic letters, is scored word by word by a `LanguageModel`.
///
/// An identifier keeps the scores of words it has seen; make one a task and use it for text after
/// text. A copy is independent.
public struct LanguageIdentifier: Sendable {
  /// Where the weights come from.
  public var model: LanguageModel { scorer.model }
  var scorer: WordScorer

  /// Makes an identifier; the model is shared by all.
  public init(model: LanguageModel) {
    scorer = WordScorer(model: model)
  }

  /// Makes an identifier that keeps the scores of 2^`rowBits` words: to make one takes less time than
  /// to identify a few dozen sentences, and that of other words is scored anew.
  package init(model: LanguageModel, rowBits: Int) {
    scorer = WordScorer(model: model, rowBits: rowBits)
  }

  /// The languages that a text may be in, with their probabilities.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8 in composed form (NFC).
  ///   - among: the languages that are possible; all of the model if `nil`. One that the model does
  ///     not know is never found.
  /// - Returns: the languages, the most probable first.
  /// - Complexity: O(*n*) in the bytes of the text.
  public mutating func identify(
    _ text: Span<UInt8>, among: Set<LanguageTag>? = nil
  ) -> LanguageIdentification {
    var sum = LanguageScores(model: model)
    var letters = [Int](repeating: 0, count: DecisiveScript.allCases.count)
    var offset = 0
    while let stretch = scorer.next(in: text, from: &offset) {
      switch stretch {
      case .word(let range, let row, let isCapital):
        sum.add(scorer.scores[row], bytes: range.count, isCapital: isCapital)
      case .script(_, let script, let count): letters[script.rawValue] += count
      }
    }
    let possible = LanguageChoice(model: model, among: among)
    let others = letters.reduce(0, +)
    // Letters against letters: words of other scripts cannot be counted without a dictionary.
    guard others > 0, others * 2 >= sum.bytes else {
      return LanguageIdentification(
        candidates: sum.candidates(possible), words: sum.words, plainWords: sum.plainWords)
    }
    let guess = Self.guess(letters: letters)
    let isPossible = among?.contains { $0.language == guess.language.language } ?? true
    return LanguageIdentification(
      candidates: isPossible ? [guess] : [], words: sum.words + others,
      plainWords: sum.plainWords + others)
  }

  /// The language of letters of scripts that decide, by how many there are of each.
  private static func guess(letters: [Int]) -> LanguageGuess {
    var letters = letters
    if letters[DecisiveScript.kana.rawValue] > 0 {
      letters[DecisiveScript.kana.rawValue] += letters[DecisiveScript.han.rawValue]
      letters[DecisiveScript.han.rawValue] = 0
    }
    var best = DecisiveScript.other
    for script in DecisiveScript.allCases where letters[script.rawValue] > letters[best.rawValue] {
      best = script
    }
    let share = Double(letters[best.rawValue]) / Double(max(1, letters.reduce(0, +)))
    return LanguageGuess(
      language: LanguageTag(known: best.tag), confidence: best.confidence * share)
  }
}

/// Which languages of a model are possible.
struct LanguageChoice {
  /// A bit a language.
  let mask: UInt32

  /// Takes languages by their bits.
  init(mask: UInt32) {
    self.mask = mask
  }

  /// Takes those of a model that are wanted.
  init(model: LanguageModel, among: Set<LanguageTag>?) {
    var mask: UInt32 = 0
    let wanted = among.map { Set($0.map(Self.modelName)) }
    for (number, language) in model.languages.enumerated()
    where wanted?.contains(language.language) ?? true {
      mask |= 1 << UInt32(number)
    }
    self.mask = mask
  }

  func contains(_ number: Int) -> Bool { mask & 1 << UInt32(number) != 0 }

  /// The model's name for a language: `nb` for `no` and `nn`, which it does not tell apart.
  static func modelName(_ tag: LanguageTag) -> String {
    switch tag.language {
    case "no", "nn": "nb"
    default: tag.language
    }
  }
}

/// What the words of a text say together.
struct LanguageScores {
  private let model: LanguageModel
  private var total = SIMD32<Int64>.zero
  /// What the last words say, before it is added to `total`: narrow sums are quicker.
  private var recent = SIMD32<Int16>.zero
  private var waiting = 0
  private(set) var words = 0
  /// Words that do not begin with a capital.
  private(set) var plainWords = 0
  /// How many bytes the words have.
  private(set) var bytes = 0

  /// So many words of the largest score fit into 16 bits.
  private static let mostWaiting = Int(Int16.max / LanguageModel.mostOfWord)

  init(model: LanguageModel) {
    self.model = model
  }

  @inline(__always)
  mutating func add(_ scores: SIMD32<Int16>, bytes count: Int, isCapital: Bool) {
    recent &+= scores
    waiting += 1
    words += 1
    if !isCapital { plainWords += 1 }
    bytes += count
    if waiting == Self.mostWaiting { flush() }
  }

  private mutating func flush() {
    withUnsafeMutableBytes(of: &total) { bytes in
      let lanes = bytes.bindMemory(to: Int64.self)
      for lane in lanes.indices { lanes[lane] &+= Int64(recent[lane]) }
    }
    recent = .zero
    waiting = 0
  }

  /// The possible languages by their probabilities, the most probable first.
  mutating func candidates(_ choice: LanguageChoice) -> [LanguageGuess] {
    flush()
    guard words > 0 else { return [] }
    let temperature = model.temperature(words: words)
    let numbers = model.languages.indices.filter(choice.contains)
    let values = numbers.map { number in
      (Double(total[number]) + model.priors[number]) * model.scale / temperature
    }
    let most = values.max() ?? 0
    let chances = values.map { exp($0 - most) }
    let sum = chances.reduce(0, +)
    return zip(numbers, chances).map { number, chance in
      LanguageGuess(language: model.languages[number], confidence: chance / sum)
    }.sorted { ($1.confidence, $0.language) < ($0.confidence, $1.language) }
  }
}
