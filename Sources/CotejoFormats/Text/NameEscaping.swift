internal import CotejoText

/// Names of files, which may hold whatever the system allows, as one column of one line.
extension [UInt8] {
  /// Appends a name so that it stays in its line and column and can be read back.
  ///
  /// A backslash is written `\\`, tab, LF and CR `\t`, `\n` and `\r`, other controls and line
  /// separators as `\u0085`, and `separator`, if there is one, with a backslash before it.
  package mutating func append(name: String, separator: Unicode.Scalar? = nil) {
    // Nearly every name is plain; decoding each of them would halve the speed of a writer.
    let isPlain = name.utf8.allSatisfy {
      $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") && UInt32($0) != separator?.value
    }
    guard !isPlain else {
      append(name)
      return
    }
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\\": append("\\\\")
      case "\t": append("\\t")
      case "\n": append("\\n")
      case "\r": append("\\r")
      case "\0"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits)
      default:
        if scalar == separator { append(UInt8(ascii: "\\")) }
        append(scalar: scalar.value)
      }
    }
  }
}
