/// Words and phrases with what they mean, looked up by bytes once a word.
///
/// A word gets a number by a hash table of its folded bytes; phrases are paths of such numbers
/// through a trie, whose first nodes are the words.
struct ValueVocabulary: Sendable {
  /// What a word or phrase does, and with which number.
  struct Meaning: Sendable {
    /// What it does: one role.
    var role: ValueRoles
    /// Its number; for currencies and units 1.
    var number: Double = 0
    /// What it means in some regions instead; not a number if nothing.
    var regional: Double = .nan
    /// The currencies that it names.
    var currencies: Currencies = []
    /// The unit that it names.
    var unit: MeasureUnit?
    /// It often stands for no number.
    var isWeak = false
    /// It is a round number.
    var isRound = false
    /// It counts only when written with a capital.
    var needsCapital = false
  }

  private struct Node: Sendable {
    var meanings: [Meaning] = []
    /// What the phrase that ends here does.
    var roles: ValueRoles = []
    /// What phrases do that end here or go on from here.
    var reach: ValueRoles = []
    var hasChildren = false
  }

  /// The number of an unknown word.
  static let none: Int32 = -1

  private var words: [[UInt8]] = []
  /// The nodes of words, by their numbers.
  private var roots: [Int32] = []
  private var nodes: [Node] = []
  private var edges: [UInt64: Int32] = [:]
  /// Open addressing: numbers of words, `none` where a slot is free.
  private var slots = [Int32](repeating: none, count: 64)
  /// The hashes of the words in the slots, so that few words are compared.
  private var hashes = [UInt64](repeating: 0, count: 64)

  /// Takes a phrase in: words with one blank between, none longer than `WordFolder` takes.
  mutating func insert(_ phrase: String, _ meaning: Meaning) {
    var path: [Int32] = []
    for part in phrase.utf8.split(separator: 0x20) {
      let bytes = Array(part)
      var folder = WordFolder()
      guard folder.fold(bytes.span, 0..<bytes.count) else { return }
      let word = insert(word: folder.bytes)
      guard let last = path.last else {
        path.append(roots[Int(word)])
        continue
      }
      let key = Self.edge(last, word)
      let child = edges[key] ?? Int32(nodes.count)
      if child == nodes.count {
        nodes.append(Node())
        edges[key] = child
        nodes[Int(last)].hasChildren = true
      }
      path.append(child)
    }
    guard let last = path.last, !nodes[Int(last)].roles.contains(meaning.role) else { return }
    nodes[Int(last)].meanings.append(meaning)
    nodes[Int(last)].roles.formUnion(meaning.role)
    for node in path { nodes[Int(node)].reach.formUnion(meaning.role) }
  }

  /// The number of a folded word, or `none`.
  func word(_ folded: [UInt8]) -> Int32 {
    slots[slot(of: folded)]
  }

  /// What the word does or phrases that begin with it do.
  func reach(of word: Int32) -> ValueRoles {
    word == Self.none ? [] : nodes[Int(roots[Int(word)])].reach
  }

  /// The node of a word, which must be known.
  func root(of word: Int32) -> Int32 { roots[Int(word)] }

  /// The node that `word` leads to, or `none`.
  func child(of node: Int32, _ word: Int32) -> Int32 {
    guard word != Self.none, nodes[Int(node)].hasChildren else { return Self.none }
    return edges[Self.edge(node, word)] ?? Self.none
  }

  /// What the phrase that ends at a node does in one of `roles`.
  func meaning(of node: Int32, _ roles: ValueRoles) -> Meaning? {
    guard !nodes[Int(node)].roles.isDisjoint(with: roles) else { return nil }
    return nodes[Int(node)].meanings.first { roles.contains($0.role) }
  }

  private static func edge(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }

  private mutating func insert(word: [UInt8]) -> Int32 {
    let slot = slot(of: word)
    if slots[slot] != Self.none { return slots[slot] }
    let number = Int32(words.count)
    slots[slot] = number
    hashes[slot] = Self.hash(word)
    words.append(word)
    roots.append(Int32(nodes.count))
    nodes.append(Node())
    if words.count * 2 > slots.count {
      slots = [Int32](repeating: Self.none, count: slots.count * 2)
      hashes = [UInt64](repeating: 0, count: slots.count)
      for (number, word) in words.enumerated() {
        let slot = self.slot(of: word)
        slots[slot] = Int32(number)
        hashes[slot] = Self.hash(word)
      }
    }
    return number
  }

  /// The slot that holds a word, or the free one where it would go.
  private func slot(of word: [UInt8]) -> Int {
    let hash = Self.hash(word)
    let mask = slots.count - 1
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & mask
    while slots[slot] != Self.none,
      hashes[slot] != hash || words[Int(slots[slot])] != word
    {
      slot = (slot + 1) & mask
    }
    return slot
  }

  /// FNV-1a of 64 bits (Fowler, Noll, Vo).
  private static func hash(_ word: [UInt8]) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in word { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}
