internal import CotejoText

/// Reads what a `ResultWriter` wrote, and takes nothing on trust.
///
/// The bytes come from a disk, and another version of the program may have written them: whatever
/// cannot be is an error, before any memory is asked for it.
struct ResultReader {
  private let bytes: [UInt8]
  /// The byte that is read next.
  private(set) var offset = 0
  private var shared: [String] = []

  /// Begins at the first byte.
  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// How many bytes are left.
  var remaining: Int { bytes.count - offset }

  /// What is wrong where the reader is.
  func damage(_ message: String) -> ResultDamage { ResultDamage(at: offset, message) }

  /// Reads a byte.
  mutating func byte() throws(ResultDamage) -> UInt8 {
    guard offset < bytes.count else { throw damage("ends too early") }
    defer { offset += 1 }
    return bytes[offset]
  }

  private mutating func bits() throws(ResultDamage) -> UInt64 {
    let first = try byte()
    if first < 0x80 { return UInt64(first) }
    var number = UInt64(first & 0x7F)
    var shift: UInt64 = 7
    while true {
      let next = try byte()
      // A tenth byte has room for one bit.
      guard shift < 63 || next <= 1 else { throw damage("has a number of more than 64 bits") }
      number |= UInt64(next & 0x7F) << shift
      if next < 0x80 { return number }
      shift += 7
    }
  }

  /// Reads a number from 0 to `maximum`.
  mutating func count(upTo maximum: Int = .max) throws(ResultDamage) -> Int {
    let number = try bits()
    guard number <= UInt64(maximum) else { throw damage("has a number that is too large") }
    return Int(number)
  }

  /// Reads how many elements follow, each of at least so many bytes.
  mutating func count(ofAtLeast width: Int) throws(ResultDamage) -> Int {
    let count = try count()
    guard count <= remaining / width else { throw damage("has more elements than bytes") }
    return count
  }

  /// Reads a number of either sign.
  mutating func signed() throws(ResultDamage) -> Int {
    let number = try bits()
    return Int(Int64(bitPattern: number >> 1) ^ -Int64(bitPattern: number & 1))
  }

  /// Reads a truth value.
  mutating func flag() throws(ResultDamage) -> Bool {
    let byte = try byte()
    guard byte <= 1 else { throw damage("has a flag that is neither set nor clear") }
    return byte == 1
  }

  /// Reads an integer of fixed width, the lowest byte first.
  mutating func littleEndian<Number: FixedWidthInteger & UnsignedInteger>(
    _ type: Number.Type
  ) throws(ResultDamage) -> Number {
    let width = Number.bitWidth / 8
    guard remaining >= width else { throw damage("ends too early") }
    var number: Number = 0
    for index in 0..<width { number |= Number(bytes[offset + index]) << Number(index * 8) }
    offset += width
    return number
  }

  /// Reads a probability: from 0 to 1.
  mutating func probability() throws(ResultDamage) -> Double {
    let number = Double(bitPattern: try littleEndian(UInt64.self))
    // What is no number at all is not in the range either.
    guard 0...1 ~= number else { throw damage("has a probability outside 0 to 1") }
    return number
  }

  /// Reads a probability of four bytes.
  mutating func shortProbability() throws(ResultDamage) -> Float {
    let number = Float(bitPattern: try littleEndian(UInt32.self))
    guard 0...1 ~= number else { throw damage("has a probability outside 0 to 1") }
    return number
  }

  /// Reads so many bytes.
  mutating func raw(_ count: Int) throws(ResultDamage) -> ArraySlice<UInt8> {
    guard count <= remaining else { throw damage("ends too early") }
    defer { offset += count }
    return bytes[offset..<(offset + count)]
  }

  /// Reads a string.
  mutating func string() throws(ResultDamage) -> String {
    let text = try raw(try count())
    guard let string = String(validating: text, as: UTF8.self) else {
      throw damage("has text that is not UTF-8")
    }
    return string
  }

  /// Reads a string that may have come before.
  mutating func sharedString() throws(ResultDamage) -> String {
    let number = try count(upTo: shared.count)
    if number > 0 { return shared[number - 1] }
    let string = try string()
    shared.append(string)
    return string
  }

  /// Reads which of its cases a value is.
  mutating func value<Value: CaseIterable>(
    of type: Value.Type
  ) throws(ResultDamage) -> Value where Value.AllCases == [Value] {
    let cases = Value.allCases
    let code = try count()
    guard code < cases.count else { throw damage("has a code that means nothing") }
    return cases[code]
  }

  /// Reads a span of a text, whose start was written as the distance from `base`.
  ///
  /// No end of it is inside a character.
  mutating func span(from base: Int32, in text: [UInt8]) throws(ResultDamage) -> TextSpan {
    let distance = try signed()
    let length = try count(upTo: text.count)
    let (lower, overflow) = Int(base).addingReportingOverflow(distance)
    guard !overflow, lower >= 0, lower <= text.count - length, lower + length <= Int(Int32.max),
      !Self.isInsideCharacter(lower, text), !Self.isInsideCharacter(lower + length, text)
    else { throw damage("has a span that is none of its text") }
    return TextSpan(Int32(lower), Int32(lower + length))
  }

  private static func isInsideCharacter(_ offset: Int, _ text: [UInt8]) -> Bool {
    offset < text.count && text[offset] & 0xC0 == 0x80
  }

  /// Makes sure that nothing is left over.
  func finish() throws(ResultDamage) {
    guard remaining == 0 else { throw damage("has bytes that nothing asked for") }
  }
}

extension ResultWriter {
  /// Appends a span: the distance of its start from `base`, and its length.
  mutating func append(_ span: TextSpan, from base: Int32) {
    append(signed: Int(span.lower) - Int(base))
    append(count: span.count)
  }
}
