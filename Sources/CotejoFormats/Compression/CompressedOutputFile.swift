internal import CotejoText

/// A file that stands under its name only when it is whole, compressed if its name ends in `.gz`.
///
/// The same bytes written give the same bytes in the file: the gzip header has no time and no name.
/// Dropped without ``commit()``, nothing is left of it.
public struct CompressedOutputFile: ~Copyable, Sendable {
  private var file: OutputFile
  private var deflater: Deflater?

  /// Opens a temporary file beside `path`, whose folder must exist; `-` is standard output.
  ///
  /// - Parameters:
  ///   - path: The final path.
  ///   - level: How hard to compress: 1, fast, to 9, small; 6 is gzip's own.
  /// - Throws: `unwritable`, naming the file.
  public init(path: String, level: Int = 6) throws(FormatError) {
    let level = Int32(min(max(level, 1), 9))
    deflater =
      CompressedFile.isCompressed(path) ? try Deflater(level: level, place: path) : nil
    do {
      file = try OutputFile(path: path)
    } catch {
      throw FormatError(error)
    }
  }

  /// Appends bytes.
  ///
  /// - Throws: `unwritable`, as soon as a write has failed.
  public mutating func write(_ bytes: Span<UInt8>) throws(FormatError) {
    if deflater == nil { file.write(bytes) } else { compress(bytes, last: false) }
    if let failure = file.failure { throw FormatError(failure) }
  }

  /// Appends bytes.
  ///
  /// - Throws: `unwritable`, as soon as a write has failed.
  public mutating func write(_ bytes: [UInt8]) throws(FormatError) {
    try write(bytes.span)
  }

  /// Writes all that is held back, to the disk, but does not put the file in place.
  ///
  /// No more can be written then. For files that belong together: prepare each, then commit each.
  ///
  /// - Throws: `unwritable`, naming the file.
  public mutating func prepare() throws(FormatError) {
    if deflater != nil {
      compress([UInt8]().span, last: true)
      deflater = nil
    }
    do {
      try file.prepare()
    } catch {
      throw FormatError(error)
    }
  }

  /// Writes all that is held back and puts the file in place.
  ///
  /// - Throws: `unwritable`, naming the file; then nothing stands under the name that did not stand
  ///   there before.
  public consuming func commit() throws(FormatError) {
    try prepare()
    do {
      try file.commit()
    } catch {
      throw FormatError(error)
    }
  }

  /// Writes a whole file, which takes its name when it is complete.
  ///
  /// - Throws: `unwritable`, naming the file.
  static func write(_ bytes: [UInt8], to path: String) throws(FormatError) {
    var file = try Self(path: path)
    try file.write(bytes)
    try file.commit()
  }

  private mutating func compress(_ bytes: Span<UInt8>, last: Bool) {
    bytes.withUnsafeBufferPointer { bytes in
      deflater?.compress(bytes, last: last) { file.write($0.span) }
    }
  }
}
