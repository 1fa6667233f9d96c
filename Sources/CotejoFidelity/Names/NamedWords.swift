internal import CotejoLexicon
internal import CotejoText

/// The words of one side that are parts of names, and which of them the other side has.
struct NamedWords {
  /// Whether each word of the side is part of a name.
  private(set) var isName: [Bool]
  /// Whether each word may have its capital from the sentence alone.
  private(set) var isInitial: [Bool]
  /// Where words with a capital stand.
  private(set) var capitalized: [Int] = []

  /// Marks that end a sentence, or begin what may be one.
  private static let starters: Set<UInt32> = [
    0x2E, 0x3F, 0x21, 0x3A, 0x2026, 0x22, 0x201C, 0x2018, 0x27, 0xAB, 0xBF, 0xA1, 0x2014, 0x2013,
    0x2D, 0x28, 0x5B, 0x2022, 0x2A, 0x3B, 0x2F,
  ]
  /// From this share of capitals among content words on a side is a headline, which tells no names.
  private static let headline = 0.7

  /// Finds the names of a side by their capitals.
  ///
  /// The first word of a sentence counts if no lexicon has it, if it is a first name or if a name
  /// goes on with it. Days, months, titles, roles and what bodies are called are no names by
  /// themselves. Without a lexicon, and where all nouns have capitals, those count that are listed.
  init(of side: Lexicon.Side, in pair: CheckedPair) {
    let words = pair[side].words
    isName = Array(repeating: false, count: words.count)
    isInitial = isName
    let languages = pair.batch.resources.languages
    let tellsNames = !Self.capitalizingNouns.contains(
      (side == .source ? languages.source : languages.target).language)
    let listed = tellsNames && pair.hasLexicon ? nil : Set(words.map { pair.folded($0, on: side) })
    func isListed(_ index: Int) -> Bool {
      guard let listed else { return false }
      let form = pair.folded(words[index], on: side)
      // *Un* is no *UN*.
      return (form.count > 3 || pair[side].isAcronym(words[index]))
        && pair.batch.resources.names.hasName(with: form, in: listed)
    }
    var capitals = (all: 0, content: 0)
    for index in words.indices.reversed() {
      let word = words[index]
      if !word.isCapitalized {
        if !word.isCommon, !word.isNumber, !Self.isFirst(index, in: pair[side]) {
          capitals.content += 1
        }
        continue
      }
      capitalized.append(index)
      let isFirst = Self.isFirst(index, in: pair[side])
      if !word.isCommon, !word.isNumber, !isFirst {
        capitals.content += 1
        capitals.all += 1
      }
      guard !word.isNumber, !word.kind.contains(any: Self.noNames),
        pair.folded(word, on: side).count > 1
      else { continue }
      if listed != nil, !tellsNames || isFirst {
        isName[index] = isListed(index)
      } else if isFirst {
        isInitial[index] = !word.kind.contains(.firstName)
        isName[index] =
          !word.isKnown && !word.isCommon || word.kind.contains(.firstName)
          || !word.isCommon && index + 1 < words.count && isName[index + 1]
            && words[index + 1].token == word.token + 1
      } else {
        isName[index] = !word.isCommon
      }
    }
    capitalized.reverse()
    if capitals.content > 5, Double(capitals.all) >= Self.headline * Double(capitals.content) {
      isName = Array(repeating: false, count: words.count)
    }
  }

  /// Languages that write all nouns with a capital: German (Amtliche Regelung der deutschen
  /// Rechtschreibung, § 55), Luxembourgish, and what is written like them.
  private static let capitalizingNouns: Set = ["bar", "de", "gsw", "ksh", "lb", "nds"]
  private static let noNames: WordClasses = [
    .time, .title, .role, .body, .pronoun, .determiner, .possessive, .preposition, .conjunction,
    .adverb, .auxiliary, .negation,
  ]

  /// Whether a word may have its capital only because a sentence begins.
  private static func isFirst(_ index: Int, in side: CheckedSide) -> Bool {
    let token = Int(side.words[index].token)
    guard token > 0 else { return true }
    let before = side.tokens[token - 1]
    return before.kind == .mark
      && starters.contains(side.text.span.scalar(at: Int(before.span.lower)))
  }
}

/// Which names of a pair the other side lacks.
struct UnmatchedNames {
  /// Runs of name words of each side that nothing on the other side renders.
  private(set) var source: [Name] = []
  private(set) var target: [Name] = []
  /// Whether either side has a name.
  private(set) var areThere = false

  /// Some words of a name.
  struct Name: Hashable {
    /// Where they are among the words of their side.
    var words: Range<Int>
    /// Whether other words of the same name are rendered.
    var isPart: Bool
    /// Whether it may be a word with the capital of a sentence, that no lexicon has.
    var mayBeWord: Bool
  }

  /// Two names at least this alike are one, spelled in two ways; or so alike as they sound, and not
  /// too unlike as they are written.
  private static let alike: (written: Float, sounding: Float, least: Float) = (0.6, 0.65, 0.3)
  /// Names of fewer letters are not compared letter by letter.
  private static let shortest = 4
  /// A word is rendered if some word of the other side renders it this surely.
  private static let leastSupport: Float = 0.3

  init(_ pair: CheckedPair, _ names: EqualNames) {
    let left = NamedWords(of: .source, in: pair)
    let right = NamedWords(of: .target, in: pair)
    areThere = left.isName.contains(true) || right.isName.contains(true)
    guard areThere else { return }
    source = Self.runs(left, .source, right, in: pair, names)
    target = Self.runs(right, .target, left, in: pair, names)
  }

