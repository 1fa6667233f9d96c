import CotejoTestSupport
import Foundation
import Testing

@testable import CotejoPipeline

struct ProgramTests {
  private func message(_ command: Program.Command) -> String {
    do {
      _ = try Program(command, variables: [])
      return ""
    } catch {
      return error.message
    }
  }

  @Test func `a name is looked for in PATH, a path is taken as it is`() throws {
    let shell = try Program(.list(["sh", "-c", ":"]), variables: ["A=b"])
    #expect(shell.path.hasPrefix("/") && shell.path.hasSuffix("/sh"))
    #expect(shell.arguments == ["sh", "-c", ":"])
    #expect(shell.variables == ["A=b"])
    #expect(try Program(.list(["/bin/sh"]), variables: []).path == "/bin/sh")
    #expect(try Program(.shell("a b"), variables: []).arguments == ["sh", "-c", "a b"])
  }

  @Test func `what cannot be run is told`() {
    let folder = TemporaryFolder()
    let text = folder.write("text", to: "text")
    #expect(
      message(.list(["no-such-program-7"]))
        == "the program 'no-such-program-7' is in no folder of PATH")
    #expect(message(.list([text])) == "the program '\(text)' cannot be run: Permission denied")
    #expect(
      message(.list([folder.path])) == "the program '\(folder.path)' is no file that could be run")
    #expect(
      message(.list(["\(text)-2"]))
        == "the program '\(text)-2' cannot be run: No such file or directory")
    #expect(message(.list([])) == "the command is empty")
    #expect(message(.list([""])).hasPrefix("the program '' is in no folder of PATH"))
  }

  /// Which commands name the file whose content changes.
  @Test func `the content of named files tells programs apart`() throws {
    let folder = TemporaryFolder()
    let path = folder.file("score.awk")
    let commands: [(Program.Command, Bool)] = [
      (.list(["awk", "-f", path]), true), (.list(["awk", "--file=\(path)"]), true),
      (.list(["awk", "{ print }"]), false), (.list(["awk", folder.path]), false),
      (.shell("awk -f '\(path)' | cat"), true), (.shell("LC_ALL=C awk -f\(path)"), false),
    ]
    func fingerprints() throws -> [[String]] {
      try commands.map { try Program($0.0, variables: []).fingerprints }
    }
    folder.write("{ print }", to: "score.awk")
    let before = try fingerprints()
    #expect(try fingerprints() == before)
    folder.write("{ print  }", to: "score.awk")
    let after = try fingerprints()
    for (index, (command, isNamed)) in commands.enumerated() {
      #expect((before[index] != after[index]) == isNamed, "\(command)")
    }
  }
}
