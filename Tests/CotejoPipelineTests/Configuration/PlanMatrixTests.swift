import Testing

@testable import CotejoPipeline

/// `matrix`: stages that are done once for each combination of values.
struct PlanMatrixTests {
  private static let before = ["uses: segment", "uses: align"]
  private static let fan =
    "uses: deduplicate, matrix: {near: [0.8, 0.9]}, with: {near: '${matrix.near}'}"

  private func stages(_ stages: [String]) throws -> [PlannedStage] {
    let reading = Plans.reading(stages: Self.before + stages)
    return Array(try #require(reading.plan, "\(reading.problems)").stages.dropFirst(2))
  }

  private func problems(_ stages: [String]) -> [String] {
    Plans.reading(stages: Self.before + stages).problems.map(\.message)
  }

  @Test func `there is one instance for each value, with the value in its parameters`() throws {
    let stages = try stages([Self.fan])
    #expect(stages.map(\.id) == ["deduplicate(near=0.8)", "deduplicate(near=0.9)"])
    #expect(stages.map(\.entryID) == ["deduplicate", "deduplicate"])
    #expect(stages.map(\.origin) == [.stage(1), .stage(1)])
    #expect(stages.map { "\($0.matrix)" } == ["[near=0.8]", "[near=0.9]"])
    let values = stages.map { $0.stage.values.sorted.first { $0.name == "near" }?.value }
    #expect(values == [.number(0.8), .number(0.9)])
  }

  @Test func `combinations come in the order of the file, the last variable changing first`() throws
  {
    let ids = try stages([
      "uses: filter, id: f, matrix: {z: [b, a], k: [2, 1], x: [true]}"
    ]).map(\.id)
    #expect(
      ids == ["f(z=b,k=2,x=true)", "f(z=b,k=1,x=true)", "f(z=a,k=2,x=true)", "f(z=a,k=1,x=true)"])
  }

