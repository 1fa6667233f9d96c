import CotejoTestSupport
import Testing

@testable import CotejoText

struct ByteTrieTests {
  /// Nodes of few children, of many, and of any number.
  @Test(arguments: [97...99 as ClosedRange<UInt8>, 97...101, 0...255])
  func `holds what was put in and nothing else`(_ bytes: ClosedRange<UInt8>) {
    var generator = SeededGenerator(seed: 3)
    var trie = ByteTrie()
    var expected: [[UInt8]: UInt8] = [:]
    for _ in 0..<500 {
      let string = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
        UInt8.random(in: bytes, using: &generator)
      }
      let value = UInt8.random(in: 1...4, using: &generator)
      let held = trie.insert(string, value: value)
      #expect(held == expected[string] ?? value)
      expected[string] = held
    }
    for (string, held) in expected { #expect(value(of: string, in: trie) == held) }
    for _ in 0..<2000 {
      let string = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        UInt8.random(in: 0...102, using: &generator)
      }
      #expect(value(of: string, in: trie) == expected[string] ?? 0)
    }
  }

  @Test func `an empty one leads nowhere`() {
    let trie = ByteTrie()
    #expect(trie.child(of: ByteTrie.root, 97) == ByteTrie.none)
  }

  private func value(of string: [UInt8], in trie: ByteTrie) -> UInt8 {
    var node = ByteTrie.root
    for byte in string {
      node = trie.child(of: node, byte)
      if node == ByteTrie.none { return 0 }
    }
    return trie.value(of: node)
  }
}
