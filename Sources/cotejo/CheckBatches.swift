import Cotejo
import CotejoEncoder

/// Checks the pairs of a file in batches, several at once, and writes what comes of them in order.
struct CheckBatches: Sendable {
  /// What is made of a pair.
  enum Layout: Sendable {
    case text(CheckText, all: Bool)
    case records(withEvidence: Bool)
    case sarif(FidelitySARIF)
  }

  let checker: FidelityChecker
  /// What is asked about doubtful suspicions.
  let encoder: SentenceEncoder?
  let waivers: FidelityWaivers
  let layout: Layout
  let jobs: Int

  /// Pairs that are checked together at first, and at the most.
  ///
  /// What is known of words is looked up once a batch, so that large ones cost less; small ones at the
  /// start keep all threads at work on a small file.
  private static let batchSize = (first: 1024, most: 4096)
  /// Bytes of texts from which on a batch takes no more pairs.
  private static let batchBytes = 4 << 20

  /// How many pairs the batch of a number has: twice as many each time that all threads had one.
  private func size(ofBatch number: Int) -> Int {
    var size = Self.batchSize.first
    var round = number / jobs
    while round > 0, size < Self.batchSize.most { (size, round) = (size * 2, round - 1) }
    return size
  }

  private struct Outcome: Sendable {
    var number: Int
    var bytes: [UInt8] = []
    var counts = CheckCounts()
  }

  /// Checks what a reader has left.
  ///
  /// - Returns: the counts; what could not be read is printed as it comes, and in the counts.
  func run(_ reader: consuming IdentifiedPairReader) async throws -> CheckCounts {
    var reader = reader
    var output = Output()
    var totals = CheckCounts()
    if case .sarif(let sarif) = layout { try output.write(sarif.head()[...]) }
    try await withThrowingTaskGroup(of: Outcome.self) { group in
      var isAtEnd = false
      var started = 0
      var written = 0
      var waiting: [Int: Outcome] = [:]
      var isFirst = true
      while true {
        // So many are at work; so many may wait for one that is slow.
        while !isAtEnd, started - written - waiting.count < jobs, started - written < jobs * 4 {
          let entries = Self.entries(of: &reader, size(ofBatch: started), &isAtEnd)
          let number = started
          group.addTask { try await outcome(of: entries, number) }
          started += 1
        }
        guard let outcome = try await group.next() else { break }
        waiting[outcome.number] = outcome
        while let next = waiting.removeValue(forKey: written) {
          written += 1
          Diagnostics.print(next.counts.faults.flatMap { Failure($0)?.lines ?? [] })
          totals.add(next.counts)
          guard !next.bytes.isEmpty else { continue }
          if isFirst, case .sarif = layout {
            // The comma in front of the first result.
            try output.write(next.bytes.dropFirst())
          } else {
            try output.write(next.bytes[...])
          }
          isFirst = false
        }
      }
    }
    switch layout {
    case .sarif(let sarif):
      var tail: [UInt8] = []
      sarif.appendTail(faults: totals.faults, to: &tail)
      try output.write(tail[...])
    case .text: try output.write(totals.line + "\n")
    case .records: break
    }
    try output.flush()
    return totals
  }

  /// The next entries; what ends the reading is the last of them.
  private static func entries(
    of reader: inout IdentifiedPairReader, _ count: Int, _ isAtEnd: inout Bool
  ) -> [PairEntry] {
    var entries: [PairEntry] = []
    var bytes = 0
    while entries.count < count, bytes < batchBytes {
      do throws(FormatError) {
        guard let entry = try reader.next() else {
          isAtEnd = true
          break
        }
        if case .pair(let item) = entry {
          bytes += item.pair.source.count + item.pair.target.count
        }
        entries.append(entry)
      } catch {
        entries.append(.fault(error))
        isAtEnd = true
        break
      }
    }
    return entries
  }

  private func outcome(of entries: [PairEntry], _ number: Int) async throws -> Outcome {
    var outcome = Outcome(number: number)
    var items: [IdentifiedPair] = []
    for entry in entries {
      switch entry {
      case .pair(let item): items.append(item)
      case .fault(let error): outcome.counts.add(error)
      case .skipped(let reason): outcome.counts.add(skipped: reason)
      }
    }
    for (item, report) in zip(items, try await reports(of: items.map(\.pair))) {
      let pair = JudgedPair(item, report, waivers: waivers)
      outcome.counts.add(pair)
      switch layout {
      case .text(let text, let all):
        if all || pair.isWorthALook { text.append(pair, to: &outcome.bytes) }
      case .records(let withEvidence):
        FidelityRecord.append(
          report, id: item.id, waived: pair.reasons, withEvidence: withEvidence,
          to: &outcome.bytes)
      case .sarif(let sarif): sarif.append(pair, to: &outcome.bytes)
      }
    }
    return outcome
  }

  /// The reports on pairs, after the encoder was asked about what is doubtful in any of them.
  private func reports(of pairs: [RenderedPair]) async throws -> [FidelityReport] {
    guard let encoder else { return try checker.reports(of: pairs) }
    let drafts = try checker.drafts(of: pairs)
    let vectors = try await encoder.encode(drafts.flatMap { $0.texts.map { $0[...] } })
    var first = 0
    return drafts.map { draft in
      defer { first += draft.texts.count }
      return checker.report(on: draft, vectors: vectors, from: first)
    }
  }
}
