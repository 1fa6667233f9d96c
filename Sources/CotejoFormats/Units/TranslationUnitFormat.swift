public import CotejoText

/// A format that translation units are written in.
public enum TranslationUnitFormat: String, CaseIterable, Hashable, Sendable {
  /// Tab-separated values; see ``TSVWriter``.
  case tsv
  /// JSON Lines; see ``JSONLinesWriter``.
  case jsonl
  /// TMX 1.4b; see ``TMXWriter``.
  case tmx
  /// Two line-parallel files; see ``MosesWriter``.
  case moses

  /// Takes the format by its name: `tsv`, `jsonl`, `tmx` or `moses`.
  ///
  /// - Throws: `unknownFormat`, with the names there are.
  public init(name: String) throws(FormatError) {
    guard let format = Self(rawValue: name) else {
      throw FormatError(
        .unknownFormat, message: "unknown format '\(name)'; there are \(Self.names)")
    }
    self = format
  }

  /// Takes the format from a file name such as `pairs.tmx` or `pairs.tsv.gz`, in letters of either
  /// case; a name with `{lang}` in it is a Moses pair.
  ///
  /// - Throws: `unknownFormat`, naming the path, with the formats there are.
  public init(path: String) throws(FormatError) {
    let name = Self.lastComponent(CompressedFile.nameWithoutCompression(path))
    if name.utf8.firstRange(of: MosesWriter.placeholder.utf8) != nil {
      self = .moses
      return
    }
    let end = name.utf8.lastIndex(of: UInt8(ascii: ".")).map { name[$0...].dropFirst() } ?? ""
    guard let format = Self(rawValue: end.lowercased()), format != .moses else {
      throw FormatError(
        .unknownFormat, place: path,
        message: "the name does not end in .tsv, .jsonl or .tmx (with or without .gz) and does not "
          + "hold {lang}; say which format of \(Self.names) is meant")
    }
    self = format
  }

  /// The files that a writer for `path` makes, in the order source, target for a Moses pair.
  public func paths(
    _ path: String, source: LanguageTag, target: LanguageTag
  ) -> [String] {
    guard self == .moses else { return [path] }
    let paths = MosesWriter.paths(path, source: source, target: target)
    return [paths.source, paths.target]
  }

  /// Opens a writer of this format; a name that ends in `.gz` is compressed, `-` is standard output.
  ///
  /// - Throws: `unwritable`, naming the file; `unrepresentable` for a header or languages that the
  ///   format cannot hold.
  public func open(
    _ path: String, header: TMXWriter.Header
  ) throws(FormatError) -> TranslationUnitFile {
    switch self {
    case .tsv: .tsv(try TSVWriter(path: path))
    case .jsonl: .jsonl(try JSONLinesWriter(path: path))
    case .tmx: .tmx(try TMXWriter(path: path, header: header))
    case .moses:
      .moses(try MosesWriter(path: path, source: header.source, target: header.target))
    }
  }

  private static var names: String {
    allCases.map { "'\($0.rawValue)'" }.joined(separator: ", ")
  }

  private static func lastComponent(_ path: String) -> Substring {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return path[...] }
    return path[slash...].dropFirst()
  }
}
