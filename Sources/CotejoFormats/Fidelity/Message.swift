/// A message of a PO file as its lines build it.
struct Message {
  /// What a text of a message is.
  enum Field: Hashable {
    case context
    case original
    case plural
    /// A rendering: 0 for the only one, or for the first plural form.
    case rendering(Int)
  }

  /// The 1-based line of its first field; 0 for none.
  var line = 0
  var isFuzzy = false
  /// Something of it could not be read: of its texts nothing is kept.
  private(set) var isBroken = false
  /// The bytes of its texts.
  private(set) var byteCount = 0
  private var fields: [(field: Field, text: [UInt8])] = []

  /// The most bytes of text in one message, as much as a line may have.
  static let byteLimit = 1 << 26

  /// Whether no field and no line of it was read, flags apart.
  var isEmpty: Bool { fields.isEmpty && !isBroken }

  /// Whether a field begins another message.
  func isComplete(before field: Field) -> Bool {
    switch field {
    case .context: return !isEmpty
    case .original:
      return fields.contains {
        if case .rendering = $0.field { true } else { $0.field == .original }
      } || isBroken
    case .plural, .rendering: return false
    }
  }

  /// Whether a line that cannot be read belongs to another message: one that begins as a message does,
  /// or that stands behind a blank line where this one has its rendering.
  func isComplete(before line: [UInt8], behindBlank isBehindBlank: Bool) -> Bool {
    let word = line.drop { $0 == 0x20 || $0 == 0x09 }
    if word.starts(with: "msgctxt".utf8) { return isComplete(before: .context) }
    if word.starts(with: "msgid".utf8), !word.starts(with: "msgid_plural".utf8) {
      return isComplete(before: .original)
    }
    return isBehindBlank && !renderings.isEmpty
  }

  /// Begins a field; `false` if it is there already.
  mutating func begin(_ field: Field, with text: [UInt8]) -> Bool {
    guard self.text(field) == nil else { return false }
    fields.append((field, isBroken ? [] : text))
    byteCount += text.count
    return true
  }

  /// Goes on with the last field; `false` if there is none.
  mutating func append(_ text: [UInt8]) -> Bool {
    if isBroken { return true }
    guard !fields.isEmpty else { return false }
    fields[fields.count - 1].text += text
    byteCount += text.count
    return true
  }

  /// Gives the message up: what follows in it is passed over.
  mutating func abandon() {
    isBroken = true
    for index in fields.indices { fields[index].text = [] }
  }

  /// The text of a field; `nil` where it has none.
  func text(_ field: Field) -> [UInt8]? { fields.first { $0.field == field }?.text }

  /// The renderings with the numbers of their plural forms, in the order of the file.
  var renderings: [(form: Int, text: [UInt8])] {
    fields.compactMap { item in
      if case .rendering(let form) = item.field { (form, item.text) } else { nil }
    }
  }
}

/// A line of a PO file.
enum MessageLine {
  case blank
  /// A comment; flags may say that the message behind it is fuzzy.
  case comment(isFuzzy: Bool)
  /// A line of a message that is used no more; whether the message begins here.
  case obsolete(isMessage: Bool)
  case field(Message.Field, [UInt8])
  case continuation([UInt8])

  /// A line that cannot be read, or, at the end of a message, a file that cannot.
  struct Fault: Error {
    enum Reason {
      case line(FormatError.Code, String)
      case file(FormatError)
    }
    let reason: Reason

    init(_ code: FormatError.Code, _ words: String) { reason = .line(code, words) }
    init(_ error: FormatError) { reason = .file(error) }
  }

