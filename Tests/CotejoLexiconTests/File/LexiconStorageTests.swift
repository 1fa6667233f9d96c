import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoLexicon

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

/// What is no lexicon, or no longer one, is an error and nothing worse.
struct LexiconStorageTests {
  private static func content(of lexicon: Lexicon) -> [UInt8] {
    var content: [UInt8] = []
    lexicon.storage.withContent { bytes in
      for index in bytes.indices { content.append(bytes[index]) }
    }
    return content
  }

  /// A lexicon of a few words: 64 slots a side keep it small.
  private func small() throws -> [UInt8] {
    let bitext = try Bitext([("El mar", "The sea"), ("El sol", "The sun")])
    return Self.content(
      of: try LexiconTrainer().train(
        on: bitext, source: LanguageTag("es"), target: LanguageTag("en")))
  }

  private func open(_ content: [UInt8]) throws(LexiconError) -> Lexicon {
    let lexicon = try Lexicon(storage: LexiconStorage(copying: content), file: "a.lexicon")
    try lexicon.verify(file: "a.lexicon")
    return lexicon
  }

  /// Puts the checksum that fits into a header.
  private func sealed(_ content: [UInt8]) -> [UInt8] {
    var sealed = content
    let sum = sealed.withUnsafeBytes { xxh64(UnsafeRawBufferPointer(rebasing: $0[32...])) }
    for index in 0..<8 { sealed[24 + index] = UInt8(truncatingIfNeeded: sum >> (8 * index)) }
    return sealed
  }

  /// Goes every way that a look-up can go.
  private func walk(_ lexicon: Lexicon) -> Int {
    var steps = 0
    for side in [Lexicon.Side.source, .target] {
      let other: Lexicon.Side = side == .source ? .target : .source
      for word in 0..<Int32(lexicon.count(side)) {
        var text = lexicon.word(word, side)
        steps += text.withUTF8 { lexicon.find($0.span, side) == nil ? 0 : 1 }
        steps += lexicon.mentions(word, side)
        lexicon.forEachTranslation(of: word, side) { translation in
          steps += lexicon.word(translation.word, other).utf8.count
          if !(0...1).contains(translation.probability) { steps = .min }
        }
      }
      for unknown in ["", "q", "zzzz", "mar", "sea"] {
        if lexicon.find(Array(unknown.utf8).span, side) != nil { steps += 1 }
      }
    }
    return steps + lexicon.totalMentions.source + lexicon.totalMentions.target
  }

  @Test func `a lexicon that is whole is opened`() throws {
    let content = try small()
    #expect(try walk(open(content)) > 0)
    #expect(sealed(content) == content)
  }

