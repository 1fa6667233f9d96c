internal import CotejoText

/// Many lines, parted by a separator: a few in memory, more in a file without a name.
struct SpilledLines: ~Copyable {
  /// Why lines were lost; later ones are dropped.
  private(set) var failure: TextError?
  private(set) var isEmpty = true
  /// What is not in the file yet.
  private var last: [UInt8] = []
  private var file: ScratchFile?
  private let folder: String
  private let separator: [UInt8]

  /// What is held in memory, in bytes.
  private static let most = 1 << 20

  /// No lines yet.
  ///
  /// - Parameters:
  ///   - folder: Where the file is made, once there is much to hold.
  ///   - separator: What stands between two lines.
  init(in folder: String, separator: String) {
    self.folder = folder
    self.separator = Array(separator.utf8)
  }

  /// Adds a line; where it cannot be kept, `failure` says so.
  mutating func append(_ line: [UInt8]) {
    guard failure == nil else { return }
    if !isEmpty { last += separator }
    isEmpty = false
    last += line
    guard last.count >= Self.most else { return }
    do {
      if file == nil { file = try ScratchFile(in: folder) }
      try file?.append(last)
      last.removeAll(keepingCapacity: true)
    } catch {
      failure = error
    }
  }

  /// Hands on the lines with what stands between them, piece by piece.
  ///
  /// - Throws: `unreadable`, where they cannot be read back.
  func read(_ body: (Span<UInt8>) -> Void) throws(TextError) {
    try file?.read(body)
    body(last.span)
  }
}
