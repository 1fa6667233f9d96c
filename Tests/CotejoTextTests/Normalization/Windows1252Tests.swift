import Testing

@testable import CotejoText

struct Windows1252Tests {
  @Test func leadsThereAndBack() {
    var missing: [UInt8] = []
    for byte in UInt8(0x80)...0x9F {
      guard let scalar = Windows1252.scalar(of: byte) else {
        missing.append(byte)
        continue
      }
      #expect(Windows1252.byte(of: scalar) == byte)
    }
    #expect(missing == [0x81, 0x8D, 0x8F, 0x90, 0x9D])
    for byte in UInt8(0x80)...0xFF { #expect(Windows1252.byte(of: UInt32(byte)) == byte) }
  }

  @Test(arguments: [0x41, 0x100, 0x2123, 0x3042, 0x10FFFF] as [UInt32])
  func hasNoOthers(scalar: UInt32) {
    #expect(Windows1252.byte(of: scalar) == nil)
  }
}
