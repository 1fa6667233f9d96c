import CZlib

/// The state of one compression to the gzip format, behind zlib.
///
/// It may pass between threads, for its memory is reached through its one owner alone.
struct Deflater: ~Copyable, @unchecked Sendable {
  /// zlib keeps a pointer to this, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>
  private let output: UnsafeMutableBufferPointer<UInt8>

  /// Gets ready to compress.
  ///
  /// Nothing is said of the file's name or time in the header, which zlib then writes as none, so
  /// that the same bytes compress to the same bytes (with the same version of zlib).
  /// - Parameters:
  ///   - level: 1, fast, to 9, small.
  ///   - place: The file, for an error.
  /// - Throws: `unwritable`, naming `place`, if there is no memory for it.
  init(level: Int32, place: String) throws(FormatError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Window bits of 15; 16 more ask for the gzip format. Memory level 8 is zlib's default.
    let status = deflateInit2_(
      stream, level, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
      Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      stream.deallocate()
      throw FormatError(
        .unwritable, place: place, message: "cannot be written: there is not enough memory")
    }
    self.stream = stream
    output = .allocate(capacity: 1 << 16)
  }

  deinit {
    deflateEnd(stream)
    stream.deallocate()
    output.deallocate()
  }

  /// Compresses all of `bytes` and hands what comes of it to `body`, in pieces; with `last`, also
  /// what was held back, and the end of the gzip member.
  mutating func compress(
    _ bytes: UnsafeBufferPointer<UInt8>, last: Bool, _ body: (UnsafeBufferPointer<UInt8>) -> Void
  ) {
    var rest = bytes[...]
    repeat {
      // zlib counts in 32 bits.
      let piece = rest.prefix(1 << 30)
      rest = rest.dropFirst(piece.count)
      let flush = last && rest.isEmpty ? Z_FINISH : Z_NO_FLUSH
      stream.pointee.next_in = UnsafeMutablePointer(
        mutating: UnsafeBufferPointer(rebasing: piece).baseAddress)
      stream.pointee.avail_in = UInt32(piece.count)
      repeat {
        stream.pointee.next_out = output.baseAddress
        stream.pointee.avail_out = UInt32(output.count)
        deflate(stream, flush)
        let produced = output.count - Int(stream.pointee.avail_out)
        if produced > 0 { body(UnsafeBufferPointer(rebasing: output[..<produced])) }
        // Output space left over means that nothing is pending: zlib.h, at `deflate`.
      } while stream.pointee.avail_out == 0
    } while !rest.isEmpty
  }
}
