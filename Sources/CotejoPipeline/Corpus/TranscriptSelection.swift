/// Which files of a corpus folder are transcripts: a folder, or a path pattern.
///
/// A text without captures that names a folder takes all text files below it (`.txt`, `.text`), at
/// any depth; else it names one file.
public struct TranscriptSelection: Hashable, Sendable, CustomStringConvertible {
  let pattern: PathPattern

  /// The selection as it was written.
  public var description: String { pattern.description }

  /// Reads a selection; gives back what is wrong with it where it is none.
  static func read(_ text: String) -> Result<TranscriptSelection, PathPattern.Fault> {
    // A folder may be written with the slash that ends it.
    let path = text.count > 1 && text.hasSuffix("/") ? String(text.dropLast()) : text
    return PathPattern.read(path).map { TranscriptSelection(pattern: $0) }
  }

  /// Whether a file, by its path below the corpus folder, is one of them.
  func contains(_ file: String) -> Bool {
    if pattern.match(file) != nil { return true }
    guard pattern.captures.isEmpty, file.hasPrefix("\(pattern)/"),
      let dot = file.utf8.lastIndex(of: UInt8(ascii: "."))
    else { return false }
    return LayoutCandidate.textExtensions.contains(file[dot...].dropFirst().lowercased())
  }
}
