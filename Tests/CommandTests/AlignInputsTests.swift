import Foundation
import Testing

/// Inputs that are no texts and their renderings: said so, or gone through in bounded time.
struct AlignInputsTests {
  private func align(_ workspace: Workspace, _ files: String...) throws -> (
    beads: [String], status: Int32
  ) {
    let result = try Command.run(
      ["align", "--from", "es", "--to", "en", "--sentences", "--format", "beads"] + files,
      in: workspace.path)
    let beads = result.output.split(separator: "\n").map { line in
      line.split(separator: ":").dropLast().joined(separator: ":")
    }
    return (beads, result.status)
  }

  @Test func `sides that are swapped, or in another language, are told`() throws {
    let workspace = try Workspace()
    let spanish = String(
      repeating: "Las tres mujeres bebieron agua en la casa del pueblo.\n", count: 20)
    let english = String(
      repeating: "The three women drank water in the village house.\n", count: 20)
    let strange = String(
      repeating: "Kolme naista joi vettä kylän talossa eilen illalla.\n", count: 20)
    try workspace.write(spanish, to: "a.es")
    try workspace.write(english, to: "a.en")
    try workspace.write(strange, to: "a.fi")
    func errors(_ arguments: String...) throws -> String {
      let result = try Command.run(
        ["align", "--from", "es", "--to", "en", "--format", "beads"] + arguments,
        in: workspace.path)
      #expect(result.status == 0)
      return result.errors
    }
    #expect(try errors("a.es", "a.en").isEmpty)
    let swapped = try errors("a.en", "a.es")
    #expect(swapped.hasPrefix("a.en: warning: its words are rather of 'en' than of 'es'"))
    #expect(swapped.contains("\na.es: warning: its words are rather of 'es' than of 'en'"))
    let foreign = try errors("a.es", "a.fi")
    #expect(foreign.hasPrefix("a.fi: warning: only "))
    try workspace.write("a.es\ta.en\na.en\ta.es\n", to: "list")
    let many = try errors("--pairs", "list", "--output", "out", "--learn")
    #expect(many.split(separator: "\n").count == 2)
    #expect(many.hasPrefix("a.en: warning: "))
  }

  @Test func `one line again and again, and texts that are the same, go straight through`() throws {
    let workspace = try Workspace()
    try workspace.write(String(repeating: "Siempre igual.\n", count: 3000), to: "same")
    let same = try align(workspace, "same", "same")
    #expect(same.status == 0)
    #expect(same.beads.count == 3000)
    #expect(same.beads.last == "[2999]:[2999]")
    try workspace.write(String(repeating: "palabra ", count: 200_000) + "\n", to: "long")
    let long = try align(workspace, "long", "long")
    #expect(long.status == 0)
    #expect(long.beads == ["[0]:[0]"])
  }
}
