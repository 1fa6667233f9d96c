import Cotejo

/// How fast texts of the user's own are cut, one core, in CPU time.
///
/// The files take turns, round after round, so that a machine that is slow for a while is so for each;
/// the best round counts.
struct SegmentationFigures {
  /// A text and the best times for it.
  private struct Measured {
    let language: LanguageTag
    let path: String
    let bytes: [UInt8]
    let pack: LanguagePack?
    var sentences = 0
    /// Seconds from valid UTF-8, paragraphs known, to the ranges of the sentences.
    var cutting = Double.infinity
    /// Seconds from the bytes of the file to the ranges: validated, line ends and paragraphs found.
    var all = Double.infinity
  }

  private var texts: [Measured] = []

  /// Reads the files of arguments such as `es:speech.txt`.
  init(_ arguments: [String]) throws {
    for argument in arguments {
      guard let colon = argument.firstIndex(of: ":") else {
        fatalError("'\(argument)' is not LANGUAGE:FILE")
      }
      let language = tag(String(argument[..<colon]))
      let path = String(argument[argument.index(after: colon)...])
      texts.append(
        Measured(
          language: language, path: path, bytes: try InputFile.bytes(of: path),
          pack: try LanguagePack.find(language)))
    }
  }

  /// Cuts each text so many times.
  mutating func measure(rounds: Int) throws {
    for _ in 0..<rounds {
      for index in texts.indices { try measure(&texts[index]) }
    }
  }

  private func measure(_ text: inout Measured) throws {
    var segmenter = try SentenceSegmenter(language: text.language, pack: text.pack)
    let start = processTime()
    let document = try DocumentReader()
      .document(of: text.bytes, id: text.path, language: text.language)
    let paragraphs = ParagraphSplitter(mode: .automatic).paragraphs(of: document.text)
    let read = processTime()
    let segmented = try SegmentedText(
      document.text, paragraphs: paragraphs, language: text.language, segmenter: &segmenter)
    let end = processTime()
    text.cutting = min(text.cutting, end - read)
    text.all = min(text.all, end - start)
    text.sentences = segmented.sentences.count
  }

  /// Prints a line for each text.
  func report() {
    for text in texts {
      let megabytes = Double(text.bytes.count) / 1_000_000
      print(
        "\(text.language) \(text.path): \(Int(megabytes / text.cutting)) MB a CPU second, "
          + "\(Int(megabytes / text.all)) with reading; \(text.sentences) sentences")
    }
  }
}