  private static func runs(
    _ names: NamedWords, _ here: Lexicon.Side, _ others: NamedWords, in pair: CheckedPair,
    _ equal: EqualNames
  ) -> [Name] {
    guard names.isName.contains(true) else { return [] }
    let (side, other) = (pair[here], pair[here.other])
    // Only a name that no lexicon renders needs them.
    lazy var folded = other.words.map { pair.folded($0, on: here.other) }
    var runs: [Range<Int>] = []
    var isRendered = [Bool](repeating: false, count: side.words.count)
    for (index, word) in side.words.enumerated()
    where names.isName[index] || word.isCapitalized {
      guard names.isName[index], word.support < leastSupport else {
        isRendered[index] = word.support >= leastSupport
        continue
      }
      let form = pair.folded(word, on: here)
      if folded.contains(form) || isEqual(form, side, here, by: folded, in: pair, equal)
        || others.capitalized.contains(where: { isAlike(form, folded[$0]) })
        || isAcronym(form, word, side, of: other, others, folded)
        || isPart(of: word, side, folded)
      {
        isRendered[index] = true
        continue
      }
      if let last = runs.last, last.upperBound == index {
        runs[runs.count - 1] = last.lowerBound..<index + 1
      } else {
        runs.append(index..<index + 1)
      }
    }
    return runs.map { run in
      Name(
        words: run, isPart: isPart(run, side, isRendered),
        mayBeWord: run.count == 1 && names.isInitial[run.lowerBound])
    }
  }

  /// Words in small letters inside a name at the most: *Ministerio de la Vivienda*.
  private static let mostParticles = 2

  /// Whether a word of the same name, with particles between at the most, is rendered.
  private static func isPart(_ run: Range<Int>, _ side: CheckedSide, _ isRendered: [Bool]) -> Bool {
    func reaches(from start: Int, by step: Int) -> Bool {
      var next = start + step
      var particles = 0
      var token = side.words[start].token
      while side.words.indices.contains(next), particles <= mostParticles {
        // A mark between ends the name.
        guard abs(side.words[next].token - token) == 1 else { return false }
        token = side.words[next].token
        if side.words[next].isCapitalized { return isRendered[next] }
        guard side.words[next].isCommon else { return false }
        particles += 1
        next += step
      }
      return false
    }
    return reaches(from: run.lowerBound, by: -1) || reaches(from: run.upperBound - 1, by: 1)
  }

  /// Whether the other side has what the list of equal names has for a word.
  private static func isEqual(
    _ form: [UInt8], _ side: CheckedSide, _ here: Lexicon.Side, by others: [[UInt8]],
    in pair: CheckedPair, _ equal: EqualNames
  ) -> Bool {
    guard equal.hasName(with: form) else { return false }
    return equal.isRendered(
      form, of: Set(side.words.map { pair.folded($0, on: here) }), by: Set(others))
  }

  private static func isAlike(_ form: [UInt8], _ other: [UInt8]) -> Bool {
    // Spanish takes off what other languages decline: *Půta*, *Půt*.
    if min(form.count, other.count) > 2, abs(form.count - other.count) == 1,
      form.starts(with: other) || other.starts(with: form)
    {
      return true
    }
    guard form.count >= shortest, other.count >= shortest else { return false }
    let likeness = NameForm.likeness(form, other)
    return likeness >= alike.written
      || likeness >= alike.least
        && NameForm.likeness(NameForm.consonants(form), NameForm.consonants(other))
          >= alike.sounding
  }

  /// Whether a part of a compound stands on the other side: *Grecia* of *greco-turco* does not, *Rhône*
  /// of *Rhône-Alpes* does.
  private static func isPart(
    of word: CheckedWord, _ side: CheckedSide, _ there: [[UInt8]]
  ) -> Bool {
    let bytes = side.text[word.span.range]
    guard bytes.contains(UInt8(ascii: "-")) else { return false }
    return bytes.split(separator: UInt8(ascii: "-")).contains { part in
      let form = NameForm.folded(part.map { $0 < 0x80 ? $0 | 0x20 : $0 })
      return form.count >= shortest
        && there.contains { $0.starts(with: form.prefix(5)) }
    }
  }

  /// Whether a word of capitals is made of the initials of names on the other side.
  private static func isAcronym(
    _ form: [UInt8], _ word: CheckedWord, _ side: CheckedSide, of other: CheckedSide,
    _ others: NamedWords, _ folded: [[UInt8]]
  ) -> Bool {
    guard side.isAcronym(word) else { return false }
    // The same letters in another order: the words behind them changed places.
    let letters = form.sorted()
    if other.words.indices.contains(where: {
      other.isAcronym(other.words[$0]) && folded[$0].sorted() == letters
    }) {
      return true
    }
    let initials = others.capitalized.compactMap { folded[$0].first }
    guard form.count <= initials.count else { return false }
    return (0...(initials.count - form.count)).contains {
      initials[$0..<$0 + form.count].elementsEqual(form)
    }
  }
}

extension CheckedSide {
  /// Whether a word is short and of capitals only.
  func isAcronym(_ word: CheckedWord) -> Bool {
    let bytes = text[word.span.range]
    return (2...8).contains(bytes.count)
      && (bytes.contains(0x2E)
        || bytes.allSatisfy { (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) })
  }
}
