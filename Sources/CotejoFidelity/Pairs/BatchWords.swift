internal import CotejoAlignment
internal import CotejoLexicon
internal import CotejoText

/// What is known of the words of a batch of pairs: looked up once for each word, not once a mention.
final class BatchWords: Sendable {
  /// The words of each side.
  let source: BatchSide
  let target: BatchSide
  /// Which word may render which.
  let evidence: LinkEvidence
  /// What the checker goes by.
  let resources: FidelityResources

  init(_ source: Vocabulary, _ target: Vocabulary, _ resources: FidelityResources) {
    self.resources = resources
    evidence = LinkEvidence(source, target, lexicons: resources.lexicons)
    self.source = BatchSide(
      source, beside: target, .source, evidence.information.source, resources)
    self.target = BatchSide(
      target, beside: source, .target, evidence.information.target, resources)
  }

  subscript(side: Lexicon.Side) -> BatchSide { side == .source ? source : target }

  /// Whether both languages have words that bear on what a sentence says.
  var hasMarkerWords: Bool {
    !resources.words.source.markers.isEmpty && !resources.words.target.markers.isEmpty
  }

  /// Whether the data of the originals' language tell the gender of people.
  var tellsGender: Bool {
    resources.words.source.persons.inventory.contains(.femininePronoun)
  }

  /// Whether the data of both languages tell the persons of verbs and pronouns.
  var tellsPerson: Bool {
    resources.words.source.persons.inventory.contains(.firstPlural)
      && resources.words.target.persons.inventory.contains(.firstPlural)
  }
}
