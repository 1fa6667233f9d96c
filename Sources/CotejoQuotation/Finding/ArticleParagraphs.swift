internal import CotejoText

/// The paragraphs of a text that was cut into sentences.
enum ArticleParagraphs {
  /// The bytes of each paragraph, from the first sentence's start to the last one's end, and its
  /// number, in order.
  static func ranges(of text: SegmentedText) -> [(number: Int32, range: Range<Int>)] {
    var ranges: [(number: Int32, range: Range<Int>)] = []
    for sentence in text.sentences where !sentence.span.isEmpty {
      if let last = ranges.last, last.number == sentence.paragraph {
        ranges[ranges.count - 1].range =
          last.range.lowerBound..<max(last.range.upperBound, Int(sentence.span.upper))
      } else {
        ranges.append((sentence.paragraph, sentence.span.range))
      }
    }
    return ranges
  }
}
