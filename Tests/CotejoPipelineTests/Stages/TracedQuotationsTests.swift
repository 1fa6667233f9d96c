import CotejoQuotation
import CotejoText
import Testing

@testable import CotejoPipeline

struct TracedQuotationsTests {
  private func place(_ transcript: Int) -> Trace.Source {
    Trace.Source(transcript: transcript, span: TextSpan(0, 1))
  }

  private func traced(_ traces: [Trace]) -> TracedQuotations {
    TracedQuotations(
      traces: traces,
      transcripts: (0..<6).map { ("t\($0)", TextView(unchanged: Array("\($0)".utf8))) })
  }

  private let quotation = Quotation(span: TextSpan(0, 4), kind: .direct)

  @Test func `transcripts that no trace leads to are let go, and the others keep their places`() {
    var first = Trace(quotation: quotation)
    first.sources = [place(4), place(1)]
    first.omitted = [place(1)]
    first.links = [Trace.WordLink(quotation: TextSpan(0, 1), source: place(4))]
    var second = Trace(quotation: quotation)
    second.alternatives = [[place(3)], [place(1), place(4)]]
    let compacted = traced([first, Trace(quotation: quotation), second]).compacted()
    func names(_ places: [Trace.Source]) -> [String] {
      places.map { compacted.transcripts[$0.transcript].document }
    }
    #expect(compacted.transcripts.map(\.document) == ["t1", "t3", "t4"])
    #expect(names(compacted.traces[0].sources) == ["t4", "t1"])
    #expect(names(compacted.traces[0].omitted) == ["t1"])
    #expect(names(compacted.traces[0].links.map(\.source)) == ["t4"])
    #expect(compacted.traces[2].alternatives.map(names) == [["t3"], ["t1", "t4"]])
  }

  @Test func `nothing found holds on to nothing, all found to all`() {
    #expect(traced([Trace(quotation: quotation)]).compacted().transcripts.isEmpty)
    var all = Trace(quotation: quotation)
    all.sources = (0..<6).map(place)
    #expect(traced([all]).compacted().traces == [all])
  }
}
