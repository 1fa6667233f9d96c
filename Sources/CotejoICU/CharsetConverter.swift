internal import CICU

/// Converts text of a charset to UTF-8.
@safe
package struct CharsetConverter: ~Copyable {
  /// A text that was converted.
  package struct Conversion: Hashable, Sendable {
    /// The text, with an edit for each character whose bytes differ.
    package var text: ChangedText
    /// How many sequences were malformed; each reads U+FFFD.
    package var malformed: Int
    /// The offset in the source of the first of them.
    package var firstMalformed: Int?
  }

  private let converter: OpaquePointer
  private let charset: String
  private var result: ICUText

  /// Opens a charset by any name that ICU knows, such as `windows-1252`.
  package init(charset: String) throws(ICUError) {
    let result = try ICUText()
    var status: Int32 = 0
    let opened = unsafe cicu_converter_open(charset, &status)
    unsafe converter = try ICUError.unwrap(opened, status, "open a charset converter", charset)
    self.charset = charset
    self.result = result
  }

  deinit {
    unsafe cicu_converter_close(converter)
  }

  /// Converts the whole of a text.
  package mutating func converted(_ bytes: Span<UInt8>) throws(ICUError) -> Conversion {
    var malformed: Int32 = 0
    var first: Int32 = -1
    unsafe try result.fill("convert a text to UTF-8", charset) { buffer, status in
      unsafe bytes.withUnsafeBufferPointer { bytes in
        unsafe cicu_convert(
          converter, bytes.baseAddress, Int32(bytes.count), buffer, &malformed, &first, &status)
      }
    }
    return Conversion(
      text: ChangedText(bytes: result.bytes, edits: result.edits), malformed: Int(malformed),
      firstMalformed: first < 0 ? nil : Int(first))
  }
}
