import CotejoText
import Testing

@testable import CotejoPipeline

struct ResultKeyTests {
  @Test func `is the first half of the hash, with all its zeros`() {
    let digest = SHA256.hash(Array("abc".utf8))
    let key = ResultKey(digest)
    #expect(key.description == "ba7816bf8f01cfea414140de5dae2223")
    #expect(digest.description.hasPrefix(key.description))
    #expect(ResultKey(high: 1, low: 0x2F).description.count == 32)
    #expect(ResultKey(high: 1, low: 0x2F).description.hasSuffix("00000000000002f"))
  }

  @Test func `other bytes have another key`() {
    let keys = Set((0..<1000).map { StoreSample.key($0) })
    #expect(keys.count == 1000)
  }
}
