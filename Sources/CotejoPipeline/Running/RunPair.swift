internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A pair of documents as a run reads it.
struct RunPair: Sendable {
  /// The pair; where a plan has several inputs, its id and paths begin with the input's name.
  let pair: DocumentPair
  let sourcePath: String
  let targetPath: String
  let reader: DocumentReader
  /// The size of both files, for the time that is left; 0 for what cannot be asked.
  let bytes: Int

  /// The pairs of all inputs, in the order of the plan and then of their paths.
  static func all(of inputs: [RunInput]) -> [RunPair] {
    var pairs: [RunPair] = []
    for input in inputs {
      let prefix = inputs.count > 1 ? "\(input.plan.name)/" : ""
      let reader = DocumentReader(charset: DocumentReader.Charset(input.plan.charset))
      for pair in input.corpus.pairs {
        var named = pair
        named.id = prefix + pair.id
        named.source = prefix + pair.source
        named.target = prefix + pair.target
        let source = input.corpus.path(of: pair.source)
        let target = input.corpus.path(of: pair.target)
        pairs.append(
          RunPair(
            pair: named, sourcePath: source, targetPath: target,
            reader: reader, bytes: size(source) + size(target)))
      }
    }
    return pairs
  }

  private static func size(_ path: String) -> Int {
    var status = stat()
    return stat(path, &status) == 0 ? Int(status.st_size) : 0
  }

  /// Reads both documents.
  ///
  /// - Throws: The first fault; a document that holds nothing but white space is one.
  func read(number: Int, _ resources: StageResources) throws(DocumentFault) -> PairState {
    let source = try document(sourcePath, id: pair.source, resources.source)
    let target = try document(targetPath, id: pair.target, resources.target)
    return PairState(number: number, pair: pair, source: source, target: target)
  }

  private func document(
    _ path: String, id: String, _ language: LanguageTag
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
}
