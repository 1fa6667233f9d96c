public import CotejoText

/// Writes two line-parallel files, one a language: the input of Moses and of most training tools.
///
/// Line *n* of one renders line *n* of the other. Texts are joined and white space is folded as in
/// ``TSVWriter``. A unit with an empty side is left out and counted. Both files take their names when
/// both are complete.
public struct MosesWriter: ~Copyable, TranslationUnitWriter, Sendable {
  /// Two files that are put in place together.
  private struct Files: ~Copyable {
    var source: CompressedOutputFile
    var target: CompressedOutputFile

    mutating func complete() throws(FormatError) {
      try source.prepare()
      try target.prepare()
    }

    consuming func commit() throws(FormatError) {
      try complete()
      try source.commit()
      try target.commit()
    }
  }

  /// What became of the units so far.
  public private(set) var counts = TranslationUnitCounts()

  private let path: String
  private var files: Files
  private var sourceLine: [UInt8] = []
  private var targetLine: [UInt8] = []

  /// Opens both files to write.
  ///
  /// - Parameters:
  ///   - path: The common name, as ``paths(_:source:target:)`` has it.
  ///   - source: The language of the originals.
  ///   - target: The language of the renderings.
  /// - Throws: `unwritable`, naming the file; `unrepresentable` if both languages are the same, or
  ///   for standard output.
  public init(
    path: String, source: LanguageTag, target: LanguageTag
  ) throws(FormatError) {
    guard source != target else {
      throw FormatError(
        .unrepresentable, place: path,
        message: "two files cannot be told apart when both languages are '\(source)'")
    }
    guard path != "-" else {
      throw FormatError(
        .unrepresentable, place: "standard output",
        message: "the format 'moses' makes two files and needs a name for them")
    }
    let paths = Self.paths(path, source: source, target: target)
    // What cannot be copied is not stored before the last call that may throw.
    let sourceFile = try CompressedOutputFile(path: paths.source)
    let targetFile = try CompressedOutputFile(path: paths.target)
    self.path = path
    files = Files(source: sourceFile, target: targetFile)
  }

  /// The paths of the two files that go by a common name.
  ///
  /// `pairs` gives `pairs.es` and `pairs.en`, `pairs.gz` gives `pairs.es.gz` and `pairs.en.gz`, and
  /// `{lang}` anywhere is replaced: `dev.{lang}.txt` gives `dev.es.txt` and `dev.en.txt`.
  public static func paths(
    _ path: String, source: LanguageTag, target: LanguageTag
  ) -> (source: String, target: String) {
    (Self.path(path, language: source), Self.path(path, language: target))
  }

  /// What stands for the language in a path.
  static let placeholder = "{lang}"

  private static func path(_ path: String, language: LanguageTag) -> String {
    let parts = path.split(separator: placeholder, omittingEmptySubsequences: false)
    guard parts.count > 1 else {
      let stem = CompressedFile.nameWithoutCompression(path)
      return stem + ".\(language)" + Substring(path.utf8.dropFirst(stem.utf8.count))
    }
    return parts.joined(separator: language.description)
  }

  /// Appends a unit.
  ///
  /// - Throws: `unwritable`; `unrepresentable` for a score that is not a number, which leaves the
  ///   unit out.
  public mutating func write(_ unit: TranslationUnit) throws(FormatError) {
    try unit.checkScore(place: path)
    sourceLine.removeAll(keepingCapacity: true)
    targetLine.removeAll(keepingCapacity: true)
    sourceLine.append(folded: unit.source)
    targetLine.append(folded: unit.target)
    guard !sourceLine.isEmpty, !targetLine.isEmpty else {
      counts.leftOut += 1
      return
    }
    sourceLine.append(UInt8(ascii: "\n"))
    targetLine.append(UInt8(ascii: "\n"))
    try files.source.write(sourceLine)
    try files.target.write(targetLine)
    counts.written += 1
  }

  /// Completes both files, on the disk, but does not put them in place; no more can be written then.
  ///
  /// - Throws: `unwritable`, naming the file.
  public mutating func complete() throws(FormatError) {
    try files.complete()
  }

  /// Completes both files and puts them in place.
  ///
  /// - Throws: `unwritable`, naming the file.
  public consuming func finish() throws(FormatError) {
    try files.commit()
  }
}
