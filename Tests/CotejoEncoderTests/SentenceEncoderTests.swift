import CotejoAlignment
import CotejoTestSupport
import Synchronization
import Testing

@testable import CotejoEncoder

struct SentenceEncoderTests {
  private let folder = TemporaryFolder()

  private func options(
    _ server: LoopbackServer, key: String? = nil
  ) throws -> EncoderOptions {
    var options = try EncoderOptions(
      address: EncoderAddress(server.address), model: "letters", key: key)
    options.retries.firstDelay = 0.01
    options.timeout = 20
    return options
  }

  private func encode(
    _ texts: [String], _ options: EncoderOptions, cache: String? = nil
  ) async throws -> SentenceVectors {
    try await SentenceEncoder(options, cache: cache).encode(texts.map { Array($0.utf8)[...] })
  }

  private func failure(_ options: EncoderOptions, _ texts: [String] = ["mar"]) async
    -> EncoderError?
  {
    await #expect(throws: EncoderError.self) { _ = try await encode(texts, options) }
  }

  /// The vectors of texts as the server gives them, scaled.
  private func expected(_ texts: [String]) -> SentenceVectors {
    var vectors = SentenceVectors(dimension: 8)
    for text in texts {
      vectors.append(text.isEmpty ? nil : LoopbackServer.Reply.letters(text).map { Float($0) })
    }
    return vectors
  }

  private func areAlike(_ a: SentenceVectors, _ b: SentenceVectors) -> Bool {
    // Half floats have eleven bits.
    a.count == b.count && a.dimension == b.dimension
      && zip(a.values, b.values).allSatisfy { abs($0 - $1) < 0.001 }
  }

  // MARK: - Requests

  @Test func `every text gets its own vector, in batches within bounds`() async throws {
    let server = LoopbackServer { _, request in .vectors(of: request.input) }
    var options = try options(server, key: "sk-1")
    (options.batchTexts, options.batchBytes, options.concurrency) = (5, 60, 3)
    let texts = (0..<40).map { number -> String in
      let word = String("abcdefgh".prefix(number % 8 + 1))
      return String(repeating: word, count: number % 5 + 1)
    }
    let vectors = try await encode(texts, options)
    #expect(areAlike(vectors, expected(texts)))
    let requests = server.requests
    for request in requests {
      #expect(request.line == "POST /v1/embeddings")
      #expect(request.headers["authorization"] == "Bearer sk-1")
      #expect(request.headers["content-type"] == "application/json")
      #expect((1...5).contains(request.input.count))
      #expect(request.input.joined().utf8.count <= 60)
    }
    #expect(requests.flatMap(\.input).sorted() == Set(texts).sorted())
    #expect((1...3).contains(server.mostUnderWay))
  }

  @Test func `blank sentences are not sent, equal ones once, long ones cut`() async throws {
    let server = LoopbackServer { _, request in .vectors(of: request.input) }
    var options = try options(server)
    options.textBytes = 10
    let vectors = try await encode(["", "mar", " \n", "mar ", "0123456789abc"], options)
    #expect(areAlike(vectors, expected(["", "mar", "", "mar", "0123456789"])))
    #expect(server.requests.flatMap(\.input).sorted() == ["0123456789", "mar"])
    #expect(server.requests.allSatisfy { $0.headers["authorization"] == nil })
    let none = try await encode(["", " "], options)
    #expect(none.count == 2 && none.values.allSatisfy { $0 == 0 })
    #expect(server.requests.count == 1)
  }

  // MARK: - What fails for the moment

  @Test(arguments: [429, 500, 502, 503])
  func `is asked again`(_ status: Int) async throws {
    let server = LoopbackServer { number, request in
      number < 2 ? .answer(status, Array("busy".utf8)) : .vectors(of: request.input)
    }
    let vectors = try await encode(["mar", "sol"], try options(server))
    #expect(areAlike(vectors, expected(["mar", "sol"])))
    #expect(server.requests.count == 3)
  }

  @Test func `a broken connection is asked again, with a notice`() async throws {
    let server = LoopbackServer { number, request in
      number == 0 ? .breakOff : .vectors(of: request.input)
    }
    let notices = Mutex<[String]>([])
    let encoder = try SentenceEncoder(try options(server), cache: nil) { line in
      notices.withLock { $0.append(line) }
    }
    #expect(areAlike(try await encoder.encode([Array("mar".utf8)[...]]), expected(["mar"])))
    #expect(notices.withLock { $0.count } == 1)
    #expect(notices.withLock { $0[0].contains("asked again") })
  }

  @Test func `the wait that the server asks for is kept`() async throws {
    let server = LoopbackServer { number, request in
      number == 0
        ? .answer(429, [], headers: ["Retry-After": "1"]) : .vectors(of: request.input)
    }
    let clock = ContinuousClock()
    let options = try options(server)
    let time = try await clock.measure { _ = try await encode(["mar"], options) }
    #expect(time >= .seconds(1))
  }

  @Test func `but not for ever`() async throws {
    let server = LoopbackServer { _, _ in .answer(503, Array("down".utf8)) }
    var options = try options(server)
    options.retries.mostRetries = 3
    let error = await failure(options)
    #expect(error?.code == .refused)
    #expect(error?.status == 503)
    #expect(error?.message == "answers 503: down (after 4 tries)")
    #expect(server.requests.count == 4)
  }