  @Test func `a truncated lexicon is an error at every length`() throws {
    let content = try small()
    let folder = TemporaryFolder()
    for length in 0..<content.count where length < 400 || length % 61 == 0 {
      folder.write(Array(content[..<length]), to: "a.lexicon")
      let error = #expect(throws: LexiconError.self) {
        try Lexicon(mapping: folder.file("a.lexicon"))
      }
      #expect(error?.code == (length < 32 ? .unknownFormat : .damaged))
      #expect(error?.file == folder.file("a.lexicon"))
      guard length >= 32 else { continue }
      // A size and a checksum that fit do not make it whole.
      var shorter = Array(content[..<length])
      for index in 0..<8 { shorter[16 + index] = UInt8(truncatingIfNeeded: length >> (8 * index)) }
      let other = #expect(throws: LexiconError.self) { try open(sealed(shorter)) }
      #expect(other?.code == .damaged)
    }
  }

  @Test func `every byte that changes is found out`() throws {
    let content = try small()
    for index in content.indices {
      var changed = content
      changed[index] ^= 1 << UInt8(index % 8)
      let error = #expect(throws: LexiconError.self) { try open(changed) }
      #expect(error?.code == (index < 12 ? .unknownFormat : .damaged), "byte \(index)")
    }
  }

  @Test func `another version is named`() throws {
    var content = try small()
    content[8] = 9
    let error = #expect(throws: LexiconError.self) { try open(sealed(content)) }
    #expect(error?.code == .unknownFormat)
    #expect(error?.message == "lexicon format 9; this program reads format 1")
  }

  /// A checksum vouches for the bytes, not for their sense.
  @Test func `nonsense under a valid checksum is an error or harmless`() throws {
    let content = try small()
    var generator = SeededGenerator(seed: 19)
    var opened = 0
    for _ in 0..<6000 {
      var changed = content
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        // Half of the changes hit the section table and the index tables right behind it.
        let limit = Bool.random(using: &generator) ? 280 : content.count
        let index = Int.random(in: 12..<limit, using: &generator)
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: changed[index] = 0
        case 1: changed[index] = 0xFF
        case 2: changed[index] = UInt8.random(in: 0...255, using: &generator)
        default: changed[index] &+= 1
        }
      }
      do {
        let lexicon = try open(sealed(changed))
        opened += 1
        #expect(walk(lexicon) >= 0)
        #expect(walk(lexicon.reversed) >= 0)
      } catch {
        #expect(error.code == .damaged)
        #expect(error.file.isEmpty || error.file == "a.lexicon")
      }
    }
    // The test would be idle if nothing got as far as the look-ups.
    #expect(opened > 100)
  }

  /// What is opened by its header alone may hold anything behind it.
  @Test func `nonsense in an installed lexicon is found out or harmless`() throws {
    let content = try small()
    let folder = TemporaryFolder()
    var generator = SeededGenerator(seed: 23)
    var opened = 0
    for _ in 0..<1500 {
      var changed = content
      for _ in 0..<Int.random(in: 1...40, using: &generator) {
        let index = Int.random(in: 12..<content.count, using: &generator)
        changed[index] =
          Bool.random(using: &generator) ? 0xFF : .random(in: 0...255, using: &generator)
      }
      folder.write(changed, to: "a.lexicon")
      do {
        let lexicon = try Lexicon(installed: folder.file("a.lexicon"))
        opened += 1
        #expect(walk(lexicon) >= 0)
        #expect(walk(lexicon.reversed) >= 0)
        #expect(throws: LexiconError.self) { try lexicon.verify() }
      } catch {
        #expect(error.code == .damaged)
        #expect(error.file == folder.file("a.lexicon"))
      }
    }
    #expect(opened > 100)
  }

  @Test func `slots of an installed lexicon that are all taken end a search`() throws {
    var content = try small()
    func number(_ offset: Int) -> Int {
      (0..<8).reduce(0) { $0 | Int(content[offset + $1]) << (8 * $1) }
    }
    let offset = number(32 + 16 * LexiconLayout.Section.sourceSlots.rawValue)
    for place in stride(from: offset, to: offset + 256, by: 4) { content[place] = 1 }
    let folder = TemporaryFolder()
    folder.write(content, to: "a.lexicon")
    let lexicon = try Lexicon(installed: folder.file("a.lexicon"))
    #expect(lexicon.find(Array("zzzz".utf8).span, .source) == nil)
  }

  @Test func `numbers that point outside their tables are found out`() throws {
    let content = try small()
    func number(_ offset: Int) -> Int {
      (0..<8).reduce(0) { $0 | Int(content[offset + $1]) << (8 * $1) }
    }
    for section in LexiconLayout.Section.allCases where section != .description {
      let offset = number(32 + 16 * section.rawValue)
      let length = number(32 + 16 * section.rawValue + 8)
      if section == .sourceBytes || section == .targetBytes { continue }
      if section == .sourceCounts || section == .targetCounts { continue }
      for place in stride(from: offset, to: offset + length, by: 4) {
        var changed = content
        changed.replaceSubrange(place..<place + 4, with: [0xFF, 0xFF, 0xFF, 0xFF])
        let error = #expect(throws: LexiconError.self) { try open(sealed(changed)) }
        #expect(error?.code == .damaged, "\(section)")
      }
    }
    for section in [LexiconLayout.Section.sourceSlots, .targetSlots] {
      // Without a free slot, looking up an unknown word would never end.
      let offset = number(32 + 16 * section.rawValue)
      var changed = content
      for place in stride(from: offset, to: offset + 256, by: 4) { changed[place] = 1 }
      #expect(throws: LexiconError.self) { try open(sealed(changed)) }
    }
  }

  @Test func `other files are no lexicons`() throws {
    let folder = TemporaryFolder()
    folder.write([], to: "empty")
    folder.write(Array("COTEJOLX".utf8), to: "magic")
    folder.write(Array(repeating: 0x20, count: 5000), to: "blank")
    folder.write(LexiconLayout.magic + [1] + Array(repeating: 0, count: 23), to: "header")
    for (name, code) in [
      ("empty", LexiconError.Code.unknownFormat), ("magic", .unknownFormat),
      ("blank", .unknownFormat), ("header", .damaged), ("missing", .unreadable),
      ("blank/below", .unreadable), ("", .unreadable),
    ] {
      let error = #expect(throws: LexiconError.self) {
        try Lexicon(mapping: folder.file(name))
      }
      #expect(error?.code == code, "\(name)")
      #expect(error?.file == folder.file(name))
      #expect(error?.message.isEmpty == false)
    }
  }

  @Test func `a pipe is refused, not waited for`() throws {
    let folder = TemporaryFolder()
    #expect(mkfifo(folder.file("pipe"), 0o600) == 0)
    let error = #expect(throws: LexiconError.self) { try Lexicon(mapping: folder.file("pipe")) }
    #expect(error?.code == .unreadable)
    #expect(error?.message == "is not a regular file")
  }

  @Test func `a path with a NUL names no other file`() throws {
    let folder = TemporaryFolder()
    folder.write(try small(), to: "a")
    _ = try Lexicon(mapping: folder.file("a"))
    let error = #expect(throws: LexiconError.self) { try Lexicon(mapping: folder.file("a\0b")) }
    #expect(error?.code == .unreadable)
  }
}
