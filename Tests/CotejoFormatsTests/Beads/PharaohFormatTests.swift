import CotejoAlignment
import CotejoFormats
import CotejoTestSupport
import Testing

struct PharaohFormatTests {
  @Test func `links are pairs, a line a bead`() throws {
    let folder = TemporaryFolder()
    let beads = [
      [
        WordLink(source: 0, target: 1, strength: 1), WordLink(source: 12, target: 0, strength: 0.5),
      ], [], [WordLink(source: 3, target: 3, strength: 1)],
    ]
    try PharaohFormat.write(beads, to: folder.file("a.pharaoh"))
    #expect(folder.text("a.pharaoh") == "0-1 12-0\n\n3-3\n")
  }
}
