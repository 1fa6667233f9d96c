internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

/// The phrases of a language's word list as far as their words stand in a vocabulary, word by word: so
/// a text is looked through without its words being put together.
struct PhraseTable: Sendable {
  /// The node of the first word; others are behind it.
  static let root: Int32 = 0

  /// What follows a node by a word: the node in the upper half of the key, the word in the lower.
  private var children: [UInt64: Int32] = [:]
  /// What the words to each node do, if they are a phrase.
  private var meanings: [MarkerWords.Meaning?] = [nil]

  /// Takes the phrases whose words are all in a vocabulary.
  init(_ markers: MarkerWords, _ vocabulary: Vocabulary) {
    markers.forEachPhrase { phrase, meaning in
      let words = phrase.split(separator: 0x20).map { vocabulary.find(Array($0).span) }
      guard !words.contains(nil) else { return }
      var node = Self.root
      for case let word? in words {
        let key = Self.key(node, word)
        if let next = children[key] {
          node = next
        } else {
          node = Int32(meanings.count)
          children[key] = node
          meanings.append(nil)
        }
      }
      meanings[Int(node)] = meaning
    }
  }

  /// The node behind a node by a word of the vocabulary; `nil` if no phrase goes on so.
  func node(after node: Int32, _ word: Int32) -> Int32? { children[Self.key(node, word)] }

  /// What the words to a node do; `nil` if they are no phrase.
  func meaning(of node: Int32) -> MarkerWords.Meaning? { meanings[Int(node)] }

  private static func key(_ node: Int32, _ word: Int32) -> UInt64 {
    UInt64(UInt32(bitPattern: node)) << 32 | UInt64(UInt32(bitPattern: word))
  }
}
