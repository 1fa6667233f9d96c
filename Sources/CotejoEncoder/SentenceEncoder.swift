public import CotejoAlignment
internal import CotejoText
internal import Synchronization

/// Gives sentences the vectors of an OpenAI-compatible server, and remembers them.
///
/// Texts go in batches, several requests at a time; what fails for the moment is sent again, and what
/// fails for good is thrown: no vector is ever made up or left out. The vectors of each answer are
/// kept before the next is waited for, so that a run that fails goes on from there. They are kept as
/// half floats of unit length, and come back so whether or not they were kept: results are the same
/// with the cache cold or warm.
///
/// ```swift
/// let options = try EncoderOptions(
///   address: EncoderAddress("http://127.0.0.1:8000"), model: "multilingual-e5-small-q4")
/// let encoder = try SentenceEncoder(options, cache: "vectors") { print($0) }
/// let vectors = try await encoder.encode(sentences)
/// ```
public actor SentenceEncoder {
  private let options: EncoderOptions
  private let transport: HTTPTransport
  private var cache: VectorCache
  private let notice: @Sendable (String) -> Void
  /// How many more requests may be sent now, and who waits to.
  private var permits: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  /// Tells the requests of one list of sentences that another of them has failed.
  private final class EarlyEnd: Sendable {
    let failure = Mutex<EncoderError?>(nil)
  }

  /// The usual folder for the cache: `cotejo/encoder` in the user's cache folder; nil if there is
  /// none.
  public static var userCache: String? { UserFolders.cache.map { "\($0)/cotejo/encoder" } }

  /// Makes an encoder, and opens its cache; nothing is sent yet.
  ///
  /// - Parameters:
  ///   - options: The server and how it is asked.
  ///   - folder: The folder of the cache, made if it is not there; nil keeps vectors in memory.
  ///   - notice: Is given lines for people: waits before requests are sent again, repairs of the cache.
  /// - Throws: `cache` if the cache cannot be opened or repaired.
  public init(
    _ options: EncoderOptions, cache folder: String?,
    notice: @escaping @Sendable (String) -> Void = { _ in }
  ) throws(EncoderError) {
    self.options = options
    self.notice = notice
    cache = try VectorCache(
      folder: folder, address: options.address, model: options.model,
      notice: notice)
    permits = max(1, options.concurrency)
    transport = HTTPTransport(timeout: options.timeout)
  }

  /// How many texts have a vector that need not be asked for.
  public var cachedCount: Int { cache.count }

  /// The vectors of sentences (valid UTF-8); the zero vector for those that hold only white space.
  ///
  /// White space within a sentence is sent as single spaces, and no more than
  /// ``EncoderOptions/textBytes`` of it.
  /// - Throws: Whatever went wrong, the address or the file named. Vectors that came before stay in
  ///   the cache.
  public func encode(
    _ sentences: [ArraySlice<UInt8>]
  ) async throws(EncoderError) -> SentenceVectors {
    let texts = sentences.map { EncodableText($0, limit: options.textBytes) }
    var vectors: [VectorKey: [Float]] = [:]
    var missing: [EncodableText] = []
    for case let text? in texts where vectors[text.key] == nil {
      let known = try cache.vector(of: text.key)
      vectors[text.key] = known.map(Self.single) ?? []
      if known == nil { missing.append(text) }
    }
    // Texts of like length in one batch: servers pad all to the longest.
    missing.sort { ($0.bytes.count, $0.key.high) < ($1.bytes.count, $1.key.high) }
    for (key, vector) in try await ask(missing) { vectors[key] = Self.single(vector) }
    let dimension = max(1, cache.header.dimension)
    var result = SentenceVectors(dimension: dimension)
    for text in texts {
      let vector = text.flatMap { vectors[$0.key] }
      if let vector, vector.count != dimension {
        throw EncoderError(
          .dimension, place: options.address.description,
          message: "gave vectors of \(dimension) and of \(vector.count) numbers")
      }
      result.append(vector)
    }
    return result
  }

  private static func single(_ vector: [Float16]) -> [Float] { vector.map { Float($0) } }

  /// Asks for the vectors of texts that have none.
  private func ask(
    _ texts: [EncodableText]
  ) async throws(EncoderError) -> [VectorKey: [Float16]] {
    let batches = TextBatches.ranges(
      texts, texts: options.batchTexts, bytes: options.batchBytes
    ).map { Array(texts[$0]) }
    var vectors: [VectorKey: [Float16]] = [:]
    typealias Reply = Result<[(key: VectorKey, vector: [Float16])], EncoderError>
    let end = EarlyEnd()
    let failure = await withTaskGroup(of: Reply.self) { group -> EncoderError? in
      for batch in batches {
        group.addTask {
          do throws(EncoderError) {
            return .success(try await self.ask(batch: batch, end))
          } catch {
            return .failure(error)
          }
        }
      }
      for await reply in group {
        switch reply {
        case .success(let items): for item in items { vectors[item.key] = item.vector }
        case .failure(let error):
          group.cancelAll()
          return error
        }
      }
      return nil
    }
    if let failure { throw failure }
    return vectors
  }

  /// Asks for the vectors of one request's texts, and keeps them.
  private func ask(
    batch: [EncodableText], _ end: EarlyEnd
  ) async throws(EncoderError) -> [(key: VectorKey, vector: [Float16])] {
    await acquire()
    // Whoever waits for this permit must see the failure first.
    defer { release() }
    if let failure = end.failure.withLock({ $0 }) { throw failure }
    do throws(EncoderError) {
      return try await ask(batch: batch)
    } catch {
      end.failure.withLock { $0 = $0 ?? error }
      throw error
    }
  }

  private func ask(
    batch: [EncodableText]
  ) async throws(EncoderError) -> [(key: VectorKey, vector: [Float16])] {
    let request = EncoderRequest(options: options, transport: transport, notice: notice)
    let answer = try await request.vectors(of: batch)
    try cache.check(served: answer.model, dimension: answer.vectors[0].count)
    let vectors = zip(batch, answer.vectors).map { text, vector in
      (key: text.key, vector: Self.unit(vector))
    }
    try cache.add(vectors, served: answer.model)
    return vectors
  }

  /// A vector at unit length; zeros if it has no direction.
  private static func unit(_ vector: [Float]) -> [Float16] {
    let length = vector.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    guard length > 0, length.isFinite else { return vector.map { _ in 0 } }
    return vector.map { Float16(Double($0) / length) }
  }

  private func acquire() async {
    if permits > 0 {
      permits -= 1
    } else {
      await withCheckedContinuation { waiting.append($0) }
    }
  }

  private func release() {
    if waiting.isEmpty { permits += 1 } else { waiting.removeFirst().resume() }
  }
}
