internal import CotejoLexicon
internal import CotejoText

/// Two names of the original that stand in each other's place in the rendering.
struct ExchangedNames {
  /// The names, as words of the original.
  var source: (first: Range<Int>, second: Range<Int>)
  /// What renders them, as words of the rendering.
  var target: (first: Range<Int>, second: Range<Int>)
  /// By how much the words round about speak for the exchange; see ``votes(for:_:in:)``.
  var votes: Float
  /// How much of what the words round about say speaks for it, from 0.5 to 1.
  var share: Float

  /// Words further from a name say nothing of its place.
  private static let reach = 6
  /// Names with fewer words between them belong together: *Gijón (Asturias)*, *Ana Ruiz y Luis Gil*.
  private static let leastGap = 2
  /// Links weaker than this are not gone by.
  private static let leastStrength: Float = 0.3
  /// What a word that stands in every other sentence says beside one that does not.
  private static let common: Float = 0.4

  /// The names of a pair that exchanged places, each pair of them once.
  static func all(in pair: CheckedPair) -> [ExchangedNames] {
    let names = linkedNames(of: pair)
    guard names.count > 1 else { return [] }
    var found: [ExchangedNames] = []
    for (index, one) in names.enumerated() {
      for other in names[..<index] {
        guard isApart(one.source, other.source), isApart(one.target, other.target) else { continue }
        let (yes, no) = votes(for: one, other, in: pair)
        guard yes > no else { continue }
        found.append(
          ExchangedNames(
            source: (other.source, one.source), target: (other.target, one.target),
            votes: yes - no, share: yes / (yes + no)))
      }
    }
    return found
  }

  private static func isApart(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
    max(one.lowerBound, other.lowerBound) - min(one.upperBound, other.upperBound) >= leastGap
  }

  /// Names of both sides that are linked with each other and with nothing else.
  private static func linkedNames(
    of pair: CheckedPair
  ) -> [(source: Range<Int>, target: Range<Int>)] {
    let isName = (
      NamedWords(of: .source, in: pair).isName, NamedWords(of: .target, in: pair).isName
    )
    var names: [(source: Range<Int>, target: Range<Int>)] = []
    for run in runs(isName.0) {
      let partners = run.compactMap { word -> Int? in
        let partner = Int(pair.source.words[word].partner)
        guard partner >= 0, Int(pair.target.words[partner].partner) == word,
          pair.source.words[word].strength >= leastStrength, isName.1[partner]
        else { return nil }
        return partner
      }
      guard let first = partners.min(), let last = partners.max(), last - first < run.count + 2
      else { continue }
      var target = first..<last + 1
      while target.lowerBound > 0, isName.1[target.lowerBound - 1] {
        target = target.lowerBound - 1..<target.upperBound
      }
      while target.upperBound < isName.1.count, isName.1[target.upperBound] {
        target = target.lowerBound..<target.upperBound + 1
      }
      // What renders part of another name, too, is not one name.
      let isAlone = target.allSatisfy {
        let partner = Int(pair.target.words[$0].partner)
        return partner < 0 || run.contains(partner)
      }
      if isAlone { names.append((run, target)) }
    }
    return names
  }

  private static func runs(_ belongs: [Bool]) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for (index, isName) in belongs.enumerated() where isName {
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs
  }

  /// What the words round about say for an exchange of two names, and against it.
  ///
  /// A word that stands nearer to one name in the original, and the word that renders it nearer to the
  /// other one in the rendering, speaks for it by the product of both leanings.
  private static func votes(
    for one: (source: Range<Int>, target: Range<Int>),
    _ other: (source: Range<Int>, target: Range<Int>), in pair: CheckedPair
  ) -> (yes: Float, no: Float) {
    var (yes, no): (Float, Float) = (0, 0)
    let lower = max(0, min(one.source.lowerBound, other.source.lowerBound) - reach)
    let upper = min(
      pair.source.words.count, max(one.source.upperBound, other.source.upperBound) + reach)
    for index in lower..<upper {
      let word = pair.source.words[index]
      let partner = Int(word.partner)
      guard partner >= 0, word.strength >= leastStrength,
        Int(pair.target.words[partner].partner) == index,
        !one.source.contains(index), !other.source.contains(index)
      else { continue }
      let here = nearness(index, one.source) - nearness(index, other.source)
      let there = nearness(partner, one.target) - nearness(partner, other.target)
      let vote = here * there * word.strength * (word.isCommon ? common : 1)
      if vote > 0 { no += vote } else { yes -= vote }
    }
    return (yes, no)
  }

  /// How near a word is to a name, from 1 beside it to 0.
  private static func nearness(_ word: Int, _ name: Range<Int>) -> Float {
    let distance = word < name.lowerBound ? name.lowerBound - word : word - name.upperBound + 1
    return distance > reach ? 0 : 1 / Float(distance)
  }
}
