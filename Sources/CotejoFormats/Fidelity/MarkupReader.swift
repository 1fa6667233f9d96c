import CExpat

/// What a format makes of the markup of a file.
protocol MarkupVocabulary {
  /// An element begins; `line` is 1-based.
  mutating func begin(_ element: MarkupElement, line: Int)
  /// The element that began last and has not ended ends.
  mutating func end()
  /// Text: a piece of valid UTF-8, in any number of pieces.
  mutating func append(_ text: UnsafeBufferPointer<UInt8>)
  /// Something of the text is not known, such as `the entity 'x', which is not declared`.
  mutating func lose(_ what: String)
  /// Gives out what is complete, and keeps nothing of it.
  mutating func takeEntries() -> [MarkupEntry]
  /// How many bytes of text the unit that is being read holds.
  var heldBytes: Int { get }
}

/// What a vocabulary makes of a unit; the reader adds the file's name.
enum MarkupEntry {
  case pair(IdentifiedPair)
  case fault(line: Int, String)
  case skipped(String)
}

/// The name and the attributes of an element.
struct MarkupElement {
  /// The namespace; empty for none.
  var namespace: String
  /// The name without a prefix.
  var name: String
  /// The attributes by their names: those of no namespace, and `xml:…`.
  var attributes: [String: String]
}

/// Pairs of a format of XML, read piece after piece by expat.
///
/// Nothing outside the file is read: a document type that names an external subset is taken, but the
/// subset is not fetched. Declarations of entities are refused, so that none can grow without bound
/// or name a file; a reference to an entity that is not declared costs its unit, and so do bytes that
/// are not UTF-8. What is no well-formed XML ends the reading, as XML 1.0 (1.2, "fatal error") demands.
final class MarkupPairs: PairSource {
  private var source: ByteSource
  private let markup: Markup
  private let chunk: UnsafeMutableRawBufferPointer
  private var ready: ArraySlice<MarkupEntry> = []
  private var failure: FormatError?
  private var isAtEnd = false

  init(path: String, vocabulary: any MarkupVocabulary) throws(FormatError) {
    source = try ByteSource(path: path)
    guard let markup = Markup(vocabulary: vocabulary) else {
      throw FormatError(
        .unreadable, place: path, message: "cannot be read: there is not enough memory")
    }
    self.markup = markup
    chunk = .allocate(byteCount: 1 << 16, alignment: 16)
  }

  deinit { chunk.deallocate() }

  func next() throws(FormatError) -> PairEntry? {
    while true {
      if let entry = ready.popFirst() {
        switch entry {
        case .pair(let pair): return .pair(pair)
        case .skipped(let reason): return .skipped(reason)
        case .fault(let line, let words):
          return .fault(
            FormatError(.malformed, place: source.place, line: line, message: words))
        }
      }
      // What was complete before the fault has been handed out.
      if let failure { throw failure }
      if isAtEnd { return nil }
      do {
        let count = try source.read(into: chunk)
        isAtEnd = count == 0
        let piece = UnsafeRawBufferPointer(rebasing: chunk[..<count])
        if let fault = markup.parse(piece, isLast: isAtEnd) {
          failure = FormatError(
            .malformed, place: source.place, line: fault.line, message: fault.message)
        }
      } catch {
        failure = error
      }
      ready = markup.vocabulary.takeEntries()[...]
    }
  }
}

/// An XML parser and what its calls are handed to.
private final class Markup {
  var vocabulary: any MarkupVocabulary
  private let parser: XML_Parser
  private var repair = MarkupRepair()
  private var depth = 0
  /// The bytes of the piece of markup that has not ended yet, with what was read beside it.
  private var markupBytes = 0
  /// Why the parser was stopped.
  private var refusal: String?

  /// How deep elements may be nested: formats of pairs need some twenty.
  private static let depthLimit = 256
  /// The most bytes of text in one unit, as much as a line may have elsewhere.
  private static let unitLimit = 1 << 26
  /// The most bytes of one tag, comment or declaration: expat holds them until they end, and before
  /// version 2.6 looks at all of them again whenever more are read.
  private static let markupLimit = 1 << 22
  private static let xmlNamespace = "http://www.w3.org/XML/1998/namespace"

