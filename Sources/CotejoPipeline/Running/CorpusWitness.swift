/// Sees to it that all passes of a run read the same bytes.
///
/// What was learnt from one text must not be used on another under the same name: the output would
/// belong to no state of the corpus.
struct CorpusWitness {
  /// What the first pass read, by pair; nil for what it could not read.
  private(set) var prints: [PairPrint?] = []

  /// Notes what the first pass read of the next pair.
  mutating func note(_ print: PairPrint?) { prints.append(print) }

  /// Compares what a later pass reads of a pair.
  ///
  /// - Throws: `corpus`, naming the file that changed.
  func check(_ print: PairPrint?, of number: Int, _ pair: RunPair) throws(PipelineError) {
    guard prints.indices.contains(number), prints[number] != print else { return }
    let first = prints[number]
    let isTarget = first != nil && print != nil && first?.source == print?.source
    let unknown = first == nil || print == nil ? ", or '\(pair.targetPath)'," : ""
    throw PipelineError(
      .corpus, at: Place(file: isTarget ? pair.targetPath : pair.representativePath),
      "the file\(unknown) changed while the run was reading the corpus; run again")
  }
}
