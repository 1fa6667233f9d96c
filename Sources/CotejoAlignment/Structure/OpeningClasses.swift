internal import CotejoText

/// What begins at each place between the sentences of a text, as one of a few classes.
///
/// Place *n* is that before sentence *n*, numbered from 0; behind the last sentence a paragraph would
/// begin.
struct OpeningClasses {
  /// The class of places where nothing begins.
  static let nothing = 0
  /// So many labels of speakers have classes of their own; the rarer ones share the last.
  private static let labels = 6
  /// How many classes there are.
  static let count = SentenceOpening.allCases.count + labels - 1

  /// The class of each place; one more than there are sentences.
  let places: [UInt8]

  init(_ structure: DocumentStructure) {
    var places = structure.openings.map(\.rawValue)
    for turn in structure.turns {
      places[Int(turn.sentence)] =
        SentenceOpening.turn.rawValue + UInt8(min(turn.value, Int32(Self.labels) - 1))
    }
    places.append(SentenceOpening.paragraph.rawValue)
    self.places = places
  }

  /// The share of the places between sentences that each class has.
  var shares: [Double] {
    var shares = [Double](repeating: 0, count: Self.count)
    let inner = places.dropFirst().dropLast()
    for place in inner { shares[Int(place)] += 1 / Double(inner.count) }
    return shares
  }
}
