internal import CotejoText

extension BatchWords {
  /// Notes of the words of a pair what the language data and lexicons know of them.
  func noteKinds(in pair: inout CheckedPair) {
    Self.note(kinds.source, persons.source, foreignness.source, in: &pair.source.words)
    Self.note(kinds.target, persons.target, foreignness.target, in: &pair.target.words)
  }

  private static func note(
    _ kinds: [WordClasses], _ persons: [PersonClasses], _ foreignness: [Float],
    in words: inout [CheckedWord]
  ) {
    for index in words.indices where words[index].form >= 0 {
      words[index].kind = kinds[Int(words[index].form)]
      words[index].person = persons[Int(words[index].form)]
      words[index].foreignness = foreignness[Int(words[index].form)]
    }
  }
}
