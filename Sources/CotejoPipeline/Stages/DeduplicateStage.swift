/// Keeps the first of beads that say the same, over the whole corpus.
///
/// The same are beads whose texts are equal but for case and spaces; with `near`, also those that
/// share most of their word pairs.
struct DeduplicateStage: OrderedStage {
  static let name = "deduplicate"
  static let version = 1
  static let summary = "keeps the first of beads that say the same"
  static let reads = Material.beads
  static let writes = Material.beads
  static let changes = [PairPart.rejections]

  /// The sides that are compared.
  enum Sides: String, CaseIterable {
    case both
    case source
    case target
  }

  static let by = Parameter<Sides>.choice(
    "by", default: .both, "the sides that must be the same")
  static let near = Parameter<Double?>.optionalNumber(
    "near", in: 0.5...1, "also the beads that share this much of their word pairs (Jaccard)")

  static let parameters = [by.declaration, near.declaration]

  let values: ParameterValues

  init(values: ParameterValues) {
    self.values = values
  }

  /// What beads are compared by.
  struct Prepared: Sendable {
    var hashes: [TextHash?] = []
    var shingles: [ShingleSet?] = []
  }

  func prepare(_ pair: inout PairState) -> Prepared {
    var prepared = Prepared()
    let rows = values[Self.near].map(NearDuplicates.rows)
    var folded: [UInt8] = []
    for index in pair.rejections.indices {
      guard pair.rejections[index] == nil else {
        prepared.hashes.append(nil)
        if rows != nil { prepared.shingles.append(nil) }
        continue
      }
      folded.removeAll(keepingCapacity: true)
      fold(index, of: pair, into: &folded)
      prepared.hashes.append(TextHash(folded.span))
      if let rows { prepared.shingles.append(NearDuplicates.shingles(folded, rows: rows)) }
    }
    return prepared
  }

  private func fold(_ bead: Int, of pair: PairState, into folded: inout [UInt8]) {
    let sides = values[Self.by]
    if sides != .target { BeadText.appendFolded(pair.pieces(of: bead, .source), to: &folded) }
    // A separator of its own word, or "a b" + "c" would be "a" + "b c".
    if sides == .both { folded += [0x20, 0x1F, 0x20] }
    if sides != .source { BeadText.appendFolded(pair.pieces(of: bead, .target), to: &folded) }
  }

  func visitor(as id: String, in run: RunContext) throws(PipelineError) -> Visitor {
    Visitor(id: id, near: values[Self.near].map { NearDuplicates(threshold: $0) })
  }

  /// The beads that were kept so far.
  final class Visitor: PairVisitor {
    private let id: String
    private var kept: [TextHash: Int32] = [:]
    private var near: NearDuplicates?
    /// Where the kept beads stand: the number of the document, and a byte in it.
    private var places: [(document: Int32, start: Int32)] = []
    private var documents: [String] = []

    init(id: String, near: NearDuplicates?) {
      self.id = id
      self.near = near
    }

    func visit(_ pair: inout PairState, _ prepared: Prepared) {
      for index in pair.rejections.indices where pair.rejections[index] == nil {
        guard let hash = prepared.hashes[index] else { continue }
        if let first = kept[hash] {
          pair.reject(index, by: id, "duplicate", "of \(place(first))")
          continue
        }
        if near != nil, let shingles = prepared.shingles[index] {
          if let first = near?.find(shingles) {
            pair.reject(index, by: id, "nearDuplicate", "of \(place(Int32(first)))")
            continue
          }
          near?.add(shingles)
        }
        kept[hash] = Int32(places.count)
        note(index, of: pair)
      }
    }

    func finish() -> VisitorReport { VisitorReport() }

    private func note(_ bead: Int, of pair: PairState) {
      let first = pair.pieces(of: bead, .source).first ?? pair.pieces(of: bead, .target).first
      let document = first?.document ?? pair.pair.target
      if documents.last != document { documents.append(document) }
      places.append((Int32(documents.count - 1), first?.start ?? 0))
    }

    /// `DOCUMENT: byte N`.
    private func place(_ bead: Int32) -> String {
      let (document, start) = places[Int(bead)]
      return "\(documents[Int(document)]): byte \(start)"
    }
  }
}
