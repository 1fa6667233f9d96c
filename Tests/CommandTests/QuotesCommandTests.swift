import Testing

struct QuotesCommandTests {
  @Test func `writes a record with offsets into the file`() throws {
    let workspace = try Workspace()
    try workspace.write("\u{FEFF}Uno.\r\n«Vamos a volver», dijo Ana.\r\n", to: "a.txt")
    let result = try workspace.run("quotes", "--language", "es", "--format", "jsonl", "a.txt")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("{\"start\":11,\"end\":25,\"text\":\"Vamos a volver\""))
  }

  @Test func `reports the faults of marks apart from the quotations`() throws {
    let workspace = try Workspace()
    try workspace.write("Uno.\nDijo: «Vamos a volver.\n", to: "a.txt")
    let result = try workspace.run("quotes", "--language", "es", "a.txt")
    #expect(result.status == 0)
    #expect(result.errors.hasPrefix("a.txt:2:7: warning: "))
    #expect(result.output.contains("2: direct"))
  }
}
