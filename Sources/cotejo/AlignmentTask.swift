import ArgumentParser
import Cotejo

/// What `cotejo align` does to a pair of files, for one pair and for many.
struct AlignmentTask: Sendable {
  /// The paths of an original and its rendering.
  struct Pair: Sendable {
    var source: String
    var target: String
  }

  /// A pair as it was read.
  struct Reading: Sendable {
    let source: SegmentedText
    let target: SegmentedText
    /// The words of both sides, numbered.
    let words: (source: IndexedText, target: IndexedText)

    /// The bytes of both texts.
    var size: Int { source.text.bytes.count + target.text.bytes.count }
  }

  let source: LanguageTag
  let target: LanguageTag
  let format: AlignCommand.Format
  /// Whether the words inside beads are linked.
  let words: Bool
  private let text: TextSource
  /// Whether each line is a sentence already.
  private let byLine: Bool
  /// Rules in place of those of the program.
  private let srx: SRXRules?
  private let sourcePack: LanguagePack?
  private let targetPack: LanguagePack?

  /// Reads the language data once for all pairs, unless lines are sentences.
  init(
    source: LanguageTag, target: LanguageTag, text: TextSource, byLine: Bool, srx: SRXRules?,
    format: AlignCommand.Format, words: Bool
  ) throws(TextError) {
    self.source = source
    self.target = target
    self.text = text
    self.byLine = byLine
    self.srx = srx
    self.format = format
    self.words = words || format == .pharaoh
    sourcePack = byLine ? nil : try text.pack(of: source)
    targetPack = byLine ? nil : try text.pack(of: target)
  }

  /// Reads both sides of a pair and finds their sentences and words.
  func read(_ pair: Pair) throws(TextError) -> Reading {
    let left = try sentences(of: pair.source, language: source, pack: sourcePack)
    let right = try sentences(of: pair.target, language: target, pack: targetPack)
    return Reading(
      source: left, target: right, words: (try IndexedText(left), try IndexedText(right)))
  }

  private func sentences(
    of path: String, language: LanguageTag, pack: LanguagePack?
  ) throws(TextError) -> SegmentedText {
    let document = try text.document(at: path, language: language)
    return byLine
      ? document.sentencesByLine : try text.sentences(of: document, pack: pack, srx: srx)
  }

  /// What is strange about the languages of a pair: a line for each side, if anything.
  ///
  /// Words that a lexicon knows tell; without one the looks of the words do.
  func warnings(_ texts: ComparedTexts, _ reading: Reading, _ pair: Pair) -> [String] {
    guard let fit = texts.languageFit else { return warnings(reading, pair) }
    return [(pair.source, source, target, fit.source), (pair.target, target, source, fit.target)]
      .compactMap { file, own, other, fit in
        let share = Int((fit.own * 100).rounded())
        return switch fit.fault {
        case .otherLanguage?:
          "\(file): warning: its words are rather of '\(other)' than of '\(own)'; "
            + "are the sides swapped?"
        case .neither?:
          "\(file): warning: only \(share) % of its words are known in '\(own)'; is it that "
            + "language?"
        case nil: nil
        }
      }
  }

  private func warnings(_ reading: Reading, _ pair: Pair) -> [String] {
    guard let model = Self.languageModel else { return [] }
    var identifier = LanguageIdentifier(model: model)
    return [
      (pair.source, source, target, reading.source), (pair.target, target, source, reading.target),
    ]
    .compactMap { file, own, other, text in
      let found = identifier.identify(text.text.bytes.span)
      guard found.words >= Self.leastWords,
        let guess = found.contradiction(to: own, model: model)
      else { return nil }
      let question =
        guess.language.language == other.language
        ? "are the sides swapped?" : "is it that language?"
      return "\(file): warning: reads as '\(guess.language)', not as '\(own)'; \(question)"
    }
  }

  /// Documents of fewer words are taken as right.
  private static let leastWords = 40
  /// Read for the first pair that no lexicon knows the languages of; a warning is not worth a failure.
  private static let languageModel = try? LanguageModel.shipped()

  /// Writes the beads of a pair, words linked by the lexicons if that is wanted; `-` is standard
  /// output.
  func write(
    _ beads: [Bead], of reading: Reading, _ pair: Pair, lexicons: [Lexicon], to path: String
  ) throws {
    let words =
      words ? try WordAligner(reading.source, reading.target, lexicons: lexicons) : nil
    switch format {
    case .beads: try BeadsFormat.write(beads, to: path)
    case .ladder: try LadderFormat.write(beads, to: path)
    case .pharaoh:
      try PharaohFormat.write(beads.lazy.map { words?.links(in: $0) ?? [] }, to: path)
    case .tsv: try write(units(beads, reading, pair, words), to: path, .tsv)
    case .jsonl: try write(units(beads, reading, pair, words), to: path, .jsonl)
    case .tmx: try write(units(beads, reading, pair, words), to: path, .tmx)
    }
  }

  private func write(
    _ units: some Sequence<TranslationUnit>, to path: String, _ format: TranslationUnitFormat
  ) throws {
    let header = TMXWriter.Header(
      source: source, target: target, toolVersion: Cotejo.configuration.version)
    var file = try format.open(path, header: header)
    for unit in units { try file.write(unit) }
    try file.finish()
  }

  private func units(
    _ beads: [Bead], _ reading: Reading, _ pair: Pair, _ words: WordAligner?
  ) -> some Sequence<TranslationUnit> {
    beads.lazy.map {
      TranslationUnit(
        $0, source: reading.source, in: pair.source, target: reading.target, in: pair.target,
        words: words)
    }
  }
}
