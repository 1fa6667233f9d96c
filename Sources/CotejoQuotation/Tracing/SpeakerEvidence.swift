#if canImport(Glibc)
internal import Glibc
#else
internal import Darwin
#endif

/// What it tells about a place that the speaker whom an article names speaks there, or another.
///
/// Somebody who says nearly all that is said in the transcripts speaks at nearly every wrong place,
/// too; one who says little does not.
struct SpeakerEvidence {
  /// How often the speaker at the right place is the one whom the article names.
  ///
  /// Reporters and labels err, and so does the reading of both. Set by hand.
  private static let reliability: Float = 0.9

  private let turns: SourceTurns
  private let names: [Set<[UInt8]>]
  /// The shares of the turns that are those of each quotation's speaker.
  private let shares: [Float]

  /// Takes the names of the speakers of quotations, empty where the article does not say.
  init(_ turns: SourceTurns, _ quotations: [Quotation]) {
    self.turns = turns
    // A mention without a name is a pronoun: it says nothing about whose turn it is.
    names = quotations.map { $0.speaker?.name.map(SpeakerNames.parts(of:)) ?? [] }
    var known: [Set<[UInt8]>: Float] = [:]
    for name in Set(names) where !name.isEmpty { known[name] = turns.share(of: name) }
    shares = names.map { known[$0] ?? 0 }
  }

  /// Whether the speaker of a quotation speaks at a byte of a transcript; nil where nothing says.
  func isSpeaker(of quotation: Int, in transcript: Int, at offset: Int32) -> Bool? {
    turns.speaks(names[quotation], in: transcript, at: offset)
  }

  /// The logarithm of how much likelier it is at the right place than at another that who speaks there
  /// is the quotation's speaker, or is not; 0 where nothing says.
  func worth(of quotation: Int, in transcript: Int, at offset: Int32) -> Float {
    guard let isSpeaker = isSpeaker(of: quotation, in: transcript, at: offset) else { return 0 }
    let share = min(Self.reliability, max(1 - Self.reliability, shares[quotation]))
    return isSpeaker
      ? logf(Self.reliability / share) : logf((1 - Self.reliability) / (1 - share))
  }
}