  @Test func `what follows fans out with it and has its values`() throws {
    let stages = try stages([
      Self.fan, "uses: filter, matrix: {score: [0.3]}, with: {minimumScore: '${matrix.score}'}",
      "uses: export, with: {to: 'near-${matrix.near}-${matrix.score}.tmx'}",
    ])
    #expect(
      stages.map(\.id) == [
        "deduplicate(near=0.8)", "deduplicate(near=0.9)", "filter(near=0.8,score=0.3)",
        "filter(near=0.9,score=0.3)", "export(near=0.8,score=0.3)", "export(near=0.9,score=0.3)",
      ])
    #expect(stages.map(\.origin) == [1, 1, 2, 3, 4, 5].map { .stage($0) })
    let plan = Plans.reading(
      stages: Self.before + [Self.fan, "uses: export, with: {to: 'a/${matrix.near}.tsv'}"]
    ).plan
    #expect(plan?.outputFiles.suffix(2) == ["a/0.8.tsv", "a/0.9.tsv"])
  }

  @Test func `from picks an instance, or those that share a value`() throws {
    let stages = try stages([
      "uses: deduplicate, matrix: {near: [0.8, 0.9], k: [1, 2]}",
      "uses: filter, from: ['deduplicate(near=0.9,k=2)']",
      "uses: export, with: {to: '${matrix.near}-${matrix.k}.tmx'}",
      "uses: export, from: deduplicate(k=1), with: {to: 'k1-${matrix.near}.tmx'}",
    ]).dropFirst(4)
    #expect(
      stages.map(\.id) == ["filter", "export", "export-2(near=0.8)", "export-2(near=0.9)"])
    #expect(stages.map(\.origin) == [5, 6, 2, 4].map { .stage($0) })
    let plan = Plans.reading(
      stages: Self.before + [
        Self.fan, "uses: export, from: deduplicate(near=0.9), with: {to: '${matrix.near}.tmx'}",
      ]
    ).plan
    #expect(plan?.outputFiles.last == "0.9.tmx")
  }

  @Test func `a value with a comma is picked by all of it`() throws {
    let stages = try stages([
      "uses: filter, matrix: {x: ['a,b', 'a']}", "uses: filter, id: g, from: 'filter(x=a,b)'",
    ])
    #expect(stages.last?.origin == .stage(2))
    #expect(stages.map(\.id).last == "g")
  }

  @Test func `params give lists and values`() throws {
    let plan = Plans.read(
      "params: {all: [0.7, 0.8], more: 0.9}\n" + Plans.head + """
        stages:
          - uses: segment
          - {uses: align, matrix: {a: "${params.all}", b: ["${params.more}", x]}}
        """
    ).plan
    #expect(
      plan?.stages.dropFirst().map(\.id) == [
        "align(a=0.7,b=0.9)", "align(a=0.7,b=x)", "align(a=0.8,b=0.9)", "align(a=0.8,b=x)",
      ])
  }

  @Test(arguments: [
    ("matrix: 3", "'matrix' must be a mapping of names and lists of values, and this is '3'"),
    ("matrix: {}", "and this is an empty mapping"),
    ("matrix: {a: []}", "'a' in 'matrix' must be a list of values, and this is an empty list"),
    ("matrix: {a: 3}", "'a' in 'matrix' must be a list of values, and this is '3'"),
    ("matrix: {a: ~}", "'a' in 'matrix' must be a list of values, and this is nothing"),
    ("matrix: {a: [[1]]}", "must be a number, text on one line, true or false, and this is a list"),
    ("matrix: {a: [~]}", "and this is nothing"), ("matrix: {a: ['']}", "and this is ''"),
    ("matrix: {a: [\"x\\ny\"]}", "text on one line"),
    ("matrix: {a: [1, 2, 1]}", "the value '1' stands twice in the list of 'a'"),
    ("matrix: {'a b': [1]}", "a name in a matrix is made of letters, digits, '_' and '-'"),
    ("matrix: {a.b: [1]}", "a name in a matrix is made of letters, digits, '_' and '-'"),
  ])
  func `matrices are checked, and references to a wrong one are no second fault`(
    _ matrix: String, _ expected: String
  ) {
    let problems = problems([
      "uses: filter, \(matrix), with: {minimumScore: '${matrix.a}'}",
      "uses: export, with: {to: '${matrix.a}.tmx'}",
    ])
    #expect(problems.count == 1, "\(problems)")
    #expect(problems.contains { $0.contains(expected) }, "\(problems)")
  }

  @Test(arguments: [
    (
      ["uses: filter, with: {minimumScore: '${matrix.near}'}"],
      "unknown matrix value 'near'; neither this stage nor one that it follows has a 'matrix'"
    ),
    (
      [fan, "uses: export, with: {to: '${matrix.naer}.tmx'}"],
      "unknown matrix value 'naer'; did you mean 'near'?"
    ),
    (
      [fan, "uses: filter, matrix: {near: [1]}"],
      "'near' is in the matrix of a stage that this one follows; give it another name"
    ),
    (
      [fan, "uses: filter, from: deduplicate(near=0.95)"],
      "stage 'deduplicate' has no instance 'near=0.95'; did you mean 'near=0.9'?"
    ),
    (
      [fan, "uses: export, with: {to: a.tmx}"],
      "'a.tmx' is written by stage 'export(near=0.8)' already; put '${matrix.near}' into its name"
    ),
    (
      ["uses: filter, matrix: {s: [0.1, 2, 3]}, with: {minimumScore: 2, minimumScor: 1}"],
      "'minimumScore' in stage 'filter' must be a number from 0 to 1, and this is '2'"
    ),
  ])
  func `what is wrong with several instances is told once`(
    _ stages: [String], _ expected: String
  ) {
    let problems = problems(stages)
    #expect(problems.count == (expected.hasPrefix("'minimum") ? 2 : 1), "\(problems)")
    #expect(problems.contains(expected), "\(problems)")
  }

  @Test func `values are checked one by one`() {
    #expect(
      problems(["uses: filter, matrix: {s: [0.1, 2, no]}, with: {minimumScore: '${matrix.s}'}"])
        == ["2", "no"].map {
          "'minimumScore' in stage 'filter' must be a number from 0 to 1, and this is '\($0)'"
        })
  }

  @Test func `more instances than can be meant are refused`() {
    let numbers = (1...100).map(String.init).joined(separator: ", ")
    let axis = "[\(numbers)]"
    #expect(
      problems(["uses: filter, matrix: {a: \(axis), b: \(axis)}", "uses: filter, id: g"]) == [
        "the matrix makes more than 1000 of stage 'filter'"
      ])
    #expect(
      problems([
        "uses: filter, matrix: {a: \(axis), b: \(axis), c: \(axis), d: \(axis), e: \(axis)}"
      ])
      .count == 1)
    let many = (0..<110).map { "uses: filter, id: s\($0)" }
    let first = "uses: filter, id: f, matrix: {a: \(axis)}"
    #expect(problems([first] + many) == ["the matrices make more than 10000 stages in all"])
  }
}
