internal import CotejoAlignment
internal import CotejoText

/// Cuts documents that are translations line by line into their lines.
enum LineSplitter {
  /// Makes each line a sentence whose paragraph is the number of the line.
  ///
  /// - Throws: `unequalLines`, with both numbers: cutting to the shorter would lose text in silence
  ///   and pair what does not belong together.
  static func split(_ pair: inout PairState) throws(DocumentFault) {
    let source = pair.source.text.lines(endedIn: pair.sourceDocument?.source ?? [])
    let target = pair.target.text.lines(endedIn: pair.targetDocument.source)
    guard source.count == target.count else {
      throw DocumentFault(
        .unequalLines, file: pair.pair.representative,
        message: "has \(source.count) lines, and \(pair.pair.target) has \(target.count); "
          + "documents in this layout are translated line by line")
    }
    pair.source.sentences = sentences(source)
    pair.target.sentences = sentences(target)
  }

  /// Joins line to line; a line that is blank on one side gives a bead with one empty side.
  ///
  /// The score of a pair of lines is 1, as nothing was guessed; that of a bead with an empty side 0.
  static func beads(of pair: PairState) -> [Bead] {
    var beads: [Bead] = []
    var (source, target) = (Int32(0), Int32(0))
    let sources = pair.source.sentences
    let targets = pair.target.sentences
    while source < sources.count || target < targets.count {
      let left = source < sources.count ? sources[Int(source)].paragraph : .max
      let right = target < targets.count ? targets[Int(target)].paragraph : .max
      let (nextSource, nextTarget) = (
        source + (left <= right ? 1 : 0), target + (right <= left ? 1 : 0)
      )
      beads.append(
        Bead(
          source: source..<nextSource, target: target..<nextTarget,
          score: left == right ? 1 : 0))
      (source, target) = (nextSource, nextTarget)
    }
    return beads
  }

  private static func sentences(_ lines: [TextSpan]) -> [Sentence] {
    lines.enumerated().compactMap { number, span in
      span.isEmpty ? nil : Sentence(span: span, paragraph: Int32(number))
    }
  }
}
