public import CotejoText

/// A text and the quotations found in it.
public struct QuotedText: Sendable {
  /// The text; the spans of quotations are offsets into its bytes.
  public var text: SegmentedText
  /// The quotations by their first byte, of two that begin together the longer first; fragments stand
  /// inside the mixed quotation they belong to.
  public var quotations: [Quotation]
  /// The faults of quotation marks, in order.
  public var repairs: [MarkRepair]

  /// Puts a text and its quotations together.
  public init(text: SegmentedText, quotations: [Quotation], repairs: [MarkRepair]) {
    self.text = text
    self.quotations = quotations
    self.repairs = repairs
  }
}

/// A fault of a quotation mark, and what was done about it.
public struct MarkRepair: Hashable, Sendable {
  /// What was wrong.
  public enum Fault: String, CaseIterable, Hashable, Sendable {
    /// A mark that opens has none that closes it.
    case unclosed
    /// A mark that closes has none that opens it.
    case unopened
    /// A mark has the shape of another side or pair: `“so“`.
    case wrongShape
  }

  /// What was wrong.
  public var fault: Fault
  /// The bytes of the mark that is there.
  public var mark: TextSpan
  /// What was done, one sentence for a person.
  public var message: String

  /// Makes the record of a repair.
  public init(_ fault: Fault, mark: TextSpan, message: String) {
    self.fault = fault
    self.mark = mark
    self.message = message
  }
}
