import Testing

@testable import CotejoPipeline

struct ParameterReaderTests {
  private func problem(_ parameter: String, of stage: String) -> String? {
    let needed = ["uses: segment", "uses: align", "uses: \(stage), with: {\(parameter)}"]
    return Plans.reading(stages: needed).problems.first?.message
  }

  @Test(arguments: [
    ("minimumScore: 1.01", "a number from 0 to 1"), ("minimumScore: '0.5'", "a number from 0 to 1"),
    ("minimumScore: 0x1", "a number from 0 to 1"), ("minimumScore: .inf", "a number from 0 to 1"),
    ("minimumScore: nan", "a number"), ("minimumScore: [1]", "and this is a list"),
    ("minimumWords: 1.5", "a whole number from 0 to 1000"), ("minimumWords: -1", "a whole number"),
    ("minimumWords: 99999999999999999999", "a whole number"),
    ("identical: yes", "one of drop, keep"), ("identical: {}", "and this is a mapping"),
    ("lengthRatio: 0.5", "a number from 1 to 1000"), ("maximumWords: 0", "a whole number from 1"),
  ])
  func `values are checked`(_ parameter: String, _ expected: String) {
    let problem = problem(parameter, of: "filter")
    #expect(problem?.contains(expected) == true, "\(problem ?? "none")")
  }

  @Test(arguments: ["minimumScore: 1", "minimumScore: 1e-3", "lengthRatio: 2", "identical: keep"])
  func `good values pass`(_ parameter: String) {
    #expect(problem(parameter, of: "filter") == nil)
  }

  @Test func `values that contradict each other are told`() {
    #expect(
      problem("minimumWords: 9, maximumWords: 3", of: "filter")
        == "'minimumWords' is above 'maximumWords'; nothing could pass in stage 'filter'")
  }

  @Test(arguments: [
    ("a/b.txt", true), ("a", true), ("", false), ("/a", false), ("../a", false), ("a/../b", false),
    ("a/", false), ("a//b", false), ("./a", false), ("a\0b", false),
  ])
  func `output paths stay inside`(_ path: String, _ isInside: Bool) {
    #expect(ParameterReader.isInside(path) == isInside)
  }

  @Test func `every default passes its own check`() {
    for stage in StageCatalog.all {
      for parameter in stage.parameters {
        guard let standard = parameter.standard, standard != .none, standard != .integer(.max)
        else {
          continue
        }
        let with = ConfigurationNode(
          value: .mapping([
            ConfigurationNode.Entry(
              key: parameter.name, place: Place(file: "d"),
              value: ConfigurationNode(
                value: .scalar(standard.description, quoted: false), place: Place(file: "d")))
          ]), place: Place(file: "d"))
        var reader = ParameterReader(what: stage.name)
        let values = reader.read(with, [parameter], at: Place(file: "d"))
        #expect(values[parameter.name] == standard, "\(stage.name).\(parameter.name)")
        #expect(reader.problems.isEmpty)
      }
    }
  }

  @Test func `the listing names every parameter`() {
    let listing = StageCatalog.listing.joined(separator: "\n")
    for stage in StageCatalog.all {
      #expect(listing.contains("\(stage.name): \(stage.summary)"))
      for parameter in stage.parameters { #expect(listing.contains("  \(parameter.name): ")) }
    }
  }
}
