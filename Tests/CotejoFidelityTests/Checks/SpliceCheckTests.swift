import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct SpliceCheckTests {
  private static let source =
    "Vamos a subir los salarios. No habrá dinero este año sin reformas. "
    + "Las empresas pagarán la diferencia."

  @Test(arguments: [
    ("We are going to raise wages and companies will pay the difference.", "wages and companies"),
    ("We are going to raise wages. Companies will pay the difference.", "wages. Companies"),
  ])
  func aSentenceLeftOutUnmarked(target: String, words: String) throws {
    let found = try WordingFixture.suspicions(SpliceCheck(), Self.source, target)
    #expect(found.map { WordingFixture.words($0, Self.source, target) } == [words])
    #expect(found.first?.type == .splice)
    // What is left out denies something.
    #expect(found.first?.severity == .major)
  }

  @Test(arguments: [
    "We are going to raise wages … companies will pay the difference.",
    "We are going to raise wages. […] Companies will pay the difference.",
    "“We are going to raise wages,” she said. “Companies will pay the difference.”",
    "We are going to raise wages. There will be no money this year without reforms. "
      + "Companies will pay the difference.",
    "We are going to raise wages.",
  ])
  func whatIsMarkedOrRendered(target: String) throws {
    let found = try WordingFixture.suspicions(SpliceCheck(), Self.source, target)
    #expect(found.isEmpty, "\(found)")
  }

  @Test(arguments: [
    // Places further apart, of another document, and with hardly anything between.
    (Int32?(400), Severity?.some(.major)), (nil, .major), (60, .minor), (8, nil),
  ])
  func placesThatWereJoined(gap: Int32?, severity: Severity?) throws {
    let source = "vamos a subir los salarios las empresas pagarán la diferencia"
    let target = "we are going to raise wages and companies will pay the difference"
    let joint = RenderedPair.Joint(offset: 27, gap: gap)
    let pair = try WordingFixture.pair(source, target, joints: [joint])
    var found: [Suspicion] = []
    _ = SpliceCheck().examine(pair, &found)
    #expect(found.map(\.severity) == (severity.map { [$0] } ?? []))
  }

  @Test func anEllipsisBetweenPlacesIsAMark() throws {
    let source = "vamos a subir los salarios las empresas pagarán la diferencia"
    let target = "we are going to raise wages … companies will pay the difference"
    let joint = RenderedPair.Joint(offset: 27, gap: 400)
    var found: [Suspicion] = []
    _ = SpliceCheck().examine(try WordingFixture.pair(source, target, joints: [joint]), &found)
    #expect(found.isEmpty, "\(found)")
  }
}
