import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

struct CorpusReaderTests {
  private func reading(
    _ files: [String], source: String = "es", target: String = "en",
    roles: (String, String)? = nil, manifest: String? = nil,
    unpaired: PlannedInput.Unpaired = .warn, table: String? = nil
  ) throws -> CorpusReading {
    let folder = TemporaryFolder()
    for file in files { folder.write("x\n", to: file) }
    if let table { folder.write(table, to: manifest ?? "manifest.tsv") }
    let patterns = try roles.map {
      PlannedInput.Roles(
        source: try PathPattern.read($0.0).get(), target: try PathPattern.read($0.1).get())
    }
    var reading = CorpusReader(
      source: try LanguageTag(source), target: try LanguageTag(target), roles: patterns,
      manifest: manifest, unpaired: unpaired
    ).read(folder.path)
    // The folder's name differs from run to run.
    for index in reading.problems.indices {
      let file = reading.problems[index].place.file
      reading.problems[index].place.file = String(file.dropFirst(folder.path.count))
      reading.problems[index].message = reading.problems[index].message.replacing(
        folder.path + "/", with: "")
    }
    return reading
  }

  private func pairs(_ reading: CorpusReading) -> [String] {
    (reading.corpus?.pairs ?? []).map { "\($0.id): \($0.source ?? "-") + \($0.target)" }
  }

  @Test(arguments: [
    (
      ["es/b.txt", "en/b.txt", "es/x/a.text", "en/x/a.txt", "articles/a.txt"], CorpusLayout.folders,
      ["b: es/b.txt + en/b.txt", "x/a: es/x/a.text + en/x/a.txt"]
    ),
    (["ES/a.txt", "en-GB/a.txt"], .folders, ["a: ES/a.txt + en-GB/a.txt"]),
    (["es/a.es.txt", "en/a.en.txt"], .folders, ["a: es/a.es.txt + en/a.en.txt"]),
    (["d/a.es.txt", "d/a.en.txt"], .suffixes, ["d/a: d/a.es.txt + d/a.en.txt"]),
    (["a.es_MX.txt", "a.en.txt"], .suffixes, ["a: a.es_MX.txt + a.en.txt"]),
    (["n.es", "n.en", "README.md"], .lines, ["n: n.es + n.en"]),
  ])
  func `layouts are found out`(
    _ files: [String], _ layout: CorpusLayout, _ expected: [String]
  ) throws {
    let reading = try reading(files)
    #expect(reading.problems.map(\.description) == [])
    #expect(reading.corpus?.layout == layout)
    #expect(pairs(reading) == expected)
    #expect(reading.corpus?.pairs.allSatisfy { $0.isLineParallel == (layout == .lines) } == true)
  }

