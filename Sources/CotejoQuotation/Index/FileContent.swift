internal import CotejoText

/// What a file holds, told from anything else by hash and size.
public struct FileContent: Hashable, Sendable {
  /// XXH64 of the bytes.
  public var hash: UInt64
  /// How many bytes there are.
  public var size: UInt64

  init(hash: UInt64, size: UInt64) {
    self.hash = hash
    self.size = size
  }

  /// Takes the bytes of a file.
  public init(of bytes: [UInt8]) {
    self.init(hash: bytes.withUnsafeBytes { xxh64($0) }, size: UInt64(bytes.count))
  }
}
