/// The code points of a YAML file, with lines and columns as libYAML counts them.
struct YAMLText {
  /// The most bytes a configuration may have.
  static let maximumBytes = 1 << 20

  /// The file, without a byte order mark.
  var scalars: [Unicode.Scalar] = []
  /// Why the file is not text that YAML takes; empty if it is.
  private(set) var problems: [PipelineError] = []

  /// An empty file.
  init() {}

  /// Takes the bytes of a file; what is not text that YAML takes is a problem.
  init(_ bytes: [UInt8], file: String) {
    guard bytes.count <= Self.maximumBytes else {
      problems.append(
        PipelineError(
          .configuration, at: Place(file: file),
          "the file has \(bytes.count) bytes; a pipeline has at most \(Self.maximumBytes)"))
      return
    }
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    var decoder = UTF8()
    var input = body.makeIterator()
    var line = 1
    var column = 1
    func report(_ message: String) {
      problems.append(
        PipelineError(
          .configuration, at: Place(file: file, line: line, column: column), message))
    }
    scalars.reserveCapacity(body.count)
    while true {
      switch decoder.decode(&input) {
      case .emptyInput:
        return
      case .error:
        report("the file is not UTF-8")
        return
      case .scalarValue(let scalar):
        let breaksLine = Self.breaksLine(scalar, after: scalars.last)
        if !Self.isAllowed(scalar) {
          let code = "U+" + String(scalar.value, radix: 16, uppercase: true).leftPadded(to: 4)
          report("the control character \(code) cannot stand in YAML")
          if problems.count == 20 { return }
        }
        if scalar == "\n", scalars.last == "\r" {
          // The second half of a line end that was counted.
        } else if breaksLine {
          line += 1
          column = 1
        } else {
          column += 1
        }
        scalars.append(scalar)
      }
    }
  }

  /// The line ends that libYAML counts; those of CRLF count once.
  private static func breaksLine(_ scalar: Unicode.Scalar, after last: Unicode.Scalar?) -> Bool {
    switch scalar {
    case "\r", "\u{85}", "\u{2028}", "\u{2029}": true
    case "\n": last != "\r"
    default: false
    }
  }

  /// YAML 1.2 §5.1, printable characters.
  private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x09, 0x0A, 0x0D, 0x20...0x7E, 0x85, 0xA0...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD,
      0x10000...0x10FFFF:
      true
    default: false
    }
  }

  /// The index of the code point at a 1-based line and column as libYAML counts them; `nil` where
  /// there is none.
  func index(line wanted: Int, column: Int) -> Int? {
    var line = 1
    var index = 0
    while line < wanted, index < scalars.count {
      if scalars[index] == "\r", index + 1 < scalars.count, scalars[index + 1] == "\n" {
        index += 1
        line += 1
      } else if Self.breaksLine(scalars[index], after: nil) {
        line += 1
      }
      index += 1
    }
    index += column - 1
    return scalars.indices.contains(index) ? index : nil
  }
}

extension String {
  /// The text with zeros before it up to `width` letters.
  fileprivate func leftPadded(to width: Int) -> String {
    String(repeating: "0", count: max(0, width - utf8.count)) + self
  }
}
