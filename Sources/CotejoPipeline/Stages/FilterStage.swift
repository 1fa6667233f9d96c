internal import CotejoText

/// Rejects beads that are no use as translation pairs, each with the rule that says so.
struct FilterStage: DocumentStage {
  static let name = "filter"
  static let version = 2
  static let summary = "rejects beads by score, length and content, with the reason"
  static let reads = Material.beads
  static let writes = Material.beads
  static let changes = [PairPart.rejections]

  /// What to do with beads of some kind.
  enum Policy: String, CaseIterable {
    case drop
    case keep
  }

  /// Whether sides must be in the languages of the plan.
  enum Languages: String, CaseIterable {
    case any
    case verify
  }

  static let oneSided = Parameter<Policy>.choice(
    "oneSided", default: .drop, "beads with an empty side (1-0, 0-1)")
  static let minimumScore = Parameter<Double>.number(
    "minimumScore", in: 0...1, default: 0, "the least score a bead must have")
  static let lengthRatio = Parameter<Double?>.optionalNumber(
    "lengthRatio", in: 1...1000, "the most times the longer side may be as long, in characters")
  static let minimumWords = Parameter<Int>.integer(
    "minimumWords", in: 0...1000, default: 0, "the least words a side must have")
  static let maximumWords = Parameter<Int>.integer(
    "maximumWords", in: 1...(.max), default: .max, "the most words a side may have")
  static let maximumCharacters = Parameter<Int>.integer(
    "maximumCharacters", in: 1...(.max), default: .max, "the most characters a side may have")
  static let minimumLetters = Parameter<Double>.number(
    "minimumLetters", in: 0...1, default: 0,
    "the least share of letters and digits among a side's characters, spaces aside")
  static let identical = Parameter<Policy>.choice(
    "identical", default: .keep, "beads whose sides are the same but for case and spaces")
  static let languages = Parameter<Languages>.choice(
    "languages", default: .any,
    "verify rejects beads with a side that is clearly in another language (4 words beside names)")

  static let parameters = [
    oneSided.declaration, minimumScore.declaration, lengthRatio.declaration,
    minimumWords.declaration, maximumWords.declaration, maximumCharacters.declaration,
    minimumLetters.declaration, identical.declaration, languages.declaration,
  ]

  let values: ParameterValues

  init(values: ParameterValues) {
    self.values = values
  }

  /// Whether it asks what language a side is in.
  var verifiesLanguages: Bool { values[Self.languages] == .verify }

  func dependencies(_ resources: StageResources) -> [String] {
    verifiesLanguages ? [resources.languageModelFingerprint] : []
  }

  func conflicts() -> [(parameter: String, message: String)] {
    values[Self.minimumWords] > values[Self.maximumWords]
      ? [("minimumWords", "'minimumWords' is above 'maximumWords'; nothing could pass")] : []
  }

  func process(
    _ pair: inout PairState, as id: String, tools: inout StageTools, resources: StageResources
  ) throws(DocumentFault) {
    for index in pair.rejections.indices where pair.rejections[index] == nil {
      if let (reason, detail) = try reason(index, pair, &tools) {
        pair.reject(index, by: id, reason, detail)
      }
    }
  }

  /// What stands on both sides of a bead.
  private struct Sides {
    let source: [TextPiece]
    let target: [TextPiece]
  }

  /// The first rule that a bead breaks, and how; rules that cost more come later.
  private func reason(
    _ bead: Int, _ pair: PairState, _ tools: inout StageTools
  ) throws(DocumentFault) -> (String, String)? {
    let sides = Sides(
      source: pair.pieces(of: bead, .source), target: pair.pieces(of: bead, .target))
    if sides.source.isEmpty || sides.target.isEmpty {
      // The other rules compare two sides.
      return values[Self.oneSided] == .drop ? ("oneSided", pair.type(of: bead)) : nil
    }
    let minimumScore = values[Self.minimumScore]
    let score = pair.score(of: bead)
    if score < minimumScore {
      return ("minimumScore", "\(Figure.text(score)) < \(Figure.text(minimumScore))")
    }
    let lengths = (
      source: BeadText.codePoints(sides.source), target: BeadText.codePoints(sides.target)
    )
    if let limit = values[Self.lengthRatio] {
      let ratio =
        Double(max(lengths.source, lengths.target))
        / Double(max(1, min(lengths.source, lengths.target)))
      if ratio > limit {
        return ("lengthRatio", "\(lengths.source) to \(lengths.target) characters")
      }
    }
    let longest = max(lengths.source, lengths.target)
    if longest > values[Self.maximumCharacters] {
      return ("maximumCharacters", "\(longest) characters")
    }
    if let broken = lettersReason(sides) { return broken }
    if values[Self.identical] == .drop, isIdentical(sides) { return ("identical", "") }
    if let broken = try wordsReason(sides, pair, &tools) { return broken }
    return languagesReason(sides, &tools)
  }

  private func languagesReason(_ sides: Sides, _ tools: inout StageTools) -> (String, String)? {
    guard verifiesLanguages else { return nil }
    for (side, pieces) in [(PairSide.source, sides.source), (.target, sides.target)] {
      if let (expected, found) = tools.otherLanguage(of: pieces, side) {
        return (
          "languages",
          "the \(side) reads as '\(found.language)', not '\(expected)' "
            + "(\(Figure.text(found.confidence)))"
        )
      }
    }
    return nil
  }

  private func lettersReason(_ sides: Sides) -> (String, String)? {
    let minimum = values[Self.minimumLetters]
    guard minimum > 0 else { return nil }
    for (name, pieces) in [("source", sides.source), ("target", sides.target)] {
      let (letters, others) = BeadText.letters(pieces)
      if Double(letters) < minimum * Double(letters + others) {
        return ("minimumLetters", "\(letters) of \(letters + others) characters of the \(name)")
      }
    }
    return nil
  }

  private func isIdentical(_ sides: Sides) -> Bool {
    var source: [UInt8] = []
    var target: [UInt8] = []
    BeadText.appendFolded(sides.source, to: &source)
    BeadText.appendFolded(sides.target, to: &target)
    return source == target
  }

  private func wordsReason(
    _ sides: Sides, _ pair: PairState, _ tools: inout StageTools
  ) throws(DocumentFault) -> (String, String)? {
    let minimum = values[Self.minimumWords]
    let maximum = values[Self.maximumWords]
    guard minimum > 0 || maximum < .max else { return nil }
    let source = try tools.words(in: sides.source, .source, file: pair.pair.representative)
    let target = try tools.words(in: sides.target, .target, file: pair.pair.target)
    if min(source, target) < minimum {
      return ("minimumWords", "\(source) and \(target) words")
    }
    if max(source, target) > maximum {
      return ("maximumWords", "\(source) and \(target) words")
    }
    return nil
  }
}
