internal import CotejoText

/// The first lines of a cache: whose vectors it holds.
struct VectorCacheHeader: Hashable {
  /// The address that was asked, and the model that was asked for.
  var address: String
  var model: String
  /// What the server called its model; empty if it did not say.
  var served: String
  /// How many numbers a vector has.
  var dimension: Int

  /// The most numbers that a vector of a cache may have.
  static let mostNumbers = 1 << 16
  /// The most bytes that a header is looked for in.
  static let mostBytes = 1 << 16
  private static let title = "cotejo vectors 1"

  /// The header's bytes: a title, four lines and a checksum of all before it.
  var bytes: [UInt8] {
    let lines = [
      Self.title, "address \(Self.oneLine(address))", "model \(Self.oneLine(model))",
      "served \(Self.oneLine(served))", "dimension \(dimension)",
    ]
    var bytes = Array((lines.joined(separator: "\n") + "\n").utf8)
    let sum = String(bytes.withUnsafeBytes { xxh64($0) }, radix: 16)
    bytes += "check \(String(repeating: "0", count: 16 - sum.utf8.count))\(sum)\n".utf8
    return bytes
  }

  /// A header of parts without line ends.
  init(address: String, model: String, served: String, dimension: Int) {
    self.address = Self.oneLine(address)
    self.model = Self.oneLine(model)
    self.served = Self.oneLine(served)
    self.dimension = dimension
  }

  /// Reads the header that a file begins with; nil if it begins with anything else.
  init?(startOf file: some Collection<UInt8>) {
    let lines = file.prefix(Self.mostBytes).split(
      separator: 0x0A, maxSplits: 6, omittingEmptySubsequences: false)
    guard lines.count == 7 else { return nil }
    func value(_ index: Int, _ name: String) -> String? {
      guard let line = String(validating: lines[index], as: UTF8.self),
        line.hasPrefix(name + " ")
      else { return nil }
      return String(line.dropFirst(name.count + 1))
    }
    guard let address = value(1, "address"), let model = value(2, "model"),
      let served = value(3, "served"),
      let dimension = value(4, "dimension").flatMap({ Int($0) }),
      (1...Self.mostNumbers).contains(dimension)
    else { return nil }
    self.init(address: address, model: model, served: served, dimension: dimension)
    guard file.starts(with: bytes) else { return nil }
  }

  private static func oneLine(_ text: String) -> String {
    String(String.UnicodeScalarView(text.unicodeScalars.filter { $0 != "\n" && $0 != "\r" }))
  }
}
