/// What speaks for or against words between marks being somebody's speech.
enum SpeechFeature: Int, CaseIterable, Hashable, Sendable {
  /// There, for all words between marks.
  case always
  /// A cue and nothing but a comma or colon stands before: *dijo: «…»*, *she said, “…”*.
  case cueBefore
  /// A cue stands before in the same sentence, words between: *pidió a todos «…»*.
  case cueEarlier
  /// A cue stands before in the same sentence and a reported clause has begun: *aclaró que sería «…»*.
  case inReportedClause
  /// A cue and its subject stand behind: *“…”, said Ann*, *«…», dijo*.
  case cueBehind
  /// A cue stands farther behind in the same sentence.
  case cueLater
  /// A colon stands before.
  case colonBefore
  /// Words such as *that* or *porque* stand directly before.
  case linkBefore
  /// A word for what has a title or name stands before: *la novela «…»*, *llamado «…»*.
  case titleWordBefore
  /// An article, possessive or *del* stands directly before: *los «…»*.
  case determinerBefore
  /// Nothing stands before in the sentence.
  case beginsSentence
  /// The words end in a stop or comma, or one follows the mark.
  case endsInStop
  /// The words are a sentence: a capital first and a stop last, with nothing before in the sentence
  /// or a pause.
  case isSentence
  /// Each word of weight has a capital.
  case isCapitalized
  /// The words begin with a small letter.
  case beginsSmall
  /// A single word.
  case isOneWord
  /// Two or three words.
  case isShort
  /// Seven words or more.
  case isLong
  /// Words that only clauses have: auxiliaries, pronouns, negations.
  case hasClause
  /// Words of the first or second person.
  case hasPerson
  /// A mark is missing, and no cue or start of a sentence says that the words are speech all the
  /// same.
  case isStray
  /// Speech stands between other marks of the paragraph.
  case isAmongSpeech
  /// A dash and a name follow, as in a list of sources.
  case isCited
}
