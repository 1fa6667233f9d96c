/// A pattern for paths below a corpus folder, such as `es/{year}/{stem}.txt`.
///
/// Everything outside braces stands for itself. A capture `{name}` stands for one or more
/// characters and never crosses `/`; of several ways to match, the one whose first captures are
/// shortest counts; but a capture `{date}` is a day, as `PathDate` reads it, wherever the whole can
/// be matched so. A capture that occurs twice must match the same text both times. `{` and `}`
/// cannot stand for themselves.
public struct PathPattern: Hashable, Sendable, CustomStringConvertible {
  enum Part: Hashable, Sendable {
    case literal([UInt8])
    case capture(String)
  }

  /// The pattern as it was written.
  public let description: String
  let parts: [Part]

  /// The names of the captures, in order of their first occurrence.
  public var captures: [String] {
    var names: [String] = []
    for case .capture(let name) in parts where !names.contains(name) { names.append(name) }
    return names
  }

  private var hasRepeatedCapture: Bool {
    var names: Set<String> = []
    for case .capture(let name) in parts where !names.insert(name).inserted { return true }
    return false
  }

  /// Reads a pattern; gives back what is wrong with it where it is none.
  static func read(_ text: String) -> Result<PathPattern, Fault> {
    var parts: [Part] = []
    var literal: [UInt8] = []
    var rest = Array(text.utf8)[...]
    if text.isEmpty { return .failure(Fault("a path pattern cannot be empty")) }
    if rest.first == UInt8(ascii: "/") {
      return .failure(Fault("a path pattern is relative to the corpus folder"))
    }
    if text.split(separator: "/").contains("..") {
      return .failure(Fault("a path pattern cannot leave the corpus folder by '..'"))
    }
    while let byte = rest.popFirst() {
      switch byte {
      case UInt8(ascii: "}"):
        return .failure(Fault("'}' without '{' in the path pattern '\(text)'"))
      case UInt8(ascii: "{"):
        guard let end = rest.firstIndex(of: UInt8(ascii: "}")) else {
          return .failure(Fault("'{' without '}' in the path pattern '\(text)'"))
        }
        let name = String(decoding: rest[..<end], as: UTF8.self)
        guard isName(name) else {
          return .failure(
            Fault("'{\(name)}' is no capture; its name is made of letters, digits and '_'"))
        }
        if !literal.isEmpty { parts.append(.literal(literal)) }
        literal = []
        if case .capture(let before)? = parts.last {
          return .failure(Fault("'{\(before)}{\(name)}' cannot be told apart; put a mark between"))
        }
        parts.append(.capture(name))
        rest = rest[(end + 1)...]
      default: literal.append(byte)
      }
    }
    if !literal.isEmpty { parts.append(.literal(literal)) }
    guard parts.count <= 16 else {
      return .failure(Fault("the path pattern '\(text)' has more parts than 16"))
    }
    return .success(PathPattern(description: text, parts: parts))
  }

  /// What is wrong with a pattern.
  struct Fault: Error, Hashable {
    var message: String
    init(_ message: String) { self.message = message }
  }

  private static func isName(_ name: String) -> Bool {
    guard let first = name.utf8.first, (0x41...0x5A).contains(first & 0xDF) else { return false }
    return name.utf8.allSatisfy {
      (0x41...0x5A).contains($0 & 0xDF) || (0x30...0x39).contains($0) || $0 == UInt8(ascii: "_")
    }
  }

  /// What the captures stand for in `path`, or `nil` where the pattern does not match it.
  /// - Complexity: O(*n*²) for *n* bytes between two slashes; O(*n*ᵏ) at worst for *k* captures, where
  ///   one of them occurs twice.
  public func match(_ path: String) -> [String: String]? {
    let path = Array(path.utf8)
    let isDated = parts.contains(.capture(PathDate.capture))
    for takesDates in isDated ? [true, false] : [false] {
      var matching = Matching(path: path, takesDates: takesDates)
      if match(0, 0, &matching) {
        return matching.found.mapValues { String(decoding: $0, as: UTF8.self) }
      }
    }
    return nil
  }

  /// What is known while a path is matched.
  private struct Matching {
    let path: [UInt8]
    /// Whether nothing but a date matches `{date}`.
    let takesDates: Bool
    var found: [String: ArraySlice<UInt8>] = [:]
    var failed: Set<Int> = []

    func takes(_ text: ArraySlice<UInt8>, as name: String) -> Bool {
      !takesDates || name != PathDate.capture || PathDate.read(text) != nil
    }
  }

  private func match(_ offset: Int, _ index: Int, _ matching: inout Matching) -> Bool {
    let path = matching.path
    guard index < parts.count else { return offset == path.count }
    switch parts[index] {
    case .literal(let literal):
      guard path[offset...].starts(with: literal) else { return false }
      return match(offset + literal.count, index + 1, &matching)
    case .capture(let name):
      if let before = matching.found[name] {
        guard path[offset...].starts(with: before) else { return false }
        return match(offset + before.count, index + 1, &matching)
      }
      // What does not match from here on never will, whatever came before, unless it comes again.
      let attempt = offset * parts.count + index
      if matching.failed.contains(attempt) { return false }
      var end = offset
      while end < path.count, path[end] != UInt8(ascii: "/") {
        end += 1
        // A file name is UTF-8: no capture ends within a character.
        if end < path.count, path[end] & 0xC0 == 0x80 { continue }
        guard matching.takes(path[offset..<end], as: name) else { continue }
        matching.found[name] = path[offset..<end]
        if match(end, index + 1, &matching) { return true }
      }
      matching.found[name] = nil
      if !hasRepeatedCapture { matching.failed.insert(attempt) }
      return false
    }
  }
}
