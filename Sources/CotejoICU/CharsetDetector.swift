internal import CICU

/// Guesses the charset of bytes.
@safe
package struct CharsetDetector: ~Copyable {
  /// One guess.
  package struct Match: Hashable, Sendable {
    /// ICU's name of the charset, such as `ISO-8859-1`.
    package var charset: String
    /// The language that the guess rests on, such as `es`; empty if it rests on none.
    package var language: String
    /// How sure ICU is, from 0 to 100.
    package var confidence: Int
  }

  private let detector: OpaquePointer

  package init() throws(ICUError) {
    var status: Int32 = 0
    let opened = unsafe cicu_detector_open(&status)
    unsafe detector = try ICUError.unwrap(opened, status, "open a charset detector")
  }

  deinit {
    unsafe cicu_detector_close(detector)
  }

  /// ICU's guesses, the best first; it reads little more than the first 8,000 bytes.
  package mutating func matches(of bytes: Span<UInt8>) throws(ICUError) -> [Match] {
    let capacity = 64
    var status: Int32 = 0
    let matches = unsafe bytes.withUnsafeBufferPointer { bytes in
      unsafe withUnsafeTemporaryAllocation(of: cicu_charset_match.self, capacity: capacity) {
        found in
        let count = unsafe cicu_detect(
          detector, bytes.baseAddress, Int32(bytes.count), found.baseAddress, Int32(capacity),
          &status)
        return unsafe found[..<Int(count)].map { match in
          unsafe Match(
            charset: match.name.map { unsafe String(cString: $0) } ?? "",
            language: match.language.map { unsafe String(cString: $0) } ?? "",
            confidence: Int(match.confidence))
        }
      }
    }
    try ICUError.check(status, "detect a charset")
    return matches
  }
}
