import CotejoFidelity
import CotejoFormats
import CotejoText
import Foundation
import Testing

/// What the schema and the text of SARIF 2.1.0 (OASIS) ask of what is written.
struct FidelitySARIFTests {
  private typealias Object = [String: Any]

  private static func finding(
    _ type: FindingType, source: TextSpan? = nil, target: TextSpan? = nil
  ) -> Finding {
    Finding(
      type: type, severity: .critical, probability: 0.9, source: source, target: target,
      message: "'é\u{1}' \"became\"\n'x'")
  }

  private static func pair(
    _ source: String, _ target: String, _ findings: [Finding], line: Int = 1, at start: Int? = 0
  ) -> Judged {
    (
      IdentifiedPair(
        id: "a\"\(line)", pair: RenderedPair(source, target), line: line,
        offsets: start.map { .init(source: $0, target: $0 + source.utf8.count + 1) }),
      FidelityReport(
        verdict: .altered, score: 0.1, findings: findings, outcomes: [], evidence: [])
    )
  }

  private typealias Judged = (item: IdentifiedPair, report: FidelityReport)

  /// The only run of a log of some pairs.
  private static func run(
    _ pairs: [Judged], faults: [FormatError] = [], path: String = "a.tsv",
    hasWaivers: Bool = false
  ) throws -> Object {
    let sarif = FidelitySARIF(path: path, version: "1.2.3", hasWaivers: hasWaivers)
    var results: [UInt8] = []
    for pair in pairs {
      sarif.append(
        JudgedPair(pair.item, pair.report, waivers: FidelityWaivers()), to: &results)
    }
    var bytes = sarif.head() + results.dropFirst()
    sarif.appendTail(faults: faults, to: &bytes)
    let log = try #require(JSONSerialization.jsonObject(with: Data(bytes)) as? Object)
    #expect(Set(log.keys) == ["$schema", "version", "runs"])
    #expect(log["version"] as? String == "2.1.0")
    let runs = try #require(log["runs"] as? [Object])
    #expect(runs.count == 1)
    return try #require(runs.first)
  }

  private static func results(_ run: Object) throws -> [Object] {
    try #require(run["results"] as? [Object])
  }

  private static func region(_ result: Object) throws -> Object {
    let location = try #require((result["locations"] as? [Object])?.first)
    let place = try #require(location["physicalLocation"] as? Object)
    return try #require(place["region"] as? Object)
  }

