internal import CotejoICU

/// Makes documents of the bytes of files.
public struct DocumentReader: Sendable {
  /// What charset files are taken to be in.
  public enum Charset: Hashable, Sendable {
    /// UTF-8, with or without byte order mark; anything else is refused.
    case utf8
    /// UTF-8 if the bytes are that, else what ICU finds most likely.
    case detect
    /// A charset by any name that ICU knows, such as `windows-1252`.
    case named(String)

    /// Takes a charset by its name on command lines and in pipeline files: `utf-8`, `detect`, or one
    /// that ICU knows; letter case does not matter.
    public init(_ name: String) {
      switch name.lowercased() {
      case "utf-8", "utf8": self = .utf8
      case "detect": self = .detect
      default: self = .named(name)
      }
    }

    /// Whether text can be read in it: only a name may be unknown.
    public var isKnown: Bool {
      guard case .named(let name) = self else { return true }
      return DocumentReader.knows(charset: name)
    }
  }

  /// What charset files are taken to be in.
  public var charset: Charset

  /// Makes a reader.
  public init(charset: Charset = .utf8) {
    self.charset = charset
  }

  /// Whether ICU has a converter of that name.
  static func knows(charset name: String) -> Bool {
    (try? CharsetConverter(charset: name)) != nil
  }

  /// Reads a file at `path` (`-` is standard input); `id`, the name that the user knows it by, is the
  /// path if it is not given.
  ///
  /// - Throws: What ``InputFile/bytes(of:)`` and ``document(of:id:language:)`` throw.
  public func document(
    at path: String, id: String? = nil, language: LanguageTag
  ) throws(TextError) -> Document {
    try document(of: InputFile.bytes(of: path), id: id ?? path, language: language)
  }

  /// Reads the bytes of a file; no bytes are an empty document.
  ///
  /// A byte order mark is left out and, as in the WHATWG encoding standard, tells the charset before
  /// all else; `utf8` takes no other than UTF-8's. Line ends become LF and control characters are
  /// taken out (the rule is in ``Repairs/Kind``), each counted.
  /// - Throws: `invalidEncoding` with the byte offset of the first malformed sequence, or for bytes
  ///   that under `detect` read as no text in any charset, or for a charset that is not known;
  ///   `tooLarge`; `icu`.
  public func document(
    of bytes: [UInt8], id: String, language: LanguageTag
  ) throws(TextError) -> Document {
    guard bytes.count <= Int(Int32.max) else {
      throw TextError(.tooLarge, place: id, message: "has more than \(Int32.max) bytes")
    }
    let mark = ByteOrderMark(of: bytes)
    var repairs = Repairs()
    var view: TextView
    let name = try charsetName(of: bytes, mark: mark, id: id, language: language)
    let malformed = name == "UTF-8" ? Self.firstMalformed(in: bytes) : nil
    if let malformed, charset != .detect {
      throw Self.malformed(bytes, at: malformed, charset: name, id: id)
    }
    if name == "UTF-8", malformed == nil {
      view = TextView(unchanged: bytes)
      if let mark {
        view = view.applying([mark.edit], bytes: Array(bytes[mark.length...]))
      }
    } else {
      view = try convert(bytes, mark: mark, charset: name, id: id, repairs: &repairs)
    }
    if mark != nil { repairs.note(.byteOrderMark, at: 0) }
    let decoded = view
    if let (clean, edits) = LineEnds.clean(
      view.bytes,
      place: { Int(decoded.sourceSpan(of: TextSpan(Int32($0), Int32($0) + 1)).lower) },
      repairs: &repairs)
    {
      view = view.applying(edits, bytes: clean)
    }
    if charset == .detect { try Self.checkIsText(view, repairs: repairs, id: id) }
    return Document(
      id: id, language: language, source: bytes, text: view, charset: name, repairs: repairs)
  }

