import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

struct SpilledLinesTests {
  private func bytes(of lines: borrowing SpilledLines) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try lines.read { piece in for index in piece.indices { bytes.append(piece[index]) } }
    return bytes
  }

  /// More than a piece of memory holds, and less.
  @Test(arguments: [0, 1, 2, 40_000]) func `what is read are the lines, parted`(
    _ count: Int
  ) throws {
    let lines = (0..<count).map { "line \($0)" + String(repeating: "·", count: $0 % 90) }
    let folder = TemporaryFolder()
    var spilled = SpilledLines(in: folder.path, separator: ",\n")
    let wasEmpty = spilled.isEmpty
    #expect(wasEmpty)
    for line in lines { spilled.append(Array(line.utf8)) }
    let (failure, isEmpty) = (spilled.failure, spilled.isEmpty)
    #expect(failure == nil)
    #expect(isEmpty == lines.isEmpty)
    let whole = Array(lines.joined(separator: ",\n").utf8)
    // Twice, for it is not used up.
    for _ in 0..<2 {
      let read = try bytes(of: spilled)
      #expect(read == whole)
    }
    #expect(folder.names().isEmpty)
  }

  @Test func `a line that is longer than what memory holds is whole`() throws {
    let folder = TemporaryFolder()
    var spilled = SpilledLines(in: folder.path, separator: "\n")
    let line = [UInt8](repeating: 0x61, count: 3 << 20)
    for line in [[0x62], line, [0x63]] { spilled.append(line) }
    let read = try bytes(of: spilled)
    #expect(read == [0x62, 0x0A] + line + [0x0A, 0x63])
  }

  @Test func `where nothing can be written the failure is kept`() throws {
    let folder = TemporaryFolder()
    var spilled = SpilledLines(in: folder.path + "/none", separator: "\n")
    spilled.append([0x62])
    let first = spilled.failure
    #expect(first == nil)
    spilled.append([UInt8](repeating: 0x61, count: 3 << 20))
    spilled.append([0x63])
    let failure = spilled.failure
    #expect(failure?.code == .unwritable)
    #expect(failure?.place == folder.path + "/none")
  }
}
