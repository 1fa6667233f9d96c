internal import CICU

/// A call into ICU that failed.
package struct ICUError: Error, Hashable, Sendable, CustomStringConvertible {
  /// ICU's error code; always positive.
  package let code: Int32
  /// The name of the ICU operation, such as `open sentence breaker`.
  package let call: String
  /// What it was called with, such as the locale, or where in the rules the fault lies.
  package let context: String

  /// Whether the result would have been longer than offsets can tell.
  package var isOverflow: Bool {
    // U_INDEX_OUTOFBOUNDS_ERROR and U_BUFFER_OVERFLOW_ERROR.
    code == 8 || code == 15
  }

  /// ICU's name for the error, such as `U_ILLEGAL_ARGUMENT_ERROR`.
  package var name: String { unsafe String(cString: cicu_status_name(code)) }

  package var description: String {
    "ICU could not \(call)\(context.isEmpty ? "" : " (\(context))"): \(name)"
  }

  /// Throws if `status` says that `call` failed; ICU's warnings are negative and pass.
  static func check(
    _ status: Int32, _ call: String, _ context: @autoclosure () -> String = ""
  ) throws(ICUError) {
    guard status <= 0 else {
      throw ICUError(code: status, call: call, context: context())
    }
  }

  /// What a call opened, or the error that kept it from that.
  static func unwrap(
    _ opened: OpaquePointer?, _ status: Int32, _ call: String,
    _ context: @autoclosure () -> String = ""
  ) throws(ICUError) -> OpaquePointer {
    try check(status, call, context())
    guard let opened = unsafe opened else {
      // ICU's code for memory that could not be had.
      throw ICUError(code: 7, call: call, context: context())
    }
    return unsafe opened
  }
}
