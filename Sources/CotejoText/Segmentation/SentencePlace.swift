/// A place between two chunks where a sentence may end, with what stands around it.
struct SentencePlace {
  /// What the classifier may be asked about a place.
  enum Question {
    /// Whether a sentence ends that has no stop.
    case unstopped
    /// Whether one ends at a stop with a small letter behind it.
    case small
    /// How sure it is that one ends at a stop where the rules say so.
    case stopped
  }

  /// Where the sentence so far begins.
  let start: Int
  /// Where the chunk before the place begins and ends.
  let beforeLower: Int
  let beforeUpper: Int
  /// Where the chunk behind it begins and ends; the end of a long one is not looked for.
  let afterLower: Int
  let afterUpper: Int
  let before: TextChunk
  let after: TextChunk

  /// Reads the chunks around the white space that begins at `end` and ends at `next`.
  ///
  /// - Parameters:
  ///   - end: the byte behind the chunk before the place, more than `start`.
  ///   - next: the first byte of the chunk behind it, less than `ceiling`.
  ///   - start: the first byte of the sentence so far.
  ///   - text: valid UTF-8.
  ///   - ceiling: the end of the paragraph.
  init(end: Int, next: Int, start: Int, in text: Span<UInt8>, ceiling: Int) {
    self.init(
      end: end, next: next, behind: Self.chunk(from: next, ceiling: ceiling, in: text),
      start: start, in: text)
  }

  /// The same for a chunk behind the white space that has been read already.
  init(
    end: Int, next: Int, behind: (chunk: TextChunk, upper: Int), start: Int, in text: Span<UInt8>
  ) {
    self.start = start
    beforeUpper = end
    beforeLower = Self.chunkStart(before: end, floor: start, in: text)
    before = TextChunk(from: beforeLower, to: beforeUpper, in: text)
    afterLower = next
    (after, afterUpper) = behind
  }

  /// The chunk that begins at `offset`, less than `ceiling`, and its end.
  static func chunk(
    from offset: Int, ceiling: Int, in text: Span<UInt8>
  ) -> (chunk: TextChunk, upper: Int) {
    if let plain = TextChunk.plain(from: offset, ceiling: ceiling, in: text) { return plain }
    let upper = chunkEnd(from: offset, ceiling: ceiling, in: text)
    return (TextChunk(from: offset, to: upper, in: text), upper)
  }

  /// What the classifier may decide here; `nil` if nothing.
  ///
  /// Before a capital without a stop it is asked where the word is one that is common in small
  /// letters, so that the capital asks for a reason, or where a mark stands before it that often
  /// ends a line. Behind a stop with a small letter, where the word before is no name.
  @inline(__always)
  func question(words: FeatureTable, in text: Span<UInt8>) -> Question? {
    switch after.shape {
    case .lower, .mixed:
      guard after.lead == .none, before.trail == .stop, before.first == .stop,
        before.shape != .marks, before.shape != .capital, !endsInEllipsis(text)
      else { return nil }
      return .small
    case .capital, .capitals, .single, .eye, .date: break
    default: return nil
    }
    switch after.lead {
    case .none, .dash, .quote, .opener: break
    default: return nil
    }
    switch before.trail {
    case .stop: return nil
    case .quote, .closer: if before.first == .stop { return nil }
    case .colon, .dash, .greater, .rule: return .unstopped
    default: break
    }
    return after.shape == .eye || after.shape == .date || words.contains(after.hash)
      ? .unstopped : nil
  }

  /// Calls `use` with the key of each feature that answers a question, every feature once.
  @inline(__always)
  func forEachFeature(
    of question: Question, words: FeatureTable, stops: inout NextStop, in text: Span<UInt8>,
    ceiling: Int, _ use: (UInt32) -> Void
  ) {
    let key = FeatureKey.key
    let distance = FeatureKey.bucket(afterLower - start)
    let (next, nextUpper) = nextChunk(in: text, ceiling: ceiling)
    let previous = previousChunk(in: text)
    let last = previous?.chunk ?? .edge
    let isCommon: UInt32 = words.contains(after.hash) ? 1 : 0
    let left = before.shape.rawValue | (words.contains(before.hash) ? 1 << 4 : 0)
    guard question == .unstopped else {
      let base: UInt32 = question == .small ? 30 : 60
      let right = after.shape.rawValue | isCommon << 4 | after.lead.rawValue << 5
      use(key(base, 0, 0))
      use(key(base + 1, before.hash, 0))
      use(key(base + 2, after.hash, 0))
      use(key(base + 3, left, before.stops))
      use(key(base + 4, left, before.length))
      use(key(base + 5, after.hash, left))
      use(key(base + 6, next.hash, 0))
      use(key(base + 7, distance, before.stops))
      use(key(base + 8, last.hash, before.hash))
      use(key(base + 9, after.hash, before.stops))
      use(key(base + 10, next.hash, after.hash))
      use(key(base + 11, last.shape.rawValue, left))
      use(key(base + 12, after.first.rawValue, left))
      use(key(base + 13, next.shape.rawValue, before.stops))
      use(key(base + 14, right, left))
      return
    }
    let gap = before.trail.rawValue
    let first = after.first.rawValue
    let hasLead: UInt32 = after.lead == .none ? 0 : 1 << 5
    let (run, isWhole) = namelikeRun(from: previous, in: text)
    let runs = run | following(next, to: nextUpper, in: text, ceiling: ceiling) << 4
    let far = FeatureKey.bucket(
      stops.distance(from: afterLower, in: text, ceiling: ceiling))
    let before = left | gap << 8
    let behind = after.shape.rawValue | isCommon << 4 | hasLead | first << 8
    use(key(0, 0, 0))
    use(key(1, after.hash, 0))
    use(key(2, behind, 0))
    use(key(3, self.before.hash, gap))
    use(key(4, before, 0))
    use(key(5, before, behind | next.shape.rawValue << 12))
    use(key(6, after.hash, next.shape.rawValue | first << 4))
    use(key(7, after.hash, before))
    use(key(8, next.hash, after.shape.rawValue))
    use(key(9, runs, gap | isCommon << 4))
    use(key(10, run | distance << 4, gap))
    use(key(11, distance, 0))
    use(key(12, far, 0))
    use(key(13, distance | far << 4, before))
    use(key(14, last.hash, before))
    use(key(15, last.shape.rawValue, before | behind << 12))
    use(key(16, after.hash, runs))
    use(key(17, (isWhole ? 1 : 0) | run << 1, gap | after.shape.rawValue << 4))
    use(key(18, self.before.hash, after.hash))
  }

