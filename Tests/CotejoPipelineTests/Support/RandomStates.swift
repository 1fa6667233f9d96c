import CotejoAlignment
import CotejoFidelity
import CotejoFormats
import CotejoQuotation
import CotejoTestSupport
import CotejoText

@testable import CotejoPipeline

/// States that no stage would make of such texts, but that any might make of some.
struct RandomStates {
  private var random: SeededGenerator

  init(seed: UInt64) {
    random = SeededGenerator(seed: seed)
  }

  // MARK: States

  /// What a state was before a part of it was changed, and after.
  struct Change {
    let part: PairPart
    let before: PairState
    let after: PairState
    /// What the stage is called.
    let stage: String
  }

  /// A pair on its way, a part changed at each step.
  mutating func changes() throws -> [Change] {
    var state = try pair()
    var changes: [Change] = []
    func add(_ part: PairPart, stage: String = "s", _ before: PairState, _ after: PairState) {
      changes.append(Change(part: part, before: before, after: after, stage: stage))
    }
    var next = state
    edit(&next)
    add(.texts, state, next)
    state = next
    next.source.sentences = sentences(of: state.source.text)
    next.target.sentences = sentences(of: state.target.text)
    add(.sentences, state, next)
    state = next
    next.quoted = quoted(state.target)
    add(.quotations, state, next)
    state = next
    if chance(2) {
      next.join(traced(state))
      add(.traces, state, next)
    } else {
      next.join(beads(state))
      add(.beads, state, next)
    }
    for stage in ["first", "sécond", "third"] {
      state = next
      reject(&next, by: stage)
      add(.rejections, stage: stage, state, next)
      state = next
      check(&next)
      add(.checks, state, next)
      state = next
      next.score(scores(state))
      add(.scores, state, next)
      state = next
      for _ in 0..<Int.random(in: 0...2, using: &random) {
        next.note(random.text(upTo: 9), by: stage)
      }
      add(.messages, stage: stage, state, next)
    }
    return changes
  }

  /// A pair, or an article, as it comes from reading.
  mutating func pair() throws -> PairState {
    let isArticle = chance(5)
    let name = random.text(upTo: 6)
    let pair = DocumentPair(
      id: name, source: isArticle ? nil : "es/\(name)", target: "en/\(name)",
      isLineParallel: false)
    let target = try document(pair.target, "en")
    guard !isArticle else {
      return PairState(number: 3, article: pair, originals: try LanguageTag("es"), target: target)
    }
    return PairState(
      number: 3, pair: pair, source: try document(pair.representative, "es"), target: target)
  }

