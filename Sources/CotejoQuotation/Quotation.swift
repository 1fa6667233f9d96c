public import CotejoText

/// Words that an article gives as somebody's.
public struct Quotation: Hashable, Sendable {
  /// How the words are given.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// Between marks, or after a raya.
    case direct
    /// A reported clause without marks: *she said that …*.
    case indirect
    /// A reported clause that holds quoted fragments; those are direct quotations of their own.
    case mixed
  }

  /// Its bytes in the text: the words inside the outer marks, without a raya and outer blanks.
  public var span: TextSpan
  /// How the words are given.
  public var kind: Kind
  /// Whether a direct quotation is a part of the reporter's own sentence: *it was “very hard”*.
  public var isFragment: Bool
  /// The number, from 0 in the order of the text, of the utterance that it is a piece of: pieces
  /// that a cue parts, or that go on in the next paragraph, have one number.
  public var utterance: Int32
  /// The verb or phrase that says that somebody speaks; nil where there is none.
  public var cue: TextSpan?
  /// Who speaks; nil where the text does not say.
  public var speaker: Speaker?
  /// Whether cue and speaker are those of an earlier piece, carried over.
  public var isCarriedOver: Bool

  /// Makes a quotation whose speaker is not known yet.
  public init(span: TextSpan, kind: Kind, isFragment: Bool = false, utterance: Int32 = 0) {
    self.span = span
    self.kind = kind
    self.isFragment = isFragment
    self.utterance = utterance
    self.isCarriedOver = false
  }
}

/// Who speaks a quotation.
public struct Speaker: Hashable, Sendable {
  /// The bytes of the words that name the speaker beside the quotation: *the president*, *she*.
  public var mention: TextSpan
  /// The fullest name that the article gives the person or body, such as *Claudia Sheinbaum*; nil
  /// where it gives none.
  public var name: String?

  /// Makes a speaker.
  public init(mention: TextSpan, name: String? = nil) {
    self.mention = mention
    self.name = name
  }
}
