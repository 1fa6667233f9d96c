/// A set of byte strings with a small value each, looked up a byte at a time.
///
/// A walk may run forwards or, over strings that were put in reversed, backwards; it needs no copy
/// of the text it reads.
struct ByteTrie: Sendable {
  /// The node that every walk begins at.
  static let root: Int32 = 0
  /// What `child` answers when no string goes on so, and `value` when none ends here.
  static let none: Int32 = -1

  private struct Node: Sendable {
    var byte: UInt8
    var value: UInt8
    var firstChild: Int32
    var sibling: Int32
  }

  private var nodes: [Node] = [Node(byte: 0, value: 0, firstChild: none, sibling: none)]
  /// The children of the root by byte, since most walks end there.
  private var first = [Int32](repeating: none, count: 256)

  /// The node that `byte` leads to, or `none`.
  /// - Complexity: O(*k*) for *k* children of the node; O(1) at the root.
  func child(of node: Int32, _ byte: UInt8) -> Int32 {
    if node == Self.root { return first[Int(byte)] }
    var child = nodes[Int(node)].firstChild
    while child != Self.none, nodes[Int(child)].byte != byte { child = nodes[Int(child)].sibling }
    return child
  }

  /// The value of the string that ends at `node`, 0 if none does.
  func value(of node: Int32) -> UInt8 { nodes[Int(node)].value }

  /// Puts a string in with a value from 1 on, unless it is there with a value already.
  ///
  /// - Returns: the value that it has then.
  mutating func insert(_ string: some Sequence<UInt8>, value: UInt8) -> UInt8 {
    var node = Self.root
    for byte in string {
      var next = child(of: node, byte)
      if next == Self.none {
        next = Int32(nodes.count)
        nodes.append(
          Node(byte: byte, value: 0, firstChild: Self.none, sibling: nodes[Int(node)].firstChild))
        nodes[Int(node)].firstChild = next
        if node == Self.root { first[Int(byte)] = next }
      }
      node = next
    }
    if nodes[Int(node)].value == 0 { nodes[Int(node)].value = value }
    return nodes[Int(node)].value
  }
}
