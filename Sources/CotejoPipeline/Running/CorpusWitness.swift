internal import CotejoText

/// What both files of a pair held when a pass read them.
struct PairPrint: Hashable, Sendable {
  let source: TextHash
  let target: TextHash

  /// Takes the bytes of both files.
  init(_ pair: PairState) {
    let original = pair.sourceDocument?.source ?? []
    source = TextHash(original.span)
    target = TextHash(pair.targetDocument.source.span)
  }
}

/// Sees to it that all passes of a run read the same bytes.
///
/// What was learnt from one text must not be used on another under the same name: the output would
/// belong to no state of the corpus. Takes 33 bytes a pair.
struct CorpusWitness {
  /// What the first pass read, by pair; `nil` for what it could not read.
  private var seen: [PairPrint?] = []

  /// Notes what the first pass read of a pair, and compares what a later one reads.
  ///
  /// Pairs come in the order of their numbers in each pass.
  /// - Throws: `corpus`, naming the file that changed.
  mutating func check(
    _ print: PairPrint?, of number: Int, _ pair: RunPair
  ) throws(PipelineError) {
    guard number < seen.count else {
      seen.append(print)
      return
    }
    let first = seen[number]
    guard first != print else { return }
    let isTarget = first != nil && print != nil && first?.source == print?.source
    let unknown = first == nil || print == nil ? ", or '\(pair.targetPath)'," : ""
    throw PipelineError(
      .corpus, at: Place(file: isTarget ? pair.targetPath : pair.representativePath),
      "the file\(unknown) changed while the run was reading the corpus; run again")
  }
}
