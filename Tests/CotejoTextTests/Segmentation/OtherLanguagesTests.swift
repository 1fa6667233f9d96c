import Testing

@testable import CotejoText

/// What the short packs add to the rules that hold for any language.
struct OtherLanguagesTests {
  @Test(
    arguments: [
      ("de", "Am 3. Oktober kam Dr. Roth.| Es war z. B. kalt.| 2003 ging er."),
      ("de", "Das war um 300 v. Chr. in Rom.| Heute nicht."),
      ("fr", "M. Roy est arrivé vers 300 av. J.-C. à Rome.| Il a dit : « Non. »| Puis il partit."),
      ("it", "Il dott. Neri vide, ad es., l'art. 3.| Nel 300 a.C. nacque Roma."),
      ("pt", "A Sra. Lopes leu a pág. 3.| O Sr. Reis não."),
    ] as [(String, MarkedText)])
  func `packs`(_ language: String, _ text: MarkedText) throws {
    #expect(try segment(text, language: language) == text.sentences)
  }
}
