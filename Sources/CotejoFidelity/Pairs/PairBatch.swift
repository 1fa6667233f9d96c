internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

/// A batch of pairs, cut into words and looked up together.
struct PairBatch {
  private var source: SideWords
  private var target: SideWords
  private let words: BatchWords
  private let resources: FidelityResources
  private var values: (source: ValueReader, target: ValueReader)
  /// What identifies the language of texts, once one is looked at.
  private var identifier: LanguageIdentifier?
  /// Where the original of each pair was put together.
  private let joints: [[RenderedPair.Joint]]

  /// Cuts pairs into words.
  ///
  /// - Throws: `invalidText` for a text that is not valid UTF-8 or too large; `icu`.
  init(
    _ pairs: ArraySlice<RenderedPair>, _ resources: FidelityResources
  ) throws(FidelityError) {
    var source = SideWords()
    var target = SideWords()
    do {
      var left = try Tokenizer(language: resources.languages.source)
      var right = try Tokenizer(language: resources.languages.target)
      for pair in pairs {
        try source.append(pair.source, &left)
        try target.append(pair.target, &right)
      }
    } catch {
      throw FidelityError(
        error.code == .icu ? .icu : .invalidText, place: error.place, message: error.message)
    }
    words = BatchWords(source.vocabulary, target.vocabulary, resources)
    values = resources.values
    joints = pairs.map(\.joints)
    self.source = source
    self.target = target
    self.resources = resources
  }

  /// A pair, by its number in the batch, with its words linked.
  mutating func pair(_ index: Int) -> CheckedPair {
    var pair = CheckedPair(
      source: source.side(index, words.source, &values.source),
      target: target.side(index, words.target, &values.target), links: [],
      values: ValueMatching(pairs: [], issues: []), untranslated: [], joints: joints[index],
      fluency: (nil, nil), batch: words)
    guard pair.isComparable else { return pair }
    let linker = WordLinker(source.forms(index), target.forms(index), words.evidence)
    for word in pair.source.words.indices {
      pair.source.words[word].support = linker.support.source[word]
    }
    for word in pair.target.words.indices {
      pair.target.words[word].support = linker.support.target[word]
    }
    pair.links = linker.links()
    for link in pair.links {
      let (left, right) = (Int(link.source), Int(link.target))
      if link.strength > pair.source.words[left].strength {
        pair.source.words[left].strength = link.strength
        pair.source.words[left].partner = link.target
      }
      if link.strength > pair.target.words[right].strength {
        pair.target.words[right].strength = link.strength
        pair.target.words[right].partner = link.source
      }
    }
    UntranslatedStretch.note(in: &pair)
    pair.otherLanguage = OtherLanguage.find(in: pair, resources.known, &identifier)
    matchValues(of: &pair)
    pair.fluency = (
      resources.fluency.source.map { Fluency(pair.source, $0, words.source.fluentWords) },
      resources.fluency.target.map { Fluency(pair.target, $0, words.target.fluentWords) }
    )
    return pair
  }

  /// Matches the values of a pair; the words of those that agree render each other.
  private func matchValues(of pair: inout CheckedPair) {
    let (source, target) = (pair.source.values, pair.target.values)
    if source.isEmpty, target.isEmpty { return }
    pair.values = ValueMatcher().matching(
      source: source, target: target,
      links: pair.links.map { link in
        ValueLink(
          source: pair.source.words[Int(link.source)].span.offsets,
          target: pair.target.words[Int(link.target)].span.offsets)
      })
    for match in pair.values.pairs {
      let left = pair.source.words(in: TextSpan(source[match.source].range))
      let right = pair.target.words(in: TextSpan(target[match.target].range))
      guard !left.isEmpty, !right.isEmpty else { continue }
      pair.source.note(left, areRenderedBy: right)
      pair.target.note(right, areRenderedBy: left)
    }
  }
}
