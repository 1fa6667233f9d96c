import Foundation
import Testing

struct InitCommandTests {
  private static let spanish = """
    La ministra dijo ayer en la plaza que el puente nuevo estará listo antes del verano y que nadie \
    tendrá que pagar por cruzarlo. Los vecinos la escucharon sin decir nada.

    """
  private static let article = """
    The bridge will be free, the minister said. “Nobody will have to pay for crossing it,” she told \
    the people who had come to the square to hear her.

    """

  @Test func `a folder of pairs gets configuration that runs as it is`() throws {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 3)
    let result = try workspace.run("init", "corpus")
    #expect(result.status == 0, "\(result.errors)")
    #expect(
      result.output == """
        6 .txt
        layout: es/… + en/…
                3 pairs, 0 documents without a partner
        languages: es → en, by the names of folders or files
          originals: 3 of 3 read as es
          renderings: 3 of 3 read as en
        written: corpus/corpus.yml, pipeline.yml
        next: cotejo run pipeline.yml

        """)
    let run = try workspace.run("run", "pipeline.yml")
    #expect(run.status == 0, "\(run.errors)")
    #expect(run.output.hasPrefix("3 pairs of documents in "))
    #expect(workspace.files(in: "out/corpus").contains("pairs.tsv"))
    let manifest = try workspace.text("out/corpus/manifest.json")
    #expect(manifest.contains(#""reason": "tells of the corpus""#))
  }

  @Test func `articles beside transcripts get quotes, trace and check, and run`() throws {
    let workspace = try Workspace()
    try workspace.write(Self.spanish, to: "bridge/prensa/a.txt")
    try workspace.write(Self.spanish, to: "bridge/prensa/b.txt")
    try workspace.write(Self.article, to: "bridge/stories/one.txt")
    let result = try workspace.run("init", "bridge", "--output", "q.yml")
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("layout: articles stories/{stem}.txt, transcripts prensa\n"))
    let run = try workspace.run("run", "q.yml", "--output", "out")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try workspace.text("out/quotes.tsv").contains("Nobody will have to pay"))
    // The folder says for itself where its documents are.
    let pair = try workspace.run("pair", "bridge")
    #expect(
      pair.output.hasPrefix(
        "one\t\tstories/one.txt\ntranscript\tprensa/a.txt\ntranscript\tprensa/b.txt\n"))
  }

  @Test func `nothing is overwritten but with force`() throws {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 1)
    try workspace.write("# mine\n", to: "pipeline.yml")
    let refused = try workspace.run("init", "corpus")
    #expect(refused.status == 2)
    #expect(refused.errors == "pipeline.yml: error: it is there already; --force overwrites it\n")
    #expect(try workspace.text("pipeline.yml") == "# mine\n")
    #expect(!workspace.files().contains("corpus/corpus.yml"))
    #expect(try workspace.run("init", "corpus", "--force").status == 0)
    #expect(try workspace.text("pipeline.yml").contains("cotejo: 1"))
    let again = try workspace.run("init", "corpus", "--output", "new.yml")
    #expect(again.status == 2)
    #expect(again.errors.hasPrefix("corpus/corpus.yml: error: it is there already"))
  }

  @Test func `the folder where one is gets both files`() throws {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 1)
    let folder = "\(workspace.path)/corpus"
    let result = try Command.run(["init", "."], in: folder)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output.contains("written: ./corpus.yml, pipeline.yml\n"))
    let run = try Command.run(["run", "pipeline.yml"], in: folder)
    #expect(run.status == 0, "\(run.errors)")
    #expect(workspace.files(in: "corpus/out/corpus").contains("pairs.tsv"))
    let same = try Command.run(["init", ".", "--output", "./corpus.yml"], in: folder)
    #expect(same.status == 2)
  }

  @Test func `a dry run prints both files and writes none`() throws {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 1)
    let before = workspace.files()
    let result = try workspace.run("init", "corpus", "--dry-run")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("# corpus/corpus.yml\n# What pipelines need not repeat"))
    #expect(result.output.contains("\n# pipeline.yml\n"))
    #expect(result.errors.contains("1 pairs, 0 documents without a partner"))
    #expect(workspace.files() == before)
  }

  @Test func `the schema is named where it lies beside the pipeline`() throws {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 1)
    try workspace.write("{}", to: "p/pipeline.schema.json")
    #expect(try workspace.run("init", "corpus", "--output", "p/x.yml").status == 0)
    let text = try workspace.text("p/x.yml")
    #expect(text.hasPrefix("# yaml-language-server: $schema=pipeline.schema.json\n"))
  }

  @Test func `two layouts are both named, and one can be chosen`() throws {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 1)
    try workspace.write(Self.article, to: "corpus/news/x.txt")
    let result = try workspace.run("init", "corpus")
    #expect(result.status == 3)
    #expect(
      result.errors == """
        corpus: error: 2 layouts fit; say which by --layout, or by --from and --to
          --layout folders --from es --to en: es/… + en/…
          --layout articles --from es --to en: articles news/{stem}.txt, transcripts es

        """)
    let chosen = try workspace.run("init", "corpus", "--layout", "articles")
    #expect(chosen.status == 0, "\(chosen.errors)")
    // The folder does not speak for one layout where others fit.
    #expect(try !workspace.text("corpus/corpus.yml").contains("\nroles:"))
    #expect(try workspace.run("pair", "corpus").output.hasPrefix("d0\tes/d0.txt\ten/d0.txt\n"))
    #expect(try workspace.run("plan", "pipeline.yml").output.contains("1 articles, 1 transcripts"))
  }

  @Test func `a folder that nothing fits is explained`() throws {
    let workspace = try Workspace()
    try workspace.write("x", to: "corpus/notes.md")
    try workspace.write("x", to: "corpus/a.docx")
    let result = try workspace.run("init", "corpus")
    #expect(result.status == 3)
    #expect(result.errors.contains("found: 1 .docx, 1 .md\n"))
    #expect(result.errors.contains("would fit: "))
    #expect(try workspace.run("init", "nowhere").status == 3)
    #expect(try workspace.run("init", "corpus", "--from", "english!").status == 2)
    #expect(try workspace.run("init", "corpus", "--layout", "rows").status == 2)
    #expect(!workspace.files().contains("corpus/corpus.yml"))
  }

  @Test func `a file that cannot be written is told`() throws {
    let workspace = try Workspace()
    try workspace.writeCorpus(pairs: 1)
    let result = try workspace.run("init", "corpus", "--output", "nowhere/x.yml")
    #expect(result.status == 4)
    #expect(result.errors.hasPrefix("nowhere/x.yml: error: "))
  }
}
