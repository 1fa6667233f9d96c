/// Puts letters of a word's own script in place of those of another that look the same: a Cyrillic *а*
/// in a Latin word, a Latin *o* in a Greek one.
///
/// A word is a run of letters of the Latin, Greek and Cyrillic blocks. Where most of its letters are of
/// one script, and each of the others has a twin there, the others become their twins; where one has
/// none (*μm*, *kΩ*), or the scripts are even, the word stays.
struct LookAlikeRepair: TextRepair {
  var needs: TextFeatures { .otherScript }

  func repaired(_ view: TextView, repairs: inout Repairs) -> RepairedText? {
    let text = view.bytes.span
    var builder = ViewBuilder(view.bytes)
    var index = 0
    while let word = Word.nextMixed(in: text, from: index) {
      index = word.range.upperBound
      for (range, twin) in Self.twins(in: text, of: word) {
        builder.replace(range, with: twin)
        repairs.note(.lookAlike, at: view.sourceOffset(of: range.lowerBound))
      }
    }
    return builder.finish()
  }

  /// The letters of a word that stand for others, with those; none unless each letter that is not of the
  /// word's script has a twin.
  private static func twins(
    in text: Span<UInt8>, of word: Word
  ) -> [(range: Range<Int>, twin: UInt32)] {
    guard let own = word.script else { return [] }
    var twins: [(range: Range<Int>, twin: UInt32)] = []
    var index = word.range.lowerBound
    while index < word.range.upperBound {
      let (scalar, width) = text.decodeScalar(at: index)
      if let script = Script(of: scalar), script != own {
        guard let twin = LookAlikes.twin(of: scalar, in: own) else { return [] }
        twins.append((index..<index + width, twin))
      }
      index += width
    }
    return twins
  }
}

/// A run of letters.
private struct Word {
  let range: Range<Int>
  /// How many letters it has of each script.
  let counts: InlineArray<3, Int>

  /// The script of more than half of the letters.
  var script: Script? {
    let all = counts[0] + counts[1] + counts[2]
    for index in 0..<3 where 2 * counts[index] > all { return Script(rawValue: index) }
    return nil
  }

  /// The next word that has letters of several scripts.
  static func nextMixed(in text: Span<UInt8>, from start: Int) -> Word? {
    var index = start
    while true {
      // Greek and Cyrillic letters begin with CD to D4; words without one are passed by.
      while index < text.count, !(0xCD...0xD4).contains(text[index]) { index += 1 }
      guard index < text.count else { return nil }
      guard let word = Word(around: index, in: text, floor: start) else {
        index += text.scalarWidth(at: index)
        continue
      }
      let scripts = (0..<3).reduce(0) { $0 + (word.counts[$1] > 0 ? 1 : 0) }
      if scripts > 1 { return word }
      index = word.range.upperBound
    }
  }

  /// The word that has the letter at an offset; `nil` if none stands there.
  private init?(around offset: Int, in text: Span<UInt8>, floor: Int) {
    guard Script(of: text.scalar(at: offset)) != nil else { return nil }
    var lower = offset
    while lower > floor {
      let before = text.scalarStart(before: lower, floor: floor)
      guard Script(of: text.scalar(at: before)) != nil else { break }
      lower = before
    }
    var counts: InlineArray<3, Int> = [0, 0, 0]
    var upper = lower
    while upper < text.count {
      let (scalar, width) = text.decodeScalar(at: upper)
      guard let script = Script(of: scalar) else { break }
      counts[script.rawValue] += 1
      upper += width
    }
    range = lower..<upper
    self.counts = counts
  }
}
