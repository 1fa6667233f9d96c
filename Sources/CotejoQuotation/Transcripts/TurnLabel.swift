public import CotejoText

/// The label that opens a turn of a transcript, such as `PRESIDENTA MARCELA IBARRA:`.
public struct TurnLabel: Hashable, Sendable {
  /// Who a label stands for.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A person, by name or office.
    case person
    /// Somebody who asks and is not named.
    case question
    /// Somebody who answers and is not named.
    case answer
    /// Somebody in the room, or many, who are not named.
    case interjection
    /// A voice in a recording.
    case voice
  }

  /// Its bytes in the text, without the colon and marks around it.
  public var span: TextSpan
  /// Who it stands for.
  public var kind: Kind
  /// The person's name in the case that names have, such as *Marcela Ibarra*; nil where it gives
  /// none.
  public var name: String?
  /// The office or part, as written; nil where it gives none.
  public var role: String?
  /// What it says in brackets beside the name, such as *by telephone*; nil where it has no brackets.
  public var remark: String?
  /// Whether it says that an interpreter's words follow.
  public var isInterpreted: Bool

  /// Makes a label.
  public init(
    span: TextSpan, kind: Kind, name: String? = nil, role: String? = nil, remark: String? = nil,
    isInterpreted: Bool = false
  ) {
    self.span = span
    self.kind = kind
    self.name = name
    self.role = role
    self.remark = remark
    self.isInterpreted = isInterpreted
  }
}
