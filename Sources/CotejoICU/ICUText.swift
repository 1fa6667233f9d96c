internal import CICU

/// A stretch of a text that ICU changed.
package struct Edit: Hashable, Sendable {
  /// The bytes in the source.
  package var source: Range<Int32>
  /// The bytes that stand for them in the result; empty for a deletion.
  package var result: Range<Int32>

  package init(source: Range<Int32>, result: Range<Int32>) {
    self.source = source
    self.result = result
  }
}

/// A text that ICU made, and how.
package struct ChangedText: Hashable, Sendable {
  /// The text, valid UTF-8.
  package var bytes: [UInt8]
  /// What differs from the source, in order, none overlapping another; all else is the same bytes.
  package var edits: [Edit]

  package init(bytes: [UInt8], edits: [Edit]) {
    self.bytes = bytes
    self.edits = edits
  }
}

/// Where ICU writes its results: memory that is grown once and used for call after call.
@safe
struct ICUText: ~Copyable {
  private let text: OpaquePointer

  init() throws(ICUError) {
    var status: Int32 = 0
    let opened = unsafe cicu_text_open(&status)
    unsafe text = try ICUError.unwrap(opened, status, "allocate a text buffer")
  }

  deinit {
    unsafe cicu_text_close(text)
  }

  /// Runs a call that writes to the buffer.
  mutating func fill(
    _ call: String, _ context: @autoclosure () -> String = "",
    _ body: (OpaquePointer, inout Int32) -> Void
  ) throws(ICUError) {
    var status: Int32 = 0
    unsafe body(text, &status)
    try ICUError.check(status, call, context())
  }

  /// A copy of the text that was written.
  var bytes: [UInt8] {
    var count: Int32 = 0
    let start = unsafe cicu_text_bytes(text, &count)
    return unsafe Array(UnsafeBufferPointer(start: start, count: Int(count)))
  }

  /// A copy of the edits that were written.
  var edits: [Edit] {
    var count: Int32 = 0
    let start = unsafe cicu_text_edits(text, &count)
    let list = unsafe UnsafeBufferPointer(start: start, count: Int(count))
    return unsafe list.map {
      Edit(
        source: $0.source_lower..<$0.source_upper, result: $0.result_lower..<$0.result_upper)
    }
  }

  /// The text as a string.
  var string: String { String(decoding: bytes, as: UTF8.self) }
}
