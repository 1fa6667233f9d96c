import Testing

@testable import CotejoPipeline

struct PlanInputsTests {
  private func problems(
    _ inputs: String, corpora: [(input: String?, folder: String)] = []
  ) -> [String] {
    Plans.read(
      """
      cotejo: 1
      languages: {source: es-MX, target: en}
      inputs:
        \(inputs)
      stages:
        - uses: segment
      """, corpora: corpora
    ).problems.map(\.message)
  }

  @Test(arguments: [
    ("a: {}", "input 'a' needs 'corpus'"),
    ("a: {corpus: ''}", "'corpus' is empty"),
    ("a: {corpus: [x]}", "'corpus' must be text"),
    ("a: 3", "input 'a' must be a mapping"),
    ("a/b: {corpus: x}", "an input's name is made of"),
    ("a: {corpus: x, manifest: /etc/passwd}", "'manifest' must be a path below"),
    ("a: {corpus: x, roles: {es: '{s}.es', en: '{s}.en'}, manifest: m.tsv}", "both say which"),
    ("a: {corpus: x, roles: {es: '{s}.es'}}", "needs a path pattern for 'en'"),
    ("a: {corpus: x, roles: {es: '{s}.es', en: '{t}.en'}}", "share no capture"),
    ("a: {corpus: x, roles: {es: '{s}.es', fr: '{s}.fr'}}", "'fr' is none of the languages"),
    ("a: {corpus: x, roles: {es: '{s.es', en: '{s}.en'}}", "'{' without '}'"),
    ("a: {corpus: x, roles: {es: 3, en: [4]}}", "path pattern must be text"),
    ("a: {corpus: x, charset: utf-77}", "'charset' must be utf-8, detect"),
    ("a: {corpus: x, charset: ''}", "'charset' must be utf-8, detect"),
    ("a: {corpus: x, encoding: utf-8}", "unknown key 'encoding' in input 'a'"),
  ])
  func `inputs are checked`(_ inputs: String, _ expected: String) {
    let found = problems(inputs)
    #expect(found.contains { $0.contains(expected) }, "\(found)")
  }

  @Test func `a folder of the command line stands in for the corpus`() {
    #expect(problems("a: {}", corpora: [(nil, "y")]).isEmpty)
    let two = "a: {corpus: x}\n  b: {corpus: y}"
    #expect(problems(two, corpora: [("b", "z")]).isEmpty)
    #expect(
      problems(two, corpora: [(nil, "z")]) == [
        "the pipeline has the inputs a, b; say INPUT=DIR"
      ])
    #expect(
      problems(two, corpora: [("bb", "z"), ("a", "1"), ("a", "2")]) == [
        "the input 'a' is given two folders",
        "the pipeline has no input 'bb'; did you mean 'b'?",
      ])
  }
}
