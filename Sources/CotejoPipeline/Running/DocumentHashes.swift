internal import CotejoText

/// The hashes of the files of a pair; an article has no original.
struct DocumentHashes: Sendable {
  let source: SHA256.Digest?
  let target: SHA256.Digest

  /// Hashes the bytes of both files.
  init(_ state: PairState) {
    source = state.sourceDocument.map { SHA256.hash($0.source) }
    target = SHA256.hash(state.targetDocument.source)
  }

  /// The first half of both.
  var print: PairPrint { PairPrint(source: source.map(ResultKey.init), target: ResultKey(target)) }
}

/// What both files of a pair held, as a run remembers it for all its pairs.
struct PairPrint: Hashable, Sendable {
  let source: ResultKey?
  let target: ResultKey
}
