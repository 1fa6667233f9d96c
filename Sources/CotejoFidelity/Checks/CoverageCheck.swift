internal import CotejoLexicon
internal import CotejoText

#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// Whether words of the original are not rendered, or words of the rendering render nothing.
///
/// A stretch of words without a counterpart may be lost, or freely rendered. What tells them apart is
/// what stands in its place on the other side, how freely the rest is rendered, and how long the
/// sides are; the calibration weighs it.
///
/// What an ellipsis says to be left out, or brackets to be added, is no fault: it gives a note.
struct CoverageCheck: FidelityCheck {
  let name = "coverage"

  /// Stretches that tell less than this, in content words, are not looked at.
  private static let leastMass: Float = 0.3
  /// What must be rendered beside an omission, in content words: *Eso se acabó* is *It is over*.
  private static let leastRendered: Float = 0.8

  func examine(_ pair: CheckedPair, _ suspicions: inout [Suspicion]) -> FidelityReport.Outcome {
    guard pair.hasLexicon else { return .cannotTell }
    let source = Coverage(pair.source.words)
    let target = Coverage(pair.target.words)
    for words in source.bareStretches where source.mass(of: words) >= Self.leastMass {
      // Where nothing else is rendered word for word, what is not tells nothing of an omission.
      if source.rendered(beside: words) < Self.leastRendered { continue }
      let place = pair.place(of: words, on: .source)
      let isMarked = pair.target.hasEllipsis(around: place)
      let isAtEnd =
        words.upperBound == source.count && place.upperBound == target.count
        && source.count - words.count > 0
      let text = pair.source.string(pair.source.span(of: words))
      suspicions.append(
        Suspicion(
          type: isMarked ? .markedOmission : isAtEnd ? .truncation : .omission,
          severity: isMarked ? .note : .major,
          features: Self.features(of: words, source, target, place: place),
          source: pair.source.span(of: words), target: nil,
          message: isMarked
            ? "'\(text)' is left out, and an ellipsis says so"
            : isAtEnd
              ? "the rendering breaks off before '\(text)'" : "'\(text)' is not rendered"))
    }
    let isBracketed = pair.target.bracketedWords()
    for words in target.bareStretches.flatMap({ $0.cut(by: isBracketed) })
    where target.mass(of: words) >= Self.leastMass {
      let place = pair.place(of: words, on: .target)
      let isMarked = isBracketed[words.lowerBound]
      let text = pair.target.string(pair.target.span(of: words))
      suspicions.append(
        Suspicion(
          type: isMarked ? .markedAddition : .addition, severity: isMarked ? .note : .major,
          features: Self.features(of: words, target, source, place: place),
          source: nil, target: pair.target.span(of: words),
          message: isMarked
            ? "'\(text)' is added, and brackets say so" : "'\(text)' renders nothing"))
    }
    return .checked
  }

  /// What tells whether a stretch is lost, or freely rendered in `place` on the other side.
  private static func features(
    of words: Range<Int>, _ here: Coverage, _ there: Coverage, place: Range<Int>
  ) -> [Float] {
    let mass = here.mass(of: words)
    let exchange = there.mass(of: place)
    let total = here.total(of: words)
    let wordRatio = logf(Float(here.count + 3) / Float(there.count + 3))
    return [
      mass, min(mass, 3), exchange,
      total,
      Float(words.count), Float(place.count),
      // Words that the place lacks.
      min(6, max(0, Float(words.count - place.count))),
      place.isEmpty ? 1 : 0,
      // How freely the rest is rendered, and how much of the other side renders nothing.
      (here.mass - mass) / (here.total - total + 3), there.mass / (there.total + 3),
      (here.mass - mass) - (there.mass - exchange),
      wordRatio, wordRatio * abs(wordRatio), logf((here.total + 1) / (there.total + 1)),
      words.upperBound >= here.count - 1 ? 1 : 0,
    ]
  }
}

/// How much the words of a side tell, and how much of it has no counterpart, in content words.
private struct Coverage {
  /// A word has a counterpart if some word of the other side renders it this surely.
  private static let leastSupport: Float = 0.3
  /// What a counterpart counts that renders another word already.
  private static let sharedSupport: Float = 0.5
  /// The information of a content word, in nats; unknown words are not worth more.
  private static let contentWord: Float = 10

  let count: Int
  /// What the words before each word tell, and what of it is bare.
  private var totals: [Float] = [0]
  private var masses: [Float] = [0]
  /// The longest stretches whose content words all lack a counterpart; they begin and end with one.
  private(set) var bareStretches: [Range<Int>] = []

  init(_ words: [CheckedWord]) {
    count = words.count
    totals.reserveCapacity(count + 1)
    masses.reserveCapacity(count + 1)
    var open: Range<Int>?
    for (index, word) in words.enumerated() {
      let weight = word.isCommon ? 0 : min(Self.contentWord, word.information) / Self.contentWord
      let support = max(word.strength, Self.sharedSupport * word.support)
      let isBare = !word.isCommon && support < Self.leastSupport
      totals.append(totals[index] + weight)
      masses.append(masses[index] + (isBare ? weight * (1 - support / Self.leastSupport) : 0))
      if isBare {
        open = (open?.lowerBound ?? index)..<index + 1
      } else if !word.isCommon, let stretch = open {
        bareStretches.append(stretch)
        open = nil
      }
    }
    if let open { bareStretches.append(open) }
  }

  /// What all words tell.
  var total: Float { totals[count] }
  /// What of it has no counterpart.
  var mass: Float { masses[count] }

  func total(of words: Range<Int>) -> Float { totals[words.upperBound] - totals[words.lowerBound] }
  func mass(of words: Range<Int>) -> Float { masses[words.upperBound] - masses[words.lowerBound] }

  /// What the words beside a stretch tell that has a counterpart.
  func rendered(beside words: Range<Int>) -> Float {
    total - total(of: words) - (mass - mass(of: words))
  }
}
