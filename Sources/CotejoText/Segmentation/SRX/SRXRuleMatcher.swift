internal import CotejoICU

/// An expression of a rule, compiled; rules that write the same one share it.
final class SRXExpression {
  var pattern: Pattern
  /// The place that was asked last, and the answer: many rules ask the same after a place.
  var last = (place: -1, matches: false)

  init(_ expression: String) throws(ICUError) {
    pattern = try Pattern(expression)
  }
}

/// A rule of an SRX file, ready to be asked about places.
struct SRXRuleMatcher {
  let rule: SRXRules.Rule
  private let before: Before?
  private let after: SRXExpression?
  private let ends: PatternEdge
  private let starts: PatternEdge

  /// How what is before a place is matched.
  private struct Before {
    let expression: SRXExpression
    /// How many UTF-16 units before the place a match may begin; nil for the start of the text.
    let reach: Int?
    /// Whether the expression ends in `\z`, for the place.
    let isBounded: Bool
  }

  /// How far back a match may begin where the expression does not bound it, in UTF-16 units.
  static let longestReach = 200

  /// Compiles a rule.
  ///
  /// - Parameters:
  ///   - rule: the rule.
  ///   - expressions: what was compiled before, by what it was compiled from.
  ///   - sampler: what tells the characters of classes.
  /// - Throws: ICU's error for an expression that it does not take.
  init(
    _ rule: SRXRules.Rule, expressions: inout [String: SRXExpression],
    sampler: inout CharacterSampler
  ) throws(ICUError) {
    self.rule = rule
    func compiled(_ text: String) throws(ICUError) -> SRXExpression {
      if let known = expressions[text] { return known }
      let expression = try SRXExpression(text)
      expressions[text] = expression
      return expression
    }
    after = rule.after.isEmpty ? nil : try compiled(rule.after)
    starts = try Self.edge(.start, of: PatternShape.read(rule.after), &sampler)
    let shape = PatternShape.read(rule.before)
    ends = try Self.edge(.end, of: shape, &sampler)
    guard !rule.before.isEmpty else {
      before = nil
      return
    }
    let isBounded = !Self.seesBounds(rule.before)
    before = Before(
      expression: try compiled(isBounded ? "(?:\(rule.before))\\z" : rule.before),
      reach: Self.reach(of: rule.before, shape), isBounded: isBounded)
  }

  private static func edge(
    _ side: PatternEdge.Side, of shape: (shape: PatternShape, isCaseless: Bool)?,
    _ sampler: inout CharacterSampler
  ) throws(ICUError) -> PatternEdge {
    guard let shape else { return PatternEdge() }
    return try PatternEdge(
      side, of: shape.shape, isCaseless: shape.isCaseless, sampler: &sampler)
  }

  /// Whether an expression may tell the end of the text from the place, or swallow what is put
  /// behind it: `$`, `\z`, a quoted stretch, comments.
  private static func seesBounds(_ expression: String) -> Bool {
    let scalars = Array(expression.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      switch scalar {
      case "$": return true
      case "\\": if next == "z" || next == "Z" || next == "Q" { return true }
      case "(":
        guard next == "?" else { continue }
        let flags = scalars[(index + 2)...].prefix { $0 != ":" && $0 != ")" && $0 != "=" }
        if flags.contains("x") { return true }
      default: continue
      }
    }
    return false
  }

  private static func reach(
    of expression: String, _ shape: (shape: PatternShape, isCaseless: Bool)?
  ) -> Int? {
    let isAnchored = expression.hasPrefix("^") || expression.hasPrefix("\\A")
    if isAnchored, !expression.contains("|"), !expression.contains("(?m") { return nil }
    // Two units a code point; in any case one letter may stand for three.
    guard let shape, !shape.isCaseless, let longest = shape.shape.longest else {
      return longestReach
    }
    return min(2 * longest, 5 * longestReach)
  }

  /// What must stand before a place for the rule to match there.
  var outermost: CharacterSample { ends.outermost }

  /// Whether the rule may match at `offset`, by a quick look at the text, in bytes.
  @inline(__always)
  func admits(_ offset: Int, in text: Span<UInt8>) -> Bool {
    ends.admits(endAt: offset, in: text) && starts.admits(startAt: offset, in: text)
  }

  /// Whether the rule matches at a place, in UTF-16 units.
  func matches(
    _ place: Int, in subject: borrowing PatternSubject
  ) throws(ICUError) -> Bool {
    if let after {
      if after.last.place != place {
        after.last = (place, try after.pattern.matches(subject, from: place))
      }
      guard after.last.matches else { return false }
    }
    guard let before else { return true }
    let first = before.reach.map { max(0, place - $0) } ?? 0
    if before.isBounded {
      return try before.expression.pattern.matches(subject, first: first, before: place)
    }
    for start in stride(from: place, through: first, by: -1)
    where try before.expression.pattern.matchesAll(of: subject, from: start, to: place) {
      return true
    }
    return false
  }
}
