import Cotejo
import CotejoEncoder

/// Many pairs of files in one process: read and aligned in parallel, reported in order.
struct AlignmentBatch {
  let task: AlignmentTask
  let pairs: [AlignmentTask.Pair]
  let output: String
  let jobs: Int

  /// Reads a list of pairs: `original<TAB>rendering` a line, blank lines left out.
  static func pairs(in path: String) throws -> [AlignmentTask.Pair] {
    let document = try DocumentReader().document(at: path, language: LanguageTag("und"))
    var pairs: [AlignmentTask.Pair] = []
    var faults: [String] = []
    for (number, span) in document.text.lines(endedIn: document.source).enumerated()
    where !span.isEmpty {
      let columns = document.text.bytes[span.range].split(
        separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
      guard columns.count == 2, !columns[0].isEmpty, !columns[1].isEmpty else {
        faults.append(
          "\(path):\(number + 1): error: not two paths with a TAB between them")
        continue
      }
      pairs.append(
        AlignmentTask.Pair(
          source: String(decoding: columns[0], as: UTF8.self),
          target: String(decoding: columns[1], as: UTF8.self)))
    }
    if pairs.isEmpty, faults.isEmpty { faults.append("\(path): error: names no pairs") }
    guard faults.isEmpty else { throw Failure(.usage, faults) }
    return pairs
  }

  /// Aligns all pairs, after learning from them if that is wanted.
  ///
  /// An encoder that fails ends it all, whatever pair it failed for.
  func run(lexicons: [Lexicon], encoder: SentenceEncoder?, learn: Bool) async throws {
    try OutputFolder.make(output)
    let given = lexicons
    var lexicons = lexicons
    var kept: [Int: Compared] = [:]
    if learn, let learnt = try await self.learn(from: lexicons, encoder, keeping: &kept) {
      lexicons.append(learnt)
    }
    let known = lexicons
    let aligner = SentenceAligner(lexicons: known)
    let readings = kept
    var failures: [Failure] = []
    try await forEachPair { number, pair -> (warnings: [String], failure: Failure?) in
      do {
        let compared = try readings[number] ?? Compared(task.read(pair), given)
        let reading = compared.reading
        let vectors = try await encoder?.vectors(of: reading)
        let beads = aligner.align(compared.texts, vectors: vectors)
        try task.write(beads, of: reading, pair, lexicons: known, to: path(of: number))
        return (task.warnings(compared.texts, reading, pair), nil)
      } catch {
        guard let failure = Failure(error) else { throw error }
        // A pair that cannot be read is its own affair; a file that cannot be written is not.
        guard failure.status == .unreadableInput else { throw failure }
        return ([], failure)
      }
    } use: { _, result in
      Diagnostics.print(result.warnings)
      if let failure = result.failure { failures.append(failure) }
    }
    guard failures.isEmpty else {
      let summary = "\(failures.count) of \(pairs.count) pairs could not be read"
      throw Failure(.unreadableInput, failures.flatMap(\.lines) + ["cotejo: error: \(summary)"])
    }
  }

  /// A pair as it was read, and what is known of its words before anything is learnt.
  private struct Compared: Sendable {
    let reading: AlignmentTask.Reading
    let texts: ComparedTexts

    init(_ reading: AlignmentTask.Reading, _ lexicons: [Lexicon]) {
      self.reading = reading
      texts = ComparedTexts(reading.words.source, reading.words.target, lexicons: lexicons)
    }

    /// Bytes of memory.
    var size: Int { reading.size + texts.size }
  }

  /// Pairs that take no more bytes together than this are kept from learning to aligning.
  private static let mostKept = 128 << 20

  /// A lexicon learnt from all pairs that can be read; the others are reported when they are aligned.
  ///
  /// The first pairs are kept, so that they need not be read again.
  private func learn(
    from lexicons: [Lexicon], _ encoder: SentenceEncoder?, keeping kept: inout [Int: Compared]
  ) async throws -> Lexicon? {
    var learnt: Lexicon?
    for _ in 0..<CorpusLearner(beside: lexicons).passes {
      let aligner = SentenceAligner(lexicons: lexicons + [learnt].compactMap(\.self))
      var learner = CorpusLearner(beside: lexicons)
      let observer = learner
      let known = kept
      var size = known.values.reduce(0) { $0 + $1.size }
      var readings = known
      try await forEachPair {
        number, pair -> (compared: Compared, observation: CorpusLearner.Observation)? in
        guard let compared = known[number] ?? (try? Compared(task.read(pair), lexicons)) else {
          return nil
        }
        let vectors = try await encoder?.vectors(of: compared.reading)
        let beads = aligner.align(compared.texts, vectors: vectors)
        return (compared, observer.observe(beads, compared.texts))
      } use: { number, result in
        guard let result else { return }
        learner.add(result.observation)
        guard readings[number] == nil else { return }
        size += result.compared.size
        if size <= Self.mostKept { readings[number] = result.compared }
      }
      kept = readings
      learnt = try learner.learn(source: task.source, target: task.target, jobs: jobs)
    }
    return learnt
  }

  /// Calls `work` for each pair on `jobs` tasks, and `use` with what comes back, in order.
  private func forEachPair<Element: Sendable>(
    _ work: @escaping @Sendable (Int, AlignmentTask.Pair) async throws -> Element,
    use: (Int, Element) throws -> Void
  ) async throws {
    let window = OrderedWindow<Result<Element, any Error>>(count: pairs.count, width: jobs * 8)
    let pairs = pairs
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<min(jobs, pairs.count) {
        group.addTask {
          while let number = await window.claim() {
            let result: Result<Element, any Error>
            do { result = .success(try await work(number, pairs[number])) } catch {
              result = .failure(error)
            }
            await window.put(result, at: number)
          }
        }
      }
      var number = 0
      do {
        while let result = await window.take() {
          try use(number, result.get())
          number += 1
        }
      } catch {
        await window.close()
        throw error
      }
    }
  }

  private func path(of number: Int) -> String {
    let digits = String(number + 1)
    let zeros = String(repeating: "0", count: max(0, 6 - digits.count))
    return "\(output)/\(zeros)\(digits).\(task.format.rawValue)"
  }
}
