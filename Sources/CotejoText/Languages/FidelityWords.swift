/// What the program knows of the words of a language on which it hangs whether a rendering says the
/// same, read from files of words.
///
/// They stand beside those of ``LanguagePack``: `fidelity.txt` (see `MarkerWords`), `persons.txt` (see
/// `PersonWords`), `opposites.txt` (see `Opposites`), `false-friends.txt` (see `FalseFriends`) and
/// `regional.txt` (see `RegionalWords`). Any may be missing.
package struct FidelityWords: Sendable {
  /// Words and phrases that deny, weaken, count or place in time.
  package private(set) var markers = MarkerWords()
  /// Words that tell gender and person.
  package private(set) var persons = PersonWords()
  /// Words and their opposites.
  package private(set) var opposites = Opposites()
  /// Words that are taken for what they look like in other languages.
  package private(set) var falseFriends = FalseFriends()
  /// Words that mean something else in some regions.
  package private(set) var regionalWords = RegionalWords()
  /// The files that were read, by their names, for what must know whether they changed.
  package private(set) var files: [(name: String, bytes: [UInt8])] = []

  /// Reads the words of a language, or of the language without script and region; without a folder of
  /// its own a language has none.
  ///
  /// - Parameters:
  ///   - language: the language; `es-MX` takes the words of `es` unless it has a folder of its own.
  ///   - folder: a folder that holds `languages` or is it, in place of the data that come with the
  ///     program.
  /// - Throws: `languageData`, with file and line, for a malformed file; `unreadable`.
  package init(of language: LanguageTag, in folder: String? = nil) throws(TextError) {
    guard let found = try LanguageFolder(of: language, in: folder) else { return }
    if let (bytes, place) = try read("fidelity.txt", found) {
      markers = try MarkerWords(bytes, place: place)
    }
    if let (bytes, place) = try read("persons.txt", found) {
      persons = try PersonWords(bytes, place: place)
    }
    if let (bytes, place) = try read("opposites.txt", found) {
      opposites = try Opposites(bytes, place: place)
    }
    if let (bytes, place) = try read("false-friends.txt", found) {
      falseFriends = try FalseFriends(bytes, place: place)
    }
    if let (bytes, place) = try read("regional.txt", found) {
      regionalWords = try RegionalWords(bytes, place: place)
    }
  }

  private mutating func read(
    _ name: String, _ folder: LanguageFolder
  ) throws(TextError) -> (bytes: [UInt8], place: String)? {
    let place = "\(folder.path)/\(name)"
    guard let bytes = try LanguageFolder.bytes(of: place) else { return nil }
    files.append((name, bytes))
    return (bytes, place)
  }
}