  init?(vocabulary: any MarkupVocabulary) {
    // No namespace holds a space, which parts it from the name.
    guard let parser = XML_ParserCreateNS(nil, CChar(0x20)) else { return nil }
    self.parser = parser
    self.vocabulary = vocabulary
    XML_SetUserData(parser, Unmanaged.passUnretained(self).toOpaque())
    XML_SetElementHandler(
      parser,
      { data, name, attributes in
        guard let name else { return }
        Markup.from(data)?.begin(name, attributes)
      },
      { data, _ in Markup.from(data)?.end() })
    XML_SetCharacterDataHandler(parser) { data, text, count in
      guard let text else { return }
      text.withMemoryRebound(to: UInt8.self, capacity: Int(count)) {
        Markup.from(data)?.append(UnsafeBufferPointer(start: $0, count: Int(count)))
      }
    }
    XML_SetCommentHandler(parser) { data, _ in Markup.from(data)?.markupBytes = 0 }
    XML_SetEntityDeclHandler(parser) { data, _, _, _, _, _, _, _, _ in
      Markup.from(data)?.refuse("declares an entity, which is not taken from files of pairs")
    }
    // Refuses: expat says so in its own words. Without a handler it would pass over the reference.
    XML_SetExternalEntityRefHandler(parser) { _, _, _, _, _ in 0 }
    XML_SetSkippedEntityHandler(parser) { data, name, isParameter in
      guard isParameter == 0, let name else { return }
      Markup.from(data)?.lose(entity: String(cString: name))
    }
  }

  deinit { XML_ParserFree(parser) }

  private static func from(_ data: UnsafeMutableRawPointer?) -> Markup? {
    data.map { Unmanaged<Markup>.fromOpaque($0).takeUnretainedValue() }
  }

  /// Parses a piece of at most 2 GiB; what is wrong with it, and the line.
  func parse(_ piece: UnsafeRawBufferPointer, isLast: Bool) -> (line: Int, message: String)? {
    let bytes = repair.repaired(piece, isLast: isLast)
    markupBytes += bytes.count
    let status = bytes.withUnsafeBytes { bytes in
      XML_Parse(
        parser, bytes.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), isLast ? 1 : 0)
    }
    guard status == XML_STATUS_ERROR || markupBytes > Self.markupLimit else { return nil }
    if status != XML_STATUS_ERROR {
      refusal = "holds markup with more than the \(Self.markupLimit) bytes that are allowed"
    }
    let cause = XML_ErrorString(XML_GetErrorCode(parser)).map { ": \(String(cString: $0))" } ?? ""
    let column = XML_GetCurrentColumnNumber(parser) + 1
    return (
      line,
      refusal
        ?? "is not well-formed XML\(cause) (column \(column)); what is behind it is not read"
    )
  }

  private var line: Int { Int(XML_GetCurrentLineNumber(parser)) }

  private func begin(
    _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
  ) {
    markupBytes = 0
    depth += 1
    guard depth <= Self.depthLimit else {
      refuse("nests elements deeper than \(Self.depthLimit)")
      return
    }
    let full = Self.split(name)
    var values: [String: String] = [:]
    var index = 0
    while let attributes, let key = attributes[index], let value = attributes[index + 1] {
      index += 2
      let (namespace, name) = Self.split(key)
      if namespace.isEmpty {
        values[name] = String(cString: value)
      } else if namespace == Self.xmlNamespace {
        values["xml:" + name] = String(cString: value)
      }
    }
    vocabulary.begin(
      MarkupElement(namespace: full.namespace, name: full.name, attributes: values), line: line)
  }

  private func end() {
    markupBytes = 0
    depth -= 1
    vocabulary.end()
  }

  private func append(_ text: UnsafeBufferPointer<UInt8>) {
    markupBytes = 0
    vocabulary.append(text)
    if repair.hasRepaired, MarkupRepair.isMarked(text) {
      vocabulary.lose("bytes that are not UTF-8, or a control that XML has no place for")
    }
    if vocabulary.heldBytes > Self.unitLimit {
      refuse("holds a unit with more than the \(Self.unitLimit) bytes that are allowed")
    }
  }

  private func lose(entity: String) {
    vocabulary.lose("the entity '\(entity)', which is not declared")
  }

  private func refuse(_ words: String) {
    if refusal == nil { refusal = words }
    XML_StopParser(parser, 0)
  }

  /// The namespace and the name that expat joins by a space.
  private static func split(_ name: UnsafePointer<CChar>) -> (namespace: String, name: String) {
    let full = String(cString: name)
    guard let space = full.utf8.lastIndex(of: 0x20) else { return ("", full) }
    return (String(full[..<space]), String(full[full.utf8.index(after: space)...]))
  }
}
