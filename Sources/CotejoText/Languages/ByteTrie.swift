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
    /// Whether the children stand in a row by their bytes, the number of which `firstChild` then is.
    var hasRow = false
    /// How many children stand in the list that begins at `firstChild`, while there is one.
    var children: UInt8 = 0
    var firstChild: Int32
    var sibling: Int32
  }

  private var nodes = [Node(byte: 0, value: 0, hasRow: true, firstChild: 0, sibling: none)]
  /// For each node that has a row, the first being the root, its child for each of 256 bytes.
  private var rows = [Int32](repeating: none, count: 256)
  /// From so many children on a node has a row: a walk along a list waits for each of its nodes.
  private static let listedChildren: UInt8 = 4

  /// The node that `byte` leads to, or `none`.
  /// - Complexity: O(1).
  @inline(__always)
  func child(of node: Int32, _ byte: UInt8) -> Int32 {
    let parent = nodes[Int(node)]
    if parent.hasRow { return rows[Int(parent.firstChild) << 8 | Int(byte)] }
    var child = parent.firstChild
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
      if next == Self.none { next = appendChild(of: Int(node), byte) }
      node = next
    }
    if nodes[Int(node)].value == 0 { nodes[Int(node)].value = value }
    return nodes[Int(node)].value
  }

  /// Gives a node a child that it does not have yet.
  private mutating func appendChild(of parent: Int, _ byte: UInt8) -> Int32 {
    let child = Int32(nodes.count)
    nodes.append(Node(byte: byte, value: 0, firstChild: Self.none, sibling: Self.none))
    if !nodes[parent].hasRow, nodes[parent].children == Self.listedChildren { addRow(to: parent) }
    if nodes[parent].hasRow {
      rows[Int(nodes[parent].firstChild) << 8 | Int(byte)] = child
    } else {
      nodes[Int(child)].sibling = nodes[parent].firstChild
      nodes[parent].firstChild = child
      nodes[parent].children += 1
    }
    return child
  }

  /// Puts the listed children of a node in a row.
  private mutating func addRow(to node: Int) {
    let row = rows.count
    rows.append(contentsOf: repeatElement(Self.none, count: 256))
    var child = nodes[node].firstChild
    while child != Self.none {
      rows[row | Int(nodes[Int(child)].byte)] = child
      child = nodes[Int(child)].sibling
    }
    nodes[node].hasRow = true
    nodes[node].firstChild = Int32(row >> 8)
  }
}
