#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// A file that stands under its name only when it is whole.
///
/// What is written goes to a temporary file in the same folder; ``commit()`` renames it into place.
/// Dropped without a commit, the temporary is removed and whatever stood under the name stays.
/// A symbolic link is followed, and the permissions of a file that is replaced are kept. Devices and
/// pipes, which cannot be replaced, and `-`, standard output, are written to directly.
///
/// ```swift
/// var file = try OutputFile(path: "pairs.tsv")
/// file.write("hola\thello\n")
/// try file.commit()
/// ```
public struct OutputFile: ~Copyable, Sendable {
  /// The final path, as given.
  public let path: String
  /// The first write that failed; all later ones do nothing, and ``commit()`` throws it.
  public private(set) var failure: TextError?

  /// -1 once it is closed.
  private var descriptor: Int32
  /// The file behind `path` when it is a link.
  private let target: String
  /// The file that is written to; `nil` where that is the target itself.
  private var temporary: String?
  private var slot: Int?
  private let durable: Bool
  private var buffer: [UInt8] = []

  private static let bufferSize = 1 << 16

  /// Opens a temporary file beside `path`, whose folder must exist.
  ///
  /// - Parameters:
  ///   - path: The final path, or `-` for standard output.
  ///   - durable: Whether ``commit()`` waits until the disk has the bytes. Without, a power cut (not
  ///     a crash of the program) may leave an empty file.
  /// - Throws: `unwritable`, naming the file, with the system's reason.
  public init(path: String, durable: Bool = true) throws(TextError) {
    let target = Self.followLinks(path)
    let (descriptor, temporary) = try Self.open(target, path: path)
    self.path = path
    self.durable = durable
    self.target = target
    self.descriptor = descriptor
    self.temporary = temporary
    slot = temporary.flatMap { TemporaryTable.insert($0) }
  }

  /// Closes the file and removes the temporary, unless it was committed.
  deinit {
    // As long as the file is open nobody else takes it for abandoned.
    if let temporary { unlink(temporary) }
    if descriptor > STDOUT_FILENO { close(descriptor) }
    if let slot { TemporaryTable.remove(slot) }
  }

