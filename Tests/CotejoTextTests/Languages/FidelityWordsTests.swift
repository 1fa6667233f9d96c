import CotejoTestSupport
import Testing

@testable import CotejoText

@Suite struct FidelityWordsTests {
  private static let files = [
    "fidelity.txt": "[negations]\nno\n", "persons.txt": "[second]\ntú\n",
    "opposites.txt": "[own]\nalto bajo\n", "false-friends.txt": "[en]\nactual: actual: current\n",
    "regional.txt": "[anywhere]\nhasta: MX: until: may mean: not until\n",
  ]

  private static func folder(_ files: [String: String], of tag: String = "es") -> TemporaryFolder {
    let folder = TemporaryFolder()
    for (name, text) in files { folder.write(Array(text.utf8), to: "languages/\(tag)/\(name)") }
    return folder
  }

  @Test func eachFileIsRead() throws {
    let folder = Self.folder(Self.files)
    let words = try FidelityWords(of: LanguageTag("es"), in: folder.path)
    #expect(words.markers.meaning(of: Array("no".utf8)).classes == .negation)
    #expect(words.persons.classes(of: Array("tú".utf8)) == .second)
    #expect(words.opposites.opposites(of: Array("alto".utf8)) == [Array("bajo".utf8)])
    #expect(!words.falseFriends.words(for: try LanguageTag("en")).isEmpty)
    #expect(!words.regionalWords.isEmpty)
    #expect(Set(words.files.map(\.name)) == Set(Self.files.keys))
  }

  @Test(arguments: Self.files.keys.sorted())
  func anyFileMayBeMissing(_ name: String) throws {
    var files = Self.files
    files[name] = nil
    let folder = Self.folder(files)
    let words = try FidelityWords(of: LanguageTag("es"), in: folder.path)
    #expect(words.files.count == 4)
    #expect(!words.files.contains { $0.name == name })
  }

  @Test(arguments: Self.files.keys.sorted())
  func aFaultIsToldWithFileAndLine(_ name: String) throws {
    var files = Self.files
    files[name] = "\n[nothing]\nx\n"
    let folder = Self.folder(files)
    let error = try #require(throws: TextError.self) {
      try FidelityWords(of: LanguageTag("es"), in: folder.path)
    }
    #expect(error.code == .languageData)
    #expect(error.place == "\(folder.path)/languages/es/\(name):2")
  }

  @Test(arguments: [("es-MX", "es", true), ("es-MX", "es-MX", true), ("es", "es-MX", false)])
  func aRegionTakesTheWordsOfItsLanguage(
    _ wanted: String, _ there: String, _ isFound: Bool
  ) throws {
    let folder = Self.folder(Self.files, of: there)
    let words = try FidelityWords(of: LanguageTag(wanted), in: folder.path)
    #expect(words.markers.isEmpty != isFound)
  }

  @Test(arguments: ["de", "fr", "gl", "tlh"])
  func aLanguageWithoutListsHasNoWords(_ tag: String) throws {
    let words = try FidelityWords(of: LanguageTag(tag))
    #expect(words.markers.isEmpty && words.opposites.isEmpty && words.regionalWords.isEmpty)
    #expect(words.persons.inventory.isEmpty)
    #expect(words.files.isEmpty)
  }

  @Test(arguments: 0..<100)
  func damagedFilesAreReadOrRefused(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let folder = TemporaryFolder()
    for (name, text) in Self.files.sorted(by: { $0.key < $1.key }) {
      var bytes = Array(text.utf8)
      let place = Int.random(in: 0..<bytes.count, using: &generator)
      if Bool.random(using: &generator) {
        bytes[place] = UInt8.random(in: 0...255, using: &generator)
      }
      if Bool.random(using: &generator) {
        bytes.insert(contentsOf: generator.bytes(upTo: 4), at: place)
      }
      folder.write(bytes, to: "languages/es/\(name)")
    }
    do throws(TextError) {
      _ = try FidelityWords(of: LanguageTag("es"), in: folder.path)
    } catch {
      #expect(error.code == .languageData)
      #expect(error.place.hasPrefix("\(folder.path)/languages/es/"))
    }
  }
}
