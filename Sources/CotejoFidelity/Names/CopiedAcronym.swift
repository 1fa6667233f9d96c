internal import CotejoLexicon
internal import CotejoText

/// An acronym of a term that stands in the rendering as in the original, where the rendering's
/// language makes another: *respuesta inmune adquirida (RIA)* as *acquired immune response (RIA)*.
struct CopiedAcronym {
  /// Where it is among the words of the original and of the rendering.
  var source: Int
  var target: Int
  /// What speaks for it, in log-odds; above 0 it is more likely than not.
  var evidence: Float

  /// What is weighed.
  private enum Weight {
    /// The original's words before it begin with its letters, the rendering's do not.
    static let defined: Float = 0.5
    /// Its words have capitals: a body or programme may keep its acronym abroad, and most do.
    static let name: Float = -4
    /// The list of equal names has another for it: for each nat above the least by which it is of the
    /// original's language, and at the most.
    static let listed: (slope: Float, least: Float, most: Float) = (0.4, 4, 0.5)
  }

  /// Acronyms that are listed count from this many letters on: two mean many things.
  private static let leastListed = 3
  /// Words that the rendering may have more than the original in what an acronym stands for.
  private static let slack = 1
  /// Letters at the most that are looked for as initials.
  private static let mostLetters = 8

  /// The acronyms of a pair that are copied and should not be, each once, in the rendering's order.
  static func all(in pair: CheckedPair) -> [CopiedAcronym] {
    let target = pair.target
    let candidates = target.words.indices.filter { target.isAcronym(target.words[$0]) }
    // Where all is in capitals they tell no acronyms.
    guard !candidates.isEmpty, candidates.count * 2 < target.words.count else { return [] }
    var found: [CopiedAcronym] = []
    var seen: Set<Int32> = []
    for index in candidates {
      let form = target.words[index].form
      guard form >= 0, !seen.contains(form) else { continue }
      let twin = pair.batch.target.twins[Int(form)]
      let copies = pair.source.words.indices.filter {
        twin >= 0 && pair.source.words[$0].form == twin
          && pair.source.isAcronym(pair.source.words[$0])
      }
      guard let first = copies.first else { continue }
      if let (place, evidence) = definition(copies, index, in: pair) {
        seen.insert(form)
        found.append(CopiedAcronym(source: place, target: index, evidence: evidence))
      } else if let evidence = listing(index, in: pair) {
        seen.insert(form)
        found.append(CopiedAcronym(source: first, target: index, evidence: evidence))
      }
    }
    return found
  }

  /// What speaks against an acronym that both sides explain, where it stands for the original's words
  /// alone.
  private static func definition(
    _ copies: [Int], _ index: Int, in pair: CheckedPair
  ) -> (place: Int, evidence: Float)? {
    // Other languages take over the acronyms of English with what they stand for.
    guard pair.batch.resources.languages.source.language != "en" else { return nil }
    let letters = pair.folded(pair.target.words[index], on: .target)
    guard (2...mostLetters).contains(letters.count),
      letters.allSatisfy({ (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }),
      let rendering = explanation(of: index, on: .target, in: pair)
    else { return nil }
    for place in copies {
      guard let words = explanation(of: place, on: .source, in: pair),
        let start = start(of: letters[...], in: words, on: .source, of: pair)
      else { continue }
      let phrase = (start..<words.upperBound).filter { !isParticle($0, on: .source, in: pair) }
      // The rendering's words are in another order and may be more: any of them may begin a letter.
      let content = rendering.filter { !isParticle($0, on: .target, in: pair) }
        .suffix(phrase.count + slack)
      guard !content.isEmpty else { return nil }
      if isSubsequence(letters, of: content.map { initial($0, on: .target, in: pair) }) {
        return nil
      }
      let isName = phrase.allSatisfy { pair.source.words[$0].isCapitalized }
      return (place, Weight.defined + (isName ? Weight.name : 0))
    }
    return nil
  }

  /// What speaks against an acronym of the original's language that has another in the rendering's.
  private static func listing(_ index: Int, in pair: CheckedPair) -> Float? {
    let word = pair.target.words[index]
    let form = pair.folded(word, on: .target)
    let known = pair.batch.resources.names.otherAcronyms(for: form)
    guard form.count >= leastListed, word.foreignness > Weight.listed.least, !known.isEmpty,
      // It may be given beside its rendering.
      !pair.target.words.contains(where: { known.contains(pair.folded($0, on: .target)) })
    else { return nil }
    return min(
      Weight.listed.most, Weight.listed.slope * (word.foreignness - Weight.listed.least))
  }

  /// The words right before the bracket that an acronym opens, back to the last mark, or those in the
  /// bracket right behind it; `nil` if it stands beside no bracket or nothing is there.
  private static func explanation(
    of index: Int, on side: Lexicon.Side, in pair: CheckedPair
  ) -> Range<Int>? {
    let words = pair[side].words
    func isBracket(_ token: Int) -> Bool {
      let tokens = pair[side].tokens
      return tokens.indices.contains(token) && tokens[token].kind == .mark
        && pair[side].text[Int(tokens[token].span.lower)] == UInt8(ascii: "(")
    }
    var token = Int(words[index].token)
    if isBracket(token - 1) {
      token -= 1
      var start = index
      while start > 0, Int(words[start - 1].token) == token - 1 {
        start -= 1
        token -= 1
      }
      return start < index ? start..<index : nil
    }
    guard isBracket(token + 1) else { return nil }
    token += 1
    var end = index + 1
    while end < words.count, Int(words[end].token) == token + 1 {
      end += 1
      token += 1
    }
    return end > index + 1 ? index + 1..<end : nil
  }

  /// Where the words begin whose initials are some letters, the last letter that of the last word;
  /// particles between may count or not.
  private static func start(
    of letters: ArraySlice<UInt8>, in words: Range<Int>, on side: Lexicon.Side, of pair: CheckedPair
  ) -> Int? {
    guard let letter = letters.last else { return words.upperBound }
    guard let last = words.last else { return nil }
    let before = words.dropLast()
    if initial(last, on: side, in: pair) == letter,
      let start = start(of: letters.dropLast(), in: before, on: side, of: pair)
    {
      return start
    }
    guard isParticle(last, on: side, in: pair) else { return nil }
    return start(of: letters, in: before, on: side, of: pair)
  }

  private static func isSubsequence(_ letters: [UInt8], of initials: [UInt8]) -> Bool {
    var next = 0
    for initial in initials where next < letters.count && initial == letters[next] { next += 1 }
    return next == letters.count
  }

  private static func initial(_ index: Int, on side: Lexicon.Side, in pair: CheckedPair) -> UInt8 {
    pair.folded(pair[side].words[index], on: side).first ?? 0
  }

  /// Whether a word is one of those that acronyms leave out: *de la*.
  private static func isParticle(_ index: Int, on side: Lexicon.Side, in pair: CheckedPair) -> Bool
  {
    let word = pair[side].words[index]
    return word.isCommon || word.kind.contains(any: [.preposition, .determiner, .conjunction])
  }
}
