internal import CotejoFormats

/// A JSON value with all that matters in it: the order of members, blank space and the way in which
/// text and numbers are written do not.
enum JSONTree: Hashable {
  case null
  case boolean(Bool)
  case number(Double)
  /// The bytes of the text, escapes resolved: texts that Unicode holds equal may differ.
  case string([UInt8])
  case array([JSONTree])
  case object([[UInt8]: JSONTree])

  /// How deep arrays and objects may be nested: a bound for the stack; records need six.
  private static let depthLimit = 64

  /// Reads a value.
  ///
  /// - Throws: What is wrong and at which byte, for text that is not JSON, is nested too deep, or has a
  ///   member twice.
  init(_ scanner: inout JSONScanner, depth: Int = 0) throws(JSONScanner.Fault) {
    guard depth < Self.depthLimit else { throw scanner.fault("values are nested too deep") }
    switch scanner.peek() {
    case UInt8(ascii: "{"):
      var members: [[UInt8]: JSONTree] = [:]
      try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
        let value = try JSONTree(&scanner, depth: depth + 1)
        guard members.updateValue(value, forKey: key) == nil else {
          throw scanner.fault("'\(String(decoding: key, as: UTF8.self))' stands there twice")
        }
      }
      self = .object(members)
    case UInt8(ascii: "["):
      var elements: [JSONTree] = []
      try scanner.array { (scanner) throws(JSONScanner.Fault) in
        elements.append(try JSONTree(&scanner, depth: depth + 1))
      }
      self = .array(elements)
    case UInt8(ascii: "\""):
      var text: [UInt8] = []
      try scanner.string(into: &text)
      self = .string(text)
    case UInt8(ascii: "t") where scanner.take(word: "true"): self = .boolean(true)
    case UInt8(ascii: "f") where scanner.take(word: "false"): self = .boolean(false)
    case UInt8(ascii: "n") where scanner.take(word: "null"): self = .null
    default: self = .number(try scanner.number())
    }
  }

  /// Reads the object on a line.
  ///
  /// - Returns: Its members, or what is wrong.
  static func members(of line: [UInt8]) -> Result<[[UInt8]: JSONTree], JSONScanner.Fault> {
    Result { () throws(JSONScanner.Fault) in
      var scanner = JSONScanner(line)
      guard (try? UTF8Span(validating: line.span)) != nil else {
        throw scanner.fault("the line is not valid UTF-8")
      }
      guard scanner.peek() == UInt8(ascii: "{") else {
        throw scanner.fault("this is no JSON object")
      }
      let tree = try JSONTree(&scanner)
      try scanner.end()
      guard case .object(let members) = tree else { throw scanner.fault("this is no JSON object") }
      return members
    }
  }
}
