public import CotejoFidelity

/// A pair to be checked, with its name and its place in a file.
public struct IdentifiedPair: Hashable, Sendable {
  /// What the file calls it, or the number of its line or unit where it has no name.
  public var id: String
  /// Both texts: valid UTF-8.
  public var pair: RenderedPair
  /// The 1-based line where it begins.
  public var line: Int
  /// The offsets of both texts in the bytes of the file, decompressed, where the texts stand there as
  /// they are; `nil` where escapes or markup lie between.
  public var offsets: Offsets?

  /// Where the texts of a pair begin in their file, in bytes.
  public struct Offsets: Hashable, Sendable {
    /// The first byte of the original.
    public var source: Int
    /// The first byte of the rendering.
    public var target: Int

    /// Makes a pair of offsets.
    public init(source: Int, target: Int) {
      self.source = source
      self.target = target
    }
  }

  /// Names a pair, and says where it stands.
  public init(id: String, pair: RenderedPair, line: Int, offsets: Offsets? = nil) {
    self.id = id
    self.pair = pair
    self.line = line
    self.offsets = offsets
  }
}

/// What a file of pairs holds at one place.
public enum PairEntry: Hashable, Sendable {
  /// A pair.
  case pair(IdentifiedPair)
  /// Something that should be a pair and is none, with its line.
  case fault(FormatError)
  /// A unit that its file says is not to be used yet, or no more: the reason, such as `fuzzy`.
  case skipped(String)
}

/// What a file's entries are read from, one after another.
protocol PairSource: AnyObject {
  /// The next entry; `nil` at the end.
  ///
  /// - Throws: what ends the reading: nothing can be read after that.
  func next() throws(FormatError) -> PairEntry?
}

/// The language that each side of a pair is in.
struct PairLanguages {
  let source: LanguageMatch
  let target: LanguageMatch
}
