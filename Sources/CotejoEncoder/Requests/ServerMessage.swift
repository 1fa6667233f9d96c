internal import CotejoFormats

/// What a server says about a request that it refused.
enum ServerMessage {
  /// The most code points of it that are shown.
  private static let mostScalars = 300

  /// The message in the body of an answer, on one line, without the key; empty if there is none.
  ///
  /// It is found in `error.message` (OpenAI), `error`, `message` or `detail`; else the whole body is
  /// the message, if it is not a page.
  static func text(_ body: [UInt8], key: String?) -> String {
    var message = (try? found(in: body)) ?? (body.first == UInt8(ascii: "<") ? [] : body)
    if let key, !key.isEmpty { message.replace(Array(key.utf8), with: "…".utf8) }
    return line(String(decoding: message, as: UTF8.self).unicodeScalars)
  }

  /// The message of a JSON object; nil if it has none.
  private static func found(in body: [UInt8]) throws(JSONScanner.Fault) -> [UInt8]? {
    // The scanner takes valid UTF-8 only.
    guard String(validating: body, as: UTF8.self) != nil else { return nil }
    var scanner = JSONScanner(body)
    var (inner, outer): ([UInt8]?, [String: [UInt8]]) = (nil, [:])
    try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
      let key = String(decoding: key, as: UTF8.self)
      if key == "error", scanner.peek() == UInt8(ascii: "{") {
        try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
          let said = try string(&scanner)
          if key.elementsEqual("message".utf8) { inner = said }
        }
      } else {
        outer[key] = try string(&scanner)
      }
    }
    try scanner.end()
    return inner ?? outer["error"] ?? outer["message"] ?? outer["detail"]
  }

  /// Passes over a value; its text if it is a string.
  private static func string(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> [UInt8]? {
    guard scanner.peek() == UInt8(ascii: "\"") else {
      try scanner.skipValue()
      return nil
    }
    var text: [UInt8] = []
    try scanner.string(into: &text)
    return text
  }

  /// One line of bounded length: white space as single spaces, without control characters, as
  /// escape sequences would be the terminal's to obey.
  private static func line(_ message: String.UnicodeScalarView) -> String {
    var line = String.UnicodeScalarView()
    var (count, isSpaced) = (0, false)
    for scalar in message {
      if scalar.properties.isWhitespace || scalar.value < 0x20 {
        isSpaced = count > 0
        continue
      }
      if (0x7F...0x9F).contains(scalar.value) { continue }
      guard count < mostScalars else {
        line.append("…")
        break
      }
      if isSpaced { line.append(" ") }
      line.append(scalar)
      count += isSpaced ? 2 : 1
      isSpaced = false
    }
    return String(line)
  }
}
