internal import CotejoText

#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#elseif canImport(Darwin)
internal import Darwin
#endif

/// The vectors that one model at one address gave to texts, kept in a file.
///
/// The file has a header and records of one size, which are only ever added, under a lock, so that
/// several processes can use it at a time. Every record has a checksum: what a killed process, a full
/// disk or anything else left damaged is found when the file is opened, taken out, and reported.
/// Without a folder vectors are kept in memory alone.
struct VectorCache {
  /// Where the vectors of an encoder are kept: a file of its own for each address and model.
  static func path(in folder: String, address: EncoderAddress, model: String) -> String {
    let name = SHA256.hash(Array("\(address.url)\n\(model)".utf8)).description.prefix(32)
    return SystemCall.path(of: "\(name).vectors", below: folder)
  }

  /// Whose vectors these are; the dimension is 0 until there is one.
  private(set) var header: VectorCacheHeader
  private let file: LockedFile?
  /// The number of the record of each text.
  private var records: [VectorKey: Int] = [:]
  /// The vectors, where there is no file.
  private var kept: [VectorKey: [Float16]] = [:]
  private let notice: (String) -> Void

  /// How many texts have a vector here.
  var count: Int { file == nil ? kept.count : records.count }

  /// Opens the cache of an encoder in a folder, which is made if it is not there.
  ///
  /// - Parameters:
  ///   - folder: The folder; nil keeps vectors in memory.
  ///   - address: The address that is asked.
  ///   - model: The model that is asked for.
  ///   - notice: Is told what was damaged and taken out.
  /// - Throws: `cache`, naming the file, if it cannot be opened, read or repaired.
  init(
    folder: String?, address: EncoderAddress, model: String, notice: @escaping (String) -> Void
  ) throws(EncoderError) {
    header = VectorCacheHeader(
      address: address.description, model: model, served: "", dimension: 0)
    self.notice = notice
    guard let folder else {
      file = nil
      return
    }
    try Self.make(folder)
    let file = try LockedFile(path: Self.path(in: folder, address: address, model: model))
    let wanted = header
    let scan = try file.locked { () throws(EncoderError) in
      try VectorCacheScan(file, wanted: wanted, notice: notice)
    }
    header = scan.header
    records = scan.records
    self.file = file
  }

  private static func make(_ folder: String) throws(EncoderError) {
    var path = ""
    for part in folder.split(separator: "/", omittingEmptySubsequences: false) {
      path += part
      if !path.isEmpty, mkdir(path, 0o700) != 0, errno != EEXIST, !SystemCall.isFolder(path) {
        throw EncoderError(
          .cache, place: folder,
          message: "the folder for vectors cannot be made: \(SystemCall.message(errno))")
      }
      path += "/"
    }
  }

  /// The vector of a text; nil if it is not here.
  func vector(of key: VectorKey) throws(EncoderError) -> [Float16]? {
    guard let file else { return kept[key] }
    guard let number = records[key] else { return nil }
    let size = VectorRecord.size(dimension: header.dimension)
    let record = try file.read(at: header.bytes.count + number * size, count: size)
    // Another process may have repaired the file in the meantime: then this is a text without a vector.
    guard record.count == size, VectorRecord.key(record[...]) == key else { return nil }
    return VectorRecord.vector(record[...])
  }

  /// Adds the vectors of texts, all of one dimension.
  ///
  /// - Throws: `otherModel` or `dimension` if the cache holds those of another model than `served`,
  ///   or of another dimension; `cache` if the file cannot be written.
  mutating func add(
    _ vectors: [(key: VectorKey, vector: [Float16])], served: String
  ) throws(EncoderError) {
    guard let dimension = vectors.first?.vector.count else { return }
    if header.dimension == 0 {
      header.dimension = dimension
      header.served =
        VectorCacheHeader(
          address: "", model: "", served: served, dimension: 0
        ).served
    }
    guard let file else {
      try check(served: served, dimension: dimension)
      for (key, vector) in vectors { kept[key] = vector }
      return
    }
    var bytes: [UInt8] = []
    for (key, vector) in vectors { VectorRecord.append(key, vector, to: &bytes) }
    let size = VectorRecord.size(dimension: dimension)
    let wanted = header
    let notice = notice
    let (found, first) = try file.locked { () throws(EncoderError) in
      let end = try file.size
      if end == 0 {
        try file.write(wanted.bytes, at: 0)
        try file.write(bytes, at: wanted.bytes.count)
        return (wanted, 0)
      }
      let start = try file.read(at: 0, count: min(end, VectorCacheHeader.mostBytes))
      guard let found = VectorCacheHeader(startOf: start) else {
        notice("\(file.path): notice: damaged; the vectors in it are made again")
        try file.truncate(to: 0)
        try file.write(wanted.bytes, at: 0)
        try file.write(bytes, at: wanted.bytes.count)
        return (wanted, 0)
      }
      guard found == wanted else { return (found, 0) }
      // What a process that was killed left of its last record is overwritten.
      let number = (end - found.bytes.count) / size
      let place = found.bytes.count + number * size
      if place < end { try file.truncate(to: place) }
      try file.write(bytes, at: place)
      return (found, number)
    }
    header = found
    try check(served: served, dimension: dimension)
    for (index, item) in vectors.enumerated() { records[item.key] = first + index }
  }

  /// Checks that vectors are of the model and the dimension that the cache has.
  func check(served: String, dimension: Int) throws(EncoderError) {
    guard header.dimension != 0 else { return }
    let place = file?.path ?? header.address
    let served = VectorCacheHeader(address: "", model: "", served: served, dimension: 0).served
    guard header.served == served else {
      throw EncoderError(
        .otherModel, place: place,
        message: "holds vectors of '\(header.served)', but the server now answers with those of "
          + "'\(served)'; remove the file if that is right")
    }
    guard header.dimension == dimension else {
      throw EncoderError(
        .dimension, place: place,
        message: "holds vectors of \(header.dimension) numbers, but the server now answers with "
          + "\(dimension); remove the file if that is right")
    }
  }
}
