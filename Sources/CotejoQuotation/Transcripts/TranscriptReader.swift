public import CotejoText

/// Reads files as transcripts: text, sentences and structure.
///
/// Opening one takes a moment and it holds state: use one a task, for file after file.
public struct TranscriptReader: ~Copyable {
  /// How files are read.
  public struct Options: Sendable {
    /// Their language.
    public var language: LanguageTag
    /// The language's data; without them only what holds for any language is known.
    public var pack: LanguagePack?
    /// Their charset.
    public var charset: DocumentReader.Charset
    /// What ends a paragraph beside a blank line.
    public var paragraphs: ParagraphSplitter.Mode

    /// Takes the options of a reading.
    public init(
      language: LanguageTag, pack: LanguagePack?, charset: DocumentReader.Charset = .utf8,
      paragraphs: ParagraphSplitter.Mode = .automatic
    ) {
      self.language = language
      self.pack = pack
      self.charset = charset
      self.paragraphs = paragraphs
    }

    /// The options as `key: value` lines: the same text only where files read the same.
    var description: String {
      var data: [UInt8] = []
      for (name, bytes) in pack?.files ?? [] {
        data += Array(name.utf8) + [0]
        data.append(littleEndian: UInt64(bytes.count))
        data += bytes
      }
      let sum = data.withUnsafeBytes { xxh64($0) }
      let charset =
        switch charset {
        case .utf8: "utf-8"
        case .detect: "detect"
        case .named(let name): name.lowercased()
        }
      return """
        language: \(language)
        charset: \(charset)
        paragraphs: \(paragraphs.rawValue)
        data: \(String(sum, radix: 16))

        """
    }
  }

  /// How files are read.
  public let options: Options
  private var normalizer: Normalizer
  private var segmenter: SentenceSegmenter

  /// Opens a reader.
  ///
  /// - Throws: `icu`.
  public init(_ options: Options) throws(QuotationError) {
    let normalizer = try QuotationError.rethrowing { () throws(TextError) in try Normalizer() }
    let segmenter = try QuotationError.rethrowing { () throws(TextError) in
      try SentenceSegmenter(language: options.language, pack: options.pack)
    }
    self.options = options
    self.normalizer = normalizer
    self.segmenter = segmenter
  }

  /// Reads the file at `path` (`-` is standard input).
  ///
  /// - Parameters:
  ///   - path: the file.
  ///   - id: the name that errors give it and its document has; the path if none is given.
  /// - Returns: the transcript.
  /// - Throws: `unreadable`, naming the file, with the reason, be it of the system or of the bytes;
  ///   `icu`.
  public mutating func entry(
    at path: String, id: String? = nil
  ) throws(QuotationError) -> TranscriptLibrary.Entry {
    let bytes = try QuotationError.rethrowing { () throws(TextError) in
      try InputFile.bytes(of: path)
    }
    return try entry(of: bytes, id: id ?? path)
  }

  /// Reads the bytes of a file, which errors name by `id`.
  ///
  /// The text is normalized; its edits lead back to the bytes of the file.
  /// - Throws: `unreadable` where the bytes are no text in the charset; `icu`.
  public mutating func entry(
    of bytes: [UInt8], id: String
  ) throws(QuotationError) -> TranscriptLibrary.Entry {
    let document = try document(of: bytes, id: id)
    do {
      let paragraphs = ParagraphSplitter(mode: options.paragraphs).paragraphs(of: document.text)
      let text = try SegmentedText(
        document.text, paragraphs: paragraphs, language: options.language, segmenter: &segmenter)
      let words = options.pack?.transcriptWords ?? TranscriptWords()
      return TranscriptLibrary.Entry(
        document: document, transcript: Transcript(text, words: words))
    } catch {
      throw QuotationError(error)
    }
  }

  /// Reads the bytes of a file as ``entry(of:id:)`` does, without looking for its structure.
  ///
  /// - Throws: `unreadable` where the bytes are no text in the charset; `icu`.
  public mutating func document(
    of bytes: [UInt8], id: String
  ) throws(QuotationError) -> Document {
    do {
      let document = try DocumentReader(charset: options.charset)
        .document(of: bytes, id: id, language: options.language)
      return try normalizer.normalize(document)
    } catch {
      throw QuotationError(error)
    }
  }
}

extension QuotationError {
  /// Calls `body` and tells its error as one of this target.
  static func rethrowing<Result: ~Copyable>(
    _ body: () throws(TextError) -> Result
  ) throws(QuotationError) -> Result {
    do {
      return try body()
    } catch {
      throw QuotationError(error)
    }
  }

  /// Tells a text's error as one of this target.
  init(_ error: TextError) {
    let code: Code =
      switch error.code {
      case .icu: .icu
      case .languageData, .invalidLanguageTag: .languageData
      case .unwritable: .unwritable
      case .invalidEncoding, .tooLarge, .unreadable: .unreadable
      }
    self.init(code, place: error.place, message: error.message)
  }
}
