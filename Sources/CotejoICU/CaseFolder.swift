internal import CICU

/// Folds the case of UTF-8 for comparison, in full: `ß` becomes `ss`.
package struct CaseFolder: ~Copyable {
  private var result: ICUText

  package init() throws(ICUError) {
    result = try ICUText()
  }

  /// The folded text with an edit for each character that changed.
  package mutating func folded(_ text: Span<UInt8>) throws(ICUError) -> ChangedText {
    unsafe try result.fill("fold the case of a text") { buffer, status in
      unsafe text.withUnsafeBufferPointer { bytes in
        unsafe cicu_fold(bytes.baseAddress, Int32(bytes.count), buffer, &status)
      }
    }
    return ChangedText(bytes: result.bytes, edits: result.edits)
  }
}
