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
  /// The words of the sentences in sight: most words that a line asks for are not there, and a bit is
  /// nearer at hand than a cursor.
  private var sight: WordSight

  /// The most sentences of a window.
  private static let longest = 4

  init(_ side: WordEvidence.Side, _ other: WordOccurrences) {
    self.side = side
    self.other = other
    // Before any sentence: a cursor is set when its word is first asked for.
    cursors = (0..<Int32(other.vocabulary)).map {
      Cursor(sentence: -1, place: -1, stop: Int32(other.range(of: $0).upperBound))
    }
    best = [Float](repeating: 0, count: other.count + 2 * Self.longest)
    places = [Int32](repeating: 0, count: other.count)
    sight = WordSight(words: other.vocabulary)
  }

  /// Adds the lines of some sentences to a table.
  mutating func fill(
    _ table: UnsafeMutableBufferPointer<SIMD4<Float>>, _ share: Range<Int>,
    _ lines: some CoverageLines
  ) {
    var lines = lines
    let (side, other) = (side, other)
    // A span of a stored property would hold all of `self`: they are taken out meanwhile.
    var sight = WordSight(words: 0)
    var (cursors, best, places) = ([Cursor](), [Float](), [Int32]())
    swap(&sight, &self.sight)
    swap(&cursors, &self.cursors)
    swap(&best, &self.best)
    swap(&places, &self.places)
    for sentence in share {
      lines.advance(to: sentence + 1)
      let first = Int32(max(0, lines.low - Self.longest))
      let last = Int32(lines.high)
      sight.move(to: Int(first)..<max(Int(first), Int(last)), of: other)
      let present = sight.bits.span
      // Numbers of words and sentences come from the texts' own tables, and need no test each.
      let matches = side.matches.matches.span
      var cursors = cursors.mutableSpan
      var best = best.mutableSpan
      var places = places.mutableSpan
      for index in side.occurrences.wordRange(of: sentence) {
        let (word, weight) = side.weighted(index)
        var found = 0
        for index in side.matches.range(of: word) {
          let match = matches[unchecked: index]
          let number = UInt(truncatingIfNeeded: match.word)
          if present[unchecked: Int(number >> 6)] >> (number & 63) & 1 == 0 { continue }
          var cursor = cursors[unchecked: Int(number)]
          if cursor.sentence < first {
            cursor = Self.moved(cursor, match.word, to: first, other)
            cursors[unchecked: Int(number)] = cursor
          }
          found = Self.note(cursor, match.strength, before: last, other, &best, &places, found)
        }
        Self.add(found, weight, lines, &best, places, table)
      }
    }
    swap(&sight, &self.sight)
    swap(&cursors, &self.cursors)
    swap(&best, &self.best)
    swap(&places, &self.places)
  }

  /// A cursor at the first place of its word in or behind a sentence.
  @inline(__always)
  private static func moved(
    _ cursor: Cursor, _ word: Int32, to sentence: Int32, _ other: WordOccurrences
  ) -> Cursor {
    var cursor = cursor
    let sentences = other.sentences.span
    if cursor.place < 0 {
      cursor.place = Int32(other.firstPlace(of: word, from: Int(sentence)))
    } else {
      // A step at a time: all steps of a line are no more than the places there are.
      while cursor.place < cursor.stop, sentences[unchecked: Int(cursor.place)] < sentence {
        cursor.place &+= 1
      }
    }
    cursor.sentence =
      cursor.place < cursor.stop ? sentences[unchecked: Int(cursor.place)] : .max
    return cursor
  }

  /// Notes the places of a match from that of a cursor on; gives how many places there are then.
  @inline(__always)
  private static func note(
    _ cursor: Cursor, _ strength: Float, before last: Int32, _ other: WordOccurrences,
    _ best: inout MutableSpan<Float>, _ places: inout MutableSpan<Int32>, _ found: Int
  ) -> Int {
    var (found, cursor) = (found, cursor)
    let sentences = other.sentences.span
    while cursor.sentence < last {
      let place = Int(cursor.sentence) &+ longest
      let old = best[unchecked: place]
      if old == 0 {
        places[unchecked: found] = cursor.sentence
        found &+= 1
      }
      if strength > old { best[unchecked: place] = strength }
      cursor.place &+= 1
      if cursor.place == cursor.stop { break }
      cursor.sentence = sentences[unchecked: Int(cursor.place)]
    }
    return found
  }

  /// Adds what a word that has matches in `found` places covers, and forgets them.
  @inline(__always)
  private static func add(
    _ found: Int, _ weight: Float, _ lines: some CoverageLines,
    _ best: inout MutableSpan<Float>, _ places: borrowing MutableSpan<Int32>,
    _ table: UnsafeMutableBufferPointer<SIMD4<Float>>
  ) {
    let (low, high) = (lines.low, lines.high)
    for index in 0..<found {
      let sentence = Int(places[unchecked: index])
      // The best match of windows of one to four sentences that end with this one.
      let place = sentence &+ longest
      let one = best[unchecked: place]
      let two = greater(one, best[unchecked: place &- 1])
      let three = greater(two, best[unchecked: place &- 2])
      var covered =
        SIMD4(one, two, three, greater(three, best[unchecked: place &- 3])) * weight
      for ahead in 1...longest {
        let end = sentence &+ ahead
        if end > high { break }
        if end >= low { table[lines.cell(end)] += covered }
        // Windows that reach farther are those of the next place.
        if best[unchecked: place &+ ahead] != 0 { break }
        covered = SIMD4(0, covered[0], covered[1], covered[2])
      }
    }
    for index in 0..<found { best[unchecked: Int(places[unchecked: index]) &+ longest] = 0 }
  }
}
