internal import CotejoFormats

/// The beads of a pair as a program gets them, and what it gives back.
///
/// Each bead that goes on is a line: the record of the JSON Lines export with the number of the bead,
/// from 0, before its other members.
///
/// ```
/// {"id":7,"source":[…],"target":[…],"type":"1-1","score":0.93}
/// ```
///
/// A line that comes back is such a record again, in any order and however JSON is written. It has the
/// `id`, and may have:
/// - `score`: another one, from 0 to 1;
/// - `reject`: why the bead goes no further, one of a few names; and `detail`, what was found, for
///   people;
/// - any other member that was sent, with the value that was sent.
///
/// A bead that does not come back goes no further either.
struct BeadRecords {
  /// What comes back for a bead.
  struct Answer: Hashable {
    /// Its new score; nil where that stays.
    var score: Double?
    /// Why it goes no further; nil where it does.
    var reason: String?
    /// What the program found in it, for people.
    var detail = ""
  }

  /// All lines that are sent.
  private(set) var input: [UInt8] = []
  /// The beads that are sent, in order, with their lines in the input, without line ends.
  private(set) var lines: [(bead: Int, bytes: Range<Int>)] = []
  /// What has come back so far, by bead.
  private(set) var answers: [Int: Answer] = [:]
  /// The positions of beads in `lines`.
  private var positions: [Int: Int] = [:]
  private var isFirst = true

  /// The longest reason, in bytes of UTF-8: reasons are counted, and few.
  static let longestReason = 200

  /// Renders the beads of a pair that go on.
  init(_ pair: PairState) {
    for bead in pair.rejections.indices where pair.rejections[bead] == nil {
      let start = input.count
      input += "{\"id\":\(bead),".utf8
      var record: [UInt8] = []
      JSONLinesWriter.append(pair.unit(of: bead), to: &record)
      input += record.dropFirst()
      positions[bead] = lines.count
      lines.append((bead, start..<(input.count - 1)))
    }
  }

  /// The longest line that may come back, in bytes: programs may write each character as an escape
  /// of six bytes for each two of it, add blank space, and tell why.
  var lineLimit: Int { (1 << 16) + 8 * (lines.lazy.map(\.bytes.count).max() ?? 0) }

  /// Takes a line that came back.
  ///
  /// - Returns: Why it cannot be used; nil if it can.
  mutating func take(_ line: [UInt8]) -> String? {
    var line = line
    if isFirst, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
    isFirst = false
    if line.allSatisfy({ [0x20, 0x09, 0x0D].contains($0) }) { return nil }
    switch JSONTree.members(of: line) {
    case .failure(let fault): return "\(fault.message) (byte \(fault.offset) of the line)"
    case .success(let members): return take(members)
    }
  }

  private mutating func take(_ members: [[UInt8]: JSONTree]) -> String? {
    guard case .number(let number)? = members[Array("id".utf8)], let bead = Int(exactly: number)
    else { return "'id' must be the number of a bead" }
    guard let position = positions[bead] else { return "no bead \(bead) was sent" }
    guard answers[bead] == nil else { return "the bead \(bead) comes a second time" }
    let sentLine = Array(input[lines[position].bytes])
    guard case .success(let sent) = JSONTree.members(of: sentLine) else {
      preconditionFailure("a record that was sent is no JSON")
    }
    var answer = Answer()
    // In the order of their names: of several faults always the same is told.
    for (key, value) in members.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) })
    where sent[key] != value {
      let name = String(decoding: key, as: UTF8.self)
      switch name {
      case "score":
        guard case .number(let score) = value, 0...1 ~= score else {
          return "'score' of the bead \(bead) is no number from 0 to 1"
        }
        answer.score = score
      case "reject":
        guard case .string(let bytes) = value, Self.isReason(bytes) else {
          return "'reject' of the bead \(bead) must be a short text, of up to "
            + "\(Self.longestReason) bytes and without control characters"
        }
        answer.reason = String(decoding: bytes, as: UTF8.self)
      case "detail":
        guard case .string(let bytes) = value, members[Array("reject".utf8)] != nil else {
          return "'detail' of the bead \(bead) must be a text beside 'reject'"
        }
        answer.detail = String(decoding: bytes, as: UTF8.self)
      case _ where sent[key] != nil:
        return
          "'\(name)' of the bead \(bead) is not what was sent; a program may change 'score' alone"
      default:
        return "unknown member '\(name)' of the bead \(bead)"
          + Suggestion.text(for: name, among: ["detail", "id", "reject", "score"])
      }
    }
    answers[bead] = answer
    return nil
  }

  private static func isReason(_ bytes: [UInt8]) -> Bool {
    1...longestReason ~= bytes.count && bytes.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
  }
}
