/// Which results of a store are dropped by a rule.
struct CleaningPlan {
  /// What becomes of each pack: nil if it stays as it is, else the results that are kept.
  private(set) var kept: [[PackEntry]?]
  /// What is freed.
  private(set) var freed = ResultCleaner.Amount()

  /// Where a result stands.
  private struct Candidate {
    var lastUse: UInt32
    var pack: Int
    /// Nil for a pack of another version, which is dropped as a whole.
    var record: Int?
  }

  init(_ rule: ResultCleaner.Rule, of survey: StoreSurvey) {
    kept = Array(repeating: nil, count: survey.packs.count)
    var isDropped = survey.packs.map { Array(repeating: false, count: $0.entries.count) }
    var isGone = survey.packs.map { _ in false }
    for (number, pack) in survey.packs.enumerated() where pack.holder != .living {
      // What a dead writer left holds nothing.
      if pack.holder != .otherVersion, pack.entries.isEmpty { isGone[number] = true }
      if rule.dropsAll {
        isGone[number] = true
        isDropped[number] = isDropped[number].map { _ in true }
      }
      guard let since = rule.unusedSince else { continue }
      if pack.holder == .otherVersion, Int(pack.written) < since { isGone[number] = true }
      for (record, entry) in pack.entries.enumerated() where Int(entry.lastUse) < since {
        isDropped[number][record] = true
      }
    }
    if let most = rule.maximumSize { Self.shrink(survey, to: most, &isDropped, &isGone) }
    for (number, pack) in survey.packs.enumerated() {
      guard isGone[number] || isDropped[number].contains(true) else { continue }
      let rest = pack.entries.indices.filter { !isDropped[number][$0] }.map { pack.entries[$0] }
      kept[number] = rest
      freed.packs += rest.isEmpty ? 1 : 0
      freed.results += pack.entries.count - rest.count
      freed.bytes += pack.size - StoreSurvey.Pack.size(of: rest)
    }
  }

  /// Drops what was longest unused until what is left takes so many bytes at most.
  private static func shrink(
    _ survey: StoreSurvey, to most: Int, _ isDropped: inout [[Bool]], _ isGone: inout [Bool]
  ) {
    var sizes: [Int] = []
    var left: [Int] = []
    var candidates: [Candidate] = []
    for (number, pack) in survey.packs.enumerated() {
      let rest = pack.entries.indices.filter { !isDropped[number][$0] }
      let isTouched = rest.count < pack.entries.count
      left.append(rest.count)
      sizes.append(
        isGone[number]
          ? 0
          : isTouched
            ? StoreSurvey.Pack.size(of: rest.map { pack.entries[$0] }) : pack.size)
      guard !isGone[number], pack.holder != .living else { continue }
      if pack.holder == .otherVersion {
        candidates.append(Candidate(lastUse: pack.written, pack: number))
      }
      for record in rest {
        candidates.append(
          Candidate(lastUse: pack.entries[record].lastUse, pack: number, record: record))
      }
    }
    var total = sizes.reduce(0, +)
    guard total > most else { return }
    candidates.sort {
      ($0.lastUse, $0.pack, $0.record ?? 0) < ($1.lastUse, $1.pack, $1.record ?? 0)
    }
    for candidate in candidates {
      guard total > most else { return }
      let number = candidate.pack
      var size = 0
      if let record = candidate.record {
        let pack = survey.packs[number]
        // A pack that is not touched may have bytes that are no results.
        let before =
          left[number] == pack.entries.count
          ? StoreSurvey.Pack.size(of: pack.entries) : sizes[number]
        isDropped[number][record] = true
        left[number] -= 1
        let entry = pack.entries[record]
        size = left[number] == 0 ? 0 : before - entry.recordSize - PackFormat.entrySize
      } else {
        isGone[number] = true
      }
      total += size - sizes[number]
      sizes[number] = size
    }
  }
}
