import CZlib

/// The state of one decompression, behind zlib.
struct Inflater: ~Copyable {
  /// What stopped a step.
  enum Outcome: Equatable {
    /// The input is used up or the output full.
    case progress
    /// A member of the file is complete and its check sum right.
    case memberEnd
    /// The data cannot be decompressed; zlib's words.
    case failure(String)
  }

  /// zlib keeps a pointer to this, so it must not move.
  private let stream: UnsafeMutablePointer<z_stream>

  /// Gets ready for the gzip format.
  ///
  /// - Throws: `unreadable`, naming `place`, if there is no memory for it.
  init(place: String) throws(FormatError) {
    let stream = UnsafeMutablePointer<z_stream>.allocate(capacity: 1)
    stream.initialize(to: z_stream())
    // Window bits of 15, the most there are; 16 more ask for the gzip format and nothing else.
    let status = inflateInit2_(
      stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard status == Z_OK else {
      stream.deallocate()
      throw FormatError(
        .unreadable, place: place, message: "cannot be read: there is not enough memory")
    }
    self.stream = stream
  }

  deinit {
    inflateEnd(stream)
    stream.deallocate()
  }

  /// Decompresses from the front of `input` to the front of `output`.
  mutating func step(
    _ input: UnsafeMutableRawBufferPointer, _ output: UnsafeMutableRawBufferPointer
  ) -> (consumed: Int, produced: Int, outcome: Outcome) {
    stream.pointee.next_in = input.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_in = UInt32(clamping: input.count)
    stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
    stream.pointee.avail_out = UInt32(clamping: output.count)
    let status = inflate(stream, Z_NO_FLUSH)
    let consumed = min(input.count, Int(UInt32.max)) - Int(stream.pointee.avail_in)
    let produced = min(output.count, Int(UInt32.max)) - Int(stream.pointee.avail_out)
    let outcome: Outcome
    switch status {
    case Z_OK, Z_BUF_ERROR: outcome = .progress
    case Z_STREAM_END: outcome = .memberEnd
    case Z_NEED_DICT: outcome = .failure("it needs a preset dictionary")
    case Z_MEM_ERROR: outcome = .failure("there is not enough memory")
    default:
      outcome = .failure(
        stream.pointee.msg.map { String(cString: $0) } ?? "zlib error \(status)")
    }
    return (consumed, produced, outcome)
  }

  /// Gets ready for the next member.
  mutating func reset() {
    inflateReset(stream)
  }
}
