internal import CotejoICU

/// Which characters may stand at a place, as exactly as a quick look needs it: each of ASCII, and all
/// others together.
struct CharacterSample: Hashable {
  private var low: UInt64 = 0
  private var high: UInt64 = 0
  /// Whether a character outside ASCII may stand there.
  private var others = false

  /// No character.
  init() {}

  /// One code point.
  init(_ scalar: UInt32) {
    insert(scalar)
  }

  /// Every character.
  static let all: CharacterSample = {
    var all = CharacterSample()
    all.low = .max
    all.high = .max
    all.others = true
    return all
  }()

  /// Adds a code point; one outside ASCII adds all of those.
  mutating func insert(_ scalar: UInt32) {
    switch scalar {
    case 0..<64: low |= 1 << UInt64(scalar)
    case 64..<128: high |= 1 << UInt64(scalar - 64)
    default: others = true
    }
  }

  /// Whether a code point may stand there.
  @inline(__always)
  func contains(_ scalar: UInt32) -> Bool {
    if scalar < 64 { return low >> UInt64(scalar) & 1 != 0 }
    return scalar < 128 ? high >> UInt64(scalar - 64) & 1 != 0 : others
  }

  /// Both.
  func union(_ other: CharacterSample) -> CharacterSample {
    var union = self
    union.low |= other.low
    union.high |= other.high
    union.others = union.others || other.others
    return union
  }
}

/// Finds the samples of classes such as `[^a-z]`, `\p{Lu}` and `\s`, by asking ICU.
struct CharacterSampler: ~Copyable {
  private let ascii: PatternSubject
  private var known: [String: CharacterSample] = [:]

  /// Opens one.
  init() throws(ICUError) {
    var subject = try PatternSubject()
    try subject.set(Array(0..<128).span)
    ascii = subject
  }

  /// What a class, which matches one character, may match.
  ///
  /// Characters outside ASCII are always among it.
  /// - Throws: ICU's error if the class is none.
  mutating func sample(of atom: String, isCaseless: Bool) throws(ICUError) -> CharacterSample {
    let expression = isCaseless ? "(?i)\(atom)" : "(?s)\(atom)"
    if let sample = known[expression] { return sample }
    var pattern = try Pattern(expression)
    var sample = CharacterSample(0x80)
    for scalar in 0..<128 where try pattern.matchesAll(of: ascii, from: scalar, to: scalar + 1) {
      sample.insert(UInt32(scalar))
    }
    known[expression] = sample
    return sample
  }
}
