/// Numbers for sentences that are known by their bytes.
struct SentenceNumbering {
  private struct Side {
    /// The sentences of all beads, each once, in order.
    let places: [PlacedBead.Place]
    private let numbers: [PlacedBead.Place: Int32]
    /// A sentence that begins before the one before it ends.
    let overlap: PlacedBead.Place?

    init(_ beads: [PlacedBead], _ side: KeyPath<PlacedBead, [PlacedBead.Place]>) {
      places = Set(beads.lazy.flatMap { $0[keyPath: side] }).sorted()
      numbers = Dictionary(
        uniqueKeysWithValues: places.enumerated().map { ($1, Int32($0)) })
      overlap =
        zip(places, places.dropFirst())
        .first { $0.document == $1.document && $1.start < $0.end }?.1
    }

    func numbers(of places: [PlacedBead.Place]) -> [Int32] {
      places.compactMap { numbers[$0] }
    }
  }

  private let source: Side
  private let target: Side

  /// Numbers the sentences of beads, from 0 in the order of their documents' names and their bytes.
  init(_ beads: [PlacedBead]) {
    source = Side(beads, \.source)
    target = Side(beads, \.target)
  }

  /// The beads with the numbers of their sentences.
  func records(of beads: [PlacedBead]) -> [BeadRecord] {
    beads.map {
      BeadRecord(
        source: source.numbers(of: $0.source), target: target.numbers(of: $0.target),
        score: $0.score, line: $0.line)
    }
  }

  /// Whether a side of the beads is of more than one document.
  static func areOfSeveralDocuments(_ beads: [PlacedBead]) -> Bool {
    [\PlacedBead.source, \PlacedBead.target].contains { side in
      var first: String?
      for place in beads.lazy.flatMap({ $0[keyPath: side] }) {
        if first == nil { first = place.document }
        if place.document != first { return true }
      }
      return false
    }
  }

  /// Sentences that overlap: those of two files were cut otherwise.
  func warnings(place: String, comparedWith other: String? = nil) -> [AlignmentWarning] {
    [source.overlap, target.overlap].compactMap { overlap in
      guard let overlap else { return nil }
      let name = overlap.document.isEmpty ? "" : " of '\(overlap.document)'"
      let cut = other.map { "; the sentences of \($0) are cut otherwise" } ?? ""
      return AlignmentWarning(
        place: place,
        message: "bytes \(overlap.start) to \(overlap.end)\(name) overlap another sentence\(cut)")
    }
  }
}