  private mutating func document(_ id: String, _ language: String) throws -> Document {
    let text = random.text(upTo: 120) + " "
    let language = try LanguageTag(language)
    switch Int.random(in: 0..<4, using: &random) {
    case 0:
      var bytes: [UInt8] = [0xFF, 0xFE]
      // With a NUL behind it the mark would be that of UTF-32.
      for unit in "x\(text)".utf16 { bytes += [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)] }
      return try DocumentReader(charset: .named("utf-16le"))
        .document(of: bytes, id: id, language: language)
    case 1:
      return try DocumentReader(charset: .named("iso-8859-1"))
        .document(of: Array(text.utf8), id: id, language: language)
    default:
      return try DocumentReader().document(of: Array(text.utf8), id: id, language: language)
    }
  }

  // MARK: Parts

  private mutating func edit(_ state: inout PairState) {
    func repairs(_ document: inout Document?) {
      guard document != nil else { return }
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        let kind = Repairs.Kind.allCases.randomElement(using: &random) ?? .control
        let size = document?.source.count ?? 0
        document?.repairs.note(
          kind, at: Int.random(in: 0...size, using: &random),
          count: Int.random(in: 1...300, using: &random))
      }
    }
    if state.sourceDocument != nil { state.source.text = edited(state.source.text) }
    state.target.text = edited(state.target.text)
    repairs(&state.sourceDocument)
    var target: Document? = state.targetDocument
    repairs(&target)
    if let target { state.targetDocument = target }
  }

  /// A text some of whose stretches read otherwise.
  private mutating func edited(_ view: TextView) -> TextView {
    if chance(4) { return view }
    var bytes: [UInt8] = []
    var edits: [TextView.Edit] = []
    var end = 0
    for span in spans(in: view, upTo: 6).filter({ _ in chance(2) }) {
      guard Int(span.lower) >= end else { continue }
      bytes += view.bytes[end..<Int(span.lower)]
      let start = Int32(bytes.count)
      bytes += Array(random.text(upTo: 3).utf8)
      edits.append(TextView.Edit(source: span, view: TextSpan(start, Int32(bytes.count))))
      end = Int(span.upper)
    }
    bytes += view.bytes[end...]
    return view.applying(edits, bytes: bytes)
  }

  private mutating func sentences(of text: TextView) -> [Sentence] {
    var paragraph: Int32 = 0
    var end: Int32 = 0
    var sentences: [Sentence] = []
    for span in spans(in: text, upTo: 8) where span.lower >= end {
      if chance(3), Int(paragraph) < text.bytes.count { paragraph += 1 }
      sentences.append(Sentence(span: span, paragraph: paragraph))
      end = span.upper
    }
    return sentences
  }

  private mutating func quoted(_ text: SegmentedText) -> QuotedText {
    let quotations = spans(in: text.text, upTo: 6).map { quotation($0, in: text.text) }
    let repairs = spans(in: text.text, upTo: 3).map {
      MarkRepair(
        MarkRepair.Fault.allCases.randomElement(using: &random) ?? .unopened, mark: $0,
        message: random.text(upTo: 10))
    }
    return QuotedText(text: text, quotations: quotations, repairs: repairs)
  }

  private mutating func quotation(_ span: TextSpan, in text: TextView) -> Quotation {
    var quotation = Quotation(
      span: span, kind: Quotation.Kind.allCases.randomElement(using: &random) ?? .mixed,
      isFragment: chance(2), utterance: Int32.random(in: 0...100, using: &random))
    quotation.isCarriedOver = chance(2)
    quotation.cue = chance(2) ? self.span(in: text) : nil
    if chance(2) {
      quotation.speaker = Speaker(
        mention: self.span(in: text), name: chance(2) ? name() : nil)
    }
    return quotation
  }

  private mutating func traced(_ state: PairState) -> TracedQuotations {
    let hasOriginal = state.sourceDocument != nil
    var quotations = state.quoted?.quotations ?? []
    // As no stage does it today.
    if chance(4) {
      quotations = quotations.dropLast().map { quotation($0.span, in: state.target.text) }
    }
    let traces = quotations.map { quotation in
      var trace = Trace(quotation: quotation)
      trace.origin = Trace.Origin.allCases.randomElement(using: &random) ?? .elsewhere
      trace.confidence = Double.random(in: 0...1, using: &random)
      trace.isFound = chance(2)
      trace.added = spans(in: state.target.text, upTo: 2)
      if hasOriginal {
        trace.sources = places(state.source.text)
        trace.omitted = places(state.source.text)
        trace.alternatives = (0..<Int.random(in: 0...2, using: &random)).map { _ in
          places(state.source.text)
        }
        trace.links = places(state.source.text).map {
          Trace.WordLink(quotation: span(in: state.target.text), source: $0)
        }
      }
      return trace
    }
    return TracedQuotations(
      traces: traces,
      transcripts: hasOriginal ? [(state.pair.representative, state.source.text)] : [])
  }

  private mutating func places(_ text: TextView) -> [Trace.Source] {
    (0..<Int.random(in: 0...3, using: &random)).map { _ in
      Trace.Source(
        transcript: 0, span: span(in: text), speaker: chance(2) ? name() : nil,
        isReadAloud: chance(3))
    }
  }

  private mutating func beads(_ state: PairState) -> [Bead] {
    var (source, target) = (Int32(0), Int32(0))
    let counts = (Int32(state.source.sentences.count), Int32(state.target.sentences.count))
    var beads: [Bead] = []
    while source < counts.0 || target < counts.1 {
      let end = (
        min(counts.0, source + Int32.random(in: 0...3, using: &random)),
        min(counts.1, target + Int32.random(in: 0...3, using: &random))
      )
      if chance(20) { (source, target) = end }
      beads.append(
        Bead(
          source: source..<end.0, target: target..<end.1,
          score: Float.random(in: 0...1, using: &random)))
      (source, target) = end
    }
    return beads
  }

  private mutating func reject(_ state: inout PairState, by stage: String) {
    for bead in state.rejections.indices where state.rejections[bead] == nil && chance(4) {
      state.reject(bead, by: stage, name(), random.text(upTo: 8))
    }
  }

  private mutating func scores(_ state: PairState) -> [Int: Double] {
    var scores: [Int: Double] = [:]
    for bead in state.rejections.indices where chance(2) {
      // Those of an aligner are shorter.
      scores[bead] = Double(Float.random(in: 0...1, using: &random))
    }
    return scores
  }

  private mutating func check(_ state: inout PairState) {
    for bead in state.checks.indices where chance(2) {
      let findings = (0..<Int.random(in: 0...2, using: &random)).map { _ in
        TranslationUnit.PlacedFinding(
          Finding(
            type: FindingType.allCases.randomElement(using: &random) ?? .omission,
            severity: Severity.allCases.randomElement(using: &random) ?? .note,
            probability: Double.random(in: 0...1, using: &random), source: nil, target: nil,
            message: random.text(upTo: 12)),
          source: segments(state), target: segments(state))
      }
      state.note(
        TranslationUnit.Check(
          verdict: FidelityReport.Verdict.allCases.randomElement(using: &random) ?? .faithful,
          score: Double.random(in: 0...1, using: &random), findings: findings), of: bead)
    }
  }

  private mutating func segments(_ state: PairState) -> [TranslationUnit.Segment] {
    (0..<Int.random(in: 0...2, using: &random)).map { _ in
      let documents = [state.pair.representative, state.pair.target, name()]
      let start = Int.random(in: 0...5000, using: &random)
      return TranslationUnit.Segment(
        document: documents.randomElement(using: &random) ?? "", start: start,
        end: start + Int.random(in: 0...300, using: &random), text: random.text(upTo: 6))
    }
  }

  // MARK: Small things

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

  /// One of a few names, two of which Unicode holds equal.
  private mutating func name() -> String {
    ["Ana", "Se\u{F1}or", "Sen\u{303}or", "", "minimumScore", "🜁 \u{0}"]
      .randomElement(using: &random) ?? ""
  }

  /// A span whose ends are no part of a character.
  private mutating func span(in text: TextView) -> TextSpan {
    let ends = [offset(in: text), offset(in: text)].sorted()
    return TextSpan(ends[0], ends[1])
  }

  private mutating func offset(in text: TextView) -> Int32 {
    var offset = Int.random(in: 0...text.bytes.count, using: &random)
    while offset < text.bytes.count, text.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return Int32(offset)
  }

  /// Spans by their first byte, of two that begin together the longer first.
  private mutating func spans(in text: TextView, upTo count: Int) -> [TextSpan] {
    (0..<Int.random(in: 0...count, using: &random)).map { _ in span(in: text) }
      .sorted { ($0.lower, $1.upper) < ($1.lower, $0.upper) }
  }
}
