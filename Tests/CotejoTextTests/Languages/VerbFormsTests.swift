import Testing

@testable import CotejoText

struct VerbFormsTests {
  private func file(_ text: String) throws -> WordListFile {
    try WordListFile(Array(text.utf8), place: "q.txt", sections: ["endings", "reporting-verbs"])
  }

  @Test(arguments: [
    ("claim-ed", ["claim", "claims", "claimed"]), ("say said", ["say", "said"]),
    ("claim-ed clam", ["claim", "claims", "claimed", "clam"]), ("den-y", ["deny", "denies"]),
  ])
  func `a verb has the forms of its endings and those listed`(
    _ entry: String, _ expected: [String]
  ) throws {
    let file = try file("[endings]\ned 0 s ed\ny y ies\n[reporting-verbs]\n\(entry)\n")
    let verb = try #require(file.entries.last)
    #expect(try VerbForms(file).forms(of: verb, place: "q.txt") == expected)
  }
}
