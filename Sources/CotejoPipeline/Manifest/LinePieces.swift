/// Many lines in memory, parted by a separator.
///
/// They lie in pieces: one array would be copied, and take twice the room, whenever it grows.
struct LinePieces: Sendable {
  /// The bytes, one piece after another.
  private(set) var pieces: [[UInt8]] = []
  private let separator: [UInt8]

  private static let size = 1 << 20

  /// No lines yet.
  init(separator: String) {
    self.separator = Array(separator.utf8)
  }

  /// Adds a line.
  mutating func append(_ line: [UInt8]) {
    let parts = pieces.isEmpty ? [line] : [separator, line]
    let count = parts.reduce(0) { $0 + $1.count }
    if pieces.last.map({ $0.count + count > Self.size }) ?? true {
      var piece: [UInt8] = []
      // A small run takes no more than it needs.
      if !pieces.isEmpty { piece.reserveCapacity(max(Self.size, count)) }
      pieces.append(piece)
    }
    for part in parts { pieces[pieces.count - 1] += part }
  }
}
