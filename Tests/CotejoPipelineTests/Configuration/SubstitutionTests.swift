import Testing

@testable import CotejoPipeline

struct SubstitutionTests {
  private func corpus(_ value: String) -> (corpus: String?, problems: [String]) {
    let reading = Plans.read(
      """
      cotejo: 1
      params: {a: x, n: 12, list: [1]}
      languages: {source: es, target: en}
      inputs: {i: {corpus: '\(value)'}}
      stages: [{uses: segment}]
      """)
    return (reading.plan?.inputs[0].corpus, reading.problems.map(\.description))
  }

  @Test(arguments: [
    ("${params.a}", "x"), ("p/${params.a}-${params.n}/q", "p/x-12/q"),
    ("$${params.a}", "${params.a}"),
    ("$a {stem}", "$a {stem}"), ("${params.n}", "12"),
  ])
  func `references become values`(_ text: String, _ expected: String) {
    #expect(corpus(text).corpus == expected)
  }

  @Test(arguments: [
    ("${params.b}", "unknown param 'b'"), ("${params.a", "'${' without '}'"),
    ("${x}", "unknown reference '${x}'"), ("y${params.list}", "cannot stand inside text"),
  ])
  func `what refers to nothing is told once, with its place`(_ text: String, _ expected: String) {
    let problems = corpus(text).problems
    #expect(problems.count == 1)
    #expect(problems[0].hasPrefix("p.yml:4:22: error: "))
    #expect(problems[0].contains(expected))
  }
}
