public import CotejoText

/// Reads the numbers, amounts, dates and times of texts in one language.
///
/// ```swift
/// var reader = try ValueReader(language: LanguageTag("es"))
/// let readings = reader.readings(in: text, tokens: tokens)   // *un millón y medio de pesos*
/// readings[0].value                                          // money, 1 500 000
/// ```
///
/// The grammar is its own, over words listed in `languages/<tag>/values.txt`; of a language without
/// that file it reads the numbers, months, weekdays, currencies and units that CLDR has, and of one
/// that CLDR lacks digits with their signs and symbols. A reader keeps storage from text to text: use
/// one a task.
public struct ValueReader: Sendable {
  private let language: ValueLanguage
  private var pieceReader: PieceReader

  /// Whether the language has words for numbers, dates and units, and not digits alone.
  public var hasWords: Bool { language.hasWords }

  /// The files that it was made of, for what must know whether they changed.
  package var files: [(name: String, bytes: [UInt8])] { language.files }

  /// Makes a reader of a language.
  ///
  /// - Parameters:
  ///   - language: `es-MX` is read as `es` unless it has data of its own.
  ///   - folder: a folder that holds `languages` and `measures`, in place of the data that come
  ///     with the program.
  /// - Throws: `languageData`, with file and line, for data that are missing or malformed;
  ///   `unreadable`; `icu`.
  public init(language: LanguageTag, in folder: String? = nil) throws(TextError) {
    self.language = try ValueLanguage(language, in: folder)
    pieceReader = PieceReader(self.language)
  }

  /// Reads the values of a text.
  ///
  /// - Parameters:
  ///   - bytes: valid UTF-8.
  ///   - tokens: its tokens, in order; what they leave out is not read.
  /// - Returns: the values in the order of the text; their ranges do not overlap.
  /// - Complexity: O(*n*) for *n* bytes of text.
  public mutating func readings(in bytes: [UInt8], tokens: [Token]) -> [ValueReading] {
    pieceReader.read(bytes.span, tokens.span)
    guard pieceReader.hasValues else { return [] }
    var scanner = ValueScanner(language, pieceReader.pieces)
    scanner.scan()
    return scanner.readings
  }
}
