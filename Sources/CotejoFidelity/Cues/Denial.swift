internal import CotejoLexicon
internal import CotejoText

/// A denial: one or several words that together deny a clause once.
struct Denial {
  /// From the first word of it to the last.
  var words: Range<Int>
  /// The word that says it first.
  var marker: Marker
  /// Whether a word of it denies a clause: *not*, *nunca*, and not only what it governs, as *sin*.
  var isClausal: Bool
  /// The number of the denial of the other side that it goes with.
  var partner: Int?
}

extension CheckedSide {
  private static let denying: MarkerClasses = [.negation, .negative, .privative]
  /// Words of one denial are no further apart than this.
  private static let widest = 9
  /// The same behind a word such as *sin*, which denies what is next to it: *sin que nadie*.
  private static let widestPrivative = 3

  /// The denials of a side.
  ///
  /// Words of one clause that deny together are one: *no* … *nadie*, *ni* … *ni*.
  func denials() -> [Denial] {
    var denials: [Denial] = []
    for marker in markers where marker.classes.contains(any: Self.denying) {
      // "No. 5" is a number.
      let next = marker.words.upperBound
      if next < words.count, words[next].isNumber, words[next - 1].isCapitalized { continue }
      let isClausal = marker.classes.contains(any: [.negation, .negative])
      if let last = denials.last, marker.classes.contains(.negative),
        last.marker.words.lowerBound < marker.words.lowerBound,
        marker.words.lowerBound - last.words.upperBound
          < (last.isClausal ? Self.widest : Self.widestPrivative),
        !hasStop(last.words.upperBound - 1, marker.words.lowerBound)
      {
        denials[denials.count - 1].words = last.words.lowerBound..<marker.words.upperBound
        continue
      }
      denials.append(Denial(words: marker.words, marker: marker, isClausal: isClausal))
    }
    return denials
  }

  /// Whether a mark that ends a clause stands between two words.
  func hasStop(_ left: Int, _ right: Int) -> Bool {
    guard right < words.count, left < right else { return false }
    for token in tokens[Int(words[left].token)..<Int(words[right].token)]
    where token.kind == .mark {
      switch text[Int(token.span.lower)] {
      case UInt8(ascii: "."): if !isAbbreviating(token) { return true }
      case UInt8(ascii: ";"), UInt8(ascii: ":"), UInt8(ascii: "?"), UInt8(ascii: "!"): return true
      default: continue
      }
    }
    return false
  }

  /// Letters of an abbreviated title at the most.
  private static let longestAbbreviation = 3

  /// Whether a full stop follows a short word with a capital, as behind an abbreviated title.
  private func isAbbreviating(_ stop: Token) -> Bool {
    words.contains {
      $0.span.upper == stop.span.lower && $0.isCapitalized
        && $0.span.count <= Self.longestAbbreviation
    }
  }

  /// Whether it asks something.
  var isQuestion: Bool {
    tokens.contains { $0.kind == .mark && text[Int($0.span.lower)] == UInt8(ascii: "?") }
  }
}
