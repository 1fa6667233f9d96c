#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Reads a file line after line without holding it, decompressed if its name ends in `.gz`.
///
/// A line ends at LF; a CR before it belongs to the line end, as files from Windows have it. No other
/// character ends a line: a CR or U+2028 inside stays, and line numbers are those of an editor. A
/// byte order mark of UTF-8 at the start of the file is passed over. Lines are not checked to be
/// UTF-8.
///
/// ```swift
/// var reader = try LineReader(path: "pairs.tsv.gz")
/// var line: [UInt8] = []
/// while try reader.read(into: &line) { use(line, reader.lineNumber) }
/// ```
public struct LineReader: ~Copyable {
  /// The 1-based number of the line that was read last; 0 before the first.
  public private(set) var lineNumber = 0

  /// The offset, in the decompressed content, of the first byte of the line that was read last, a
  /// byte order mark before it passed over.
  public private(set) var lineOffset = 0

  /// The offset of the line that comes next.
  private var nextOffset = 0
  private var source: ByteSource
  private let limit: Int
  private let chunk: UnsafeMutableRawBufferPointer
  private var unread = 0..<0
  private var ended = false

  /// Opens a file; `-` is standard input.
  ///
  /// - Parameters:
  ///   - path: The file.
  ///   - maximumLineLength: The most bytes a line may have: all that is ever held, so that a
  ///     decompression bomb cannot fill the memory.
  /// - Throws: `unreadable`.
  public init(path: String, maximumLineLength: Int = 1 << 26) throws(FormatError) {
    source = try ByteSource(path: path)
    limit = maximumLineLength
    chunk = .allocate(byteCount: 1 << 17, alignment: 16)
  }

  deinit {
    chunk.deallocate()
  }

  /// Puts the next line, without its end, in place of what `line` holds; `false` at the end.
  ///
  /// - Throws: `unreadable` or `damaged`, with the offset in the file; `tooLarge` for a line beyond
  ///   the limit, with its number. Nothing can be read after that.
  public mutating func read(into line: inout [UInt8]) throws(FormatError) -> Bool {
    line.removeAll(keepingCapacity: true)
    var complete = false
    var begun = false
    while !complete {
      if unread.isEmpty {
        guard try fill() else { break }
      }
      begun = true
      let rest = UnsafeMutableRawBufferPointer(rebasing: chunk[unread])
      var taken = rest.count
      if let start = rest.baseAddress, let end = memchr(start, 0x0A, rest.count) {
        taken = start.distance(to: end)
        complete = true
      }
      guard line.count + taken <= limit else {
        throw FormatError(
          .tooLarge, place: source.place, line: lineNumber + 1,
          message: "the line has more than the \(limit) bytes that are allowed")
      }
      line.append(contentsOf: UnsafeRawBufferPointer(rebasing: rest[..<taken]))
      unread = (unread.lowerBound + taken + (complete ? 1 : 0))..<unread.upperBound
    }
    guard begun else { return false }
    lineNumber += 1
    lineOffset = nextOffset
    nextOffset += line.count + (complete ? 1 : 0)
    if line.last == 0x0D, complete { line.removeLast() }
    if lineNumber == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) {
      line.removeFirst(3)
      lineOffset = 3
    }
    return true
  }

  private mutating func fill() throws(FormatError) -> Bool {
    if ended { return false }
    let count = try source.read(into: chunk)
    unread = 0..<count
    ended = count == 0
    return !ended
  }
}
