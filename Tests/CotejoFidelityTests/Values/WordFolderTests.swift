import Testing

@testable import CotejoFidelity

struct WordFolderTests {
  @Test(arguments: [
    ("MILLÓN", "millon"), ("año", "ano"), ("Dólares", "dolares"), ("mie\u{301}rcoles", "miercoles"),
    ("o’clock", "o'clock"), ("Straße", "straße"), ("Αθήνα", "Αθήνα"), ("ª", "ª"), ("€", "€"),
  ])
  func `capitals and accents go`(_ text: String, _ expected: String) {
    var folder = WordFolder()
    let bytes = Array(text.utf8)
    let isFolded = folder.fold(bytes.span, 0..<bytes.count)
    #expect(isFolded)
    #expect(String(decoding: folder.bytes, as: UTF8.self) == expected)
  }

  @Test func `a word too long for any list is refused`() {
    var folder = WordFolder()
    let bytes = [UInt8](repeating: 0x61, count: 41)
    let isFolded = folder.fold(bytes.span, 0..<41)
    #expect(!isFolded)
  }
}
