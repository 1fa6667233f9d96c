internal import CotejoAlignment
internal import CotejoText

/// Cuts documents that are translations line by line into their lines.
enum LineSplitter {
  /// Makes each line a sentence whose paragraph is the number of the line.
  ///
  /// - Throws: `unequalLines`, with both numbers: cutting to the shorter would lose text in silence
  ///   and pair what does not belong together.
  static func split(_ pair: inout PairState) throws(DocumentFault) {
    let source = lines(of: pair.source.text, in: pair.sourceDocument.source)
    let target = lines(of: pair.target.text, in: pair.targetDocument.source)
    guard source.count == target.count else {
      throw DocumentFault(
        .unequalLines, file: pair.pair.source,
        message: "has \(source.count) lines, and \(pair.pair.target) has \(target.count); "
          + "documents in this layout are translated line by line")
    }
    pair.source.sentences = sentences(source)
    pair.target.sentences = sentences(target)
  }

  /// Joins line to line; a line that is blank on one side gives a bead with one empty side.
  ///
  /// The score is 1, as nothing was guessed.
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

  /// The spans of all lines without white space at either end; blank lines are empty spans.
  ///
  /// Lines end where they end for the tools that made such files: at LF or CRLF. A lone CR, U+0085
  /// or U+2028, which reading turned into LF as well, stays inside a line.
  static func lines(of text: TextView, in source: [UInt8]) -> [TextSpan] {
    var lines: [TextSpan] = []
    let bytes = text.bytes
    var start = 0
    for index in bytes.indices where bytes[index] == UInt8(ascii: "\n") {
      // Of the characters that reading turned into LF only LF itself has this byte, in UTF-8, in the
      // charsets of one byte and in UTF-16.
      let origin = text.sourceSpan(of: TextSpan(Int32(index), Int32(index) + 1))
      guard source[origin.range].contains(UInt8(ascii: "\n")) else { continue }
      lines.append(trimmed(bytes, start, index))
      start = index + 1
    }
    if start < bytes.count { lines.append(trimmed(bytes, start, bytes.count)) }
    return lines
  }

  private static func trimmed(_ bytes: [UInt8], _ start: Int, _ end: Int) -> TextSpan {
    var (lower, upper) = (start, end)
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return TextSpan(Int32(lower), Int32(upper))
  }

  private static func sentences(_ lines: [TextSpan]) -> [Sentence] {
    lines.enumerated().compactMap { number, span in
      span.isEmpty ? nil : Sentence(span: span, paragraph: Int32(number))
    }
  }
}
