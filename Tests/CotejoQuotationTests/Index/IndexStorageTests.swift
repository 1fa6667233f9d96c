import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

struct IndexStorageTests {
  /// A corpus of two documents and the bytes of its index.
  private func small() async throws -> (corpus: IndexFolder, content: [UInt8]) {
    let corpus = IndexFolder()
    corpus.write("MARCELA: El agua no se vende.", to: "a.txt")
    corpus.write("MARCELA: El acero, sí; el acero se vende.", to: "b.txt")
    _ = try await corpus.open()
    return (corpus, corpus.folder.bytes("out/a.index"))
  }

  @Test func `a truncated index is an error at every length`() async throws {
    let (corpus, content) = try await small()
    for length in 0..<content.count where length < 200 || length % 13 == 0 {
      corpus.folder.write(Array(content[..<length]), to: "out/a.index")
      let error = #expect(throws: QuotationError.self) {
        try IndexStorage(mapping: corpus.indexFile)
      }
      #expect(error?.code == .damaged)
    }
  }

  @Test func `every byte that changes is found out`() async throws {
    let (_, content) = try await small()
    for index in content.indices {
      var changed = content
      changed[index] ^= 1 << UInt8(index % 8)
      #expect(throws: QuotationError.self) { try IndexStorage(copying: changed) }
    }
  }

  @Test(arguments: [12, 40, 300])
  func `a damaged index is made anew, with a notice`(_ place: Int) async throws {
    var (corpus, content) = try await small()
    let whole = content
    content[place] ^= 0x10
    corpus.folder.write(content, to: "out/a.index")
    let (index, report) = try await corpus.open()
    #expect(report.notices.count == 1 && report.read == 2 && index.count == 2)
    // Times are part of the blocks, sizes are not.
    #expect(corpus.folder.bytes("out/a.index").count == whole.count)
    #expect(try await corpus.open().report.notices.isEmpty)
  }

  @Test func `another version is made anew`() async throws {
    var (corpus, content) = try await small()
    content[8] = 200
    corpus.folder.write(content, to: "out/a.index")
    let (_, report) = try await corpus.open()
    #expect(report.notices.first?.contains("format is 200") == true && report.read == 2)
  }

  /// A checksum vouches for the bytes, not for their sense.
  @Test func `nonsense under a valid checksum is an error or harmless`() async throws {
    let (_, content) = try await small()
    var generator = SeededGenerator(seed: 34)
    var opened = 0
    for _ in 0..<4000 {
      var changed = content
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let index = Int.random(in: 32..<content.count, using: &generator)
        changed[index] = UInt8.random(in: 0...255, using: &generator)
      }
      let sum = changed.withUnsafeBytes { xxh64(UnsafeRawBufferPointer(rebasing: $0[32...])) }
      changed.store(littleEndian: sum, at: 24)
      guard let storage = try? IndexStorage(copying: changed) else { continue }
      opened += 1
      let index = TranscriptIndex(folder: "x", storage: storage)
      for match in index.rank(query("acero", "vende", "agua", "el"), limit: 2) {
        #expect(Int(match.window.upperBound) <= index.wordCount(of: match.document))
        _ = index.identifier(of: match.document)
        _ = index.date(of: match.document)
      }
    }
    // The test would be idle if nothing got as far as the look-ups.
    #expect(opened > 100)
  }
}
