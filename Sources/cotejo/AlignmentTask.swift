import ArgumentParser
import Cotejo

/// What `cotejo align` does to a pair of files, for one pair and for many.
struct AlignmentTask: Sendable {
  /// The paths of an original and its rendering.
  struct Pair: Sendable {
    var source: String
    var target: String
  }

  let source: LanguageTag
  let target: LanguageTag
  let text: TextSource
  /// Whether each line is a sentence already.
  let byLine: Bool
  let format: AlignCommand.Format

  /// Reads both sides of a pair and finds their sentences.
  func read(_ pair: Pair) throws -> (source: SegmentedText, target: SegmentedText) {
    (
      try text.text(at: pair.source, language: source, byLine: byLine),
      try text.text(at: pair.target, language: target, byLine: byLine)
    )
  }

  /// Writes the beads of a pair; `-` is standard output.
  func write(
    _ beads: [Bead], of texts: (source: SegmentedText, target: SegmentedText), _ pair: Pair,
    to path: String
  ) throws {
    switch format {
    case .beads: try BeadsFormat.write(beads, to: path)
    case .ladder: try LadderFormat.write(beads, to: path)
    case .tsv: try write(units(beads, texts, pair), to: path, .tsv)
    case .jsonl: try write(units(beads, texts, pair), to: path, .jsonl)
    case .tmx: try write(units(beads, texts, pair), to: path, .tmx)
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
    _ beads: [Bead], _ texts: (source: SegmentedText, target: SegmentedText), _ pair: Pair
  ) -> some Sequence<TranslationUnit> {
    beads.lazy.map {
      TranslationUnit(
        $0, source: texts.source, in: pair.source, target: texts.target, in: pair.target)
    }
  }
}
