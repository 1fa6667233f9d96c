internal import CotejoICU
internal import CotejoText

/// Names that differ from language to language and mean the same: *ONU* and *UN*, *Londres* and
/// *London*.
///
/// From `names.txt`, a line of names that are equal with commas between, and from CLDR (by way of
/// ICU), what countries are called in the two languages.
struct EqualNames: Sendable {
  private struct Member: Sendable {
    var group: Int
    /// The words of the name, folded.
    var words: [[UInt8]]
    /// Whether it is one word that the file has in capitals only.
    var isAcronym: Bool
  }

  /// What the file held, for what must know whether it changed.
  let source: [UInt8]
  private var members: [Member] = []
  /// The members that have a word.
  private var places: [[UInt8]: [Int]] = [:]

  /// Knows what two languages call the countries of the world, and the names of `names.txt`.
  ///
  /// - Throws: `languageData` if the file is missing or malformed.
  init(source: LanguageTag, target: LanguageTag) throws(FidelityError) {
    guard let path = ResourceFolder.path(of: "names.txt", target: "CotejoFidelity") else {
      throw FidelityError(.languageData, place: "names.txt", message: "the names are not found")
    }
    do {
      try self.init(InputFile.bytes(of: path), place: path)
    } catch let error as TextError {
      throw FidelityError(.languageData, place: error.place, message: error.message)
    } catch let error as FidelityError {
      throw error
    } catch {
      throw FidelityError(.languageData, place: path, message: "cannot be read")
    }
    addRegions(source, target)
  }

  /// Takes the lines of a file; `place` is the name that errors give it.
  ///
  /// - Throws: `languageData`, with file and line, for a line with fewer than two names, or for bytes
  ///   that are not UTF-8.
  init(_ bytes: [UInt8], place: String) throws(FidelityError) {
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw FidelityError(.languageData, place: place, message: "is not valid UTF-8")
    }
    source = bytes
    let lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    for (number, line) in lines.enumerated() {
      let content = line.prefix { $0 != UInt8(ascii: "#") }.drop { $0 <= 0x20 }
      if content.isEmpty { continue }
      let names = content.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
        .map { (words: Self.words(of: $0), isAcronym: Self.isAcronym($0)) }
      guard names.count > 1, names.allSatisfy({ !$0.words.isEmpty }) else {
        throw FidelityError(
          .languageData, place: "\(place):\(number + 1)",
          message: "is not a line of equal names with commas between")
      }
      add(names)
    }
  }

  /// The words of a name, folded; blanks stand between them.
  private static func words(of name: ArraySlice<UInt8>) -> [[UInt8]] {
    name.split { $0 <= 0x20 }.map { word in
      var form: [UInt8] = []
      let bytes = Array(word)
      var index = 0
      while index < bytes.count {
        let (scalar, width) = bytes.span.decodeScalar(at: index)
        form.append(scalar: CodePoint.caseFolded(scalar))
        index += width
      }
      return NameForm.folded(form)
    }
  }

  /// Whether a name is one word of capitals only.
  private static func isAcronym(_ name: ArraySlice<UInt8>) -> Bool {
    let words = name.split { $0 <= 0x20 }
    return words.count == 1 && words[0].count > 1
      && words[0].allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  private mutating func add(_ names: [(words: [[UInt8]], isAcronym: Bool)]) {
    let group = members.last.map { $0.group + 1 } ?? 0
    for (words, isAcronym) in names {
      for word in words where word.count > 1 { places[word, default: []].append(members.count) }
      members.append(Member(group: group, words: words, isAcronym: isAcronym))
    }
  }

  /// Adds what the countries are called in two languages.
  private mutating func addRegions(_ source: LanguageTag, _ target: LanguageTag) {
    guard var left = try? DisplayNames(locale: source.description),
      var right = try? DisplayNames(locale: target.description)
    else { return }
    // Three digits name parts of the world.
    for code in DisplayNames.regionCodes where code.utf8.count == 2 {
      guard let one = try? left.region(code), let other = try? right.region(code) else { continue }
      let names = [one, other].map {
        (words: Self.words(of: Array($0.utf8)[...]), isAcronym: false)
      }
      if names.allSatisfy({ !$0.words.isEmpty }) { add(names) }
    }
  }

  /// Whether a folded word belongs to a name all of whose words stand on its side.
  func hasName(with word: [UInt8], in side: Set<[UInt8]>) -> Bool {
    places[word]?.contains { side.isSuperset(of: members[$0].words) } ?? false
  }

  /// The other acronyms that the file has beside one, folded; none if it has it not as an acronym.
  func otherAcronyms(for word: [UInt8]) -> Set<[UInt8]> {
    var others: Set<[UInt8]> = []
    for place in places[word] ?? [] where members[place].isAcronym {
      var next = place
      while next > 0, members[next - 1].group == members[place].group { next -= 1 }
      while next < members.count, members[next].group == members[place].group {
        if members[next].isAcronym, members[next].words != [word] {
          others.insert(members[next].words[0])
        }
        next += 1
      }
    }
    return others
  }

  /// Whether a folded word belongs to some name.
  func hasName(with word: [UInt8]) -> Bool { places[word] != nil }

  /// Whether a word belongs to a name on its side that means the same as one on the other side.
  ///
  /// - Parameters:
  ///   - word: a folded word.
  ///   - side: all folded words of its side.
  ///   - other: all folded words of the other side.
  /// - Returns: whether one of them has the same meaning.
  func isRendered(_ word: [UInt8], of side: Set<[UInt8]>, by other: Set<[UInt8]>) -> Bool {
    for place in places[word] ?? [] where side.isSuperset(of: members[place].words) {
      let group = members[place].group
      var next = place
      while next > 0, members[next - 1].group == group { next -= 1 }
      while next < members.count, members[next].group == group {
        if next != place, other.isSuperset(of: members[next].words) { return true }
        next += 1
      }
    }
    return false
  }
}
