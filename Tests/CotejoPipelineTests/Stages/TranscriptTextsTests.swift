import CotejoQuotation
import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

struct TranscriptTextsTests {
  /// Two names that Unicode holds equal, and one more.
  private static let names = ["se\u{F1}al.txt", "sen\u{303}al.txt", "c.txt"]

  private func texts(
    _ folder: TemporaryFolder, _ contents: [String], inMemory: Bool,
    limit: Int = TranscriptTexts.defaultLimit
  ) throws -> TranscriptTexts {
    let language = try LanguageTag("es")
    let records = zip(Self.names, contents).map { name, content in
      InputTranscripts.Record(
        path: "in/" + name, hash: SHA256.hash(Array(content.utf8)), bytes: content.utf8.count,
        charset: "UTF-8")
    }
    let documents = try zip(records, contents).map { record, content in
      try DocumentReader().document(of: Array(content.utf8), id: record.path, language: language)
    }
    for (name, content) in zip(Self.names, contents) { folder.write(content, to: name) }
    return TranscriptTexts(
      records, options: TranscriptReader.Options(language: language, pack: nil),
      inMemory: inMemory ? documents : [], limit: limit
    ) { folder.file(String(decoding: $0.utf8.dropFirst(3), as: UTF8.self)) }
  }

  @Test(arguments: [true, false])
  func `texts are told apart by the bytes of their names`(_ inMemory: Bool) throws {
    let folder = TemporaryFolder()
    let texts = try texts(folder, ["Uno.", "Dos.", "Tres."], inMemory: inMemory)
    for (name, expected) in zip(Self.names, ["Uno.", "Dos.", "Tres."]) {
      let text = texts.text(named: "in/" + name)
      #expect(text.map { $0[TextSpan(0, Int32($0.bytes.count))] } == expected)
    }
    #expect(texts.text(named: Self.names[2]) == nil)
    #expect(texts.text(named: "in/none.txt") == nil)
  }

  @Test func `a text is normalized as a tracer reads it`() throws {
    let folder = TemporaryFolder()
    let texts = try texts(folder, ["a&ntilde;o", "Ma\u{A0}n\u{303}ana", "x"], inMemory: false)
    #expect(texts.text(named: "in/" + Self.names[0])?.bytes == Array("a\u{F1}o".utf8))
    #expect(texts.text(named: "in/" + Self.names[1])?.bytes == Array("Ma \u{F1}ana".utf8))
  }

  @Test func `a file that has changed or gone gives no text, one that was asked for stays`() throws
  {
    let folder = TemporaryFolder()
    let texts = try texts(folder, ["Uno.", "Dos.", "Tres."], inMemory: false)
    #expect(texts.text(named: "in/c.txt") != nil)
    folder.write("Cuatro.", to: "c.txt")
    #expect(texts.text(named: "in/c.txt")?.bytes == Array("Tres.".utf8))
    folder.write("Cinco.", to: Self.names[0])
    folder.remove(Self.names[1])
    #expect(texts.text(named: "in/" + Self.names[0]) == nil)
    #expect(texts.text(named: "in/" + Self.names[1]) == nil)
  }

  @Test func `what is kept is bounded, and what is asked for again is read again`() throws {
    let folder = TemporaryFolder()
    let content = String(repeating: "abc ", count: 1000)
    let contents = [content, content + "b", content + "c"]
    let texts = try texts(folder, contents, inMemory: false, limit: 10_000)
    for _ in 0..<2 {
      for (name, more) in zip(Self.names, ["", "b", "c"]) {
        #expect(texts.text(named: "in/" + name)?.bytes.count == (content + more).utf8.count)
        #expect(texts.keptBytes <= 10_000)
      }
    }
    #expect(texts.keptBytes >= content.utf8.count)
  }
}
