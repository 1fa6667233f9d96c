/// Writes translation units to a file of some format, in the order they come.
///
/// The file takes its name in ``finish()``. A writer that is dropped before leaves nothing behind,
/// and what stood under the name stays.
public protocol TranslationUnitWriter: ~Copyable {
  /// What became of the units so far.
  var counts: TranslationUnitCounts { get }

  /// Appends a unit.
  ///
  /// - Throws: `unwritable`, naming the file, when the disk is full or the file cannot be written
  ///   for another reason; `unrepresentable` for a score that is not a number. Only after the latter
  ///   may more be written.
  mutating func write(_ unit: TranslationUnit) throws(FormatError)

  /// Completes the file, on the disk, but does not put it in place; no more can be written then.
  ///
  /// For files that belong together: complete each, then finish each, so that a full disk is known
  /// before the first of them takes its name.
  /// - Throws: `unwritable`, naming the file.
  mutating func complete() throws(FormatError)

  /// Completes the file and puts it in place.
  ///
  /// - Throws: `unwritable`; then nothing stands under the name that did not stand there before.
  consuming func finish() throws(FormatError)
}

/// What became of the units given to a writer.
public struct TranslationUnitCounts: Hashable, Sendable {
  /// How many units are in the file.
  public var written = 0
  /// How many units are not, because a side is empty and the format wants both.
  public var leftOut = 0
  /// How many characters were replaced by U+FFFD because the format has no place for them.
  public var replacedCharacters = 0

  /// Starts at nothing.
  public init() {}
}

extension TranslationUnit {
  /// Refuses a score that no format could tell.
  func checkScore(place: String) throws(FormatError) {
    guard score.isFinite else {
      throw FormatError(
        .unrepresentable, place: place, message: "a unit has the score '\(score)', not a number")
    }
  }
}
