internal import CotejoText

/// Where the index of a folder of transcripts is kept.
public enum IndexLocation: Hashable, Sendable {
  /// In `$XDG_CACHE_HOME/cotejo/transcripts`, in `~/.cache` where that is not set; nowhere if there is
  /// no home either.
  case userCache
  /// In a folder, which is made if it is not there.
  case folder(String)
  /// In a file; one that is something else than an index is never overwritten.
  case file(String)

  /// The index file of some transcripts; nil where there is no place for one.
  ///
  /// In a folder it is called `<hash>.index`. The hash is that of the real path of the transcripts'
  /// folder, of how they are chosen there and of the options of the reading, so that each folder,
  /// choice and language has an index of its own.
  func path(of listing: TranscriptListing, options: TranscriptReader.Options) -> String? {
    let folder: String
    switch self {
    case .file(let path): return path
    case .folder(let path): folder = path
    case .userCache:
      guard let cache = UserFolders.cache else { return nil }
      folder = "\(cache)/cotejo/transcripts"
    }
    // The data's sum is left out: a newer program replaces the index of an older one.
    var key = SystemCall.realPath(listing.folder)
    key += "\0\(options.language)\0\(options.charset)\0\(options.paragraphs)"
    if let selection = listing.selection { key += "\0\(selection)" }
    let hash = Array(key.utf8).withUnsafeBytes { xxh64($0) }
    let digits = String(hash, radix: 16)
    let name = String(repeating: "0", count: 16 - digits.utf8.count) + digits
    return "\(folder)/\(name).index"
  }
}
