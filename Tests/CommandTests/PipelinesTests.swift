import Foundation
import Testing

/// The pipelines in the repository.
struct PipelinesTests {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent().path

  static let names =
    ((try? FileManager.default.contentsOfDirectory(atPath: "\(root)/pipelines")) ?? [])
    .filter { $0.hasSuffix(".yml") }.sorted()

  @Test(arguments: names)
  func `each runs as it is on the sample corpus, and every export has something in it`(
    _ name: String
  ) throws {
    let workspace = try Workspace()
    let result = try Command.run(
      ["run", "pipelines/\(name)", "--output", "\(workspace.path)/out"], in: Self.root)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.errors.isEmpty)
    let manifest = try JSONSerialization.jsonObject(with: workspace.data("out/manifest.json"))
    let members = try #require(manifest as? [String: Any])
    for stage in try #require(members["stages"] as? [[String: Any]]) {
      guard let written = stage["written"] as? [String: Any] else { continue }
      #expect((written["units"] as? Int ?? 0) > 0, "\(stage["id"] ?? "")")
    }
    // What the folder says of itself stands there, too.
    let input = try #require((members["inputs"] as? [[String: Any]])?.first)
    #expect(input["licence"] as? String == "Apache-2.0")
    #expect((input["source"] as? String)?.hasPrefix("invented") == true)
    #expect(input["notices"] as? [String] == ["README.md"])
  }

  @Test(arguments: names)
  func `each says what every stage, gate and value is for`(_ name: String) throws {
    let text = try String(contentsOfFile: "\(Self.root)/pipelines/\(name)", encoding: .utf8)
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    for (index, line) in lines.enumerated() where index > 0 {
      let content = line.trimmingCharacters(in: .whitespaces)
      guard content.contains(":"), !content.hasPrefix("#") else { continue }
      // A mapping's head is told by what it holds, a check by its metric, a switch by its stage.
      let head = content.hasSuffix(":") || content.hasPrefix("- {metric:")
      let isTold =
        line.contains("# ") || lines[index - 1].trimmingCharacters(in: .whitespaces).hasPrefix("#")
        || (index + 1 < lines.count && lines[index + 1].contains("# "))
        || lines[..<index].last { $0.contains("- uses:") || $0.contains("# ") }?.contains("uses")
          == true
      #expect(head || isTold, "\(name):\(index + 1): \(line)")
    }
  }

  @Test func `twenty slips in one pipeline give twenty messages with places`() throws {
    let workspace = try Workspace()
    let slips = """
      cotejo: 1
      nmae: x
      languages: {source: es, target: en, form: es}
      inputs:
        a: {corpus: corpus, unpiared: warn, charset: utf-88, unpaired: wran}
        b/c: {corpus: corpus}
      stages:
        - {uses: normalise}
        - {uses: segment, whit: {}}
        - {uses: learn, with: {pases: 2}}
        - {uses: align, id: a b}
        - {uses: filter, with: {minimumScroe: 0.5, minimumWords: 1.5, oneSided: dorp, identical: true}}
        - {uses: check, with: {altered: dropp}}
        - {uses: deduplicate, with: {neer: 0.9}}
        - {uses: export, with: {to: ../x.tsv}}
        - {uses: export, with: {format: tsvv}}
      checks:
        - {metrik: align.score.mean, minimum: 1}
        - {metric: align.score.maen, minimum: 1}
      chekcs: []
      """
    try workspace.write(slips, to: "bad.yml")
    let text = try workspace.run("plan", "bad.yml")
    #expect(text.status == 2)
    let lines = text.errors.split(separator: "\n").map(String.init)
    #expect(lines.count >= 20, "\(text.errors)")
    for line in lines { #expect(line.hasPrefix("bad.yml:") && line.contains(": error: ")) }
    for name in ["name", "unpaired", "warn", "passes", "minimumScore", "drop", "near", "checks"] {
      #expect(text.errors.contains("did you mean '\(name)'?"), "\(name)")
    }
    let json = try workspace.run("run", "bad.yml", "--diagnostics", "json")
    #expect(json.status == 2)
    let records = try json.errors.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
    #expect(
      records.map { record in
        "\(record["file"] ?? ""):\(record["line"] ?? ""):\(record["column"] ?? ""): "
          + "\(record["severity"] ?? ""): \(record["message"] ?? "")"
      } == lines)
    let missing = try workspace.run("plan", "nowhere.yml", "--diagnostics", "json")
    #expect(missing.status == 2)
    #expect(missing.errors.hasPrefix(#"{"file":"nowhere.yml","line":null,"column":null,"#))
  }
}
