extension TextView {
  /// The lines of a file that holds one sentence a line: spans of the view without white space at
  /// either end, empty for a blank line.
  ///
  /// Lines end where they end for the tools that make such files: at LF or CR LF of `source`, the
  /// bytes of the file. A lone CR, U+0085, U+2028 or U+2029, which reading turned into LF as well,
  /// stays inside a line, so that lines keep their numbers. No line follows the last line end.
  public func lines(endedIn source: [UInt8]) -> [TextSpan] {
    var lines: [TextSpan] = []
    var start = 0
    for index in bytes.indices
    where bytes[index] == UInt8(ascii: "\n") && isLineEnd(index, in: source) {
      lines.append(trimmed(start, index))
      start = index + 1
    }
    if start < bytes.count { lines.append(trimmed(start, bytes.count)) }
    return lines
  }

  /// Whether an LF of the view stands for an LF or CR LF of the file, in any charset that writes
  /// these as ASCII does, padded with zeros or not.
  private func isLineEnd(_ index: Int, in source: [UInt8]) -> Bool {
    let span = sourceSpan(of: TextSpan(Int32(index), Int32(index) + 1))
    return source[span.range].last { $0 != 0 } == UInt8(ascii: "\n")
  }

  private func trimmed(_ start: Int, _ end: Int) -> TextSpan {
    var (lower, upper) = (start, end)
    while lower < upper, bytes[lower] <= 0x20 { lower += 1 }
    while upper > lower, bytes[upper - 1] <= 0x20 { upper -= 1 }
    return TextSpan(Int32(lower), Int32(upper))
  }
}

extension Document {
  /// The lines of the document as sentences; blank lines are empty sentences, each a paragraph of
  /// its own, and what stands between two of them is one.
  public var sentencesByLine: SegmentedText {
    var paragraph: Int32 = 0
    var wasBlank = false
    let sentences = text.lines(endedIn: source).enumerated().map { number, span in
      if number > 0, span.isEmpty || wasBlank { paragraph += 1 }
      wasBlank = span.isEmpty
      return Sentence(span: span, paragraph: paragraph)
    }
    return SegmentedText(language: language, text: text, sentences: sentences)
  }
}
