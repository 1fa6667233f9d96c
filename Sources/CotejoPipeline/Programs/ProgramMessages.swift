/// What a program writes to standard error: all of it, or of a flood the beginning and the end.
struct ProgramMessages {
  /// How many bytes are kept from the beginning, and how many from the end.
  static let share = 64 << 10

  private var head: [UInt8] = []
  private var tail: [UInt8] = []
  private var leftOut = 0

  /// Whether nothing was written.
  var isEmpty: Bool { head.isEmpty }

  /// Adds what was written next.
  mutating func append(_ bytes: some Collection<UInt8>) {
    let room = Self.share - head.count
    head += bytes.prefix(room)
    tail += bytes.dropFirst(room)
    // Only now and then, so that each byte is moved once or twice.
    if tail.count > 4 * Self.share { cut() }
  }

  private mutating func cut() {
    let surplus = tail.count - Self.share
    guard surplus > 0 else { return }
    tail.removeFirst(surplus)
    leftOut += surplus
  }

  /// The text; what is no UTF-8 in it is U+FFFD.
  var text: String {
    var whole = self
    whole.cut()
    guard whole.leftOut > 0 else { return String(decoding: whole.head + whole.tail, as: UTF8.self) }
    return String(decoding: whole.head, as: UTF8.self)
      + "\n… \(whole.leftOut) bytes are left out …\n"
      + String(decoding: whole.tail, as: UTF8.self)
  }

  /// The last two kilobytes, without blank space around them and without control characters that
  /// would do something to a terminal.
  var lastWords: String {
    let last = (head + tail).suffix(2048)
    // A character that was cut in two is left out.
    let whole = last.count < 2048 ? last : last.drop { $0 & 0xC0 == 0x80 }
    var text = ""
    for scalar in String(decoding: whole, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x09, 0x0A: text.unicodeScalars.append(scalar)
      case 0x0D: break
      case 0..<0x20, 0x7F...0x9F: text.unicodeScalars.append("\u{FFFD}")
      default: text.unicodeScalars.append(scalar)
      }
    }
    let isBlank = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let scalars = text.unicodeScalars.drop(while: isBlank)
    let end = scalars.lastIndex { !isBlank($0) }
    return end.map { String(scalars[...$0]) } ?? ""
  }
}
