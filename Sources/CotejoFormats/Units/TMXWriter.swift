public import CotejoText

/// Writes TMX 1.4b, the exchange format of translation memories.
///
/// Each unit is a `tu` with the score (`x-score`) and the type (`x-type`) as properties and a `tuv`
/// for each side with its text; the properties of a `tuv` name the document (`x-document`) and the
/// bytes of each sentence in it (`x-bytes`, `start-end`). Texts are kept as they are, line ends
/// included; sentences are joined as in ``TSVWriter``.
///
/// - A unit with an empty side is left out and counted: a translation memory holds translations,
///   and programs that read one refuse or drop a `tu` with one language.
/// - Characters that XML 1.0 cannot hold are replaced by U+FFFD and counted.
/// - There is no document type declaration: parsers would go looking for the DTD on the disk or
///   the net. The file validates against `tmx14.dtd` all the same (`xmllint --dtdvalid`).
///
/// Source: TMX 1.4b specification, LISA OSCAR, 2005.
public struct TMXWriter: ~Copyable, TranslationUnitWriter, Sendable {
  /// What the header of the file says.
  public struct Header: Hashable, Sendable {
    /// The language of the originals.
    public var source: LanguageTag
    /// The language of the renderings.
    public var target: LanguageTag
    /// The version of the program that wrote the file.
    public var toolVersion: String
    /// When the file was made, as `YYYYMMDDThhmmssZ`; `nil` says nothing, and the same units then
    /// make the same file.
    public var creationDate: String?

    /// Makes a header.
    public init(
      source: LanguageTag, target: LanguageTag, toolVersion: String, creationDate: String? = nil
    ) {
      self.source = source
      self.target = target
      self.toolVersion = toolVersion
      self.creationDate = creationDate
    }
  }

  /// What became of the units so far.
  public private(set) var counts = TranslationUnitCounts()

  private let path: String
  private let header: Header
  private var file: CompressedOutputFile
  private var element: [UInt8] = []
  private var isComplete = false

  /// Opens a file to write; one whose name ends in `.gz` is compressed, `-` is standard output.
  ///
  /// - Throws: `unwritable`, naming the file; `unrepresentable` for a creation date of another form.
  public init(path: String, header: Header) throws(FormatError) {
    if let date = header.creationDate, !Self.isDate(date) {
      throw FormatError(
        .unrepresentable, place: path,
        message: "the creation date '\(date)' is not of the form YYYYMMDDThhmmssZ")
    }
    counts.replacedCharacters = Self.append(header, to: &element)
    var file = try CompressedOutputFile(path: path)
    try file.write(element)
    self.path = path
    self.header = header
    self.file = file
  }

  /// Appends a unit.
  ///
  /// - Throws: `unwritable`; `unrepresentable` for a score that is not a number, which leaves the
  ///   unit out.
  public mutating func write(_ unit: TranslationUnit) throws(FormatError) {
    try unit.checkScore(place: path)
    element.removeAll(keepingCapacity: true)
    element.append("    <tu>\n      <prop type=\"x-score\">")
    element.append(score: unit.score)
    element.append("</prop>\n      <prop type=\"x-type\">")
    element.append(unit.type)
    element.append("</prop>\n")
    var replaced = 0
    for (side, language) in [(unit.source, header.source), (unit.target, header.target)] {
      guard side.contains(where: { $0.text.utf8.contains { $0 > 0x20 } }) else {
        counts.leftOut += 1
        return
      }
      element.append("      <tuv xml:lang=\"")
      element.append(language.description)
      element.append("\">\n")
      replaced += Self.append(propertiesOf: side, to: &element)
      element.append("        <seg>")
      replaced += Self.append(textOf: side, to: &element)
      element.append("</seg>\n      </tuv>\n")
    }
    element.append("    </tu>\n")
    try file.write(element)
    counts.written += 1
    counts.replacedCharacters += replaced
  }

  /// Completes the file, on the disk, but does not put it in place; no more can be written then.
  ///
  /// - Throws: `unwritable`, naming the file.
  public mutating func complete() throws(FormatError) {
    guard !isComplete else { return }
    isComplete = true
    try file.write("  </body>\n</tmx>\n".utf8Span.span)
    try file.prepare()
  }

  /// Completes the file and puts it in place.
  ///
  /// - Throws: `unwritable`, naming the file.
  public consuming func finish() throws(FormatError) {
    try complete()
    try file.commit()
  }

  private static func append(_ header: Header, to element: inout [UInt8]) -> Int {
    var replaced = 0
    element.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n  <header")
    let attributes: [(String, String)] = [
      ("creationtool", "cotejo"), ("creationtoolversion", header.toolVersion),
      ("segtype", "sentence"), ("o-tmf", "cotejo"), ("adminlang", "en"),
      ("srclang", header.source.description), ("datatype", "plaintext"),
    ]
    let date = header.creationDate.map { [("creationdate", $0)] } ?? []
    for (name, value) in attributes + date {
      element.append(" \(name)=\"")
      replaced += XMLText.append(attribute: value, to: &element)
      element.append("\"")
    }
    element.append("/>\n  <body>\n")
    return replaced
  }

  private static func append(
    propertiesOf side: [TranslationUnit.Segment], to element: inout [UInt8]
  ) -> Int {
    var replaced = 0
    var document: String?
    for segment in side {
      if segment.document != document {
        element.append("        <prop type=\"x-document\">")
        replaced += XMLText.append(segment.document, to: &element)
        element.append("</prop>\n")
        document = segment.document
      }
      element.append("        <prop type=\"x-bytes\">")
      element.append(decimal: segment.start)
      element.append("-")
      element.append(decimal: segment.end)
      element.append("</prop>\n")
    }
    return replaced
  }

  private static func append(
    textOf side: [TranslationUnit.Segment], to element: inout [UInt8]
  ) -> Int {
    var replaced = 0
    let start = element.count
    for segment in side {
      let text = segment.text.utf8Span
      text.span.withUnsafeBufferPointer { text in
        if !text.isEmpty, element.needsSpace(from: start, before: text) { element.append(" ") }
      }
      replaced += XMLText.append(segment.text, to: &element)
    }
    return replaced
  }

  /// Whether a text is a date as TMX has it: ISO 8601, basic format, in UTC.
  private static func isDate(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    return bytes.count == 16
      && bytes.indices.allSatisfy { index in
        switch index {
        case 8: bytes[index] == UInt8(ascii: "T")
        case 15: bytes[index] == UInt8(ascii: "Z")
        default: (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
        }
      }
  }
}
