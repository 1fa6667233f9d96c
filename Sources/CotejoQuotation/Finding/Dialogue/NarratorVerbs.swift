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
    if !classes.isDisjoint(with: Self.speechVerbs),
      classes.isDisjoint(with: [.infinitive, .gerund])
    {
      // In Spanish a present may as well command or be the speaker's own: *contesta*, *digo*.
      return !isSpanish || Self.isPast(verb.form)
    }
    return isSpanish && Self.isPast(verb.form)
      && precedesInfinitive(verb.end, in: text, ceiling: ceiling)
  }

  func beginsNarration(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    guard let verb = verb(at: offset, in: text, ceiling: ceiling) else { return false }
    if isSpanish, verb.form == "y" || verb.form == "e" {
      let next = text.skipping(from: verb.end, ceiling: ceiling) { $0 == .blank }
      guard next > verb.end, let second = self.verb(at: next, in: text, ceiling: ceiling) else {
        return false
      }
      return Self.isPast(second.form)
    }
    let classes = classes(of: verb.form)
    if !classes.isDisjoint(with: Self.speechVerbs), classes.isDisjoint(with: .infinitive) {
      return true
    }
    // Where the narrator does not say that somebody speaks he says what somebody did.
    return isSpanish && Self.isPast(verb.form)
  }

  func goesOnNarrating(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    let form = form(at: offset, in: text, ceiling: ceiling).form
    guard !form.isEmpty else { return false }
    let classes = classes(of: form)
    if !classes.isDisjoint(with: .gerund) || form.hasSuffix("ndo") || form.hasSuffix("ndose") {
      return true
    }
    return Self.links.contains(form) || isReportingVerb(at: offset, in: text, ceiling: ceiling)
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
      let word = form(at: offset, in: text, ceiling: sentence.upperBound)
      if Self.address.contains(word.form) { return true }
      offset = word.end
    }
    return false
  }

  /// Whether `a` and the infinitive of a verb of saying follow: *se apresuró a decir*.
  private func precedesInfinitive(_ end: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    let next = text.skipping(from: end, ceiling: ceiling) { $0 == .blank }
    let link = form(at: next, in: text, ceiling: ceiling)
    guard link.form == "a" else { return false }
    let last = text.skipping(from: link.end, ceiling: ceiling) { $0 == .blank }
    let classes = classes(of: form(at: last, in: text, ceiling: ceiling).form)
    return classes.contains(.infinitive) && !classes.isDisjoint(with: Self.speechVerbs)
  }

  /// Words that go on with a narration behind a comma: what the narrator did besides.
  private static let links: Set<String> = [
    "y", "mientras", "con", "sin", "al", "como", "cual", "quien", "cuyo", "cuya",
  ]

  /// Spanish words that speak to somebody.
  private static let address: Set<String> = [
    "tú", "te", "ti", "contigo", "tu", "tus", "tuyo", "tuya", "usted", "ustedes", "ud", "uds", "vd",
    "vds", "vos", "os", "vosotros", "vosotras", "vuestro", "vuestra", "vuestros", "vuestras",
  ]

  /// The pronouns that stand before a Spanish verb.
  private static let clitics: Set<String> = [
    "le", "les", "lo", "la", "los", "las", "me", "nos", "se",
  ]

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

  /// Whether a form is a Spanish past: *rió*, *miraba*, *decía*, *rieron*, *contesté*, *díjole*.
  ///
  /// A conditional (*diría*) and a future (*diré*) are none.
  private static func isPast(_ form: String) -> Bool {
    guard form.utf8.count > 3 else { return false }
    if withoutPronoun(form) != nil { return true }
    if ["ría", "rían", "ré"].contains(where: form.hasSuffix) { return false }
    return pastEndings.contains(where: form.hasSuffix)
  }

  /// The endings of Spanish pasts, the irregular ones of *decir*, *poner*, *tener* and *hacer* among
  /// them.
  private static let pastEndings = [
    "ó", "é", "í", "aba", "aban", "ía", "ían", "aron", "ieron", "dijo", "dije", "dijeron", "dujo",
    "dujeron", "puso", "puse", "tuvo", "tuve", "hizo", "hice",
  ]
}
