internal import CotejoLexicon
internal import CotejoText

/// Tells a narrator's words by the verbs of a language's data.
struct NarratorVerbs: NarrationVerbs {
  private let words: ClassedWords?

  /// The longest word in bytes that is looked up.
  private static let longestWord = 63
  /// The most pronouns before a verb: *se lo dijo*.
  private static let mostClitics = 2
  /// The verbs that stand beside words somebody says.
  private static let speechVerbs: WordClasses = [.reportingVerb, .speakingVerb]

  /// A word in small letters, and the byte behind it.
  private struct Word {
    var form: [UInt8]
    var end: Int
  }

  /// Takes the words of a language; without them only what holds for any language is known.
  init(pack: LanguagePack?) {
    words = pack?.classedWords
  }

  func isReportingVerb(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    guard let words, let verb = verb(at: offset, in: text, ceiling: ceiling) else { return false }
    let classes = classes(of: verb.form)
    let isPast = words.shapes.isPast(verb.form)
    if classes.contains(any: Self.speechVerbs), !classes.contains(any: [.infinitive, .gerund]) {
      // A present may as well command or be the speaker's own: *contesta*, *digo*.
      return isPast || !words.shapes.knowsPasts
    }
    return isPast && precedesInfinitive(verb.end, in: text, ceiling: ceiling)
  }

  func beginsNarration(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    guard let words, let verb = verb(at: offset, in: text, ceiling: ceiling) else { return false }
    let classes = classes(of: verb.form)
    if classes.contains(.coordinator) {
      let next = text.skipping(from: verb.end, ceiling: ceiling) { $0 == .blank }
      guard next > verb.end, let second = self.verb(at: next, in: text, ceiling: ceiling) else {
        return false
      }
      return words.shapes.isPast(second.form)
    }
    if classes.contains(any: Self.speechVerbs), !classes.contains(.infinitive) { return true }
    // Where the narrator does not say that somebody speaks he says what somebody did.
    return words.shapes.isPast(verb.form)
  }

  func goesOnNarrating(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    let form = word(at: offset, in: text, ceiling: ceiling).form
    guard let words, !form.isEmpty else { return false }
    return classes(of: form).contains(any: [.gerund, .narrationLink]) || words.shapes.isGerund(form)
      || isReportingVerb(at: offset, in: text, ceiling: ceiling)
  }

  func addressesSomebody(_ sentence: Range<Int>, in text: Span<UInt8>) -> Bool {
    var offset = sentence.lowerBound
    while offset < sentence.upperBound {
      let (scalar, width) = text.decodeScalar(at: offset)
      if scalar == 0xBF || scalar == 0xA1 { return true }
      guard TextCharacter(scalar).isWord else {
        offset += width
        continue
      }
      let word = word(at: offset, in: text, ceiling: sentence.upperBound)
      if classes(of: word.form).contains(.addressWord) { return true }
      offset = word.end
    }
    return false
  }

  /// Whether the infinitive of a verb of saying follows with its link: *se apresuró a decir*.
  private func precedesInfinitive(_ end: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    let next = text.skipping(from: end, ceiling: ceiling) { $0 == .blank }
    let link = word(at: next, in: text, ceiling: ceiling)
    guard classes(of: link.form).contains(.infinitiveLink) else { return false }
    let last = text.skipping(from: link.end, ceiling: ceiling) { $0 == .blank }
    let classes = classes(of: word(at: last, in: text, ceiling: ceiling).form)
    return classes.contains(.infinitive) && classes.contains(any: Self.speechVerbs)
  }

  /// The verb at `offset` behind its pronouns.
  private func verb(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Word? {
    var word = word(at: offset, in: text, ceiling: ceiling)
    guard let words else { return nil }
    for _ in 0..<Self.mostClitics where words.grammar.contains(.clitics) {
      let classes = classes(of: word.form)
      // A pronoun of the second person is no narrator's.
      guard classes.contains(.objectPronoun), !classes.contains(.addressWord) else { break }
      let next = text.skipping(from: word.end, ceiling: ceiling) { $0 == .blank }
      guard next > word.end else { return nil }
      word = self.word(at: next, in: text, ceiling: ceiling)
    }
    return word.form.isEmpty ? nil : word
  }

  /// The word at `offset`; an empty one if none begins there or it is too long to be a known one.
  private func word(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Word {
    let end = text.skipping(from: offset, ceiling: ceiling) { $0.isWord }
    guard end > offset, end - offset <= Self.longestWord else { return Word(form: [], end: end) }
    var form: [UInt8] = []
    MatchingForm.append(
      Token(span: TextSpan(Int32(offset), Int32(end)), kind: .word), in: text, to: &form)
    return Word(form: form, end: end)
  }

  /// The classes of a form; of a past with its pronoun behind it, as *díjole*, the verb's.
  private func classes(of form: [UInt8]) -> WordClasses {
    guard let words, !form.isEmpty else { return [] }
    let classes = words.classes(of: form)
    guard !classes.contains(any: .anyVerb), let plain = words.shapes.withoutEnclitic(form)
    else { return classes }
    return words.classes(of: plain)
  }
}
