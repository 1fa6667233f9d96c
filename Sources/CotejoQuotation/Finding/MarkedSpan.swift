internal import CotejoText

/// Words between quotation marks or after a raya, before it is decided whether somebody speaks them.
struct MarkedSpan: Hashable, Sendable {
  /// What sets the words off.
  enum Setting: Hashable, Sendable {
    case marks
    case raya
  }

  /// The bytes of the words, without marks and outer blanks.
  var span: TextSpan
  /// The bytes with the marks that are there.
  var outer: TextSpan
  /// What sets the words off.
  var setting: Setting
  /// 0 for words in no other marks, 1 for those quoted inside them, and so on.
  var depth: Int
  /// The 0-based number of the paragraph that it stands in; each paragraph of a long quotation has a
  /// span of its own.
  var paragraph: Int32
  /// Whether it goes on what the marked span before it at depth 0 began, in the paragraph before.
  var isContinuation: Bool
  /// Whether the mark that should close it is missing, and no later paragraph goes on with it.
  var isUnclosed = false
  /// Whether the mark that should open it is missing, and no paragraph before began it.
  var isUnopened = false
  /// Whether it goes on, after words of the narrator inside the same marks or the same turn, what
  /// the marked span before it at depth 0 began.
  var isResumed = false
}
