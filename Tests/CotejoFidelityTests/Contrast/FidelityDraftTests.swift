import CotejoAlignment
import CotejoLexicon
import CotejoText
import Testing

@testable import CotejoFidelity

struct FidelityDraftTests {
  private static func checker() throws -> FidelityChecker {
    let (es, en) = (try LanguageTag("es"), try LanguageTag("en"))
    let lexicon = try Lexicon.shipped(source: es, target: en)
    return try FidelityChecker(source: es, target: en, lexicons: lexicon.map { [$0] } ?? [])
  }

  private static let pairs = [
    RenderedPair("El libro cuesta 12 pesos.", "The book costs 12 pesos."),
    RenderedPair("La alcaldesa abrió el puente.", "The mayor of Lisbon quickly opened the bridge."),
    RenderedPair("Llegaron 43 barcos al puerto.", "34 ships came to the port."),
    RenderedPair("", "Nothing."),
  ]

  /// Vectors in the plane, at so many degrees.
  private static func vectors(_ degrees: [Double]) -> SentenceVectors {
    var vectors = SentenceVectors(dimension: 2)
    // Without a sine in the standard library: the tangent of half the angle gives both.
    for degree in degrees {
      let half = degree * .pi / 360
      let tangent = half + half * half * half / 3
      vectors.append([Float(1 - tangent * tangent), Float(2 * tangent)])
    }
    return vectors
  }

  @Test func `without vectors a draft comes to what the report says`() throws {
    let checker = try Self.checker()
    let drafts = try checker.drafts(of: Self.pairs)
    let reports = try checker.reports(of: Self.pairs)
    let none = SentenceVectors(dimension: 1)
    for (draft, report) in zip(drafts, reports) where draft.texts.isEmpty {
      #expect(checker.report(on: draft, vectors: none, from: 0) == report)
    }
    #expect(drafts[0].texts.isEmpty)
    #expect(drafts[3].texts.isEmpty)
  }

  @Test func `what is doubtful is asked about, the pair first`() throws {
    let checker = try Self.checker()
    let asked = try checker.drafts(of: Self.pairs).filter { !$0.texts.isEmpty }
    #expect(!asked.isEmpty)
    for draft in asked {
      #expect(Self.pairs.contains { [$0.source, $0.target] == Array(draft.texts.prefix(2)) })
      #expect(draft.texts.count > 2)
      for contrast in draft.contrasts {
        #expect(draft.texts.indices.contains(contrast.source))
        #expect(draft.texts.indices.contains(contrast.target))
        #expect(contrast.source > 1 || contrast.target > 1)
      }
    }
  }

  @Test func `a pair that is more alike without the fault scores less`() throws {
    let checker = try Self.checker()
    let draft = try #require(
      try checker.drafts(of: Self.pairs).first { !$0.contrasts.isEmpty })
    // The vectors before the draft's belong to others.
    let before = [77.0, 3.0]
    let worse = Self.vectors(before + [0, 5] + draft.texts.dropFirst(2).map { _ in 20 })
    let better = Self.vectors(before + [0, 20] + draft.texts.dropFirst(2).map { _ in 5 })
    let kept = checker.report(on: draft, vectors: worse, from: 2)
    let blamed = checker.report(on: draft, vectors: better, from: 2)
    #expect(blamed.score < kept.score)
    let differences = blamed.evidence.compactMap(\.difference)
    #expect(differences.count == Set(draft.contrasts.map(\.suspicion)).count)
    #expect(differences.allSatisfy { abs($0 - 0.0565) < 0.002 })
  }

  @Test func `of several ways to undo a fault the best counts`() {
    var draft = FidelityDraft()
    draft.texts = [[1], [2], [3], [4]]
    draft.suspicions = [
      Suspicion(
        type: .name, severity: .minor, evidence: 0, source: nil, target: nil, message: ""),
      Suspicion(
        type: .opposite, severity: .minor, evidence: 0, source: nil, target: nil, message: ""),
    ]
    draft.contrasts = [
      .init(suspicion: 1, source: 0, target: 2), .init(suspicion: 1, source: 3, target: 1),
    ]
    let differences = draft.differences(Self.vectors([0, 20, 10, 20]), from: 0)
    #expect(differences[0] == nil)
    #expect(abs((differences[1] ?? 0) - 0.0603) < 0.002)
  }
}
