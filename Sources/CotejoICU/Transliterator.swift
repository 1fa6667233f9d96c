internal import CICU

/// Rewrites text by one of ICU's transforms.
///
/// Opening one is slow (milliseconds); the text goes through at a few megabytes a second.
@safe
package struct Transliterator: ~Copyable {
  private let transliterator: OpaquePointer
  private var result: ICUText

  /// Opens a transform by ICU's name for it, such as `Any-Latin; Latin-ASCII; Lower`.
  package init(identifier: String) throws(ICUError) {
    let result = try ICUText()
    var status: Int32 = 0
    let opened = unsafe cicu_transliterator_open(identifier, &status)
    unsafe transliterator = try ICUError.unwrap(
      opened, status, "open a transliterator", identifier)
    self.result = result
  }

  deinit {
    unsafe cicu_transliterator_close(transliterator)
  }

  /// The rewritten text; how it came about ICU does not tell.
  package mutating func transliterated(_ text: Span<UInt8>) throws(ICUError) -> [UInt8] {
    unsafe try result.fill("transliterate a text") { buffer, status in
      unsafe text.withUnsafeBufferPointer { bytes in
        unsafe cicu_transliterate(
          transliterator, bytes.baseAddress, Int32(bytes.count), buffer, &status)
      }
    }
    return result.bytes
  }
}
