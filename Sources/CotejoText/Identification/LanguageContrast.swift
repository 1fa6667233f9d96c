/// Tells the words of one language from those of another, each word by its own looks.
///
/// A single word says little: *casa* is of four languages. What two languages have in common, and
/// what a third has, comes out as small numbers.
public struct LanguageContrast: Sendable {
  /// What a word says.
  public struct Leaning: Hashable, Sendable {
    /// How much more probable the first language is than the second, as the natural logarithm of the
    /// odds.
    public let odds: Float
    /// How much more probable the first language is than the likeliest of all others but its kin,
    /// likewise.
    public let margin: Float

    /// Makes a leaning.
    public init(odds: Float, margin: Float) {
      self.odds = odds
      self.margin = margin
    }
  }

  /// What is known of a language.
  private enum Known {
    /// Its place among those of the model.
    case lane(Int)
    /// The scripts that it alone, or nearly, is written in.
    case scripts([DecisiveScript])
    case nothing

    init(_ language: LanguageTag, _ model: LanguageModel) {
      let name = LanguageChoice.modelName(language)
      if let lane = model.languages.firstIndex(where: { $0.language == name }) {
        self = .lane(lane)
      } else {
        let own = DecisiveScript.allCases.filter { $0.confidence > 0 && $0.tag == name }
        switch name {
        case "ja": self = .scripts([.kana, .han])
        default: self = own.isEmpty ? .nothing : .scripts(own)
        }
      }
    }
  }

  /// What a word in a script of its own says for or against a language: as much as several words do.
  ///
  /// A judgement: letters leave no doubt, but a sign or a name may stand anywhere.
  public static let scriptOdds: Float = 12

  private let first: Known
  private let second: Known
  /// The languages of the model that the first is compared with for the margin.
  private let others: LanguageChoice
  private var scorer: WordScorer
  private var model: LanguageModel { scorer.model }

  /// Words are seldom asked for twice.
  private static let rowBits = 4

  /// Tells words of `language` from those of `other`.
  ///
  /// It is `nil` if the model does not know `other`, or does not tell the two apart. Where it does not
  /// know `language`, only words in other scripts than those of `other` say anything.
  ///
  /// - Parameters:
  ///   - language: the language that words may be of.
  ///   - other: the language that they would be of otherwise.
  ///   - kin: languages so close to `language` that their words do not speak against it, unless `other`
  ///     is one of them.
  ///   - model: what knows the looks of words.
  public init?(
    _ language: LanguageTag, against other: LanguageTag, kin: Set<LanguageTag> = [],
    model: LanguageModel
  ) {
    guard LanguageChoice.modelName(language) != LanguageChoice.modelName(other) else { return nil }
    first = Known(language, model)
    second = Known(other, model)
    if case .nothing = second { return nil }
    let name = LanguageChoice.modelName(other)
    let close = kin.filter { LanguageChoice.modelName($0) != name }.union([language])
    others = LanguageChoice(mask: ~LanguageChoice(model: model, among: close).mask)
    scorer = WordScorer(model: model, rowBits: Self.rowBits)
  }

  /// What a word says.
  ///
  /// - Parameter word: valid UTF-8 in composed form (NFC). The parts of a word with a hyphen or an
  ///   apostrophe say together what it says.
  /// - Returns: natural logarithms of odds; 0 and 0 for what has no letters, or letters of a script that
  ///   both languages are written in and the model does not know.
  /// - Complexity: O(*n*) in the bytes of the word.
  public mutating func leaning(of word: Span<UInt8>) -> Leaning {
    var sum = SIMD32<Int32>.zero
    var words = 0
    var byScript: Float = 0
    var offset = 0
    while let stretch = scorer.next(in: word, from: &offset) {
      switch stretch {
      case .word(_, let row, _):
        sum &+= SIMD32<Int32>(truncatingIfNeeded: scorer.scores[row])
        words += 1
      case .script(_, let script, _): byScript += leaning(of: script)
      }
    }
    if byScript != 0 {
      let odds = max(-Self.scriptOdds, min(byScript, Self.scriptOdds))
      return Leaning(odds: odds, margin: odds)
    }
    return words > 0 ? leaning(of: sum) : Leaning(odds: 0, margin: 0)
  }

  /// What letters of a script that decides say.
  private func leaning(of script: DecisiveScript) -> Float {
    func has(_ known: Known) -> Bool {
      if case .scripts(let own) = known { own.contains(script) } else { false }
    }
    return has(second) ? (has(first) ? 0 : -Self.scriptOdds) : Self.scriptOdds
  }

  /// What the scores of a word come to.
  private func leaning(of scores: SIMD32<Int32>) -> Leaning {
    func nats(_ lane: Int) -> Float { Float(scores[lane]) * Float(model.scale) }
    switch (first, second) {
    case (.lane(let first), .lane(let second)):
      let own = nats(first)
      let odds = own - nats(second)
      return Leaning(odds: odds, margin: min(odds, own - mostOfOthers(scores)))
    case (.lane(let first), _):
      // The other language has no such letters; foreign words and signs in it may be of any.
      let margin = nats(first) - mostOfOthers(scores)
      return Leaning(odds: margin, margin: margin)
    // Of a language without a place there is nothing to compare with.
    default: return Leaning(odds: 0, margin: 0)
    }
  }

  /// What speaks for the likeliest of the other languages, in nats.
  private func mostOfOthers(_ scores: SIMD32<Int32>) -> Float {
    var most: Int32?
    for lane in model.languages.indices where others.contains(lane) {
      most = max(most ?? .min, scores[lane])
    }
    return Float(most ?? 0) * Float(model.scale)
  }
}
