/// What was changed on the way from the bytes of a file to the text that the stages read.
public struct Repairs: Hashable, Sendable {
  /// What kind of change.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    /// A byte order mark at the start of the file was left out.
    case byteOrderMark
    /// A sequence that the charset does not allow reads U+FFFD.
    case malformed
    /// CR LF became LF.
    case carriageReturnLineFeed
    /// CR alone became LF.
    case carriageReturn
    /// U+0085 became LF.
    case nextLine
    /// U+2028 became LF.
    case lineSeparator
    /// U+2029 became LF.
    case paragraphSeparator
    /// NUL was left out.
    case nul
    /// Another control character was left out or became a space.
    case control
    /// A control character became the one that it is in Windows-1252.
    case windowsControl
    /// A reference of HTML, such as `&eacute;`, became the character that it stands for.
    case entity
    /// Characters that are UTF-8 read in Windows-1252 became what was written.
    case mojibake
    /// A character without width was left out.
    case zeroWidth
    /// A soft hyphen was left out.
    case softHyphen
    /// A mark of writing direction was left out of text that runs left to right.
    case directionMark
    /// A space of another width or kind became the plain one.
    case space
    /// A ligature became the letters it is made of.
    case ligature
    /// A full-width form became the plain character.
    case fullWidth
    /// A letter of another script became the one of its word's script that looks the same.
    case lookAlike
    /// Letters and marks were composed (NFC).
    case composed
    /// A typographic quotation mark or apostrophe became the plain one.
    case quotationMark
    /// A dash became the hyphen.
    case dash
    /// An ellipsis became three stops.
    case ellipsis
  }

  /// How often something was changed, and where first.
  public struct Tally: Hashable, Sendable {
    /// How many stretches of the text.
    public var count: Int
    /// The byte offset of the first in the file.
    public var first: Int

    /// Makes a tally.
    public init(count: Int, first: Int) {
      self.count = count
      self.first = first
    }
  }

  private var tallies: [Kind: Tally] = [:]

  /// Nothing changed.
  public init() {}

  /// Whether nothing was changed.
  public var isEmpty: Bool { tallies.isEmpty }

  /// The kinds that occurred, in the order of ``Kind``, with their tallies.
  public var entries: [(kind: Kind, tally: Tally)] {
    Kind.allCases.compactMap { kind in tallies[kind].map { (kind, $0) } }
  }

  /// The tally of a kind; `nil` if it did not occur.
  public subscript(kind: Kind) -> Tally? { tallies[kind] }

  /// Counts changes of a kind, the first of them at `offset` in the file.
  public mutating func note(_ kind: Kind, at offset: Int, count: Int = 1) {
    guard count > 0 else { return }
    guard let tally = tallies[kind] else {
      tallies[kind] = Tally(count: count, first: offset)
      return
    }
    tallies[kind] = Tally(count: tally.count + count, first: min(tally.first, offset))
  }

  /// Adds the tallies of another step over the same file.
  public mutating func merge(_ other: Repairs) {
    for (kind, tally) in other.tallies { note(kind, at: tally.first, count: tally.count) }
  }
}
