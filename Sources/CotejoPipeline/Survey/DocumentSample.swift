internal import CotejoText

/// What some documents of a corpus look like inside: their charset, language and quotation marks.
struct DocumentSample {
  /// The documents that were opened.
  private(set) var looked = 0
  /// The first that is not UTF-8, by its path below the corpus folder.
  private(set) var otherCharset: String?
  /// How many are not UTF-8.
  private(set) var otherCharsets = 0
  /// How many cannot be read as text at all.
  private(set) var unreadable = 0
  /// How many have quotation marks.
  private(set) var quoting = 0
  /// How many read as each language; documents that say too little count for none.
  private(set) var languages: [LanguageTag: Int] = [:]

  /// The most documents of a group that are opened.
  static let most = 12
  /// So many bytes of a document tell its language.
  private static let enoughBytes = 1 << 15
  /// A document of fewer words tells no language.
  private static let leastWords = 20

  /// Opens some of the documents, spread over all of them.
  ///
  /// - Parameters:
  ///   - paths: The documents, below `folder`.
  ///   - folder: The corpus folder.
  ///   - identifier: Tells the language.
  init(_ paths: [String], below folder: String, _ identifier: inout LanguageIdentifier) {
    let count = min(paths.count, Self.most)
    for number in 0..<count {
      look(at: paths[number * paths.count / count], below: folder, &identifier)
    }
  }

  /// The language that two thirds of the documents that tell one are in.
  var language: LanguageTag? {
    let told = languages.values.reduce(0, +)
    return languages.first { $0.value * 3 >= told * 2 }?.key
  }

  /// What was seen, for people, such as `12 of 12 read as es`.
  var summary: String {
    let told = languages.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "\($0.value) of \(looked) read as \($0.key)" }
    return told.isEmpty ? "\(looked) say too little to tell" : told.joined(separator: ", ")
  }

  private mutating func look(
    at path: String, below folder: String, _ identifier: inout LanguageIdentifier
  ) {
    looked += 1
    guard let bytes = try? InputFile.bytes(of: SystemCall.path(of: path, below: folder)),
      let document = try? DocumentReader(charset: .detect).document(
        of: bytes, id: path, language: .undetermined)
    else {
      unreadable += 1
      return
    }
    if (try? DocumentReader().document(of: bytes, id: path, language: .undetermined)) == nil {
      otherCharsets += 1
      if otherCharset == nil { otherCharset = path }
    }
    let text = document.text.bytes.span
    if Self.hasQuotationMarks(text) { quoting += 1 }
    let found = identifier.identify(text.extracting(0..<Self.startLength(of: text)))
    guard found.words >= Self.leastWords, found.best.language != .undetermined else { return }
    languages[found.best.language, default: 0] += 1
  }

  /// How many bytes the start of a text has, up to the end of a character.
  private static func startLength(of text: Span<UInt8>) -> Int {
    var end = min(text.count, enoughBytes)
    while end < text.count, end > 0, text[end] & 0xC0 == 0x80 { end -= 1 }
    return end
  }

  /// Whether a text has marks of speech, by the languages of Europe and Japanese.
  ///
  /// They are U+0022, U+00AB, U+00BB, U+201C to U+201F and U+300C; apostrophes are none.
  private static func hasQuotationMarks(_ text: Span<UInt8>) -> Bool {
    for offset in 0..<text.count {
      switch text[offset] {
      case 0x22: return true
      case 0xC2 where offset + 1 < text.count && [0xAB, 0xBB].contains(text[offset + 1]):
        return true
      case 0xE2 where offset + 2 < text.count && text[offset + 1] == 0x80:
        if (0x9C...0x9F).contains(text[offset + 2]) { return true }
      case 0xE3 where offset + 2 < text.count && text[offset + 1] == 0x80:
        if text[offset + 2] == 0x8C { return true }
      default: break
      }
    }
    return false
  }
}
