internal import CotejoText

/// A word or number of a pair, with what is known of it.
struct CheckedWord {
  /// Its bytes in the text of its side.
  var span: TextSpan
  /// Its number in the vocabulary of its side of the batch; -1 if its matching form is empty.
  var form: Int32
  /// Which of the side's tokens it is.
  var token: Int32
  /// Whether it is made of digits.
  var isNumber: Bool
  /// Whether it begins with a capital.
  var isCapitalized: Bool
  /// Whether the lexicon has it.
  var isKnown = false
  /// What it tells, in nats, that it stands in a text: the rarer the more.
  var information: Float = 0
  /// What it does to what the sentence says, taken alone; see ``CheckedSide/markers`` for phrases.
  var classes: MarkerClasses = []
  /// What of the other language's it may render, taken alone.
  var renderings: MarkerClasses = []
  /// What it says of persons.
  var person: PersonClasses = []
  /// What kind of word it is, as far as a list of the language has it.
  var kind: WordClasses = []
  /// How much more a word of the other side's language it is than of its own, in nats; 0 if no lexicon
  /// has it.
  var foreignness: Float = 0
  /// The same by the looks of the word, for words of the rendering where there is no lexicon; 0 if they
  /// say nothing.
  var looksForeign: Float = 0
  /// Whether it stands on both sides as it is and is a word of the original's language only.
  ///
  /// It renders nothing.
  var isUntranslated = false
  /// The word of the other side that it is linked with most strongly; -1 if there is none.
  var partner: Int32 = -1
  /// How strong that link is, from 0 to 1.
  var strength: Float = 0
  /// How surely the most likely word of the other side renders it, whether linked or not.
  var support: Float = 0

  /// Makes a word of what the language data and lexicons know of its form.
  init(
    span: TextSpan, form: Int32, token: Int32, isNumber: Bool, isCapitalized: Bool,
    _ known: BatchSide
  ) {
    self.span = span
    self.form = form
    self.token = token
    self.isNumber = isNumber
    self.isCapitalized = isCapitalized
    guard form >= 0 else { return }
    let number = Int(form)
    isKnown = known.isKnown[number]
    information = known.information[number]
    classes = known.meanings[number].classes
    renderings = known.meanings[number].renderings
    person = known.persons[number]
    kind = known.kinds[number]
    foreignness = known.foreignness[number]
    if !known.looksForeign.isEmpty { looksForeign = known.looksForeign[number] }
  }

  /// Whether it is one of the words that stand in every other sentence: articles, auxiliaries.
  var isCommon: Bool { information < Self.common }

  private static let common: Float = 5.5
}
