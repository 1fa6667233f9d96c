internal import CotejoICU

/// Cuts paragraphs by the rules of an SRX file.
///
/// Rules that cut are few, so each place is asked about them first, most by a look at the character
/// before it; only where one matches are the rules asked that stand above it.
struct SRXSegmenter: ~Copyable {
  private let rules: [SRXRuleMatcher]
  /// The places in `rules` of those that cut and that may match behind a character, by its code
  /// point; the last is for those outside ASCII.
  private let breaks: [[Int]]
  private let place: String
  private var subject: PatternSubject
  private let expressions: [SRXExpression]

  /// Compiles the rules for a language.
  ///
  /// - Throws: `languageData` if there are none for it, or one holds what ICU does not take.
  init(_ rules: SRXRules, language: LanguageTag) throws(TextError) {
    let list = try rules.rules(for: language)
    var matchers: [SRXRuleMatcher] = []
    var expressions: [String: SRXExpression] = [:]
    do {
      var sampler = try CharacterSampler()
      for rule in list {
        matchers.append(try SRXRuleMatcher(rule, expressions: &expressions, sampler: &sampler))
      }
      subject = try PatternSubject()
    } catch {
      throw TextError(.languageData, place: rules.place, message: error.description)
    }
    place = rules.place
    self.rules = matchers
    self.expressions = Array(expressions.values)
    let cutting = matchers.indices.filter { matchers[$0].rule.isBreak }
    let outermost = matchers.map(\.outermost)
    breaks = (0...128).map { scalar in
      cutting.filter { outermost[$0].contains(UInt32(scalar)) }
    }
  }

  /// Calls `cut` with each place between two characters where the rules cut, in order, as a byte of
  /// `text`.
  ///
  /// - Parameters:
  ///   - text: a paragraph, valid UTF-8.
  ///   - cut: what is called.
  /// - Throws: `languageData`, at the rule, for one whose match costs more time or memory than it may;
  ///   `icu`.
  mutating func forEachCut(
    of text: Span<UInt8>, _ cut: (Int) -> Void
  ) throws(TextError) {
    do {
      try subject.set(text)
    } catch {
      throw TextError(.icu, message: error.description)
    }
    for expression in expressions { expression.last.place = -1 }
    // UTF-16 units before `offset`.
    var units = 0
    var offset = 0
    while offset < text.count {
      let (scalar, width) = text.decodeScalar(at: offset)
      offset += width
      units += width == 4 ? 2 : 1
      let breaks = breaks[Int(min(scalar, 128))]
      guard !breaks.isEmpty, offset < text.count else { continue }
      if try isCut(offset, units: units, breaks, in: text) { cut(offset) }
    }
  }

  /// Whether the first rule that matches cuts.
  private func isCut(
    _ offset: Int, units: Int, _ breaks: [Int], in text: Span<UInt8>
  ) throws(TextError) -> Bool {
    for index in breaks {
      guard try matches(index, offset, units: units, in: text) else { continue }
      for above in 0..<index where !rules[above].rule.isBreak {
        if try matches(above, offset, units: units, in: text) { return false }
      }
      return true
    }
    return false
  }

  @inline(__always)
  private func matches(
    _ index: Int, _ offset: Int, units: Int, in text: Span<UInt8>
  ) throws(TextError) -> Bool {
    guard rules[index].admits(offset, in: text) else { return false }
    do {
      return try rules[index].matches(units, in: subject)
    } catch {
      throw fault(error, rules[index].rule)
    }
  }

  private func fault(_ error: ICUError, _ rule: SRXRules.Rule) -> TextError {
    guard error.isLimit else { return TextError(.icu, message: error.description) }
    return TextError(
      .languageData, place: "\(place):\(rule.line)",
      message: "matching rule \(rule.number) of '\(rule.group)' takes more time or memory than "
        + "it may (\(error.name)); its expressions try too many ways")
  }
}
