/// Appends the values of a stage's result to bytes, which a `ResultReader` reads in the same order.
///
/// Numbers are LEB128: seven bits a byte, the lowest first, the high bit set on all but the last;
/// those that may be negative are zigzag-coded before (0, -1, 1, -2 … become 0, 1, 2, 3 …).
/// Source: DWARF 5, section 7.6, and the encoding guide of Protocol Buffers.
struct ResultWriter {
  /// What was written.
  private(set) var bytes: [UInt8] = []
  /// The numbers of the strings that were written as `shared`, from 1.
  private var numbers: [String: Int] = [:]
  private var sharedCount = 0

  /// Appends a count, a length or a code: nothing negative.
  mutating func append(count: Int) {
    append(bits: UInt64(count))
  }

  /// Appends a number of either sign.
  mutating func append(signed number: Int) {
    append(bits: UInt64(bitPattern: Int64(number << 1 ^ number >> (Int.bitWidth - 1))))
  }

  private mutating func append(bits: UInt64) {
    var rest = bits
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }

  /// Appends a byte as it is: a code, or a set of flags.
  mutating func append(byte: UInt8) {
    bytes.append(byte)
  }

  /// Appends the eight bytes of a number, all its bits.
  mutating func append(_ number: Double) {
    append(littleEndian: number.bitPattern)
  }

  /// Appends the four bytes of a number, all its bits.
  mutating func append(_ number: Float) {
    append(littleEndian: number.bitPattern)
  }

  /// Appends an integer of fixed width, the lowest byte first.
  mutating func append(littleEndian number: some FixedWidthInteger & UnsignedInteger) {
    var rest = number
    for _ in 0..<(type(of: number).bitWidth / 8) {
      bytes.append(UInt8(truncatingIfNeeded: rest))
      rest >>= 8
    }
  }

  /// Appends bytes without their number.
  mutating func append(raw more: some Sequence<UInt8>) {
    bytes.append(contentsOf: more)
  }

  /// Appends a string: its length in bytes and its UTF-8.
  mutating func append(_ string: String) {
    append(count: string.utf8.count)
    bytes.append(contentsOf: string.utf8)
  }

  /// Appends a string that may come again: the number of where it was written, or 0 and the string.
  mutating func append(shared string: String) {
    let known = numbers.index(forKey: string)
    // Strings that Unicode holds equal need not be of the same bytes.
    if let known, numbers[known].key.hasBytes(of: string) {
      append(count: numbers[known].value)
      return
    }
    append(count: 0)
    append(string)
    sharedCount += 1
    if known == nil { numbers[string] = sharedCount }
  }

  /// Appends which of its cases a value is, by their order.
  ///
  /// The order is part of the layout: a `PartStamp` names the cases.
  mutating func append<Value: CaseIterable & Equatable>(case value: Value) {
    var code = 0
    for other in Value.allCases {
      if other == value { break }
      code += 1
    }
    append(count: code)
  }
}

extension String {
  /// Whether two strings are the same bytes; `==` holds composed and decomposed letters equal, which
  /// as names of files are not.
  func hasBytes(of other: String) -> Bool { utf8.elementsEqual(other.utf8) }
}
