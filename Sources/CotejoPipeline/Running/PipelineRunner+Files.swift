/// What the files of a corpus hold, at the beginning of a run and at its end.
extension PipelineRunner {
  /// Looks at what all pairs hold.
  func readPrints(
    _ flow: PairFlow, _ progress: (RunProgress) -> Void
  ) async throws(PipelineError) -> CorpusWitness {
    var witness = CorpusWitness()
    try await pass(.reading, flow, progress) { (batch, tools, _) in
      (batch.pairs.map { (try? flow.read($0))?.hashes.print }, tools)
    } use: { (number, print) throws(PipelineError) in
      try witness.see(print, of: number, pairs[number])
    }
    return witness
  }

  /// Sees to it that all files are still as the run read them: the output is to belong to one state of
  /// the corpus, not to what one was before somebody wrote to it and another after that.
  func checkFiles(
    _ flow: PairFlow, _ witness: inout CorpusWitness
  ) throws(PipelineError) {
    for (number, pair) in pairs.enumerated() where !pair.isAsListed {
      // Only the time may be another.
      try witness.see((try? flow.read(number))?.hashes.print, of: number, pair)
    }
  }
}
