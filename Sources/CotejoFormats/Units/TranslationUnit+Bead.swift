public import CotejoAlignment
public import CotejoText

extension TranslationUnit {
  /// Makes the unit of a bead, each sentence with its place in the original file.
  ///
  /// Line ends inside a sentence, which come from text wrapped at a width, become one space with the
  /// blanks around them. Given the `words` of both texts, the unit tells which renders which.
  public init(
    _ bead: Bead, source: SegmentedText, in sourceDocument: String, target: SegmentedText,
    in targetDocument: String, words: WordAligner? = nil
  ) {
    self.init(
      source: Segment.of(bead.source, source, sourceDocument),
      target: Segment.of(bead.target, target, targetDocument), score: Double(bead.score),
      links: words.map { words in
        words.links(in: bead).map { link in
          let spans = words.spans(of: link, in: bead)
          return Link(
            source: Segment(spans.source, of: source.text, in: sourceDocument),
            target: Segment(spans.target, of: target.text, in: targetDocument))
        }
      })
  }
}

extension TranslationUnit.Segment {
  fileprivate static func of(
    _ sentences: Range<Int32>, _ text: SegmentedText, _ document: String
  ) -> [Self] {
    sentences.map { Self(text.sentences[Int($0)].span, of: text.text, in: document) }
  }

  /// Takes the bytes `span` of a text, with their place in the file of the name `document`.
  ///
  /// Line ends inside, which come from text wrapped at a width, become one space with the blanks
  /// around them.
  package init(_ span: TextSpan, of text: TextView, in document: String) {
    let source = text.sourceSpan(of: span)
    self.init(
      document: document, start: Int(source.lower), end: Int(source.upper),
      text: Self.oneLine(text.bytes, span))
  }

  private static func oneLine(_ bytes: [UInt8], _ span: TextSpan) -> String {
    let range = span.range
    guard bytes[range].contains(lineFeed) else {
      return String(decoding: bytes[range], as: UTF8.self)
    }
    var line: [UInt8] = []
    line.reserveCapacity(range.count)
    var index = range.lowerBound
    while index < range.upperBound {
      guard bytes[index] == lineFeed else {
        line.append(bytes[index])
        index += 1
        continue
      }
      while let last = line.last, isBlank(last) { line.removeLast() }
      while index < range.upperBound, isBlank(bytes[index]) || bytes[index] == lineFeed {
        index += 1
      }
      line.append(UInt8(ascii: " "))
    }
    return String(decoding: line, as: UTF8.self)
  }

  private static let lineFeed = UInt8(ascii: "\n")

  private static func isBlank(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
  }
}
