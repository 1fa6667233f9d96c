import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct NameTableTests {
  private func table(_ text: String, _ language: String = "en") throws -> NameTable {
    NameTable(frame: Frame(try Articles.words(text, language), direct: []))
  }

  @Test func aPersonHasRolesAndGender() throws {
    let table = try table("Yesterday Norland’s President Claudia Quill, a lawyer, left.")
    let person = try #require(table.entities.first { $0.name == "Claudia Quill" })
    #expect(person.isPerson)
    #expect(person.gender == .feminine)
    #expect(person.roles.isSuperset(of: [Array("president".utf8), Array("lawyer".utf8)]))
  }

  @Test func aBodyHasItsAcronym() throws {
    let table = try table("Here the Norland News Agency (NNA) wrote.")
    let index = try #require(table.index(of: [Array("nna".utf8)], before: nil, exactly: true))
    #expect(table.entities[index].isBody)
  }

  @Test(arguments: [
    ("haverford", "Jonas Haverford"), ("haverfort", "Jonas Haverford"),

    ("hammond", nil),
  ])
  func aSurnameMeetsTheFullName(_ surname: String, _ expected: String?) throws {
    let table = try table("Then Jonas Haverford came.")
    let found = table.index(of: [Array(surname.utf8)], before: nil, exactly: false)
    #expect(found.map { table.entities[$0].name } == expected)
  }

  @Test(arguments: [(100, "Ida Lo"), (3, "Nora Quill")])
  func aRoleMeetsWhoWasNamedLastBeforeIt(_ word: Int, _ expected: String) throws {
    let table = try table("Mayor Nora Quill met the mayor of Ostby, Ida Lo, on Monday.")
    let found = table.index(called: [Array("mayor".utf8)], before: word) { $0.isPerson }
    #expect(found.map { table.entities[$0].name } == expected)
  }
}
