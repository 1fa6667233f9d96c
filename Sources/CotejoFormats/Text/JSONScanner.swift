internal import CotejoText

/// Walks over one JSON text (RFC 8259), strictly: what it accepts is JSON.
///
/// Keys and strings are handed out as bytes, so that nothing is decoded that nobody asks for.
package struct JSONScanner {
  /// The text is not JSON, or not of the form that was asked for.
  package struct Fault: Error, Hashable {
    /// The byte where it shows.
    package var offset: Int
    /// What is the matter, in a few words.
    package var message: String
  }

  private let bytes: [UInt8]
  package private(set) var index = 0

  /// How deep arrays and objects may be nested: a bound for the stack, not for honest data.
  private static let depthLimit = 64

  /// Stands at the start of `bytes`, which must be valid UTF-8.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// Says that the text is not what was asked for, here.
  package func fault(_ message: String) -> Fault {
    Fault(offset: index, message: message)
  }

  /// The first byte of what comes next, white space passed over; `nil` at the end.
  package mutating func peek() -> UInt8? {
    while index < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[index]) { index += 1 }
    return index < bytes.count ? bytes[index] : nil
  }

  /// Passes over a mark if it comes next.
  package mutating func take(_ mark: UInt8) -> Bool {
    guard peek() == mark else { return false }
    index += 1
    return true
  }

  /// Passes over a word if it comes next.
  package mutating func take(word: String) -> Bool {
    guard peek() == word.utf8.first, bytes[index...].starts(with: word.utf8) else { return false }
    index += word.utf8.count
    return true
  }

  /// Passes over a mark that must come next.
  package mutating func expect(_ mark: Unicode.Scalar) throws(Fault) {
    guard take(UInt8(ascii: mark)) else { throw fault("'\(mark)' is missing") }
  }

  /// Reads an object: calls `member` for each key, with the scanner at its value, which it must
  /// pass over.
  package mutating func object(
    _ member: (inout JSONScanner, [UInt8]) throws(Fault) -> Void
  ) throws(Fault) {
    try expect("{")
    if take(UInt8(ascii: "}")) { return }
    var key: [UInt8] = []
    repeat {
      key.removeAll(keepingCapacity: true)
      try string(into: &key)
      try expect(":")
      try member(&self, key)
    } while take(UInt8(ascii: ","))
    try expect("}")
  }

  /// Reads an array: calls `element` with the scanner at each element, which it must pass over.
  package mutating func array(_ element: (inout JSONScanner) throws(Fault) -> Void) throws(Fault) {
    try expect("[")
    if take(UInt8(ascii: "]")) { return }
    repeat { try element(&self) } while take(UInt8(ascii: ","))
    try expect("]")
  }

  /// Reads a string and appends its text, escapes resolved.
  package mutating func string(into text: inout [UInt8]) throws(Fault) {
    try expect("\"")
    var runStart = index
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: "\""):
        text.append(contentsOf: bytes[runStart..<index])
        index += 1
        return
      case UInt8(ascii: "\\"):
        text.append(contentsOf: bytes[runStart..<index])
        index += 1
        try escape(into: &text)
        runStart = index
      case 0..<0x20: throw fault("a control character stands in a string")
      default: index += 1
      }
    }
    throw fault("a string does not end")
  }

  /// Reads a whole number from 0 that fits an `Int32`.
  package mutating func wholeNumber() throws(Fault) -> Int32 {
    _ = peek()
    let start = index
    try skipValue()
    guard let number = Int32(String(decoding: bytes[start..<index], as: UTF8.self)), number >= 0
    else { throw fault("a value is no whole number from 0 to \(Int32.max)") }
    return number
  }

  /// Reads a finite number.
  package mutating func number() throws(Fault) -> Double {
    _ = peek()
    let start = index
    try skipNumber()
    // A number of JSON is one of Swift's, but for those beyond a double's range.
    guard let number = Double(String(decoding: bytes[start..<index], as: UTF8.self)),
      number.isFinite
    else { throw fault("a value is no number") }
    return number
  }

  /// Passes over any value.
  package mutating func skipValue(depth: Int = 0) throws(Fault) {
    guard depth < Self.depthLimit else { throw fault("values are nested too deep") }
    switch peek() {
    case UInt8(ascii: "{"):
      try object { (scanner, _) throws(Fault) in try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "["):
      try array { (scanner) throws(Fault) in try scanner.skipValue(depth: depth + 1) }
    case UInt8(ascii: "\""):
      var ignored: [UInt8] = []
      try string(into: &ignored)
    case UInt8(ascii: "t"): try skip("true")
    case UInt8(ascii: "f"): try skip("false")
    case UInt8(ascii: "n"): try skip("null")
    default: try skipNumber()
    }
  }

  /// Passes over any value.
  ///
  /// - Returns: Its bytes as they stand.
  package mutating func rawValue() throws(Fault) -> [UInt8] {
    _ = peek()
    let start = index
    try skipValue()
    return Array(bytes[start..<index])
  }

  /// Checks that nothing follows.
  package mutating func end() throws(Fault) {
    guard peek() == nil else { throw fault("something stands behind the value") }
  }

  private mutating func skip(_ word: StaticString) throws(Fault) {
    let end = index + word.utf8CodeUnitCount
    let found =
      end <= bytes.count
      && word.withUTF8Buffer { word in bytes[index..<end].elementsEqual(word) }
    guard found else { throw fault("a value is missing") }
    index = end
  }

  // -? (0 | [1-9][0-9]*) (. [0-9]+)? ([eE] [+-]? [0-9]+)?
  private mutating func skipNumber() throws(Fault) {
    if isNext("-") { index += 1 }
    if isNext("0") { index += 1 } else { try skipDigits() }
    if isNext(".") {
      index += 1
      try skipDigits()
    }
    if isNext("e") || isNext("E") {
      index += 1
      if isNext("+") || isNext("-") { index += 1 }
      try skipDigits()
    }
  }

  private mutating func skipDigits() throws(Fault) {
    let start = index
    while index < bytes.count, (0x30...0x39).contains(bytes[index]) { index += 1 }
    guard index > start else { throw fault("a value is missing") }
  }

  private func isNext(_ mark: Unicode.Scalar) -> Bool {
    index < bytes.count && bytes[index] == UInt8(ascii: mark)
  }

  private mutating func escape(into text: inout [UInt8]) throws(Fault) {
    guard index < bytes.count else { throw fault("a string does not end") }
    let mark = bytes[index]
    index += 1
    switch mark {
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(mark)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "u"):
      var code = try codeUnit()
      if (0xD800...0xDBFF).contains(code), isNext("\\") {
        index += 1
        guard isNext("u") else { throw fault("half a surrogate pair stands alone") }
        index += 1
        let low = try codeUnit()
        guard (0xDC00...0xDFFF).contains(low) else {
          throw fault("half a surrogate pair stands alone")
        }
        code = 0x10000 + (code - 0xD800) << 10 + (low - 0xDC00)
      }
      guard let scalar = Unicode.Scalar(code) else {
        throw fault("half a surrogate pair stands alone")
      }
      text.append(scalar: scalar.value)
    default: throw fault("a string holds an unknown escape")
    }
  }

  private mutating func codeUnit() throws(Fault) -> UInt32 {
    guard index + 4 <= bytes.count else { throw fault("a string does not end") }
    var code: UInt32 = 0
    for _ in 0..<4 {
      let digit: UInt32
      switch bytes[index] {
      case let byte where (0x30...0x39).contains(byte): digit = UInt32(byte - 0x30)
      case let byte where (0x61...0x66).contains(byte | 0x20): digit = UInt32((byte | 0x20) - 0x57)
      default: throw fault("an escape lacks its four hexadecimal digits")
      }
      code = code << 4 | digit
      index += 1
    }
    return code
  }
}
