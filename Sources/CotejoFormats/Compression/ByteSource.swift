internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The content of a file, decompressed if its name says so, piece after piece.
struct ByteSource: ~Copyable {
  /// The file as errors name it.
  let place: String
  private let descriptor: Int32
  private var inflater: Inflater?
  /// Compressed bytes that were read ahead; unused for a file that is not compressed.
  private let ahead: UnsafeMutableRawBufferPointer
  private var aheadRange = 0..<0
  /// How many bytes of the file have been read.
  private var bytesRead = 0
  /// Where in the gzip format the next byte of the file stands.
  private var position = Position.start
  /// zlib filled the last output to the brim and may hold more.
  private var outputWasFull = false

  private enum Position {
    case start
    case inMember
    case betweenMembers
    case padding
  }

  /// Opens a file; `-` is standard input, which is not decompressed.
  init(path: String) throws(FormatError) {
    let compressed = CompressedFile.isCompressed(path)
    place = path == "-" ? "standard input" : path
    guard !path.utf8.contains(0) else {
      throw FormatError(.unreadable, place: path, message: "cannot be read: the path holds a NUL")
    }
    // Made before the file is open, so that nothing has to be undone if it fails.
    let inflater = compressed ? try Inflater(place: place) : nil
    let descriptor = path == "-" ? STDIN_FILENO : SystemCall.open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw FormatError(
        .unreadable, place: path, message: "cannot be read: \(SystemCall.message(errno))")
    }
    self.descriptor = descriptor
    ahead = .allocate(byteCount: compressed ? 1 << 16 : 0, alignment: 16)
    self.inflater = inflater
  }

  deinit {
    if descriptor != STDIN_FILENO { close(descriptor) }
    ahead.deallocate()
  }

  /// Fills the front of `buffer`, which must not be empty, with what comes next; 0 bytes is the end.
  mutating func read(into buffer: UnsafeMutableRawBufferPointer) throws(FormatError) -> Int {
    while true {
      if aheadRange.isEmpty, !outputWasFull {
        guard inflater != nil else { return try readPlain(into: buffer) }
        let count = try readFile(into: ahead)
        aheadRange = 0..<count
        if count == 0 {
          try checkEnd()
          return 0
        }
      }
      if position != .inMember, try !beginMember() { continue }
      let input = UnsafeMutableRawBufferPointer(rebasing: ahead[aheadRange])
      // There is an inflater, or the plain path above would have been taken.
      guard let (consumed, produced, outcome) = inflater?.step(input, buffer) else { return 0 }
      aheadRange = (aheadRange.lowerBound + consumed)..<aheadRange.upperBound
      outputWasFull = produced == buffer.count
      switch outcome {
      case .progress: break
      case .memberEnd:
        position = .betweenMembers
        outputWasFull = false
      case .failure(let words):
        throw FormatError(
          .damaged, place: place, offset: fileOffset,
          message: "holds damaged gzip data: \(words)")
      }
      if produced > 0 { return produced }
    }
  }

  /// How many bytes of the file have been taken.
  private var fileOffset: Int { bytesRead - aheadRange.count }

  private mutating func readFile(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(FormatError) -> Int {
    let count = SystemCall.read(descriptor, buffer)
    guard count >= 0 else {
      throw FormatError(
        .unreadable, place: place, offset: bytesRead,
        message: "cannot be read: \(SystemCall.message(errno))")
    }
    bytesRead += count
    return count
  }

  private mutating func readPlain(
    into buffer: UnsafeMutableRawBufferPointer
  ) throws(FormatError) -> Int {
    let first = bytesRead == 0
    let count = try readFile(into: buffer)
    if first, CompressedFile.hasMagic(UnsafeRawBufferPointer(rebasing: buffer[..<count])) {
      throw CompressedFile.misnamed(place)
    }
    return count
  }

  /// Looks at the byte behind a member, of which there is one: whether a member begins here.
  private mutating func beginMember() throws(FormatError) -> Bool {
    let byte = ahead[aheadRange.lowerBound]
    switch position {
    case .start where byte != 0x1F:
      throw FormatError(
        .damaged, place: place, offset: 0, message: "is not gzip, although its name ends in .gz")
    case .betweenMembers where byte == 0x1F: inflater?.reset()
    case .betweenMembers where byte == 0, .padding where byte == 0:
      // Tapes and block devices fill up with zeros; gzip, too, passes over them.
      position = .padding
      aheadRange = (aheadRange.lowerBound + 1)..<aheadRange.upperBound
      return false
    case .betweenMembers, .padding:
      throw FormatError(
        .damaged, place: place, offset: fileOffset,
        message: "holds something other than gzip data behind its gzip data")
    case .start, .inMember: break
    }
    position = .inMember
    return true
  }

  private func checkEnd() throws(FormatError) {
    switch position {
    case .start:
      throw FormatError(
        .damaged, place: place, offset: 0, message: "is empty, although its name ends in .gz")
    case .inMember:
      throw FormatError(
        .damaged, place: place, offset: bytesRead,
        message: "ends within its gzip data: it was cut short")
    case .betweenMembers, .padding: break
    }
  }
}