  /// The charset that bytes are to be read in.
  private func charsetName(
    of bytes: [UInt8], mark: ByteOrderMark?, id: String, language: LanguageTag
  ) throws(TextError) -> String {
    switch charset {
    case .utf8:
      if let mark, mark.charset != "UTF-8" {
        throw TextError(
          .invalidEncoding, place: id, offset: 0,
          message: "is not UTF-8: its byte order mark says \(mark.charset)")
      }
      return "UTF-8"
    case .named(let name):
      if let mark { return mark.charset }
      let folded = name.lowercased()
      return folded == "utf-8" || folded == "utf8" ? "UTF-8" : name
    case .detect:
      if let mark { return mark.charset }
      do {
        return try CharsetGuess.charset(of: bytes, language: language)
      } catch {
        throw TextError(.icu, place: id, message: error.description)
      }
    }
  }

  /// Converts bytes to UTF-8; under `detect` malformed sequences are counted, else refused.
  private func convert(
    _ bytes: [UInt8], mark: ByteOrderMark?, charset name: String, id: String,
    repairs: inout Repairs
  ) throws(TextError) -> TextView {
    let skipped = mark?.length ?? 0
    guard Self.knows(charset: name) else {
      throw TextError(.invalidEncoding, place: id, message: "no charset is called '\(name)'")
    }
    let conversion: CharsetConverter.Conversion
    do {
      var converter = try CharsetConverter(charset: name)
      conversion = try converter.converted(bytes.span.extracting(skipped...))
    } catch {
      throw error.isOverflow
        ? TextError(
          .tooLarge, place: id, message: "has more than \(Int32.max) bytes when it is UTF-8")
        : TextError(.icu, place: id, message: error.description)
    }
    if let first = conversion.firstMalformed {
      guard charset == .detect else {
        throw Self.malformed(bytes, at: skipped + first, charset: name, id: id)
      }
      repairs.note(.malformed, at: skipped + first, count: conversion.malformed)
    }
    let shift = Int32(skipped)
    var edits = mark.map { [$0.edit] } ?? []
    edits += conversion.text.edits.lazy.map {
      TextView.Edit(
        source: TextSpan($0.source.lowerBound + shift, $0.source.upperBound + shift),
        view: TextSpan($0.result.lowerBound, $0.result.upperBound))
    }
    return TextView(bytes: conversion.text.bytes, edits: edits)
  }

  /// The offset of the first byte sequence that is not UTF-8.
  private static func firstMalformed(in bytes: [UInt8]) -> Int? {
    do {
      _ = try UTF8Span(validating: bytes.span)
      return nil
    } catch {
      return error.byteOffsets.lowerBound
    }
  }

  /// Refuses what was detected as some charset but is no text: one in ten characters unreadable.
  private static func checkIsText(
    _ view: TextView, repairs: Repairs, id: String
  ) throws(TextError) {
    let unreadable = [Repairs.Kind.malformed, .nul, .control].reduce(0) {
      $0 + (repairs[$1]?.count ?? 0)
    }
    if unreadable == 0 { return }
    let characters = view.bytes.span.scalarCount(in: view.bytes.indices)
    guard unreadable * 10 > characters else { return }
    let first = [Repairs.Kind.malformed, .nul, .control].compactMap { repairs[$0]?.first }.min()
    throw TextError(
      .invalidEncoding, place: id, offset: first, message: "is not text in any known charset")
  }

  private static func malformed(
    _ bytes: [UInt8], at offset: Int, charset: String, id: String
  ) -> TextError {
    // Lines and columns of other charsets are not to be had from bytes that cannot be read.
    let (line, column) = position(of: offset, in: bytes)
    let place =
      charset == "UTF-8" ? "line \(line), column \(column) (byte \(offset))" : "byte \(offset)"
    return TextError(
      .invalidEncoding, place: id, offset: offset, message: "is not valid \(charset) at \(place)")
  }

  /// The 1-based line and column, in characters of UTF-8, of a byte.
  private static func position(of offset: Int, in bytes: [UInt8]) -> (line: Int, column: Int) {
    var line = 1
    var column = 1
    for index in 0..<offset {
      let byte = bytes[index]
      if byte == 0x0A || byte == 0x0D && !(index + 1 < bytes.count && bytes[index + 1] == 0x0A) {
        line += 1
        column = 1
      } else if !Span.isContinuation(byte) {
        column += 1
      }
    }
    return (line, column)
  }
}
