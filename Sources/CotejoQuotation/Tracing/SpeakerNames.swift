internal import CotejoICU
internal import CotejoText

/// Compares the names of speakers as articles and transcripts write them: *Sheinbaum*, *CLAUDIA
/// SHEINBAUM PARDO*.
enum SpeakerNames {
  /// Parts of a name with fewer letters prove nothing: *de*, *la*, *Mc*.
  private static let shortest = 3

  /// Whether two names may be one person's, by their parts: each part of the shorter one stands in
  /// the longer, or two of them do: *Sheinbaum* and *Claudia Sheinbaum Pardo*, but not *María López*
  /// and *Ana María Ruiz*.
  static func fit(_ name: Set<[UInt8]>, _ other: Set<[UInt8]>) -> Bool {
    let common = name.intersection(other).count
    return common > 0 && (common >= 2 || common == min(name.count, other.count))
  }

  /// The parts of a name that tell, in small letters without accents.
  static func parts(of name: String) -> Set<[UInt8]> {
    var parts: Set<[UInt8]> = []
    var part: [UInt8] = []
    func close() {
      if part.count >= shortest { parts.insert(part) }
      part.removeAll(keepingCapacity: true)
    }
    for scalar in name.unicodeScalars {
      guard CodePoint.kind(scalar.value) == .letter else {
        close()
        continue
      }
      part.append(scalar: WesternLetters.withoutAccent(CodePoint.caseFolded(scalar.value)))
    }
    close()
    return parts
  }
}
