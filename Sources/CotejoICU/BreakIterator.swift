internal import CICU

/// A boundary in UTF-8 text.
package struct Boundary: Hashable, Sendable {
  /// Bytes from the start of the text to the boundary.
  package var offset: Int32
  /// ICU's rule status of what ends here; for words 0 is none, 100 a number, 200 and above letters.
  package var status: Int32
}

/// Finds word or sentence boundaries in UTF-8 text.
///
/// Opening one costs up to 0.2 ms; use one a task and hand it text after text.
@safe
package struct BreakIterator: ~Copyable {
  package enum Kind: Sendable {
    case word
    case sentence
  }

  private let breaker: OpaquePointer

  /// Opens ICU's own rules for a locale (a BCP 47 tag; unknown ones fall back to the root rules).
  package init(_ kind: Kind, locale: String) throws(ICUError) {
    var status: Int32 = 0
    let opened = unsafe cicu_breaker_open(
      kind == .word ? .word : .sentence, locale, &status)
    unsafe breaker = try ICUError.unwrap(opened, status, "open a \(kind) breaker", locale)
  }

  /// Opens rules written in ICU's rule language; a fault in them names line and column.
  package init(rules: String) throws(ICUError) {
    var status: Int32 = 0
    var line: Int32 = 0
    var column: Int32 = 0
    let opened = unsafe cicu_breaker_open_rules(
      rules, Int32(rules.utf8.count), &line, &column, &status)
    unsafe breaker = try ICUError.unwrap(
      opened, status, "read break rules", "line \(line), column \(column)")
  }

  deinit {
    unsafe cicu_breaker_close(breaker)
  }

  /// Appends the boundaries of `text` (valid UTF-8, at most 2 GiB) to `boundaries`.
  ///
  /// The boundary at 0 is left out; the one at the end is there unless the text is empty.
  package mutating func appendBoundaries(
    of text: Span<UInt8>, to boundaries: inout [Boundary]
  ) throws(ICUError) {
    guard !text.isEmpty else { return }
    var status: Int32 = 0
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe cicu_breaker_set_text(breaker, bytes.baseAddress, Int32(bytes.count), &status)
      guard status <= 0 else { return }
      unsafe withUnsafeTemporaryAllocation(of: cicu_boundary.self, capacity: 512) { batch in
        while true {
          let count = unsafe Int(cicu_breaker_next(breaker, batch.baseAddress, 512))
          for index in 0..<count {
            let boundary = unsafe batch[index]
            boundaries.append(Boundary(offset: boundary.offset, status: boundary.status))
          }
          if count < 512 { break }
        }
      }
    }
    try ICUError.check(status, "set the text of a breaker")
  }
}
