import CDigest
import CotejoTestSupport
import Testing

@testable import CotejoText

struct SHA256Tests {
  /// The examples of FIPS 180-2's appendix B, the empty text, and a million letters.
  @Test(arguments: [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ])
  func `agrees with the standard`(_ text: String, _ hash: String) {
    #expect(SHA256.hash(Array(text.utf8)).description == hash)
  }

  @Test(arguments: [0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 1000])
  func `pieces of any size give the same`(_ size: Int) {
    var random = SeededGenerator(seed: UInt64(size))
    let bytes = (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
    let whole = SHA256.hash(bytes)
    for piece in [1, 7, 63, 64, 100] {
      var hash = SHA256()
      var rest = bytes[...]
      while !rest.isEmpty {
        let next = Array(rest.prefix(piece))
        hash.update(next.span)
        rest = rest.dropFirst(piece)
      }
      #expect(hash.finish() == whole)
      #expect(hash.finish() == whole)
    }
  }

  /// What the processor does is what the standard says in words.
  @Test(arguments: [1, 2, 3, 17, 300])
  func `the processor's instructions give what plain arithmetic gives`(_ blocks: Int) {
    var random = SeededGenerator(seed: UInt64(blocks))
    let bytes = (0..<blocks * 64).map { _ in UInt8.random(in: 0...255, using: &random) }
    let start = (0..<8).map { _ in UInt32.random(in: 0 ... .max, using: &random) }
    var plain = SIMD8(start)
    SHA256.compressPortably(bytes, into: &plain)
    var fast = start
    let isThere = cdigest_sha256(&fast, bytes, blocks)
    #expect(SIMD8(fast) == (isThere ? plain : SIMD8(start)))
  }

  /// Of any sizes, with and without bytes that wait for a block.
  @Test(arguments: 0..<60) func `two at once give what each gives by itself`(_ seed: Int) {
    var random = SeededGenerator(seed: UInt64(seed))
    var (first, second) = (SHA256(), SHA256())
    var (whole, other): ([UInt8], [UInt8]) = ([], [])
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let sizes = (0..<2).map { _ in
        seed % 2 == 0
          ? 64 * Int.random(in: 0...9, using: &random) : Int.random(in: 0...500, using: &random)
      }
      let pieces = sizes.map { size in
        (0..<size).map { _ in UInt8.random(in: 0...255, using: &random) }
      }
      let (piece, otherPiece) = (pieces[0], pieces[1])
      SHA256.update(&first, with: piece.span, &second, with: otherPiece.span)
      whole += piece
      other += otherPiece
    }
    #expect(first.finish() == SHA256.hash(whole))
    #expect(second.finish() == SHA256.hash(other))
  }
}
