import CotejoTestSupport
import Foundation
import Testing

/// `cotejo align --encoder`.
struct AlignEncoderTests {
  private let workspace: Workspace

  init() throws {
    workspace = try Workspace()
    try workspace.write("El mar.\n\nEl sol es azul.\nTres mujeres bebieron agua.\n", to: "a.es")
    try workspace.write("The sea.\n\nThe sun is blue.\nThree women drank water.\n", to: "a.en")
    try workspace.write("a.es\ta.en\na.es\ta.en\n", to: "pairs.tsv")
  }

  private func align(
    _ arguments: [String], key: String = "sk-secret"
  ) throws -> Command.Result {
    try Command.run(
      ["align", "--from", "es", "--to", "en", "--sentences", "--format", "beads"] + arguments,
      in: workspace.path, setting: ["COTEJO_ENCODER_KEY": key])
  }

  private func encoder(_ server: LoopbackServer) -> [String] {
    ["--encoder", server.address, "--encoder-model", "letters", "--encoder-cache", "vectors"]
  }

  @Test(arguments: [false, true])
  func `vectors are asked for once, with the key`(_ learns: Bool) throws {
    let server = LoopbackServer { _, request in .vectors(of: request.input) }
    let learn = learns ? ["--learn"] : []
    let many = try align(encoder(server) + learn + ["--pairs", "pairs.tsv", "--output", "out"])
    #expect(many.status == 0, "\(many.errors)")
    let requests = server.requests.count
    #expect(requests > 0)
    #expect(server.requests.allSatisfy { $0.headers["authorization"] == "Bearer sk-secret" })
    let one = try align(encoder(server) + learn + ["a.es", "a.en"])
    #expect(one.status == 0, "\(one.errors)")
    #expect(server.requests.count == requests)
    let bytes = try workspace.data("out/000001.beads")
    #expect((0..<3).allSatisfy { one.output.contains("\($0)") })
    if !learns { #expect(one.output == String(decoding: bytes, as: UTF8.self)) }
  }

  @Test(arguments: [["a.es", "a.en"], ["--pairs", "pairs.tsv", "--output", "out"]])
  func `an encoder that fails ends the run`(_ files: [String]) throws {
    let server = LoopbackServer { _, _ in
      .answer(404, Array(#"{"error":{"message":"no model 'letters' for sk-secret"}}"#.utf8))
    }
    let result = try align(encoder(server) + files)
    #expect(result.status == 4)
    #expect(result.output.isEmpty)
    #expect(
      result.errors
        == "\(server.address)/v1/embeddings: error: answers 404: no model 'letters' for …\n")
    #expect(!FileManager.default.fileExists(atPath: workspace.path + "/out/000001.beads"))
  }

  @Test(arguments: [
    ["--encoder", "http://127.0.0.1:1"], ["--encoder-model", "m"], ["--encoder-cache", "c"],
    ["--encoder", "mail:me", "--encoder-model", "m"],
    ["--encoder", "http://me:sk-secret@host", "--encoder-model", "m"],
  ])
  func `wrong options are a usage error`(_ options: [String]) throws {
    let result = try align(options + ["a.es", "a.en"])
    #expect(result.status == 2)
    #expect(!result.errors.contains("sk-secret"))
  }

  @Test func `a key that no header can hold is refused and not shown`() throws {
    let server = LoopbackServer { _, request in .vectors(of: request.input) }
    let result = try align(encoder(server) + ["a.es", "a.en"], key: "one two")
    #expect(result.status == 2)
    #expect(!result.errors.contains("one two"))
    #expect(server.requests.isEmpty)
  }
}
