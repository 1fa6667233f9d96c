import CotejoTestSupport
import Foundation
import Testing

/// `cotejo check --encoder`.
struct CheckEncoderTests {
  private let workspace: Workspace
  private static let addition = "The mayor of Lisbon quickly opened the bridge."

  init() throws {
    workspace = try Workspace()
    var lines = ["El libro cuesta 12 pesos.\tThe book costs 12 pesos."]
    for number in 0..<3 {
      lines.append("La alcaldesa abrió el puente \(number).\t\(Self.addition) \(number)")
    }
    try workspace.write(lines.joined(separator: "\n") + "\n", to: "a.tsv")
  }

  private func check(_ arguments: String...) throws -> Command.Result {
    try Command.run(
      ["check", "--from", "es", "--to", "en", "--format", "jsonl"] + arguments + ["a.tsv"],
      in: workspace.path, setting: ["COTEJO_ENCODER_KEY": "sk-secret"])
  }

  private func encoded(_ server: LoopbackServer, _ more: String...) throws -> Command.Result {
    try Command.run(
      ["check", "--from", "es", "--to", "en", "--format", "jsonl"] + more + [
        "--encoder", server.address, "--encoder-model", "m", "--encoder-cache", "vectors", "a.tsv",
      ], in: workspace.path, setting: ["COTEJO_ENCODER_KEY": "sk-secret"])
  }

  private static func scores(_ output: String) throws -> [Double] {
    try output.split(separator: "\n").map { line in
      let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
      return try #require(object?["score"] as? Double)
    }
  }

  @Test func `an encoder is asked about doubtful words alone, once, and weighs in`() throws {
    // Texts with the added word point elsewhere than those without.
    let server = LoopbackServer { _, request in
      .vectors(of: request.input, model: "m") { text in
        text.contains("quickly") || text.contains("Lisbon") ? [1, 1] : [1, 0.1]
      }
    }
    let plain = try check()
    let result = try encoded(server)
    #expect([0, 1].contains(result.status), "\(result.errors)")
    #expect(result.errors.isEmpty)
    let sent = server.requests.flatMap(\.input)
    #expect(!sent.isEmpty)
    #expect(Set(sent).count == sent.count)
    #expect(!sent.contains("The book costs 12 pesos."))
    let (before, after) = (try Self.scores(plain.output), try Self.scores(result.output))
    #expect(before.count == 4 && after.count == 4)
    #expect(before[0] == after[0])
    #expect(before[1] != after[1])

    let requests = server.requests.count
    #expect(try encoded(server, "--jobs", "3").output == result.output)
    #expect(server.requests.count == requests)
  }

  @Test func `evidence holds what the encoder says`() throws {
    let server = LoopbackServer { _, request in .vectors(of: request.input, model: "m") }
    #expect(try encoded(server, "--evidence").output.contains("\"difference\":"))
    #expect(!(try check("--evidence").output.contains("\"difference\":")))
  }

  @Test func `an encoder that fails ends the run`() throws {
    let server = LoopbackServer { _, _ in
      .answer(404, Array(#"{"error":{"message":"no model 'm' for sk-secret"}}"#.utf8))
    }
    let result = try encoded(server)
    #expect(result.status == 4)
    #expect(result.output.isEmpty)
    #expect(
      result.errors == "\(server.address)/v1/embeddings: error: answers 404: no model 'm' for …\n")
  }

  @Test func `nothing doubtful, nothing asked`() throws {
    try workspace.write("El libro cuesta 12 pesos.\tThe book costs 12 pesos.\n", to: "a.tsv")
    let server = LoopbackServer { _, _ in .breakOff }
    let result = try encoded(server)
    #expect(result.status == 0, "\(result.errors)")
    #expect(server.requests.isEmpty)
  }

  @Test func `a model without a server is a usage error`() throws {
    #expect(try check("--encoder-model", "m").status == 2)
  }
}
