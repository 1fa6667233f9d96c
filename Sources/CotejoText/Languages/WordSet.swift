/// Words that are looked up in a text where they stand.
struct WordSet: Sendable {
  private var trie = ByteTrie()

  /// A set without words.
  init() {}

  /// Takes words by their bytes.
  init(_ words: [[UInt8]]) {
    for word in words { _ = trie.insert(word, value: 1) }
  }

  /// Takes the words of some headings of a file of language data; with `capitalized`, as they stand
  /// at the start of a sentence.
  init(_ file: WordListFile, sections: Set<String>, capitalized: Bool = false) {
    for entry in file.entries where sections.contains(entry.section) {
      let text = entry.text
      let form = capitalized ? text.prefix(1).uppercased() + text.dropFirst() : text
      _ = trie.insert(form.utf8, value: 1)
    }
  }

  /// Whether one of the words begins at `offset` and ends at a word's end before `ceiling`.
  func match(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    var node = ByteTrie.root
    var offset = offset
    while offset < ceiling {
      node = trie.child(of: node, text[offset])
      if node == ByteTrie.none { return false }
      offset += 1
      if trie.value(of: node) != 0, !text.isWordScalar(at: offset, ceiling: ceiling) {
        return true
      }
    }
    return false
  }
}
