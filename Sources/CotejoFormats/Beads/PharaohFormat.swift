public import CotejoAlignment

/// Word links as pairs of word numbers, a line a bead: the form of the Pharaoh decoder and of Moses.
///
/// ```
/// 0-0 1-1 2-1 4-3
/// ```
///
/// Numbers are 0-based, source first. A bead without links is an empty line, so that lines keep in step
/// with those of other formats.
public enum PharaohFormat {
  /// Appends the line of a bead.
  public static func append(_ links: [WordLink], to text: inout [UInt8]) {
    for (index, link) in links.enumerated() {
      if index > 0 { text.append(UInt8(ascii: " ")) }
      text.append(decimal: Int(link.source))
      text.append(UInt8(ascii: "-"))
      text.append(decimal: Int(link.target))
    }
    text.append(UInt8(ascii: "\n"))
  }

  /// Writes the lines of beads to a file, which takes its name when it is complete; `-` is standard
  /// output, a name that ends in `.gz` is compressed.
  ///
  /// - Throws: `unwritable`, naming the file.
  public static func write(
    _ beads: some Sequence<[WordLink]>, to path: String
  ) throws(FormatError) {
    var text: [UInt8] = []
    for links in beads { append(links, to: &text) }
    try CompressedOutputFile.write(text, to: path)
  }
}
