internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

/// Whether people, places and organisations of the original are those of the rendering.
///
/// A name is the same in other spelling (*Viacheslav*, *Vjačeslav*), as the lexicon or a list of
/// exonyms and acronyms has it (*Pekín*, *Beijing*), or by its initials. A name that the original
/// lacks, where the original has one that the rendering lacks, is another; a name without a trace
/// may have been rendered by what it names.
struct NameCheck: FidelityCheck {
  let name = "names"

  /// What is weighed; each in log-odds.
  private enum Weight {
    /// A name for a name; and where they stand in the same place.
    static let exchanged: Float = 0.5
    static let samePlace: Float = 2
    /// No lexicon has the name of the original, so it should stand as it is.
    static let unknown: Float = 0.75
    /// A word that a capital alone makes a name: *Security* for *Seguridad*.
    static let ordinary: Float = -3.2
    /// An acronym: they differ from language to language.
    static let acronym: Float = -3
    /// A name that is not there; a name that the original lacks.
    static let lost: Float = -1
    static let added: Float = -1.5
    /// In the place of a lost name stands a word with a capital that renders nothing.
    static let replaced: Float = 1.5
    /// The rendering says by an ellipsis that it leaves something out.
    static let ellipsis: Float = -2
    /// A part of a name whose other parts are there: *Ana Ruiz* as *Ruiz*.
    static let part: Float = -1.5
    /// A word that may have its capital from the sentence.
    static let initial: Float = -1.5
    /// A name of several words: it is no slip of the capitals.
    static let several: Float = 0.7
  }

  /// A word whose likeliest rendering is less like it is no name: names are copied.
  private static let leastCopied: Float = 0.5
  /// A word is rendered if some word of the other side renders it this surely.
  private static let leastSupport: Float = 0.3
  /// Words beside the place where a name should be rendered that belong to it all the same.
  private static let slack = 2

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    let names = UnmatchedNames(pair, pair.batch.resources.names)
    var sources = names.source
    let isBracketed = pair.target.bracketedWords()
    for run in names.target where !isBracketed[run.words.lowerBound] {
      let place = pair.place(of: run.words, on: .target)
      let near = max(0, place.lowerBound - Self.slack)..<place.upperBound + Self.slack
      let exchanged =
        sources.firstIndex { $0.words.overlaps(near) } ?? sources.indices.first
      let span = pair.target.span(of: run.words)
      let text = pair.target.string(span)
      guard let exchanged else {
        suspicions.append(
          Suspicion(
            type: .missingName, severity: .major,
            evidence: Weight.added + likely(run, .target, in: pair)
              + (run.isPart ? Weight.part : 0), source: nil, target: span,
            message: "the original does not name '\(text)'"))
        continue
      }
      let other = sources.remove(at: exchanged)
      let original = pair.source.span(of: other.words)
      suspicions.append(
        Suspicion(
          type: .name, severity: .critical,
          evidence: Weight.exchanged + (other.words.overlaps(near) ? Weight.samePlace : 0)
            + likely(run, .target, in: pair) + likely(other, .source, in: pair),
          source: original, target: span,
          message: "'\(pair.source.string(original))' became '\(text)'"))
    }
    let hasEllipsis =
      pair.target.hasEllipsis(around: pair.target.words.indices)
      && !pair.source.hasEllipsis(around: pair.source.words.indices)
    for run in sources {
      let place = pair.place(of: run.words, on: .source)
      let isReplaced = pair.target.words[place].contains {
        $0.isCapitalized && $0.token > 0 && $0.support < Self.leastSupport
      }
      let span = pair.source.span(of: run.words)
      suspicions.append(
        Suspicion(
          type: .missingName, severity: .major,
          evidence: Weight.lost + likely(run, .source, in: pair)
            + (run.isPart ? Weight.part : 0) + (isReplaced ? Weight.replaced : 0)
            + (hasEllipsis ? Weight.ellipsis : 0),
          source: span, target: nil,
          message: "'\(pair.source.string(span))' is not named"))
    }
    // Without a lexicon a capital may be that of a sentence: only what was a name was looked at.
    let isChecked =
      pair.hasLexicon ? pair.source.words.contains { $0.isCapitalized } : names.areThere
    return isChecked ? .checked : .notApplicable
  }

  /// What speaks for some words being a name that is rendered by itself.
  private func likely(
    _ run: UnmatchedNames.Name, _ side: Lexicon.Side, in pair: CheckedPair
  ) -> Float {
    let words = pair[side].words[run.words]
    var evidence: Float = 0
    if run.mayBeWord { evidence += Weight.initial }
    if words.allSatisfy({ pair[side].isAcronym($0) }) {
      evidence += Weight.acronym
    } else if pair.hasLexicon
      ? words.allSatisfy({ !$0.isKnown }) : isListed(words, side, in: pair)
    {
      evidence += Weight.unknown
    } else if words.contains(where: { run.isPart && $0.isKnown || isOrdinary($0, side, in: pair) })
    {
      evidence += Weight.ordinary
    } else if run.words.count > 1 {
      evidence += Weight.several
    }
    return evidence
  }

  /// Whether all of some words belong to names that are listed, and have another name there.
  private func isListed(
    _ words: ArraySlice<CheckedWord>, _ side: Lexicon.Side, in pair: CheckedPair
  ) -> Bool {
    words.allSatisfy {
      pair.batch.resources.names.hasName(with: NameForm.folded(pair.form(of: $0, on: side)))
    }
  }

  /// Whether the lexicons have a word, and its likeliest rendering is another word altogether.
  private func isOrdinary(
    _ word: CheckedWord, _ side: Lexicon.Side, in pair: CheckedPair
  ) -> Bool {
    guard word.isKnown, !word.kind.contains(.firstName) else { return false }
    let known = pair.batch[side].known
    let name = pair.folded(word, on: side)
    if pair.batch.resources.names.hasName(with: name) { return false }
    for (index, lexicon) in known.lexicons.enumerated() {
      let number = known.numbers[index][Int(word.form)]
      guard number >= 0, let best = lexicon.translations(of: number, side).first else { continue }
      var form: [UInt8] = []
      lexicon.appendForm(of: best.word, side == .source ? .target : .source, to: &form)
      return NameForm.likeness(name, NameForm.folded(form)) < Self.leastCopied
    }
    return true
  }
}