  /// Reads a line, its end taken off.
  init(_ line: [UInt8]) throws(Fault) {
    do {
      _ = try UTF8Span(validating: line.span)
    } catch {
      throw Fault(
        .invalidEncoding,
        "the line is not valid UTF-8 (byte \(error.byteOffsets.lowerBound) of the line)")
    }
    var index = 0
    Self.skipBlanks(line, &index)
    guard index < line.count else {
      self = .blank
      return
    }
    let rest = line[index...]
    if rest.first == UInt8(ascii: "#") {
      let second = rest.dropFirst().first
      if second == UInt8(ascii: "~") {
        let body = rest.dropFirst(2).drop { $0 == 0x20 || $0 == 0x09 }
        self = .obsolete(
          isMessage: body.starts(with: "msgid".utf8) && !body.starts(with: "msgid_".utf8))
        return
      }
      let flags = second == UInt8(ascii: ",") ? rest.dropFirst(2) : []
      self = .comment(
        isFuzzy: flags.split(separator: UInt8(ascii: ",")).contains { flag in
          flag.filter { $0 != 0x20 && $0 != 0x09 && $0 != 0x0D }.elementsEqual("fuzzy".utf8)
        })
      return
    }
    if rest.first == UInt8(ascii: "\"") {
      self = .continuation(try Self.text(line, &index))
      return
    }
    let word = rest.prefix { $0 != 0x20 && $0 != 0x09 && $0 != UInt8(ascii: "\"") }
    index += word.count
    if word.elementsEqual("domain".utf8) {
      self = .comment(isFuzzy: false)
      return
    }
    let field: Message.Field? =
      switch String(decoding: word, as: UTF8.self) {
      case "msgctxt": .context
      case "msgid": .original
      case "msgid_plural": .plural
      case "msgstr": .rendering(0)
      default: Self.form(word).map { .rendering($0) }
      }
    guard let field else { throw Fault(.malformed, "the line begins with no word of PO") }
    Self.skipBlanks(line, &index)
    self = .field(field, try Self.text(line, &index))
  }

  private static func skipBlanks(_ line: [UInt8], _ index: inout Int) {
    while index < line.count, [0x20, 0x09, 0x0D, 0x0B, 0x0C].contains(line[index]) { index += 1 }
  }

  /// The number in `msgstr[2]`: gettext knows no language with more than six forms.
  private static func form(_ word: ArraySlice<UInt8>) -> Int? {
    guard word.starts(with: "msgstr[".utf8), word.last == UInt8(ascii: "]") else { return nil }
    let digits = word.dropFirst(7).dropLast()
    guard (1...3).contains(digits.count),
      digits.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) })
    else { return nil }
    return digits.reduce(0) { $0 * 10 + Int($1 & 0x0F) }
  }

  /// Reads a text between quotation marks, which must end the line, with the escapes of C.
  private static func text(_ line: [UInt8], _ index: inout Int) throws(Fault) -> [UInt8] {
    guard index < line.count, line[index] == UInt8(ascii: "\"") else {
      throw Fault(.malformed, "a quotation mark is missing")
    }
    index += 1
    var text: [UInt8] = []
    var hasByteEscape = false
    while index < line.count, line[index] != UInt8(ascii: "\"") {
      let byte = line[index]
      index += 1
      guard byte == UInt8(ascii: "\\") else {
        text.append(byte)
        continue
      }
      text.append(try escape(line, &index, &hasByteEscape))
    }
    guard index < line.count else { throw Fault(.malformed, "a text does not end") }
    index += 1
    skipBlanks(line, &index)
    guard index == line.count else { throw Fault(.malformed, "something stands behind a text") }
    if hasByteEscape, (try? UTF8Span(validating: text.span)) == nil {
      throw Fault(.invalidEncoding, "the escapes of a text give no valid UTF-8")
    }
    return text
  }

  /// Reads what stands behind a backslash: a letter, three octal digits, or `x` and two hexadecimal.
  private static func escape(
    _ line: [UInt8], _ index: inout Int, _ hasByteEscape: inout Bool
  ) throws(Fault) -> UInt8 {
    guard index < line.count else { throw Fault(.malformed, "a text does not end") }
    let byte = line[index]
    index += 1
    switch byte {
    case UInt8(ascii: "n"): return 0x0A
    case UInt8(ascii: "t"): return 0x09
    case UInt8(ascii: "r"): return 0x0D
    case UInt8(ascii: "a"): return 0x07
    case UInt8(ascii: "b"): return 0x08
    case UInt8(ascii: "f"): return 0x0C
    case UInt8(ascii: "v"): return 0x0B
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "?"): return byte
    case UInt8(ascii: "0")...UInt8(ascii: "7"), UInt8(ascii: "x"):
      hasByteEscape = true
      let radix = byte == UInt8(ascii: "x") ? 16 : 8
      let start = radix == 16 ? index : index - 1
      var end = start
      while end < line.count, end - start < (radix == 16 ? 2 : 3),
        Unicode.Scalar(line[end]).properties.isASCIIHexDigit,
        radix == 16 || line[end] < UInt8(ascii: "8")
      {
        end += 1
      }
      index = end
      guard let value = UInt8(String(decoding: line[start..<end], as: UTF8.self), radix: radix)
      else { throw Fault(.malformed, "an escape gives no byte") }
      return value
    default: throw Fault(.malformed, "a text holds an unknown escape")
    }
  }
}
