import Testing

struct PairCommandTests {
  @Test func `pairs are listed, and what is left over`() throws {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 2)
    try workspace.write("x", to: "corpus/en/lone.txt")
    try workspace.write("x", to: "corpus/notes.md")
    let before = workspace.files()
    let text = try workspace.run("pair", "corpus")
    #expect(text.status == 0)
    #expect(
      text.output == """
        d0\tes/d0.txt\ten/d0.txt
        d1\tes/d1.txt\ten/d1.txt
        no partner (en)\ten/lone.txt
        ignored: not a document of the layout\tnotes.md

        """)
    let lines = try workspace.run("pair", "corpus", "--format", "jsonl")
    #expect(
      lines.output.hasPrefix(
        #"{"pair":"d0","source":"es/d0.txt","target":"en/d0.txt","lineParallel":false}"#))
    #expect(workspace.files() == before)
  }

  @Test func `a name with a tab or a line end stays in its line and column`() throws {
    let workspace = try Workspace()
    try workspace.write("Uno.", to: "corpus/es/a\tb\nc d.txt")
    try workspace.write("One.", to: "corpus/en/a\tb\nc d.txt")
    let result = try workspace.run("pair", "corpus")
    #expect(result.status == 0)
    #expect(
      result.output == #"a\tb\nc d"# + "\t" + #"es/a\tb\nc d.txt"# + "\t"
        + #"en/a\tb\nc d.txt"# + "\n")
  }

  @Test func `the other direction and other languages work`() throws {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 1)
    let other = try workspace.run("pair", "corpus", "--from", "en", "--to", "es-MX")
    #expect(other.output == "d0\ten/d0.txt\tes/d0.txt\n")
    let none = try workspace.run("pair", "corpus", "--from", "de", "--to", "no")
    #expect(none.status == 3)
    #expect(none.errors.contains("no pairs of documents in 'de' and 'no'"))
    #expect(none.output.isEmpty)
  }
}
