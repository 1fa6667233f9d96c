/// Fills lines one after another, in order: a word is sought from where it was last met.
struct CoverageFiller {
  /// The first place of a word on the other side that windows of the line at hand can reach.
  private struct Cursor {
    /// The sentence there; no sentence number is as high where the word has no further place.
    var sentence: Int32
    var place: Int32
    /// Where the places of the word end.
    var stop: Int32
  }

  private let side: WordEvidence.Side
  private let other: WordOccurrences
  private var cursors: [Cursor]
  /// The best match of the word at hand in each sentence of the other side, 0 for none; as many more
  /// in front as windows are long.
  private var best: [Float]
  /// The sentences where it has one.
  private var places: [Int32]

  /// A bit for each word that stands in the sentences `seen` of the other side: most words that a line
  /// asks for do not, and a bit is nearer at hand than a cursor.
  private var present: [UInt64]
  private var seen = 0..<0

  /// The most sentences of a window.
  private static let longest = 4
  /// Sentences that no window reaches any more are forgotten when there are so many of them.
  private static let mostStale = 64

  init(_ side: WordEvidence.Side, _ other: WordOccurrences) {
    self.side = side
    self.other = other
    // Before any sentence: a cursor is set when its word is first asked for.
    cursors = (0..<Int32(other.vocabulary)).map {
      Cursor(sentence: -1, place: -1, stop: Int32(other.range(of: $0).upperBound))
    }
    best = [Float](repeating: 0, count: other.count + 2 * Self.longest)
    places = [Int32](repeating: 0, count: other.count)
    present = [UInt64](repeating: 0, count: other.vocabulary / 64 + 1)
  }

  /// Adds the lines of some sentences to a table.
  mutating func fill(
    _ table: UnsafeMutableBufferPointer<SIMD4<Float>>, _ share: Range<Int>,
    _ lines: some CoverageLines
  ) {
    var lines = lines
    // A span of a stored property would hold all of `self`.
    let side = side
    let matches = side.matches.matches.span
    for sentence in share {
      lines.advance(to: sentence + 1)
      let first = Int32(max(0, lines.low - Self.longest))
      let last = Int32(lines.high)
      see(Int(first)..<max(Int(first), Int(last)))
      for index in side.occurrences.wordRange(of: sentence) {
        let (word, weight) = side.weighted(index)
        var found = 0
        for match in side.matches.range(of: word) {
          let match = matches[match]
          if present[Int(match.word) >> 6] >> UInt64(match.word & 63) & 1 == 0 { continue }
          found = note(match, from: first, before: last, found)
        }
        add(found, weight, lines, table)
      }
    }
  }

  /// Sets the bits of the words of some sentences; others that were seen before may keep theirs.
  private mutating func see(_ sentences: Range<Int>) {
    guard sentences.lowerBound < seen.lowerBound || sentences.upperBound > seen.upperBound else {
      return
    }
    if sentences.lowerBound < seen.lowerBound
      || sentences.lowerBound > min(seen.upperBound, seen.lowerBound + Self.mostStale)
    {
      for sentence in seen {
        for index in other.wordRange(of: sentence) { present[Int(other.words[index]) >> 6] = 0 }
      }
      seen = sentences.lowerBound..<sentences.lowerBound
    }
    for sentence in seen.upperBound..<sentences.upperBound {
      for index in other.wordRange(of: sentence) {
        let word = other.words[index]
        present[Int(word) >> 6] |= 1 << UInt64(word & 63)
      }
    }
    seen = seen.lowerBound..<sentences.upperBound
  }

  /// Notes where a match stands in the sentences of a range; gives how many places there are then.
  @inline(__always)
  private mutating func note(
    _ match: MatchTable.Match, from first: Int32, before last: Int32, _ found: Int
  ) -> Int {
    var found = found
    var cursor = cursors[Int(match.word)]
    if cursor.sentence < first {
      cursor = moved(cursor, match.word, to: first)
      cursors[Int(match.word)] = cursor
    }
    while cursor.sentence < last {
      let old = best[Int(cursor.sentence) + Self.longest]
      if old == 0 {
        places[found] = cursor.sentence
        found += 1
      }
      if match.strength > old { best[Int(cursor.sentence) + Self.longest] = match.strength }
      cursor.place += 1
      if cursor.place == cursor.stop { break }
      cursor.sentence = other.sentences[Int(cursor.place)]
    }
    return found
  }

  /// A cursor at the first place of its word in or behind a sentence.
  private func moved(_ cursor: Cursor, _ word: Int32, to sentence: Int32) -> Cursor {
    var cursor = cursor
    if cursor.place < 0 {
      cursor.place = Int32(other.firstPlace(of: word, from: Int(sentence)))
    } else {
      // A step at a time: all steps of a line are no more than the places there are.
      while cursor.place < cursor.stop, other.sentences[Int(cursor.place)] < sentence {
        cursor.place += 1
      }
    }
    cursor.sentence = cursor.place < cursor.stop ? other.sentences[Int(cursor.place)] : .max
    return cursor
  }

  /// Adds what a word that has matches in `found` places covers, and forgets them.
  @inline(__always)
  private mutating func add(
    _ found: Int, _ weight: Float, _ lines: some CoverageLines,
    _ table: UnsafeMutableBufferPointer<SIMD4<Float>>
  ) {
    for index in 0..<found {
      let sentence = Int(places[index])
      // The best match of windows of one to four sentences that end with this one.
      let place = sentence + Self.longest
      let one = best[place]
      let two = max(one, best[place - 1])
      let three = max(two, best[place - 2])
      var covered = SIMD4(one, two, three, max(three, best[place - 3])) * weight
      for ahead in 1...Self.longest {
        let end = sentence + ahead
        if end > lines.high { break }
        if end >= lines.low { table[lines.cell(end)] += covered }
        // Windows that reach farther are those of the next place.
        if best[place + ahead] != 0 { break }
        covered = SIMD4(0, covered[0], covered[1], covered[2])
      }
    }
    for index in 0..<found { best[Int(places[index]) + Self.longest] = 0 }
  }
}
