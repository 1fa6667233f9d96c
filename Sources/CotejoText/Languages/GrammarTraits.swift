/// What a language's grammar has that decides where subjects and reported clauses are looked for.
///
/// The traits stand by these names under `grammar` in a language's `quotations.txt`.
package struct GrammarTraits: OptionSet, Hashable, Sendable {
  package let rawValue: UInt8

  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// `inverted-subjects`: a subject may follow any verb, and that of a quotation does as a rule.
  package static let invertedSubjects = Self(rawValue: 1 << 0)
  /// `dropped-subjects`: a verb need not have a subject of its own.
  package static let droppedSubjects = Self(rawValue: 1 << 1)
  /// `clitics`: object pronouns stand before the verb.
  package static let clitics = Self(rawValue: 1 << 2)
  /// `bare-clauses`: a reported clause needs no *that*.
  package static let bareClauses = Self(rawValue: 1 << 3)
  /// `distinct-verbs`: the finite form of a verb is seldom that of a noun, adjective or participle.
  package static let distinctVerbs = Self(rawValue: 1 << 4)

  /// The traits by their names.
  static let names: [String: Self] = [
    "inverted-subjects": .invertedSubjects, "dropped-subjects": .droppedSubjects,
    "clitics": .clitics, "bare-clauses": .bareClauses, "distinct-verbs": .distinctVerbs,
  ]
}
