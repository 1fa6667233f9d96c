import Testing

@testable import CotejoPipeline

struct LinePiecesTests {
  @Test(arguments: [0, 1, 2, 40_000]) func `the pieces are the lines, parted`(_ count: Int) {
    let lines = (0..<count).map { "line \($0)" + String(repeating: "·", count: $0 % 90) }
    var pieces = LinePieces(separator: ",\n")
    for line in lines { pieces.append(Array(line.utf8)) }
    #expect(pieces.pieces.flatMap(\.self) == Array(lines.joined(separator: ",\n").utf8))
    #expect(pieces.pieces.allSatisfy { $0.count <= 1 << 20 && !$0.isEmpty })
    #expect((pieces.pieces.count > 1) == (count > 2))
  }

  @Test func `a line that is longer than a piece has one of its own`() {
    var pieces = LinePieces(separator: "\n")
    let line = [UInt8](repeating: 0x61, count: 3 << 20)
    for line in [[0x62], line, [0x63]] { pieces.append(line) }
    #expect(pieces.pieces.flatMap(\.self) == [0x62, 0x0A] + line + [0x0A, 0x63])
    #expect(pieces.pieces.count == 3)
  }
}