  @Test func `a rule for each type, and results that name them by number and name`() throws {
    let types = FindingType.allCases
    let run = try Self.run([Self.pair("a", "b", types.map { Self.finding($0) })])
    let driver = try #require((run["tool"] as? Object)?["driver"] as? Object)
    #expect(driver["name"] as? String == "cotejo")
    #expect(driver["version"] as? String == "1.2.3")
    let rules = try #require(driver["rules"] as? [Object])
    #expect(rules.compactMap { $0["id"] as? String } == types.map(\.rawValue))
    for rule in rules {
      let text = try #require((rule["shortDescription"] as? Object)?["text"] as? String)
      #expect(text.hasSuffix("."))
    }
    for result in try Self.results(run) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
      #expect(["none", "note", "warning", "error"].contains(result["level"] as? String))
      let message = try #require((result["message"] as? Object)?["text"] as? String)
      #expect(message == "'é\u{1}' \"became\"\n'x'")
      let prints = try #require(result["partialFingerprints"] as? [String: String])
      #expect(prints.count == 1)
    }
  }

  /// Lines and columns are 1-based, the end lies behind the last character (3.30.5 to 3.30.8).
  @Test(arguments: [
    ("dos", 4, 7, 5, 8), ("é", 12, 14, 13, 14), ("😀", 15, 19, 15, 17), ("x", 20, 21, 18, 19),
  ])
  func `columns are counted in UTF-16 units`(
    _ text: String, _ lower: Int, _ upper: Int, _ start: Int, _ end: Int
  ) throws {
    // In the line: Uno dos tresé 😀 x
    let source = "Uno dos tresé 😀 x"
    #expect(
      String(decoding: Array(source.utf8)[lower..<upper], as: UTF8.self) == text)
    let span = TextSpan(Int32(lower), Int32(upper))
    let run = try Self.run([
      Self.pair(source, "One", [Self.finding(.number, source: span)], line: 7, at: 100)
    ])
    #expect(run["columnKind"] as? String == "utf16CodeUnits")
    let region = try Self.region(try #require(try Self.results(run).first))
    #expect(region["startLine"] as? Int == 7)
    #expect(region["startColumn"] as? Int == start)
    #expect(region["endColumn"] as? Int == end)
    #expect(region["byteOffset"] as? Int == 100 + lower)
    #expect(region["byteLength"] as? Int == upper - lower)
  }

  @Test func `a rendering's columns begin behind its original and the tab`() throws {
    let (source, target) = ("Año 😀", "é x")
    let run = try Self.run([
      Self.pair(source, target, [Self.finding(.number, target: TextSpan(3, 4))], at: 50)
    ])
    let region = try Self.region(try #require(try Self.results(run).first))
    let line = Array("\(source)\t\(target)".utf16)
    let start = try #require(region["startColumn"] as? Int)
    #expect(line[start - 1] == Array("x".utf16)[0])
    #expect(region["endColumn"] as? Int == start + 1)
    #expect(region["byteOffset"] as? Int == 50 + source.utf8.count + 1 + 3)
  }

  /// A region has a start (3.30.1); columns that nobody could find in the file are left out.
  @Test func `without places in the file there is the line alone`() throws {
    let findings = [Self.finding(.number, source: TextSpan(0, 1)), Self.finding(.meaning)]
    let run = try Self.run([
      Self.pair("a", "b", findings, line: 3, at: nil), Self.pair("a", "b", [findings[1]], line: 4),
    ])
    let regions = try Self.results(run).map(Self.region)
    #expect(regions.map { $0["startLine"] as? Int } == [3, 3, 4])
    #expect(regions.allSatisfy { $0.count == 1 })
  }

  /// Of the results of a run either all have suppressions or none (3.27.23).
  @Test(arguments: [true, false])
  func `all results have suppressions or none`(_ hasWaivers: Bool) throws {
    let run = try Self.run(
      [Self.pair("a", "b", [Self.finding(.number), Self.finding(.name)])], hasWaivers: hasWaivers)
    let lists = try Self.results(run).map { $0["suppressions"] as? [Object] }
    #expect(lists.count == 2)
    #expect(lists.allSatisfy { hasWaivers ? $0?.isEmpty == true : $0 == nil })
  }

  /// URIs are references of RFC 3986 (3.10.1); an absolute path needs a scheme (3.4.3).
  @Test(arguments: [
    ("a b.tsv", "a%20b.tsv"), ("c:d.tsv", "c%3Ad.tsv"), ("/x/é.tsv", "file:///x/%C3%A9.tsv"),
    ("-", "stdin"), ("á/100%.tsv", "%C3%A1/100%25.tsv"),
  ])
  func `paths are references`(_ path: String, _ uri: String) throws {
    let run = try Self.run([Self.pair("a", "b", [Self.finding(.number)])], path: path)
    let location = try #require(
      (try Self.results(run).first?["locations"] as? [Object])?.first)
    let place = try #require(location["physicalLocation"] as? Object)
    #expect((place["artifactLocation"] as? Object)?["uri"] as? String == uri)
  }

  @Test func `what could not be read is a notification, and the run no success`() throws {
    let faults = [
      FormatError(.malformed, place: "a.tsv", line: 9, message: "no \"tab\""),
      FormatError(.unreadable, place: "a.tsv", message: "gone"),
    ]
    for (faults, isSuccess) in [([], true), (faults, false)] {
      let run = try Self.run([], faults: faults)
      // No results are an empty list, not a missing one (3.14.23).
      #expect(try Self.results(run).isEmpty)
      let invocation = try #require((run["invocations"] as? [Object])?.first)
      #expect(invocation["executionSuccessful"] as? Bool == isSuccess)
      let notes = invocation["toolExecutionNotifications"] as? [Object] ?? []
      #expect(notes.count == faults.count)
      for (note, fault) in zip(notes, faults) {
        #expect(note["level"] as? String == "error")
        #expect((note["message"] as? Object)?["text"] as? String == fault.message)
      }
    }
  }
}
