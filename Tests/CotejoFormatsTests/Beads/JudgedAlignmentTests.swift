import CotejoAlignment
import CotejoFormats
import CotejoTestSupport
import Testing

struct JudgedAlignmentTests {
  private func read(
    _ gold: String, _ found: String, probabilities: Bool = false, as format: AlignmentFormat? = nil
  ) throws -> JudgedAlignment {
    try JudgedAlignment(
      gold: Array(gold.utf8), as: .init(path: "g"), found: Array(found.utf8),
      as: .init(path: "f", format: format), needsProbabilities: probabilities)
  }

  private func record(_ source: [(Int, Int)], _ target: [(Int, Int)], _ file: String = "a")
    -> String
  {
    func side(_ places: [(Int, Int)], _ ending: String) -> String {
      places.map { "{\"document\":\"\(file).\(ending)\",\"start\":\($0.0),\"end\":\($0.1)}" }
        .joined(separator: ",")
    }
    return "{\"source\":[\(side(source, "es"))],\"target\":[\(side(target, "en"))],\"score\":0.5}\n"
  }

  private let numbered = [
    JudgedBead(source: [0], target: [0]), JudgedBead(source: [1, 2], target: [1]),
    JudgedBead(source: [], target: [2]),
  ]

  @Test func `all formats tell the same beads`() throws {
    let beads = "[0]:[0]\n[1, 2]:[1]\n[]:[2]\n"
    let ladder = "0\t0\n1\t1\n3\t2\n3\t3\n"
    let records =
      record([(0, 5)], [(0, 4)]) + record([(6, 9), (10, 12)], [(5, 8)]) + record([], [(9, 11)])
    for found in [beads, ladder, records] {
      var read = try read(beads, found)
      #expect(read.gold == numbered)
      #expect(read.warnings.isEmpty)
      let scoreless = read.found.map { JudgedBead(source: $0.source, target: $0.target) }
      #expect(scoreless == numbered)
      read = try self.read(found, beads)
      #expect(read.found == numbered)
    }
  }

  @Test func `a given format overrules the content`() {
    let error = #expect(throws: FormatError.self) { try read("", "0\t0", as: .beads) }
    #expect(error?.code == .malformed)
    #expect(error?.place == "f")
  }

  @Test func `an empty file is an alignment without beads`() throws {
    let read = try read("[0]:[0]\n[1]:[1]", "")
    #expect(read.found.isEmpty)
    #expect(read.gold.count == 2)
    #expect(read.warnings.isEmpty)
  }

  // MARK: - Sentences by their bytes

  @Test func `sentences of two record files are the same where their bytes are`() throws {
    // The gold leaves the first sentence out: numbers within each file would not meet.
    let gold = record([(6, 9)], [(5, 8)], "gold/x")
    let found = record([(0, 5)], [(0, 4)], "other/x") + record([(6, 9)], [(5, 8)], "other/x")
    let read = try read(gold, found)
    #expect(read.gold == [JudgedBead(source: [1], target: [1], score: 0.5)])
    #expect(read.found.count == 2)
    #expect(read.found[1] == read.gold[0])
  }

  @Test func `several documents are told by their names`() throws {
    let gold = record([(0, 5)], [(0, 4)], "b") + record([(0, 5)], [(0, 4)], "a")
    let read = try read(gold, record([(0, 5)], [(0, 4)], "b"))
    #expect(read.gold[0] == read.found[0])
    #expect(read.gold[1] != read.found[0])
  }

  @Test func `several documents cannot be numbered`() {
    let found = record([(0, 5)], [(0, 4)], "b") + record([(0, 5)], [(0, 4)], "a")
    let error = #expect(throws: FormatError.self) { try read("[0]:[0]", found) }
    #expect(error?.code == .malformed)
    #expect(error?.place == "f")
  }

  @Test func `sentences that were cut otherwise are told`() throws {
    let read = try read(record([(0, 9)], [(0, 4)]), record([(0, 5), (6, 9)], [(0, 4)]))
    #expect(
      read.warnings.map(\.description) == [
        "f: warning: bytes 0 to 9 overlap another sentence; the sentences of g are cut otherwise",
        "f:1: warning: the beads go to source sentence 2, those of g to 1: are these the same texts?",
      ])
  }

  // MARK: - Warnings

  @Test(
    arguments: [
      ("[0]:[0]\n[0, 1]:[1]", "f:2: warning: source sentence 0 stands a second time"),
      (
        "[0]:[0]\n[1]:[0, 1]\n\n[1]:[1]",
        "f:2: warning: target sentence 0 stands a second time (there are 3 such sentences)"
      ),
      ("[0, 0]:[0]\n[1]:[1]", "f:1: warning: source sentence 0 stands a second time"),
      (
        "[1]:[0]\n[0]:[1]",
        "f:2: warning: the bead has sentences that come before those of beads above it"
      ),
      (
        "[0]:[0]\n[1]:[1]\n[2]:[]\n[3]:[]",
        "f:3: warning: the beads go to source sentence 3, those of g to 1: are these the same texts?"
      ),
      (
        "[0]:[0]\n[1]:[]",
        "f: warning: the beads go to target sentence 0, those of g to 1: are these the same texts?"
      ),
    ])
  func `what may be a mistake is told and judged as it stands`(
    found: String, warning: String
  ) throws {
    let read = try read("[0]:[0]\n[1]:[1]", found)
    #expect(read.warnings.map(\.description) == [warning])
    #expect(read.found.count == found.split(separator: "\n").count)
  }

  // MARK: - Probabilities

  @Test(
    arguments: [
      ("[0]:[0]:0.5\n[1]:[1]", 2), ("[0]:[0]:1.5", 1), ("[0]:[0]:0\n\n[1]:[1]:-0.1", 3),
      ("0\t0\t0.5\n1\t1\t0.5", nil), ("{\"source\":[],\"target\":[]}", 1),
    ] as [(String, Int?)])
  func `scores that are no probabilities have no reliability`(found: String, line: Int?) throws {
    let error = #expect(throws: FormatError.self) { try read("", found, probabilities: true) }
    #expect(error?.place == "f")
    #expect(error?.line == line)
    #expect(try !read("", found).found.isEmpty)
  }

  @Test func `random text never traps`() {
    var generator = SeededGenerator(seed: 17)
    func text() -> String {
      let lines = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        let numbers = (0..<4).map { _ in Int.random(in: 0...6, using: &generator) }
        return switch Int.random(in: 0..<4, using: &generator) {
        case 0: "[\(numbers[0]), \(numbers[1])]:[\(numbers[2])]:0.\(numbers[3])"
        case 1: "\(numbers[0])\t\(numbers[1])\t0.\(numbers[2])"
        case 2: record([(numbers[0], 6)], [(numbers[1], numbers[2])])
        default: generator.text(upTo: 5)
        }
      }
      return lines.joined(separator: "\n")
    }
    for _ in 0..<3000 {
      let (gold, found) = (text(), text())
      do {
        let read = try read(gold, found, probabilities: Bool.random(using: &generator))
        #expect(read.found.count <= 4)
        var score = AlignmentScore()
        score.add(gold: read.gold, found: read.found)
        for rate in [score.strict().precision, score.lax().recall, score.lax().f1] {
          #expect((0...1).contains(rate ?? 0))
        }
      } catch {
        #expect((error as? FormatError)?.place.isEmpty == false)
      }
    }
  }
}
