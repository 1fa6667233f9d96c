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
  /// Names with more words between them do not stand in each other's place.
  private static let widest = 100
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
      for other in names[..<index].reversed() {
        // They are in the order of the original.
        if one.source.lowerBound - other.source.upperBound > widest { break }
        // Where they keep their order a whole clause has moved, and they with it.
        guard other.target.lowerBound > one.target.lowerBound,
          isApart(one.source, other.source, pair.source),
          isApart(one.target, other.target, pair.target),
          !isGoverned(one, other, pair), !isGoverned(other, one, pair)
        else { continue }
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

  /// Whether something stands between two names that keeps them apart: a verb, or a preposition but *of*.
  ///
  /// What is named by both together changes its order from language to language: *los pacientes de
  /// EE. UU.*, *U.S. patients*.
  private static func isApart(
    _ one: Range<Int>, _ other: Range<Int>, _ side: CheckedSide
  ) -> Bool {
    let end = min(one.upperBound, other.upperBound)
    let gap = end..<max(end, max(one.lowerBound, other.lowerBound))
    return gap.contains {
      let kind = side.words[$0].kind
      // *HIV-related* is no clause.
      if side.isFiniteVerb($0) && !side.hasMark(before: $0) { return true }
      if kind.contains(any: [.subordinator, .relative]) { return true }
      return kind.contains(any: [.preposition, .contraction])
        && !kind.contains(any: [.genitive, .nameParticle, .coordinator])
    }
  }

  /// Whether a name has moved together with the preposition before it: *por la UNESCO*, *by UNESCO*.
  private static func isGoverned(
    _ name: (source: Range<Int>, target: Range<Int>),
    _ other: (source: Range<Int>, target: Range<Int>), _ pair: CheckedPair
  ) -> Bool {
    guard let here = pair.source.preposition(before: name.source.lowerBound),
      let there = pair.target.preposition(before: name.target.lowerBound),
      Int(pair.source.words[here].partner) == there
    else { return false }
    // The same one stands before both: it may be that of the other.
    return pair.source.preposition(before: other.source.lowerBound).map {
      pair.source.words[$0].form != pair.source.words[here].form
    } ?? true
  }

  /// Whether a name of the rendering stands before a noun that it tells more of: *HIV patients*.
  private static func isModifier(_ name: Range<Int>, _ pair: CheckedPair) -> Bool {
    let next = name.upperBound
    let words = pair.target.words
    let end = Int(words[next - 1].span.upper)
    if end < pair.target.text.count, pair.target.text[end] == UInt8(ascii: "-") { return true }
    guard next < words.count, !pair.target.hasMark(before: next), !words[next].isCommon,
      !words[next].isNumber, !pair.target.isFiniteVerb(next),
      !words[next].kind.contains(any: [.preposition, .adverb, .conjunction, .relative, .pronoun])
    else { return false }
    // *The Senate's proposal* has a mark of its own.
    return pair.form(of: words[next - 1], on: .target).suffix(2) != Array("'s".utf8)[...]
  }

  /// Whether there may be two names at all, to spare the search.
  private static func mayHold(_ pair: CheckedPair) -> Bool {
    var count = 0
    for word in pair.target.words where word.isCapitalized && word.partner >= 0 {
      if pair.source.words[Int(word.partner)].isCapitalized { count += 1 }
    }
    return count > 1
  }

  /// Names of both sides that are linked with each other and with nothing else.
  private static func linkedNames(
    of pair: CheckedPair
  ) -> [(source: Range<Int>, target: Range<Int>)] {
    guard mayHold(pair) else { return [] }
    let isName = (named(.source, pair), named(.target, pair))
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
      // What renders part of another name, too, is not one name; what stands twice may be either.
      let isAlone = target.allSatisfy {
        let partner = Int(pair.target.words[$0].partner)
        return partner < 0 || run.contains(partner)
      }
      if isAlone, isSingle(run, pair.source), isSingle(target, pair.target),
        !isModifier(target, pair)
      {
        names.append((run, target))
      }
    }
    return names
  }

  /// Whether no word of a name stands elsewhere on its side, too.
  private static func isSingle(_ name: Range<Int>, _ side: CheckedSide) -> Bool {
    let forms = Set(side.words[name].map(\.form))
    return !side.words.indices.contains {
      !name.contains($0) && forms.contains(side.words[$0].form)
    }
  }

  /// The words of names, those of bodies and offices among them: *the Senate*.
  private static func named(_ side: Lexicon.Side, _ pair: CheckedPair) -> [Bool] {
    var isName = NamedWords(of: side, in: pair).isName
    for (index, word) in pair[side].words.enumerated()
    where word.kind.contains(any: [.role, .body]) && pair[side].isName(index) {
      isName[index] = true
    }
    return isName
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
