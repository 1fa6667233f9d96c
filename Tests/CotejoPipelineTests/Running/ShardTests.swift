import CotejoTestSupport
import Testing

@testable import CotejoPipeline

struct ShardTests {
  @Test(arguments: ["1/1", "2/8", "8/8"])
  func `a shard is read as it is written`(_ text: String) throws {
    #expect(Shard(text)?.description == text)
  }

  @Test(arguments: ["", "1", "0/2", "3/2", "-1/2", "1/0", "1/2/3", "a/b", " 1/2", "1/"])
  func `anything else is none`(_ text: String) {
    #expect(Shard(text) == nil)
  }

  @Test func `every pair is in one shard`() throws {
    let shards = try (1...3).map { try #require(Shard(number: $0, of: 3)) }
    for pair in 0..<20 { #expect(shards.count { $0.holds(pair) } == 1) }
  }

  private func record(
    _ shard: String, folder: String, plan: String = "p"
  ) throws -> ShardRecord {
    ShardRecord(
      folder: folder, shard: try #require(Shard(shard)), version: "1", plan: plan, pairs: 9,
      arguments: ["p.yml", "--set", "a=b"])
  }

  @Test func `shards that do not make one run are refused`() throws {
    let two = [try record("1/2", folder: "a"), try record("2/2", folder: "b")]
    try ShardRecord.check(two)
    try ShardRecord.check(two.reversed())
    func message(_ records: [ShardRecord]) -> String {
      do throws(PipelineError) {
        try ShardRecord.check(records)
        return ""
      } catch {
        return error.description
      }
    }
    #expect(message([]).contains("none"))
    #expect(message([two[0]]) == "shards: error: shard 2/2 is missing")
    #expect(message([two[0], two[1], two[1]]) == "b: error: is shard 2/2, and so is 'b'")
    let third = try record("2/3", folder: "c")
    #expect(message([two[0], third]).hasPrefix("c: error: is shard 2/3, and 'a'"))
    let other = try record("2/2", folder: "c", plan: "q")
    #expect(message([two[0], other]).contains("of another run"))
  }

  @Test func `a record is read as it was written, and no damage breaks the reader`() throws {
    let folder = TemporaryFolder()
    try record("2/3", folder: folder.path).write()
    let read = try ShardRecord(in: folder.path)
    #expect(read.shard.description == "2/3")
    #expect(read.arguments == ["p.yml", "--set", "a=b"])
    #expect(read.pairs == 9)
    let bytes = folder.bytes(ShardRecord.file)
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<300 {
      var damaged = bytes
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: damaged[Int.random(in: 0..<damaged.count, using: &generator)] ^= 0xFF
      case 1: damaged.insert(0x22, at: Int.random(in: 0..<damaged.count, using: &generator))
      default:
        damaged.removeLast(Int.random(in: 2...damaged.count, using: &generator))
        folder.write(damaged, to: ShardRecord.file)
        #expect(throws: PipelineError.self) { try ShardRecord(in: folder.path) }
      }
      folder.write(damaged, to: ShardRecord.file)
      // Another name of a member is none of its business.
      if let read = try? ShardRecord(in: folder.path) { #expect(!read.arguments.isEmpty) }
    }
  }

  @Test(arguments: [1, 2, 5])
  func `merged shards are the run in one`(_ count: Int) async throws {
    let small = SmallRun(pairs: 11)
    small.folder.write([0xFF], to: "corpus/es/d4.txt")
    var stages = SmallRun.stages
    stages.insert("uses: learn", at: 1)
    stages.insert("uses: filter, id: late, with: {minimumWords: 1}", at: 5)
    let text = SmallRun.pipeline(stages)
    _ = try await small.run(text, output: "whole", cache: nil)
    var records: [ShardRecord] = []
    for number in 1...count {
      let shard = try #require(Shard(number: number, of: count))
      let report = try await small.runner(text, output: "s\(number)", cache: nil)
        .run(shard, arguments: ["p.yml"])
      #expect(report.pairs == (0..<11).count(where: shard.holds))
      records.append(try ShardRecord(in: "\(small.folder.path)/s\(number)"))
    }
    try ShardRecord.check(records)
    let report = try await small.run(text, output: "merged", cache: nil) { $0.shards = records }
    #expect(report.stored == ["segment": 10, "align": 10, "filter": 10])
    for file in ["pairs.tsv", "rejected.jsonl", "quarantine.jsonl"] {
      #expect(
        small.folder.bytes("merged/\(file)") == small.folder.bytes("whole/\(file)"), "\(file)")
    }
    #expect(small.manifest("merged") == small.manifest("whole"))
  }

  @Test func `shards of another plan are refused by the run`() async throws {
    let small = SmallRun(pairs: 2)
    let shard = try #require(Shard(number: 1, of: 1))
    _ = try await small.runner(output: "s1", cache: nil).run(shard, arguments: ["p.yml"])
    let record = try ShardRecord(in: "\(small.folder.path)/s1")
    var stages = SmallRun.stages
    stages[2] = "uses: filter"
    await #expect(throws: PipelineError.self) {
      _ = try await small.run(SmallRun.pipeline(stages), output: "m", cache: nil) {
        $0.shards = [record]
      }
    }
    #expect(small.folder.names(in: "m").isEmpty)
  }
}
