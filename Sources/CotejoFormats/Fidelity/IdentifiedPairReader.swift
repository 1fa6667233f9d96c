internal import CotejoFidelity
public import CotejoText

/// Reads pairs to be checked, with their names, one after another, without holding the file.
///
/// What is no pair is handed out too, as a fault with its line, and the rest goes on. Sides of TMX and
/// XLIFF are chosen by their languages: `es` takes `es-MX`, the closest where there are several.
///
/// ```swift
/// var reader = try IdentifiedPairReader(path: "pairs.tmx.gz", source: es, target: en)
/// while let entry = try reader.next() {
///   if case .pair(let item) = entry { print(item.id, item.line) }
/// }
/// ```
public struct IdentifiedPairReader: ~Copyable {
  private let entries: any PairSource

  /// Opens a file, decompressed if its name ends in `.gz`; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - format: its format; `nil` goes by the name, and takes standard input for columns.
  ///   - source: the language of the originals.
  ///   - target: the language of the renderings.
  /// - Throws: `unreadable`; `unknownFormat` for a name that tells none.
  public init(
    path: String, format: PairFileFormat? = nil, source: LanguageTag, target: LanguageTag
  ) throws(FormatError) {
    guard let format = format ?? (path == "-" ? .tsv : PairFileFormat(path: path)) else {
      throw FormatError(
        .unknownFormat, place: path,
        message: "the name tells no format of pairs (.tsv, .jsonl, .tmx, .xlf, .po, each with or "
          + "without .gz)")
    }
    let languages = PairLanguages(
      source: LanguageMatch(wanted: source), target: LanguageMatch(wanted: target))
    switch format {
    case .tsv: entries = try ColumnPairs(path: path)
    case .jsonl: entries = try RecordPairs(path: path)
    case .po: entries = try MessagePairs(path: path, languages: languages)
    case .tmx: entries = try MarkupPairs(path: path, vocabulary: TMXUnits(languages: languages))
    case .xliff:
      entries = try MarkupPairs(path: path, vocabulary: XLIFFUnits(languages: languages))
    }
  }

  /// What the file holds next; `nil` at the end.
  ///
  /// - Throws: `unreadable`, `damaged`, `tooLarge`; `malformed` for markup that is none;
  ///   `invalidEncoding` for messages in another charset than UTF-8. Nothing can be read after that.
  public mutating func next() throws(FormatError) -> PairEntry? { try entries.next() }
}
