internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// All that lies in a store, and when each result was last used.
struct StoreSurvey {
  /// A pack.
  struct Pack {
    /// Whose it is.
    enum Holder: Hashable {
      /// Nobody's: it is sealed.
      case sealed
      /// A run that lives adds to it.
      case living
      /// The run that added to it died.
      case dead
      /// Another version of the program knows what is in it.
      case otherVersion
    }

    var file: PackFile
    var holder: Holder
    /// The size of the file.
    var size: Int
    /// When it was last written to, in Unix seconds.
    var written: UInt32
    /// The results, with the last use of each; none of a pack of another version.
    var entries: [PackEntry]

    /// How many bytes a sealed pack of results takes.
    static func size(of entries: [PackEntry]) -> Int {
      guard !entries.isEmpty else { return 0 }
      return entries.reduce(PackFormat.headerSize + PackFormat.footerSize) {
        $0 + $1.recordSize + PackFormat.entrySize
      }
    }
  }

  private(set) var packs: [Pack] = []
  /// The files that tell what runs used, and their sizes.
  private(set) var usages: [(id: String, size: Int)] = []
  /// Those of them that tell nothing that newer ones do not.
  private(set) var superseded: [String] = []

  /// Reads the indices of all packs and what runs used.
  init(of folder: StoreFolder) throws(PipelineError) {
    let now = FileTime.now
    for (file, ending) in try folder.openPacks().opened {
      // Asked before it is read: a writer that dies in between would have added more.
      let lock = ending == .open ? file.lock() : .taken
      let contents = PackContents(of: file)
      let (size, written) = file.status
      file.unlock()
      let holder: Pack.Holder =
        lock != .taken
        ? .living
        : contents.kind == .otherVersion ? .otherVersion : ending == .open ? .dead : .sealed
      let entries = contents.entries.map { entry in
        var entry = entry
        entry.lastUse = min(entry.lastUse == 0 ? written : entry.lastUse, now)
        return entry
      }
      packs.append(
        Pack(file: file, holder: holder, size: size, written: min(written, now), entries: entries))
    }
    try readUsages(folder, now)
  }

  private mutating func readUsages(
    _ folder: StoreFolder, _ now: UInt32
  ) throws(PipelineError) {
    let numbers = Dictionary(
      packs.enumerated().map { ($1.file.id, $0) }, uniquingKeysWith: { first, _ in first })
    var read: [(id: String, usage: ResultUsage)] = []
    for item in try folder.items() where item.ending == .usage {
      // Damaged ones, too, are good for nothing.
      let bytes = (try? InputFile.bytes(of: folder.path(item.id, .usage))) ?? []
      usages.append((item.id, bytes.count))
      guard let usage = ResultUsage(bytes) else {
        superseded.append(item.id)
        continue
      }
      read.append((item.id, usage))
    }
    // Newest first: then the older ones tell nothing new of what is used in every run.
    read.sort { ($1.usage.time, $1.id) < ($0.usage.time, $0.id) }
    for (id, usage) in read {
      var isOfUse = false
      for (pack, bits) in usage.packs {
        guard let number = numbers[pack] else { continue }
        if note(bits, at: min(usage.time, now), in: &packs[number].entries) { isOfUse = true }
      }
      if !isOfUse { superseded.append(id) }
    }
  }

  /// Notes a use of records; false if all of them were used later.
  private func note(
    _ bits: ResultUsage.Bits, at time: UInt32, in entries: inout [PackEntry]
  ) -> Bool {
    var isNews = false
    for record in entries.indices where bits[record] && entries[record].lastUse < time {
      entries[record].lastUse = time
      isNews = true
    }
    return isNews
  }
}
