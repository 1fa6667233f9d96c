/// What the scan for sentence ends does at a byte that may begin a code point.
enum ByteKind {
  static let plain: UInt8 = 0
  static let stop: UInt8 = 1
  static let generalPunctuation: UInt8 = 2
  static let lineEnd: UInt8 = 3
  static let otherScript: UInt8 = 4
  static let quotationMark: UInt8 = 5
  static let semicolon: UInt8 = 6
  static let colon: UInt8 = 7
  /// From here on kinds that are looked at only where sentences without stops are looked for.
  static let capital: UInt8 = 8
  static let digit: UInt8 = 9

  /// The kind of each byte.
  static let table: [UInt8] = (0...255).map { (byte: UInt8) in
    switch byte {
    case 0x2E, 0x21, 0x3F: stop
    case 0xE2: generalPunctuation
    case 0x0A, 0x0D: lineEnd
    case 0x22: quotationMark
    case 0x3B: semicolon
    case 0x3A: colon
    // From Armenian on there are scripts with stops of their own.
    case 0xD6...0xDF, 0xE0, 0xE1, 0xE3...0xF4: otherScript
    default: plain
    }
  }

  /// The same where sentences without stops are looked for.
  static let tableWithCapitals: [UInt8] = (0...255).map { (byte: UInt8) in
    switch byte {
    case 0x41...0x5A: capital
    case 0x30...0x39: digit
    default: table[Int(byte)]
    }
  }

  /// The first byte from `lower` up to `upper` that may be other than plain; `upper` if all are.
  ///
  /// Below `limit` any byte but a space may be: 0x40, or 0x60 for `tableWithCapitals`.
  @inline(__always)
  static func next(
    in text: Span<UInt8>, from lower: Int, to upper: Int, below limit: UInt8
  ) -> Int {
    text.firstByte(from: lower, to: upper) { word in
      ByteWord.bytes(word, lessThan: limit) & ~ByteWord.bytes(word, thatAre: 0x20)
        | ByteWord.bytes(word, from: 0xD6)
    }
  }
}
