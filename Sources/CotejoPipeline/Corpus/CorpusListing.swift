internal import CotejoText

/// The documents of a corpus as JSON Lines.
public enum CorpusListing {
  /// One object a line: pairs (`pair`, `source`, `target`, `lineParallel`, further columns of a
  /// manifest under `attributes`), transcripts (`transcript`), documents without a partner (`unpaired`,
  /// `language`), ignored files (`ignored`, `reason`).
  public static func jsonLines(_ corpus: Corpus) -> [String] {
    var values: [JSONValue] = []
    for pair in corpus.pairs {
      var members: [(key: String, value: JSONValue)] = [
        ("pair", .string(pair.id)), ("source", pair.source.map { .string($0) } ?? .null),
        ("target", .string(pair.target)), ("lineParallel", .boolean(pair.isLineParallel)),
      ]
      if !pair.attributes.isEmpty {
        members.append(
          ("attributes", .object(pair.attributes.map { ($0.name, .string($0.value)) })))
      }
      values.append(.object(members))
    }
    for path in corpus.transcripts {
      values.append(.object([("transcript", .string(path))]))
    }
    for document in corpus.unpaired {
      values.append(
        .object([
          ("unpaired", .string(document.path)),
          ("language", .string(document.language.description)),
        ]))
    }
    for file in corpus.ignored {
      values.append(
        .object([("ignored", .string(file.path)), ("reason", .string(file.reason))]))
    }
    return values.map { value in
      var bytes: [UInt8] = []
      value.appendLine(to: &bytes)
      return String(decoding: bytes, as: UTF8.self)
    }
  }
}
