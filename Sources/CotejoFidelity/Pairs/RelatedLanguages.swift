internal import CotejoText

/// Which languages are so close that a rendering shares words and forms with its original.
///
/// From `related.txt`: the tags of a group on a line, blanks between.
struct RelatedLanguages: Sendable {
  /// What the file held, for what must know whether it changed.
  let source: [UInt8]
  private var groups: [[LanguageTag]] = []

  /// Reads the groups that come with the program.
  ///
  /// - Throws: `languageData` if the file is missing or malformed.
  init() throws(FidelityError) {
    guard let path = ResourceFolder.path(of: "related.txt", target: "CotejoFidelity") else {
      throw FidelityError(
        .languageData, place: "related.txt", message: "the related languages are not found")
    }
    let bytes: [UInt8]
    do {
      bytes = try InputFile.bytes(of: path)
    } catch {
      throw FidelityError(.languageData, place: error.place, message: error.message)
    }
    try self.init(bytes, place: path)
  }

  /// Takes the lines of a file; `place` is the name that errors give it.
  ///
  /// - Throws: `languageData`, with file and line, for a line that is not of two tags or more.
  init(_ bytes: [UInt8], place: String) throws(FidelityError) {
    source = bytes
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let names = line.prefix { $0 != UInt8(ascii: "#") }.split { $0 <= 0x20 }
        .map { String(decoding: $0, as: UTF8.self) }
      if names.isEmpty { continue }
      let tags = names.compactMap { try? LanguageTag($0) }
      guard tags.count == names.count, tags.count > 1 else {
        throw FidelityError(
          .languageData, place: "\(place):\(number + 1)",
          message: "is not a line of language tags with blanks between")
      }
      groups.append(tags)
    }
  }

  /// The languages of the groups that a language is in, itself too; none if it is in none.
  func relatives(of language: LanguageTag) -> [LanguageTag] {
    groups.filter { $0.contains { $0.language == language.language } }.flatMap(\.self)
  }

  /// Whether two languages are of one group; scripts and regions do not matter.
  func areRelated(_ first: LanguageTag, _ second: LanguageTag) -> Bool {
    relatives(of: first).contains { $0.language == second.language }
  }
}