  /// Appends bytes; a failure is kept in ``failure`` and thrown by ``commit()``.
  public mutating func write(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append($0) }
  }

  /// Appends the UTF-8 of a string; a failure is kept in ``failure`` and thrown by ``commit()``.
  public mutating func write(_ string: String) {
    var string = string
    string.withUTF8 { append($0) }
  }

  /// Writes what is buffered, to the disk if the file is durable, but does not put it in place.
  ///
  /// For files that belong together: prepare each, then commit each, so that a full disk is known
  /// before the first of them takes its name.
  /// - Throws: `unwritable`, naming the file: the first failure since it was opened.
  public mutating func prepare() throws(TextError) {
    flush()
    // Pipes and terminals know no fsync.
    if failure == nil, durable, temporary != nil, fsync(descriptor) != 0 {
      failure = Self.unwritable(path, reason: SystemCall.message(errno))
    }
    if let failure { throw failure }
  }

  /// Writes what is buffered and puts the file in place.
  ///
  /// - Throws: `unwritable`, naming the file: the first failure since it was opened. Then nothing
  ///   stands under the name that did not stand there before.
  public consuming func commit() throws(TextError) {
    try prepare()
    guard let name = temporary else { return }
    // Keeps the lock until the file has its name.
    let guardian = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
    defer { if guardian >= 0 { close(guardian) } }
    // A network file system may tell of a full disk only here.
    let closed = close(descriptor)
    descriptor = -1
    guard closed == 0 else {
      throw Self.unwritable(path, reason: SystemCall.message(errno))
    }
    guard rename(name, target) == 0 else {
      throw Self.unwritable(path, reason: SystemCall.message(errno))
    }
    temporary = nil
    if durable { Self.synchronizeFolder(of: target) }
  }

  /// Removes the temporaries of all files that are open: for a signal handler about to end the
  /// program.
  ///
  /// Async-signal-safe. Call it once where the handler is installed, when no file is open: it then
  /// does nothing but set up the table that it reads. At most 1,024 files at a time are covered.
  public static func removeTemporaries() {
    TemporaryTable.unlinkAll()
  }

  private mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard failure == nil else { return }
    if buffer.count + bytes.count > Self.bufferSize { flush() }
    if bytes.count >= Self.bufferSize {
      writeAll(UnsafeRawBufferPointer(bytes))
    } else {
      if buffer.capacity < Self.bufferSize { buffer.reserveCapacity(Self.bufferSize) }
      buffer.append(contentsOf: bytes)
    }
  }

  private mutating func flush() {
    guard failure == nil, !buffer.isEmpty else { return }
    // Taken out for the time of the write, or it would be copied.
    var full: [UInt8] = []
    swap(&full, &buffer)
    full.withUnsafeBytes { writeAll($0) }
    full.removeAll(keepingCapacity: true)
    swap(&full, &buffer)
  }

  /// Writes all the bytes or notes why not.
  private mutating func writeAll(_ bytes: UnsafeRawBufferPointer) {
    let error = SystemCall.writeAll(descriptor, bytes)
    if error != 0 { failure = Self.unwritable(path, reason: SystemCall.message(error)) }
  }

  /// Opens what the bytes go to: a temporary, or `target` itself where it cannot be replaced.
  private static func open(
    _ target: String, path: String
  ) throws(TextError) -> (descriptor: Int32, temporary: String?) {
    if path == "-" { return (STDOUT_FILENO, nil) }
    guard !path.isEmpty, !path.utf8.contains(0) else {
      throw unwritable(path, reason: "the path is empty or holds a NUL byte")
    }
    var status = stat()
    guard stat(target, &status) == 0 else { return try openTemporary(beside: target, path: path) }
    guard status.st_mode & S_IFMT == S_IFREG else {
      // Opening a folder to write fails with the reason that it is one.
      let descriptor = SystemCall.open(target, O_WRONLY | O_CLOEXEC)
      guard descriptor >= 0 else { throw unwritable(path, reason: SystemCall.message(errno)) }
      return (descriptor, nil)
    }
    // A rename would replace a write-protected file all the same.
    guard access(target, W_OK) == 0 else {
      throw unwritable(path, reason: SystemCall.message(errno))
    }
    let opened = try openTemporary(beside: target, path: path)
    fchmod(opened.descriptor, status.st_mode & 0o7777)
    return opened
  }

  /// Creates a file of a new name in the folder of `target`.
  private static func openTemporary(
    beside target: String, path: String
  ) throws(TextError) -> (descriptor: Int32, temporary: String?) {
    let (folder, name) = split(target)
    guard !name.isEmpty else { throw unwritable(path, reason: "the path names a folder") }
    let opened = TemporaryFile.open(in: folder, O_WRONLY)
    guard opened.descriptor >= 0 else {
      throw unwritable(path, reason: SystemCall.message(opened.error))
    }
    return (opened.descriptor, opened.path)
  }

  /// The path of the file that a chain of links ends in, whether it exists or not.
  private static func followLinks(_ path: String) -> String {
    var current = path
    // The kernel, too, gives up after 40 links.
    for _ in 0..<40 {
      guard let link = SystemCall.readLink(current) else { return current }
      current = link.utf8.first == UInt8(ascii: "/") ? link : "\(split(current).folder)/\(link)"
    }
    return current
  }

  /// Makes a rename last: the folder is a file, too.
  private static func synchronizeFolder(of path: String) {
    let folder = SystemCall.open(split(path).folder + "/", O_RDONLY | O_CLOEXEC)
    guard folder >= 0 else { return }
    // Not every file system can; the rename itself has succeeded.
    fsync(folder)
    close(folder)
  }

  /// The folder of a path, without a slash at its end (`.` if there is none), and the last name.
  private static func split(_ path: String) -> (folder: String, name: String) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
    return (String(path[..<slash]), String(path[path.utf8.index(after: slash)...]))
  }

  private static func unwritable(_ path: String, reason: String) -> TextError {
    let place = path == "-" ? "standard output" : path
    return TextError(.unwritable, place: place, message: "cannot be written: \(reason)")
  }
}
