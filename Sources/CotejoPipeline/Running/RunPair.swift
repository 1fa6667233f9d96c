internal import CotejoText

/// A pair of documents, or an article, as a run reads it.
struct RunPair: Sendable {
  /// The pair; where a plan has several inputs, its id and paths begin with the input's name.
  let pair: DocumentPair
  /// The number of the input in the plan.
  let input: Int
  /// Nil for an article.
  let sourcePath: String?
  let targetPath: String
  let reader: DocumentReader
  /// The charset that the input says.
  let charset: String
  /// The size of both files, for the time that is left; 0 for what cannot be asked.
  let bytes: Int
  /// What tells that a file was written to since.
  private let stamp: FileStamp

  /// Whether neither file was written to since the pair was listed, by what the system says.
  var isAsListed: Bool { stamp == FileStamp([sourcePath, targetPath].compactMap(\.self)) }

  /// The path that stands for both in messages: that of the original, where there is one.
  var representativePath: String { sourcePath ?? targetPath }

  /// The pairs of all inputs, in the order of the plan and then of their paths.
  static func all(of inputs: [RunInput]) -> [RunPair] {
    var pairs: [RunPair] = []
    for (number, input) in inputs.enumerated() {
      let prefix = input.prefix(among: inputs)
      let reader = DocumentReader(charset: DocumentReader.Charset(input.plan.charset))
      for pair in input.corpus.pairs {
        var named = pair
        named.id = prefix + pair.id
        named.source = pair.source.map { prefix + $0 }
        named.target = prefix + pair.target
        let source = pair.source.map { input.corpus.path(of: $0) }
        let target = input.corpus.path(of: pair.target)
        let stamp = FileStamp([source, target].compactMap(\.self))
        pairs.append(
          RunPair(
            pair: named, input: number, sourcePath: source, targetPath: target, reader: reader,
            charset: input.plan.charset, bytes: stamp.bytes, stamp: stamp))
      }
    }
    return pairs
  }

  /// Reads both documents, or the article.
  ///
  /// - Throws: The first fault; a document that holds nothing but white space is one.
  func read(number: Int, _ resources: StageResources) throws(DocumentFault) -> PairState {
    guard let sourcePath else {
      return PairState(
        number: number, input: input, article: pair, originals: resources.source,
        target: try Self.document(targetPath, id: pair.target, resources.target, reader))
    }
    return PairState(
      number: number, input: input, pair: pair,
      source: try Self.document(sourcePath, id: pair.representative, resources.source, reader),
      target: try Self.document(targetPath, id: pair.target, resources.target, reader))
  }

  /// Reads a document; one that holds nothing but white space is a fault.
  static func document(
    _ path: String, id: String, _ language: LanguageTag, _ reader: DocumentReader
  ) throws(DocumentFault) -> Document {
    var document: Document
    do {
      document = try reader.document(at: path, language: language)
    } catch {
      throw DocumentFault(error, file: path)
    }
    document.id = id
    guard document.text.bytes.contains(where: { $0 > 0x20 }) else {
      throw DocumentFault(
        .emptyDocument, file: path,
        message: document.source.isEmpty ? "is empty" : "holds nothing but white space")
    }
    return document
  }
}

/// An input of a plan with the corpus that was found for it.
public struct RunInput: Sendable {
  /// What the plan says of it.
  public let plan: PlannedInput
  /// Its documents.
  public let corpus: Corpus

  /// Puts an input and its corpus together.
  public init(plan: PlannedInput, corpus: Corpus) {
    self.plan = plan
    self.corpus = corpus
  }

  /// What the names of its documents begin with in the output: nothing, unless there are several
  /// inputs.
  func prefix(among inputs: [RunInput]) -> String {
    inputs.count > 1 ? "\(plan.name)/" : ""
  }
}
