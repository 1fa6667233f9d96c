internal import CotejoText

/// Files that are gzip-compressed where their name ends in `.gz`, and plain where it does not.
public enum CompressedFile {
  /// Whether a file of that name is compressed: it ends in `.gz`, in letters of either case.
  public static func isCompressed(_ path: String) -> Bool {
    let tail = path.utf8.suffix(3)
    return tail.elementsEqual(".gz".utf8) || tail.elementsEqual(".GZ".utf8)
  }

  /// The name without `.gz`, or as it is.
  public static func nameWithoutCompression(_ path: String) -> String {
    isCompressed(path) ? String(Substring(path.utf8.dropLast(3))) : path
  }

  /// The bytes that a file holds, decompressed if its name ends in `.gz`; `-` is standard input.
  ///
  /// A file may consist of several gzip members, as appending to it and parallel compressors leave
  /// it; its content is theirs in a row. Each member's check sum and length are verified.
  /// - Parameters:
  ///   - path: The file.
  ///   - limit: The most bytes, decompressed, that are taken: a small file can unpack to a thousand
  ///     times its size.
  /// - Returns: The content.
  /// - Throws: `unreadable`; `tooLarge`; `damaged` for data that are cut short, damaged, not gzip
  ///   despite the name or gzip despite the name, with the offset in the file.
  public static func bytes(
    of path: String, limit: Int = 1 << 30
  ) throws(FormatError) -> [UInt8] {
    guard isCompressed(path) else { return try plainBytes(of: path, limit: limit) }
    var source = try ByteSource(path: path)
    var content: [UInt8] = []
    let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 17, alignment: 16)
    defer { chunk.deallocate() }
    while true {
      let count = try source.read(into: chunk)
      if count == 0 { return content }
      guard content.count + count <= limit else { throw tooLarge(path, limit: limit) }
      content.append(contentsOf: UnsafeRawBufferPointer(rebasing: chunk[..<count]))
    }
  }

  private static func plainBytes(of path: String, limit: Int) throws(FormatError) -> [UInt8] {
    let content: [UInt8]
    do {
      content = try InputFile.bytes(of: path)
    } catch {
      throw FormatError(error)
    }
    guard content.count <= limit else { throw tooLarge(path, limit: limit) }
    guard !content.withUnsafeBytes({ hasMagic($0) }) else { throw misnamed(path) }
    return content
  }

  /// Whether bytes begin as a gzip file does (RFC 1952, 2.3.1); no UTF-8 text can.
  static func hasMagic(_ bytes: UnsafeRawBufferPointer) -> Bool {
    bytes.count >= 2 && bytes[0] == 0x1F && bytes[1] == 0x8B
  }

  static func misnamed(_ place: String) -> FormatError {
    FormatError(
      .damaged, place: place, offset: 0,
      message: "holds gzip data, although its name does not end in .gz")
  }

  private static func tooLarge(_ path: String, limit: Int) -> FormatError {
    FormatError(
      .tooLarge, place: path, message: "holds more than the \(limit) bytes that are allowed")
  }
}
