import Foundation
import Testing

struct SchemaCommandTests {
  @Test(arguments: [([], "A pipeline"), (["pipeline"], "A pipeline"), (["corpus"], "A folder")])
  func `a schema is printed as JSON`(_ arguments: [String], _ title: String) throws {
    let result = try Command.run(["schema"] + arguments)
    #expect(result.status == 0)
    #expect(result.errors.isEmpty)
    let schema = try JSONSerialization.jsonObject(with: Data(result.output.utf8))
    let members = try #require(schema as? [String: Any])
    #expect((members["title"] as? String)?.hasPrefix(title) == true)
    #expect(members["$schema"] as? String == "http://json-schema.org/draft-07/schema#")
  }

  @Test func `another file has none`() throws {
    #expect(try Command.run(["schema", "manifest"]).status == 2)
  }
}