  /// Whether the chunk before the place ends in several full stops or in `…`.
  private func endsInEllipsis(_ text: Span<UInt8>) -> Bool {
    guard beforeUpper - beforeLower >= 2 else { return false }
    let last = text[beforeUpper - 1]
    if last == UInt8(ascii: ".") { return text[beforeUpper - 2] == UInt8(ascii: ".") }
    return last == 0xA6 && text[beforeUpper - 2] == 0x80
  }

  /// The chunk behind the one behind the place, and its end.
  private func nextChunk(in text: Span<UInt8>, ceiling: Int) -> (chunk: TextChunk, upper: Int) {
    guard afterUpper - afterLower <= TextChunk.longest else { return (.edge, ceiling) }
    let lower = Self.skippingBlanks(from: afterUpper, ceiling: ceiling, in: text)
    guard lower < ceiling else { return (.edge, ceiling) }
    return Self.chunk(from: lower, ceiling: ceiling, in: text)
  }

  /// The chunk before the one before the place, and where it begins and ends.
  private func previousChunk(
    in text: Span<UInt8>
  ) -> (chunk: TextChunk, lower: Int, upper: Int)? {
    guard beforeUpper - beforeLower <= TextChunk.longest else { return nil }
    return Self.chunk(before: beforeLower, floor: start, in: text)
  }

  /// How many chunks before the place look like names, at most five, and whether the sentence has no
  /// others; `previous` is the chunk before the one before the place.
  private func namelikeRun(
    from previous: (chunk: TextChunk, lower: Int, upper: Int)?, in text: Span<UInt8>
  ) -> (run: UInt32, isWhole: Bool) {
    guard before.shape.isNamelike, beforeUpper - beforeLower <= TextChunk.longest else {
      return (0, false)
    }
    var run: UInt32 = 1
    var place = previous
    while let (chunk, lower, upper) = place {
      guard run < 5, chunk.shape.isNamelike, upper - lower <= TextChunk.longest else {
        return (run, false)
      }
      run += 1
      place = Self.chunk(before: lower, floor: start, in: text)
    }
    return (run, true)
  }

  /// How many chunks behind the first one may go on with a name, at most three; `next` is the second
  /// one, which ends at `upper`.
  private func following(
    _ next: TextChunk, to upper: Int, in text: Span<UInt8>, ceiling: Int
  ) -> UInt32 {
    var count: UInt32 = 0
    var chunk = after
    var (following, upper) = (next, upper)
    while count < 3, chunk.trail == .none, following.shape.continuesName {
      count += 1
      chunk = following
      let lower = Self.skippingBlanks(from: upper, ceiling: ceiling, in: text)
      guard count < 3, lower < ceiling else { break }
      (following, upper) = Self.chunk(from: lower, ceiling: ceiling, in: text)
    }
    return count
  }

  /// The chunk before the white space that ends at `offset`; `nil` if the sentence begins there.
  private static func chunk(
    before offset: Int, floor: Int, in text: Span<UInt8>
  ) -> (chunk: TextChunk, lower: Int, upper: Int)? {
    var upper = offset
    while upper > floor, text[upper - 1] <= 0x20 { upper -= 1 }
    guard upper > floor else { return nil }
    let lower = chunkStart(before: upper, floor: floor, in: text)
    return (TextChunk(from: lower, to: upper, in: text), lower, upper)
  }

  /// Where the chunk begins that ends at `offset`; of a long one, a byte that is too far back.
  private static func chunkStart(before offset: Int, floor: Int, in text: Span<UInt8>) -> Int {
    var lower = offset
    let limit = max(floor, offset - TextChunk.longest - 1)
    while lower > limit, text[lower - 1] > 0x20 { lower -= 1 }
    return lower
  }

  /// Where the chunk ends that begins at `offset`; of a long one, a byte that is too far on.
  private static func chunkEnd(from offset: Int, ceiling: Int, in text: Span<UInt8>) -> Int {
    var upper = offset
    let limit = min(ceiling, offset + TextChunk.longest + 1)
    while upper < limit, text[upper] > 0x20 { upper += 1 }
    return upper
  }

  private static func skippingBlanks(from offset: Int, ceiling: Int, in text: Span<UInt8>) -> Int {
    var offset = offset
    while offset < ceiling, text[offset] <= 0x20 { offset += 1 }
    return offset
  }
}
