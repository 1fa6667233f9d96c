internal import CotejoFormats

/// A JSON document that is small enough to be built before it is written.
///
/// Keys keep the order they are given in, so that the same run gives the same bytes.
enum JSONValue {
  case null
  case boolean(Bool)
  case integer(Int)
  /// A number with at most six decimals.
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([(key: String, value: JSONValue)])
  /// An array of one line a member, whose members are JSON already, parted by commas.
  case rawArray([UInt8])

  /// An object of counts, in the order of the keys.
  static func counts(_ counts: [String: Int]) -> JSONValue {
    .object(counts.sorted { $0.key < $1.key }.map { ($0.key, .integer($0.value)) })
  }

  /// A string, or null.
  static func optional(_ text: String?) -> JSONValue {
    text.map { .string($0) } ?? .null
  }

  /// A number, or null where there is none.
  static func optional(_ number: Double?) -> JSONValue {
    number.map { .number($0) } ?? .null
  }

  /// The document over several lines, indented by two spaces, with a line end behind it.
  func pretty() -> [UInt8] {
    var bytes: [UInt8] = []
    append(to: &bytes, indent: 0)
    bytes.append(UInt8(ascii: "\n"))
    return bytes
  }

  /// Appends the document on one line.
  func appendLine(to bytes: inout [UInt8]) {
    append(to: &bytes, indent: nil)
  }

  private func append(to bytes: inout [UInt8], indent: Int?) {
    switch self {
    case .null: bytes += "null".utf8
    case .boolean(let value): bytes += (value ? "true" : "false").utf8
    case .integer(let value): bytes += String(value).utf8
    case .number(let value): bytes += Self.text(value).utf8
    case .string(let text): JSONText.append(text, to: &bytes)
    case .array(let items):
      // Short lists of plain values read better on one line.
      let inner = items.allSatisfy(\.isPlain) && items.count <= 4 ? nil : indent
      Self.append(items.map { (nil, $0) }, "[", "]", to: &bytes, indent: inner)
    case .rawArray(let members):
      bytes.append(UInt8(ascii: "["))
      if !members.isEmpty { Self.breakLine(&bytes, indent.map { $0 + 2 }) }
      bytes += members
      if !members.isEmpty { Self.breakLine(&bytes, indent) }
      bytes.append(UInt8(ascii: "]"))
    case .object(let members):
      Self.append(members.map { ($0.key, $0.value) }, "{", "}", to: &bytes, indent: indent)
    }
  }

  private var isPlain: Bool {
    switch self {
    case .array, .object, .rawArray: false
    default: true
    }
  }

  private static func append(
    _ members: [(key: String?, value: JSONValue)], _ opening: String, _ closing: String,
    to bytes: inout [UInt8], indent: Int?
  ) {
    bytes += opening.utf8
    let inner = indent.map { $0 + 2 }
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      breakLine(&bytes, inner)
      if let key = member.key {
        JSONText.append(key, to: &bytes)
        bytes += (indent == nil ? ":" : ": ").utf8
      }
      member.value.append(to: &bytes, indent: inner)
    }
    if !members.isEmpty { breakLine(&bytes, indent) }
    bytes += closing.utf8
  }

  private static func breakLine(_ bytes: inout [UInt8], _ indent: Int?) {
    guard let indent else { return }
    bytes.append(UInt8(ascii: "\n"))
    bytes += repeatElement(UInt8(ascii: " "), count: indent)
  }

  private static func text(_ number: Double) -> String {
    guard number.isFinite else { return "null" }
    if number == number.rounded(), abs(number) < 1e15 { return String(Int(number)) }
    return String((number * 1e6).rounded() / 1e6)
  }
}

extension JSONValue {
  /// The value of a parameter.
  init(_ value: ParameterValue) {
    switch value {
    case .none: self = .null
    case .boolean(let value): self = .boolean(value)
    // No limit is set.
    case .integer(.max): self = .null
    case .integer(let value): self = .integer(value)
    case .number(let value): self = .number(value)
    case .text(let text): self = .string(text)
    case .texts(let texts): self = .array(texts.map { .string($0) })
    }
  }
}
