internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The files of a store and their names.
struct StoreFolder: Sendable {
  /// The kinds of files, by the endings of their names.
  enum Ending: String, CaseIterable {
    /// A sealed pack.
    case sealed = ".results"
    /// A pack that is being written, or whose writer was killed.
    case open = ".results-open"
    /// What a run used.
    case usage = ".used"
  }

  /// A file of the store.
  struct Item: Hashable {
    /// 32 hexadecimal digits.
    var id: String
    var ending: Ending
  }

  let path: String

  /// The path of a file.
  func path(_ id: String, _ ending: Ending) -> String {
    SystemCall.path(of: id + ending.rawValue, below: path)
  }

  /// A name that no file has.
  static func newID() -> String {
    ResultKey(high: .random(in: 0 ... .max), low: .random(in: 0 ... .max)).description
  }

  /// The files of the store, in byte order of their names; none where there is no folder yet.
  ///
  /// - Throws: `stage`, naming the folder, if it cannot be read, or is none.
  func items() throws(PipelineError) -> [Item] {
    // A C string ends at the first NUL: such a path would silently name another folder.
    guard !path.utf8.contains(0) else { throw unreadable("the path holds a NUL byte") }
    guard let stream = opendir(path) else {
      if errno == ENOENT { return [] }
      throw unreadable(errno == ENOTDIR ? "it is a file" : SystemCall.message(errno))
    }
    defer { closedir(stream) }
    var items: Set<Item> = []
    while let entry = readdir(stream) {
      let bytes = withUnsafeBytes(of: entry.pointee.d_name) { Array($0.prefix { $0 != 0 }) }
      if let item = Self.item(named: bytes) { items.insert(item) }
    }
    return items.sorted {
      ($0.id, $0.ending.rawValue) < ($1.id, $1.ending.rawValue)
    }
  }

  /// The packs among the files; one that is renamed while the folder is read may show twice, and
  /// counts once.
  func packs() throws(PipelineError) -> [Item] {
    let packs = try items().filter { $0.ending != .usage }
    let sealed = Set(packs.lazy.filter { $0.ending == .sealed }.map(\.id))
    return packs.filter { $0.ending == .sealed || !sealed.contains($0.id) }
  }

  /// Opens all packs that can be opened, and tells of the others.
  func openPacks() throws(PipelineError) -> (
    opened: [(file: PackFile, ending: Ending)], notices: [String]
  ) {
    var opened: [(file: PackFile, ending: Ending)] = []
    var notices: [String] = []
    for _ in 0..<8 {
      (opened, notices) = ([], [])
      var hasVanished = false
      for item in try packs() {
        if let file = PackFile(id: item.id, path: path(item.id, item.ending)) {
          opened.append((file, item.ending))
        } else if errno == ENOENT {
          hasVanished = true
        } else {
          let reason = SystemCall.message(errno)
          notices.append(
            "\(path(item.id, item.ending)): notice: cannot be read: \(reason); its results are not used"
          )
        }
      }
      // It was sealed or put together with others meanwhile: what is there now holds its results.
      if !hasVanished { break }
    }
    return (opened, notices)
  }

  /// Makes a rename in the folder last.
  func synchronize() {
    let descriptor = SystemCall.open(path, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
    guard descriptor >= 0 else { return }
    // Not every file system can; the rename itself has succeeded.
    fsync(descriptor)
    close(descriptor)
  }

  /// The file of the store that has a name; nil for a file of anybody else.
  private static func item(named name: [UInt8]) -> Item? {
    guard name.count > 32,
      name.prefix(32).allSatisfy({ (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }),
      let ending = Ending(rawValue: String(decoding: name.dropFirst(32), as: UTF8.self))
    else { return nil }
    return Item(id: String(decoding: name.prefix(32), as: UTF8.self), ending: ending)
  }

  private func unreadable(_ reason: String) -> PipelineError {
    PipelineError(
      .stage, at: Place(file: path), "the folder of results cannot be read: \(reason)")
  }
}
