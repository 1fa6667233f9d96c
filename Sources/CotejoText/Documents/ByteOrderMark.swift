/// The mark at the start of a file that tells its charset (Unicode Standard, section 23.8).
struct ByteOrderMark {
  /// ICU's name of the charset.
  let charset: String
  /// How many bytes the mark takes.
  let length: Int

  /// Looks for a mark; UTF-32's before UTF-16's, with which one of them begins.
  init?(of bytes: [UInt8]) {
    let marks: [(charset: String, bytes: [UInt8])] = [
      ("UTF-8", [0xEF, 0xBB, 0xBF]), ("UTF-32LE", [0xFF, 0xFE, 0, 0]),
      ("UTF-32BE", [0, 0, 0xFE, 0xFF]), ("UTF-16LE", [0xFF, 0xFE]), ("UTF-16BE", [0xFE, 0xFF]),
    ]
    guard let found = marks.first(where: { bytes.starts(with: $0.bytes) }) else { return nil }
    charset = found.charset
    length = found.bytes.count
  }

  /// The edit that leaves the mark out.
  var edit: TextView.Edit {
    TextView.Edit(source: TextSpan(0, Int32(length)), view: TextSpan(0, 0))
  }
}
