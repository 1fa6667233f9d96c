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

  /// Names that others are held against.
  struct Group {
    private var single: Set<[UInt8]> = []
    private var parts: Set<[UInt8]> = []
    private var pairs: Set<[[UInt8]]> = []

    /// Adds a name by its parts.
    mutating func insert(_ name: Set<[UInt8]>) {
      if name.count == 1 { single.formUnion(name) }
      parts.formUnion(name)
      pairs.formUnion(Self.pairs(of: name))
    }

    /// Whether one of the names may be the person's, as `fit` says.
    ///
    /// Names fit that share two parts, or of which one has a single part that the other has, too.
    /// - Complexity: O(*m*²) for *m* parts of the name, whatever the number of names.
    func fits(_ name: Set<[UInt8]>) -> Bool {
      if name.count == 1, !name.isDisjoint(with: parts) { return true }
      return !name.isDisjoint(with: single) || Self.pairs(of: name).contains { pairs.contains($0) }
    }

    private static func pairs(of name: Set<[UInt8]>) -> [[[UInt8]]] {
      let parts = name.sorted { $0.lexicographicallyPrecedes($1) }
      return parts.indices.flatMap { first in
        parts[(first + 1)...].map { [parts[first], $0] }
      }
    }
  }
}
