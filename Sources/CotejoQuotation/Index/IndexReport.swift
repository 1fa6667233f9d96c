/// What opening an index did.
public struct IndexReport: Hashable, Sendable {
  /// A file that is not in the index.
  public struct Skipped: Hashable, Sendable {
    /// Its path below the folder.
    public var identifier: String
    /// Why, as a sentence for people.
    public var reason: String
  }

  /// How many documents were taken over from the index that was there.
  public var kept = 0
  /// How many documents were read because their content was not known.
  public var read = 0
  /// How many documents had only changed their name or time.
  public var renamed = 0
  /// How many documents of the index that was there are gone or cannot be read any more.
  public var removed = 0
  /// Files that cannot be read or are no text, and folders that cannot be listed.
  public var skipped: [Skipped] = []
  /// What people should know, a sentence each: that a damaged index was made anew, that the index
  /// cannot be kept.
  public var notices: [String] = []
  /// The index file; nil where the index is held in memory only.
  public var file: String?

  /// Whether the index differs from the one that was there.
  public var isChanged: Bool { read + renamed + removed > 0 }
}