  @Test func `a server that says nothing times out`() async throws {
    let server = LoopbackServer { _, _ in .silence }
    var options = try options(server)
    options.timeout = 0.3
    options.retries.mostRetries = 1
    let error = await failure(options)
    #expect(error?.code == .unreachable)
    #expect(error?.message.hasSuffix("(after 2 tries)") == true)
    // On a busy machine the time may be up before the server has read a request.
    #expect(server.requests.count <= 2)
  }

  @Test func `nobody at the address is an error that names it`() async throws {
    var options: EncoderOptions
    do {
      let server = LoopbackServer { _, _ in .breakOff }
      options = try self.options(server)
    }
    options.address = try EncoderAddress("http://127.0.0.1:1")
    options.retries.mostRetries = 1
    let error = await failure(options)
    #expect(error?.code == .unreachable)
    #expect(error?.place == "http://127.0.0.1:1/v1/embeddings")
  }

  // MARK: - What fails for good

  @Test func `what the server refuses is told once, without the key`() async throws {
    let server = LoopbackServer { _, _ in
      .answer(401, Array(#"{"error":{"message":"Incorrect key sk-secret given"}}"#.utf8))
    }
    let error = await failure(try options(server, key: "sk-secret"))
    #expect(error?.code == .refused)
    #expect(error?.message == "answers 401: Incorrect key … given")
    #expect(server.requests.count == 1)
  }

  @Test func `a redirection is not followed`() async throws {
    let other = LoopbackServer { _, request in .vectors(of: request.input) }
    let target = "\(other.address)/v1/embeddings"
    let server = LoopbackServer { _, _ in .answer(307, [], headers: ["Location": target]) }
    let error = await failure(try options(server, key: "sk-secret"))
    #expect(error?.status == 307)
    #expect(other.requests.isEmpty)
  }

  @Test(arguments: [
    ("not JSON", EncoderError.Code.malformed), (#"{"data":[]}"#, .count),
    (#"{"data":[{"embedding":[NaN,1]}]}"#, .notFinite),
  ])
  func `an answer that cannot be used is told`(_ body: String, _ code: EncoderError.Code)
    async throws
  {
    let server = LoopbackServer { _, _ in .answer(200, Array(body.utf8)) }
    #expect(await failure(try options(server))?.code == code)
    #expect(server.requests.count == 1)
  }

  @Test func `answers of two models do not mix`() async throws {
    let server = LoopbackServer { number, request in
      .vectors(of: request.input, model: "m\(number)")
    }
    var options = try options(server)
    options.batchTexts = 1
    #expect(await failure(options, ["mar", "sol"])?.code == .otherModel)
  }

  @Test func `answers of two dimensions do not mix`() async throws {
    let server = LoopbackServer { number, request in
      .vectors(of: request.input) { _ in [Double](repeating: 1, count: number + 1) }
    }
    var options = try options(server)
    options.batchTexts = 1
    #expect(await failure(options, ["mar", "sol"])?.code == .dimension)
  }

  // MARK: - Cache

  @Test func `what is kept is not asked for, and comes back the same`() async throws {
    let server = LoopbackServer { _, request in .vectors(of: request.input) }
    let options = try options(server)
    let cold = try await encode(["mar", "sol"], options, cache: folder.path)
    let warm = try await encode(["sol", "mar"], options, cache: folder.path)
    #expect(server.requests.count == 1)
    #expect(warm.values == Array(cold.values[8...] + cold.values[..<8]))
    let more = try await encode(["mar", "luna"], options, cache: folder.path)
    #expect(server.requests.last?.input == ["luna"])
    #expect(areAlike(more, expected(["mar", "luna"])))
    var other = options
    other.model = "others"
    _ = try await encode(["mar"], other, cache: folder.path)
    #expect(server.requests.count == 3)
  }

  @Test func `a run that failed goes on from where it was`() async throws {
    let hasFailed = Mutex(false)
    let server = LoopbackServer { _, request in
      let fails = hasFailed.withLock { hasFailed in
        defer { if request.input == ["c"] { hasFailed = true } }
        return request.input == ["c"] && !hasFailed
      }
      return fails ? .answer(400, []) : .vectors(of: request.input)
    }
    var options = try options(server)
    (options.batchTexts, options.concurrency) = (1, 1)
    let texts = ["a", "b", "c", "d", "e"]
    let folder = folder.path
    await #expect(throws: EncoderError.self) { _ = try await encode(texts, options, cache: folder) }
    let first = server.requests.flatMap(\.input)
    // What came before the failure is kept, and nothing is asked for after it.
    let kept = first.prefix { $0 != "c" }
    #expect(first.count == kept.count + 1)
    let vectors = try await encode(texts, options, cache: folder)
    let second = server.requests.dropFirst(first.count).flatMap(\.input)
    #expect(Set(second).isDisjoint(with: kept))
    #expect(areAlike(vectors, expected(texts)))
  }

  @Test func `many that encode at a time share the bound`() async throws {
    let server = LoopbackServer { _, request in .vectors(of: request.input) }
    var options = try options(server)
    (options.batchTexts, options.concurrency) = (2, 2)
    let encoder = try SentenceEncoder(options, cache: folder.path)
    await withTaskGroup(of: Bool.self) { group in
      for number in 0..<8 {
        let texts = (0..<10).map { "\(number) \($0)" }
        group.addTask {
          let vectors = try? await encoder.encode(texts.map { Array($0.utf8)[...] })
          return vectors.map { areAlike($0, expected(texts)) } ?? false
        }
      }
      for await isRight in group { #expect(isRight) }
    }
    #expect((1...2).contains(server.mostUnderWay))
    #expect(await encoder.cachedCount == 80)
  }
}
