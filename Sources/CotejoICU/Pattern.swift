internal import CICU

/// A text as patterns read it: in UTF-16.
///
/// One is used for text after text; its memory only grows.
@safe
package struct PatternSubject: ~Copyable {
  fileprivate let subject: OpaquePointer

  /// Makes one without text.
  package init() throws(ICUError) {
    var status: Int32 = 0
    let opened = unsafe cicu_subject_open(&status)
    unsafe subject = try ICUError.unwrap(opened, status, "allocate a text for patterns")
  }

  deinit {
    unsafe cicu_subject_close(subject)
  }

  /// Takes a copy of a text, valid UTF-8 of at most 2 GiB.
  package mutating func set(_ text: Span<UInt8>) throws(ICUError) {
    var status: Int32 = 0
    unsafe text.withUnsafeBufferPointer { bytes in
      unsafe cicu_subject_set(subject, bytes.baseAddress, Int32(bytes.count), &status)
    }
    try ICUError.check(status, "set a text for patterns")
  }
}

/// A regular expression in ICU's syntax.
///
/// What a match may cost is bounded: one that goes astray in an expression such as `(a+)+$` throws and
/// does not hang. Compiling one takes some microseconds; use one a task and hand it text after text.
@safe
package struct Pattern: ~Copyable {
  private let pattern: OpaquePointer

  /// The most that a call may cost, in ICU's units of about ten thousand saved states: some tens of
  /// milliseconds, a thousand times what a rule needs in plain text.
  private static let timeLimit: Int32 = 100
  /// The most memory that a call may save states in, in bytes.
  private static let stackLimit: Int32 = 8_000_000

  /// Compiles an expression.
  ///
  /// - Throws: ICU's error; its context says at which character, from 1, the fault was found, where
  ///   that is known.
  package init(_ expression: String) throws(ICUError) {
    var status: Int32 = 0
    var offset: Int32 = -1
    // ICU takes no expression without a character.
    let text = Array((expression.isEmpty ? "(?:)" : expression).utf8)
    let opened = unsafe text.withUnsafeBufferPointer { bytes in
      unsafe cicu_pattern_open(
        bytes.baseAddress, Int32(bytes.count), Self.timeLimit, Self.stackLimit, &offset, &status)
    }
    unsafe pattern = try ICUError.unwrap(
      opened, status, "read a regular expression", offset < 0 ? "" : "character \(offset)")
  }

  deinit {
    unsafe cicu_pattern_close(pattern)
  }

  /// Whether a match begins at `start`, in UTF-16 units of the text.
  package mutating func matches(
    _ subject: borrowing PatternSubject, from start: Int
  ) throws(ICUError) -> Bool {
    var status: Int32 = 0
    let found = unsafe cicu_pattern_matches_from(pattern, subject.subject, Int32(start), &status)
    try ICUError.check(status, "match a regular expression")
    return found
  }

  /// Whether the text between two offsets, in UTF-16 units, is a match; what is around it is seen by
  /// looking ahead and behind.
  package mutating func matchesAll(
    of subject: borrowing PatternSubject, from start: Int, to end: Int
  ) throws(ICUError) -> Bool {
    var status: Int32 = 0
    let found = unsafe cicu_pattern_matches_all(
      pattern, subject.subject, Int32(start), Int32(end), &status)
    try ICUError.check(status, "match a regular expression")
    return found
  }

  /// Whether there is a match that begins at `first` or behind it and ends at `end` or before it, in
  /// UTF-16 units, for an expression in which `\z` stands for `end`.
  package mutating func matches(
    _ subject: borrowing PatternSubject, first: Int, before end: Int
  ) throws(ICUError) -> Bool {
    var status: Int32 = 0
    let found = unsafe cicu_pattern_find_before(
      pattern, subject.subject, Int32(first), Int32(end), &status)
    try ICUError.check(status, "match a regular expression")
    return found
  }
}

extension ICUError {
  /// Whether a match cost more time or memory than it may.
  package var isLimit: Bool {
    // U_REGEX_STACK_OVERFLOW and U_REGEX_TIME_OUT.
    code == 0x10311 || code == 0x10312
  }
}
