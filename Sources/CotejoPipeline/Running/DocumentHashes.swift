internal import CotejoText

/// The hashes of the files of a pair; an article has no original.
struct DocumentHashes: Sendable {
  let source: SHA256.Digest?
  let target: SHA256.Digest

  /// Hashes the bytes of both files.
  init(_ state: PairState) {
    var target = SHA256()
    guard let original = state.sourceDocument else {
      target.update(state.targetDocument.source.span)
      (source, self.target) = (nil, target.finish())
      return
    }
    var source = SHA256()
    SHA256.update(
      &source, with: original.source.span, &target, with: state.targetDocument.source.span)
    (self.source, self.target) = (source.finish(), target.finish())
  }

  /// The first half of both.
  var print: PairPrint { PairPrint(source: source.map(ResultKey.init), target: ResultKey(target)) }
}

/// What both files of a pair held, as a run remembers it for all its pairs.
struct PairPrint: Hashable, Sendable {
  let source: ResultKey?
  let target: ResultKey
}
