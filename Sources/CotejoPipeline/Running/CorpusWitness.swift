/// Sees to it that all passes of a run read the same bytes.
///
/// What was learnt from one text must not be used on another under the same name: the output would
/// belong to no state of the corpus.
struct CorpusWitness {
  /// What the first pass read, by pair; nil for what it could not read.
  private(set) var prints: [PairPrint?] = []

  /// Notes what the first pass reads of a pair, and compares what later ones read.
  ///
  /// Pairs come in the order of their numbers in each pass.
  /// - Throws: `corpus`, naming the file that changed.
  mutating func see(_ print: PairPrint?, of number: Int, _ pair: RunPair) throws(PipelineError) {
    guard prints.indices.contains(number) else {
      prints.append(print)
      return
    }
    let first = prints[number]
    guard first != print else { return }
    let isTarget = first != nil && print != nil && first?.source == print?.source
    let unknown = first == nil || print == nil ? ", or '\(pair.targetPath)'," : ""
    throw PipelineError(
      .corpus, at: Place(file: isTarget ? pair.targetPath : pair.representativePath),
      "the file\(unknown) changed while the run was reading the corpus; run again")
  }
}
