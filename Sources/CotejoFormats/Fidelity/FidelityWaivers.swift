public import CotejoFidelity
internal import CotejoText

/// Findings that somebody looked at and let pass, with the reasons.
///
/// A file of them has one on each line: `ID<TAB>TYPE<TAB>REASON`, or an object
/// `{"id":"7","type":"accuracy/omission","reason":"…"}`, with `fingerprint` in place of `id` where the
/// finding is meant by its ``FindingFingerprint``; a column of 16 hexadecimal digits is taken for
/// either. Blank lines and lines that begin with `#` are passed over.
public struct FidelityWaivers: Sendable {
  /// A line of the file.
  public struct Waiver: Hashable, Sendable {
    /// The name of the pair, if it may be meant.
    public var id: String?
    /// The fingerprint of the finding, if it may be meant.
    public var fingerprint: String?
    /// The type of the finding.
    public var type: FindingType
    /// Why it passes.
    public var reason: String
    /// The 1-based line.
    public var line: Int
  }

  /// The waivers in the order of the file.
  public let waivers: [Waiver]
  /// The numbers of the waivers by the name or the fingerprint.
  private let byName: [String: [Int]]

  /// No waivers.
  public init() { self.init([]) }

  private init(_ waivers: [Waiver]) {
    self.waivers = waivers
    var byName: [String: [Int]] = [:]
    for (number, waiver) in waivers.enumerated() {
      for name in Set([waiver.id, waiver.fingerprint].compactMap(\.self)) {
        byName[name, default: []].append(number)
      }
    }
    self.byName = byName
  }

  /// Reads a file of waivers, as far as its lines are some.
  ///
  /// - Returns: the waivers, and an error with its line for each line that is none.
  /// - Throws: `unreadable`, `tooLarge`, or `damaged`.
  public static func read(
    path: String
  ) throws(FormatError) -> (waivers: Self, faults: [FormatError]) {
    var lines = try LineReader(path: path)
    var line: [UInt8] = []
    var waivers: [Waiver] = []
    var faults: [FormatError] = []
    while try lines.read(into: &line) {
      let content = line.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }
      guard let first = content.first, first != UInt8(ascii: "#") else { continue }
      do throws(FormatError) {
        waivers.append(
          first == UInt8(ascii: "{")
            ? try JSONLines.record(in: line, place: path, number: lines.lineNumber) {
              (scanner) throws(JSONScanner.Fault) in
              try record(&scanner, line: lines.lineNumber)
            } : try columns(line, place: path, number: lines.lineNumber))
      } catch {
        faults.append(error)
      }
    }
    return (Self(waivers), faults)
  }

  /// The number of the first waiver that lets a finding pass; `nil` if none does.
  public func index(of finding: Finding, id: String, fingerprint: String) -> Int? {
    func candidates(_ name: String) -> [Int] { byName[name] ?? [] }
    let byID = candidates(id).first {
      waivers[$0].type == finding.type && waivers[$0].id == id
    }
    let byFingerprint = candidates(fingerprint).first {
      waivers[$0].type == finding.type && waivers[$0].fingerprint == fingerprint
    }
    return [byID, byFingerprint].compactMap(\.self).min()
  }

  private static func columns(
    _ line: [UInt8], place: String, number: Int
  ) throws(FormatError) -> Waiver {
    guard let text = String(validating: line, as: UTF8.self) else {
      throw FormatError(
        .invalidEncoding, place: place, line: number, message: "the line is not valid UTF-8")
    }
    let columns = text.split(separator: "\t", maxSplits: 2, omittingEmptySubsequences: false)
    guard columns.count == 3 else {
      throw FormatError(
        .malformed, place: place, line: number,
        message: "a waiver has three columns: the pair's id or the finding's fingerprint, its "
          + "type, and the reason")
    }
    do throws(JSONScanner.Fault) {
      let name = String(columns[0])
      return try waiver(
        id: name, fingerprint: isFingerprint(name) ? name : nil, type: String(columns[1]),
        reason: String(columns[2]), line: number, JSONScanner(line))
    } catch {
      throw FormatError(.malformed, place: place, line: number, message: error.message)
    }
  }

  private static func isFingerprint(_ name: String) -> Bool {
    name.utf8.count == 16
      && name.unicodeScalars.allSatisfy { $0.properties.isASCIIHexDigit && !("A"..."F" ~= $0) }
  }

  private static func record(
    _ scanner: inout JSONScanner, line: Int
  ) throws(JSONScanner.Fault) -> Waiver {
    var members: [String: String] = [:]
    try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
      let key = String(decoding: key, as: UTF8.self)
      guard ["id", "fingerprint", "type", "reason"].contains(key) else {
        throw scanner.fault("'\(key)' is no member of a waiver")
      }
      guard members[key] == nil else { throw scanner.fault("'\(key)' stands there twice") }
      var text: [UInt8] = []
      try scanner.string(into: &text)
      members[key] = String(decoding: text, as: UTF8.self)
    }
    return try waiver(
      id: members["id"], fingerprint: members["fingerprint"], type: members["type"] ?? "",
      reason: members["reason"] ?? "", line: line, scanner)
  }

  private static func waiver(
    id: String?, fingerprint: String?, type: String, reason: String, line: Int,
    _ scanner: JSONScanner
  ) throws(JSONScanner.Fault) -> Waiver {
    guard !(id ?? fingerprint ?? "").isEmpty else {
      throw scanner.fault("a waiver needs the pair's id or the finding's fingerprint")
    }
    guard let known = FindingType(rawValue: type) else {
      throw scanner.fault("'\(type)' is no type of a finding")
    }
    guard reason.contains(where: { !$0.isWhitespace }) else {
      throw scanner.fault("a waiver needs a reason")
    }
    return Waiver(id: id, fingerprint: fingerprint, type: known, reason: reason, line: line)
  }
}
