/// Text as one column of one line.
extension [UInt8] {
  /// Appends text so that it stays in its line and column whoever reads it.
  ///
  /// Runs of white space and of what some reader takes for the end of a line or column become one
  /// space, none at either end: the space, the controls U+0000 to U+001F (tab, LF and CR are among
  /// them) and U+007F to U+009F (U+0085), and the separators U+2028 and U+2029. All other
  /// characters stay, the no-break space included: it is part of numbers.
  mutating func append(folded text: UnsafeBufferPointer<UInt8>, from start: Int) {
    var index = 0
    var runStart = 0
    // Whether the text behind `start` ends where a space is due before more text.
    var spaceDue = false
    while index < text.count {
      let width = Self.whiteSpaceWidth(text, index)
      guard width > 0 else {
        index += 1
        continue
      }
      if runStart < index { appendRun(text[runStart..<index], spaceDue, from: start) }
      spaceDue = true
      index += width
      runStart = index
    }
    if runStart < index { appendRun(text[runStart..<index], spaceDue, from: start) }
  }

  /// Appends the texts of a side, each folded, with what joins sentences between them.
  mutating func append(folded segments: [TranslationUnit.Segment]) {
    let start = count
    for segment in segments {
      let text = segment.text.utf8Span
      text.span.withUnsafeBufferPointer { text in
        let trimmed = Self.withoutLeadingWhiteSpace(text)
        guard !trimmed.isEmpty else { return }
        if needsSpace(from: start, before: trimmed) { append(UInt8(ascii: " ")) }
        append(folded: trimmed, from: count)
      }
    }
  }

  /// Whether sentences joined behind `start` need a space before `next`.
  func needsSpace(from start: Int, before next: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = TextJoining.firstScalar(of: next)
    return withUnsafeBufferPointer { bytes in
      TextJoining.needsSpace(
        after: UnsafeBufferPointer(rebasing: bytes[start...]), before: first)
    }
  }

  private mutating func appendRun(
    _ run: Slice<UnsafeBufferPointer<UInt8>>, _ spaceDue: Bool, from start: Int
  ) {
    if spaceDue, count > start { append(UInt8(ascii: " ")) }
    append(contentsOf: UnsafeBufferPointer(rebasing: run))
  }

  /// How many bytes the white space or control at `index` has; 0 for anything else.
  @inline(__always)
  private static func whiteSpaceWidth(_ text: UnsafeBufferPointer<UInt8>, _ index: Int) -> Int {
    let byte = text[index]
    if byte <= 0x20 || byte == 0x7F { return 1 }
    if byte != 0xC2, byte != 0xE2 { return 0 }
    if byte == 0xC2 { return index + 1 < text.count && text[index + 1] < 0xA0 ? 2 : 0 }
    return index + 2 < text.count && text[index + 1] == 0x80 && text[index + 2] & 0xFE == 0xA8
      ? 3 : 0
  }

  private static func withoutLeadingWhiteSpace(
    _ text: UnsafeBufferPointer<UInt8>
  ) -> UnsafeBufferPointer<UInt8> {
    var index = 0
    while index < text.count {
      let width = whiteSpaceWidth(text, index)
      if width == 0 { break }
      index += width
    }
    return UnsafeBufferPointer(rebasing: text[index...])
  }
}
