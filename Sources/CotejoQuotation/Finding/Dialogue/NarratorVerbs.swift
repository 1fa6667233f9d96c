internal import CotejoLexicon
internal import CotejoText

/// Tells a narrator's words by the verbs of a language's data.
struct NarratorVerbs: NarrationVerbs {
  private let words: ClassedWords?
  private let isSpanish: Bool

  /// Takes the words of a language; without them only what holds for any language is known.
  init(language: LanguageTag, pack: LanguagePack?) {
    words = pack?.classedWords
    isSpanish = language.language == "es"
  }

  /// The verbs that stand beside words somebody says.
  private static let speechVerbs: WordClasses = [.reportingVerb, .speakingVerb]

  func isReportingVerb(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    guard let verb = verb(at: offset, in: text, ceiling: ceiling) else { return false }
    let classes = classes(of: verb.form)
    return !classes.isDisjoint(with: Self.speechVerbs)
      && classes.isDisjoint(with: [.infinitive, .gerund]) && isNarrated(verb.form)
  }

  func beginsNarration(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    guard let verb = verb(at: offset, in: text, ceiling: ceiling) else { return false }
    let classes = classes(of: verb.form)
    if !classes.isDisjoint(with: Self.speechVerbs), classes.isDisjoint(with: .infinitive) {
      return true
    }
    // Where the narrator does not say that somebody speaks he says what somebody did.
    return isSpanish && isPast(verb.form)
  }

  func goesOnNarrating(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    let form = form(at: offset, in: text, ceiling: ceiling).form
    guard !form.isEmpty else { return false }
    let classes = classes(of: form)
    if !classes.isDisjoint(with: [.gerund]) || form.hasSuffix("ndo") || form.hasSuffix("ndose") {
      return true
    }
    return Self.links.contains(form) || isReportingVerb(at: offset, in: text, ceiling: ceiling)
  }

  /// Words that go on with a narration behind a comma: what the narrator did besides.
  private static let links: Set<String> = [
    "y", "mientras", "con", "sin", "al", "quien", "cuyo", "cuya",
  ]

  /// The pronouns that stand before a Spanish verb.
  private static let clitics: Set<String> = ["le", "les", "lo", "la", "los", "las", "me", "nos", "se"]

  /// The verb at `offset` behind its pronouns.
  private func verb(
    at offset: Int, in text: Span<UInt8>, ceiling: Int
  ) -> (form: String, end: Int)? {
    var word = form(at: offset, in: text, ceiling: ceiling)
    for _ in 0..<2 where isSpanish && Self.clitics.contains(word.form) {
      let next = text.skipping(from: word.end, ceiling: ceiling) { $0 == .blank }
      guard next > word.end else { return nil }
      word = form(at: next, in: text, ceiling: ceiling)
    }
    return word.form.isEmpty ? nil : word
  }

  /// The word at `offset` in small letters, and its end.
  private func form(
    at offset: Int, in text: Span<UInt8>, ceiling: Int
  ) -> (form: String, end: Int) {
    let end = text.skipping(from: offset, ceiling: ceiling) { $0.isWord }
    guard end > offset, end - offset < 64 else { return ("", end) }
    var form: [UInt8] = []
    MatchingForm.append(
      Token(span: TextSpan(Int32(offset), Int32(end)), kind: .word), in: text, to: &form)
    return (String(decoding: form, as: UTF8.self), end)
  }

  /// The classes of a form; of a Spanish verb with its pronoun behind it, as *díjole*, the verb's.
  private func classes(of form: String) -> WordClasses {
    guard let words else { return [] }
    let classes = words.classes(of: Array(form.utf8))
    guard isSpanish, classes.isDisjoint(with: .anyVerb), let plain = Self.withoutPronoun(form)
    else { return classes }
    return words.classes(of: Array(plain.utf8))
  }

  /// *díjole*, *respondióme*: the old past tense with its pronoun, without it; `nil` for other forms.
  private static func withoutPronoun(_ form: String) -> String? {
    guard let pronoun = ["les", "nos", "le", "me", "se", "te"].first(where: form.hasSuffix) else {
      return nil
    }
    let stem = String(form.dropLast(pronoun.count))
    if stem.hasSuffix("ó") || stem.hasSuffix("é") { return stem }
    return stem == "díjo" ? "dijo" : stem == "díje" ? "dije" : nil
  }

  /// Whether a form reports: a past or present of the first or third person. A form that commands
  /// or asks, as *añade*, is also one that reports; the comma before it decides.
  private func isNarrated(_ form: String) -> Bool {
    // The first person of the present is a speaker's, not a narrator's.
    !(isSpanish && form.hasSuffix("o") && !form.hasSuffix("jo") && !form.hasSuffix("uso"))
  }

  /// Whether a form is a Spanish past of the third person: *rió*, *reía*, *miraba*, *rieron*.
  private func isPast(_ form: String) -> Bool {
    let endings = ["ó", "aba", "aban", "ía", "ían", "aron", "ieron", "jeron"]
    guard form.utf8.count > 3 else { return false }
    if endings.contains(where: form.hasSuffix) { return true }
    return Self.withoutPronoun(form) != nil
  }
}
