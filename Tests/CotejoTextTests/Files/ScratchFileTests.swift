import CotejoTestSupport
import Testing

@testable import CotejoText

struct ScratchFileTests {
  @Test(arguments: 0..<8) func `what is appended is read, any number of times`(_ seed: Int) throws {
    var random = SeededGenerator(seed: UInt64(seed))
    let folder = TemporaryFolder()
    var file = try ScratchFile(in: folder.path)
    var all: [UInt8] = []
    for _ in 0..<seed * 3 {
      let count = 1 << Int.random(in: 0...18, using: &random)
      let piece = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ seed) }
      try file.append(piece)
      all += piece
    }
    let count = file.count
    #expect(count == all.count)
    for _ in 0..<2 {
      var read: [UInt8] = []
      try file.read { piece in for index in piece.indices { read.append(piece[index]) } }
      #expect(read == all)
    }
    // Nobody else sees it, and nothing of it stays.
    #expect(folder.names().isEmpty)
  }

  @Test func `a folder that is not there is named`() throws {
    let folder = TemporaryFolder()
    #expect {
      _ = try ScratchFile(in: folder.path + "/none")
    } throws: { error in
      (error as? TextError)?.code == .unwritable
        && (error as? TextError)?.place == folder.path + "/none"
    }
  }
}