  @Test func `region tags fall back, exact ones go before`() throws {
    let files = ["es/a.txt", "es-MX/a.txt", "en/a.txt"]
    #expect(pairs(try reading(files, source: "es-MX")) == ["a: es-MX/a.txt + en/a.txt"])
    #expect(pairs(try reading(files, source: "es")) == ["a: es/a.txt + en/a.txt"])
    #expect(pairs(try reading(["es/a.txt", "en/a.txt"], source: "es-MX")).count == 1)
    let two = try reading(["es-MX/a.txt", "es-ES/b.txt", "en/a.txt"])
    #expect(
      two.problems.map(\.message) == [
        "'es-es' and 'es-mx' both stand for one language; say which by its full tag"
      ])
  }

  @Test func `two regions of one language are told apart`() throws {
    let reading = try reading(
      ["es-ES/a.txt", "es-MX/a.txt"], source: "es-ES", target: "es-MX")
    #expect(pairs(reading) == ["a: es-ES/a.txt + es-MX/a.txt"])
  }

  @Test func `two layouts that fit are an error that names both`() throws {
    let reading = try reading(["es/a.txt", "en/a.txt", "b.es.txt", "b.en.txt"])
    #expect(
      reading.problems.map(\.message) == [
        "two layouts fit: es/… + en/… and stem.es.txt + stem.en.txt; say which by 'roles' in the "
          + "pipeline or a manifest.tsv"
      ])
  }

  @Test func `a manifest goes before every layout`() throws {
    let reading = try reading(
      ["es/a.txt", "en/a.txt", "en/b.txt"],
      table: "id\tes\ten\tyear\nx\tes/a.txt\ten/b.txt\t2031\nz\t\ten/a.txt\n")
    #expect(reading.corpus?.layout == .manifest)
    #expect(pairs(reading) == ["x: es/a.txt + en/b.txt"])
    #expect(reading.corpus?.pairs[0].attributes.first?.value == "2031")
    #expect(
      reading.corpus?.ignored == [
        Corpus.Ignored(path: "en/a.txt", reason: "manifest.tsv gives it no partner")
      ])
  }

  @Test func `a manifest's paths are checked, all of them`() throws {
    let reading = try reading(
      ["es/a.txt"], manifest: "list.tsv",
      table: "id\tes\ten\nx\tes/a.txt\ten/a.txt\ny\t../a\t/etc/passwd\n")
    #expect(
      reading.problems.map(\.description) == [
        "/list.tsv:2: error: 'en/a.txt': No such file or directory",
        "/list.tsv:3: error: '../a' is not a path below the corpus folder",
        "/list.tsv:3: error: '/etc/passwd' is not a path below the corpus folder",
      ])
    #expect(reading.corpus == nil)
  }

  @Test func `roles pair by what their captures share`() throws {
    let reading = try reading(
      ["2031/es-water-1.txt", "2031/en-water.txt", "2032/es-air-2.txt", "x/en-air.txt", "z.txt"],
      roles: ("{year}/es-{slug}-{part}.txt", "{year}/en-{slug}.txt"))
    #expect(pairs(reading) == ["2031/water: 2031/es-water-1.txt + 2031/en-water.txt"])
    #expect(reading.corpus?.unpaired.map(\.path) == ["2032/es-air-2.txt", "x/en-air.txt"])
    #expect(reading.corpus?.ignored.map(\.path) == ["z.txt"])
  }

  @Test func `roles without captures name one pair`() throws {
    let reading = try reading(["a.txt", "b.txt"], roles: ("a.txt", "b.txt"))
    #expect(pairs(reading) == ["a.txt: a.txt + b.txt"])
  }

  @Test func `duplicate keys are told with both files`() throws {
    let reading = try reading(["es/a.txt", "es/a.text", "en/a.txt"])
    #expect(
      reading.problems.map(\.description) == [
        "/es/a.txt: error: duplicate key 'a' for 'es': es/a.text has it already"
      ])
    let roles = try self.reading(["1/a.es", "2/a.es", "a.en"], roles: ("{d}/{s}.es", "{s}.en"))
    #expect(roles.problems.count == 1)
  }

  @Test func `a file that both roles match is an error`() throws {
    let reading = try reading(["a.txt"], roles: ("{s}.txt", "{s}.txt"))
    #expect(reading.problems.first?.message.contains("both path patterns match it") == true)
  }

  @Test(arguments: PlannedInput.Unpaired.allCases)
  func `documents without a partner are treated as the plan says`(
    _ unpaired: PlannedInput.Unpaired
  ) throws {
    let reading = try reading(["es/a.txt", "en/a.txt", "es/b.txt"], unpaired: unpaired)
    if unpaired == .error {
      #expect(
        reading.problems.map(\.description) == [
          "/es/b.txt: error: no document in 'en' belongs to it (key 'b')"
        ])
    } else {
      #expect(reading.corpus?.unpaired.map(\.path) == ["es/b.txt"])
      #expect(pairs(reading).count == 1)
    }
  }

  @Test(arguments: [
    ([String](), "found: no files"),
    (["a.pdf", "b.txt"], "found: 2 files, none for either language (a.pdf, b.txt)"),
    (["es/a.txt", "es/b.txt"], "found: 2 for 'es' (such as es/a.txt), none for 'en'"),
    (["es/2031-03.txt", "en/2031_03.txt"], "nearest miss: es/2031-03.txt and en/2031_03.txt"),
  ])
  func `no pairs are explained`(_ files: [String], _ expected: String) throws {
    let reading = try reading(files)
    let message = try #require(reading.problems.first?.message)
    #expect(
      message.hasPrefix("no pairs of documents in 'es' and 'en'\n  looked for: manifest.tsv, "))
    #expect(message.contains(expected))
    #expect(reading.corpus == nil)
  }

  @Test func `bilingual files are ignored with the reason`() throws {
    let reading = try reading(["es/a.txt", "en/a.txt", "m.tmx", "n.PO"])
    #expect(
      reading.corpus?.ignored.map(\.reason)
        == Array(repeating: "bilingual files are not read", count: 2))
  }

  @Test func `the listing is JSON Lines`() throws {
    let reading = try reading(["es/\"a.txt", "en/\"a.txt", "en/b.txt", "x"])
    let corpus = try #require(reading.corpus)
    #expect(
      CorpusListing.jsonLines(corpus) == [
        #"{"pair":"\"a","source":"es/\"a.txt","target":"en/\"a.txt","lineParallel":false}"#,
        #"{"unpaired":"en/b.txt","language":"en"}"#,
        #"{"ignored":"x","reason":"not a document of the layout"}"#,
      ])
  }
}
