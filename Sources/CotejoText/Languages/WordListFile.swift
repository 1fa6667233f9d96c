/// A file of language data: words under headings, one a line.
///
/// ```
/// # A comment: where the list comes from, its licence.
/// [never]
/// Sr.        # a comment after an entry
/// S. A. de C. V.
/// ```
///
/// The file is UTF-8 with LF or CRLF line ends. `#` opens a comment at the start of a line or after
/// a blank or tab. An entry keeps single blanks inside; it may not stand before the first heading,
/// stand twice under one heading, or hold a tab or control character.
package struct WordListFile: Sendable {
  /// One entry of the file.
  package struct Entry: Hashable, Sendable {
    /// The heading it stands under, without the brackets.
    package var section: String
    /// The entry as it is written.
    package var text: String
    /// Its 1-based line.
    package var line: Int
  }

  /// The entries, in the order of the file.
  package let entries: [Entry]

  /// Reads a file's bytes.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - place: the name that errors give the file.
  ///   - sections: the headings that the file may have; another one is an error.
  /// - Throws: `languageData`, `place` and line in the message's place, for the first fault found.
  package init(_ bytes: [UInt8], place: String, sections: Set<String>) throws(TextError) {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw TextError(.languageData, place: place, message: "is not valid UTF-8")
    }
    var entries: [Entry] = []
    // The entries of each heading: a heading may stand twice.
    var seen: [String: Set<String>] = [:]
    var seenHere: Set<String> = []
    var section: String?
    var line = 0
    var start = 0
    while start < bytes.count {
      line += 1
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let content = Self.content(of: bytes[start..<end])
      start = end + 1
      guard let first = content.first else { continue }
      func fault(_ message: String) -> TextError {
        TextError(.languageData, place: "\(place):\(line)", message: message)
      }
      if content.contains(where: { $0 < 0x20 || $0 == 0x7F }) {
        throw fault("holds a tab or control character")
      }
      var previous: UInt8 = 0
      for byte in content {
        if byte == 0x20, previous == 0x20 { throw fault("holds two blanks in a row") }
        previous = byte
      }
      let entry = String(decoding: content, as: UTF8.self)
      if first == UInt8(ascii: "[") {
        guard content.last == UInt8(ascii: "]") else { throw fault("'\(entry)' lacks its ']'") }
        let name = String(decoding: content.dropFirst().dropLast(), as: UTF8.self)
        guard sections.contains(name) else {
          let known = sections.sorted().joined(separator: ", ")
          throw fault("unknown heading '\(name)'; known are \(known)")
        }
        if let section { seen[section] = seenHere }
        seenHere = seen[name] ?? []
        section = name
        continue
      }
      guard let section else { throw fault("'\(entry)' stands before the first heading") }
      guard seenHere.insert(entry).inserted else {
        throw fault("'\(entry)' stands under '\(section)' twice")
      }
      entries.append(Entry(section: section, text: entry, line: line))
    }
    self.entries = entries
  }

  /// A line without its comment and without blanks at either end.
  private static func content(of line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var content = line
    var previous = UInt8(ascii: " ")
    for index in line.indices {
      let byte = line[index]
      if byte == UInt8(ascii: "#"), previous == UInt8(ascii: " ") || previous == 0x09 {
        content = line[..<index]
        break
      }
      previous = byte
    }
    let isBlank = { (byte: UInt8) in byte == 0x20 || byte == 0x09 || byte == 0x0D }
    while let last = content.last, isBlank(last) { content.removeLast() }
    return content.drop(while: isBlank)
  }
}
