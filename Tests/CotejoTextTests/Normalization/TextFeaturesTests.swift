import CotejoTestSupport
import Testing

@testable import CotejoText

struct TextFeaturesTests {
  @Test(
    arguments: [
      ("a & b", .ampersand), ("niÃ±o", .accentedPair), ("\u{FB01}", .presentationForm),
      ("а", .otherScript),
      ("λ", .otherScript), ("¿Qué? “No” — dijo él, año 1º.", []), ("", []),
    ] as [(String, TextFeatures)])
  func findsThemAtAnyPlace(text: String, features: TextFeatures) {
    for padding in 0..<70 {
      for tail in [0, 1, 40] {
        let padded =
          String(repeating: "x", count: padding) + text + String(repeating: "y", count: tail)
        #expect(TextFeatures(of: Array(padded.utf8).span) == features, "\(padding), \(tail)")
      }
    }
  }
}
