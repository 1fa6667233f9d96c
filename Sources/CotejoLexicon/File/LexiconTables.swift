/// The words of one side of a lexicon, as look-ups read them.
///
/// No look-up trusts the bytes: where a number points outside its table there is no word. A table
/// must not be used longer than the storage that it was taken from.
struct LexiconWordTable {
  /// Hash slots: word + 1, 0 = free; a power of two.
  let slots: UnsafeBufferPointer<UInt32>
  /// Where each word ends in the bytes.
  let ends: UnsafeBufferPointer<UInt32>
  let bytes: UnsafeRawBufferPointer

  /// The bytes of a word, as a range; empty for numbers that are no word's.
  @inline(__always)
  func range(of word: Int) -> Range<Int> { ends.entry(word, below: bytes.count) }

  /// The number of a word in matching form.
  @inline(__always)
  func find(_ form: Span<UInt8>) -> Int32? {
    let slot = slot(of: form)
    return find(form, in: slot, holding: slots[slot])
  }

  /// The slot where the search for a word in matching form begins.
  @inline(__always)
  func slot(of form: Span<UInt8>) -> Int {
    Int(truncatingIfNeeded: wordHash(form) >> 20) & (slots.count - 1)
  }

  /// The number of a word in matching form whose search begins in a slot that holds `entry`.
  @inline(__always)
  func find(_ form: Span<UInt8>, in slot: Int, holding entry: UInt32) -> Int32? {
    var (slot, entry) = (slot, entry)
    // A free slot ends the search; the bound is for tables that have none.
    for _ in 0..<slots.count {
      let word = Int(entry) - 1
      guard word >= 0 else { return nil }
      let range = range(of: word)
      if range.count == form.count, isEqual(range.lowerBound, form) {
        return word < ends.count ? Int32(word) : nil
      }
      slot = (slot + 1) & (slots.count - 1)
      entry = slots[slot]
    }
    return nil
  }

  @inline(__always)
  private func isEqual(_ start: Int, _ form: Span<UInt8>) -> Bool {
    for index in form.indices where bytes[start + index] != form[index] { return false }
    return true
  }
}

/// The translations of the words of one side, as look-ups read them; see `LexiconWordTable`.
struct LexiconTranslations {
  /// Where the entries of each word end.
  let ends: UnsafeBufferPointer<UInt32>
  /// Packed as `LexiconLayout` has it.
  let entries: UnsafeBufferPointer<UInt32>
  /// How many words the other side has.
  let others: Int
  /// What entries stand for, found once: behind each use of a global stands a test of whether it was
  /// made.
  private let probabilities = LexiconLayout.probabilities

  init(ends: UnsafeBufferPointer<UInt32>, entries: UnsafeBufferPointer<UInt32>, others: Int) {
    self.ends = ends
    self.entries = entries
    self.others = others
  }

  /// The entries of a word, as a range; empty for numbers that are no word's.
  @inline(__always)
  func range(of word: Int) -> Range<Int> { ends.entry(word, below: entries.count) }

  /// The word of the other side of an entry, or nil if there is no such word.
  @inline(__always)
  func word(_ entry: Int) -> Int32? {
    let word = entries[entry] >> 12
    return Int(word) < others ? Int32(word) : nil
  }

  /// The probability of an entry.
  @inline(__always)
  func probability(_ entry: Int) -> Float {
    // One for each number of 12 bits.
    probabilities.span[unchecked: Int(entries[entry] & 0xFFF)]
  }
}

extension UnsafeBufferPointer<UInt32> {
  /// A range of a table between two ends; empty if that is no range of `limit` numbers.
  @inline(__always)
  fileprivate func entry(_ index: Int, below limit: Int) -> Range<Int> {
    guard index >= 0, index < count else { return 0..<0 }
    let start = index == 0 ? 0 : Int(self[index - 1])
    let end = Int(self[index])
    return start <= end && end <= limit ? start..<end : 0..<0
  }
}
