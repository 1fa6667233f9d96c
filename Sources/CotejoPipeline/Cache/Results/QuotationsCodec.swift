internal import CotejoQuotation
internal import CotejoText

/// The quotations of the rendering and the faults of its quotation marks.
///
/// Their text is not kept: it is that of the rendering as the stage got it.
enum QuotationsCodec: PairPartCodec {
  static let stamp = PartStamp(
    "quotations", version: 1,
    cases: Quotation.Kind.allCases.map(\.rawValue) + MarkRepair.Fault.allCases.map(\.rawValue))

  static func encode(_ state: PairState, stage: String, to writer: inout ResultWriter) {
    writer.append(byte: state.quoted == nil ? 0 : 1)
    guard let quoted = state.quoted else { return }
    writer.append(count: quoted.quotations.count)
    var start: Int32 = 0
    for quotation in quoted.quotations {
      writer.append(quotation, from: start)
      start = quotation.span.lower
    }
    writer.append(count: quoted.repairs.count)
    start = 0
    for repair in quoted.repairs {
      writer.append(case: repair.fault)
      writer.append(repair.mark, from: start)
      writer.append(shared: repair.message)
      start = repair.mark.lower
    }
  }

  static func decode(
    _ reader: inout ResultReader, into state: inout PairState, stage: String,
    resources: StageResources
  ) throws(ResultDamage) {
    guard try reader.flag() else {
      state.quoted = nil
      return
    }
    let text = state.target.text.bytes
    var quotations: [Quotation] = []
    let count = try reader.count(ofAtLeast: 4)
    quotations.reserveCapacity(count)
    for _ in 0..<count {
      let last = quotations.last?.span ?? TextSpan(0, Int32.max)
      let quotation = try reader.quotation(from: last.lower, in: text)
      // By their first byte, of two that begin together the longer first.
      guard
        (quotation.span.lower, last.upper) >= (last.lower, quotation.span.upper)
      else { throw reader.damage("has quotations out of order") }
      quotations.append(quotation)
    }
    var repairs: [MarkRepair] = []
    let repairCount = try reader.count(ofAtLeast: 4)
    repairs.reserveCapacity(repairCount)
    for _ in 0..<repairCount {
      let fault = try reader.value(of: MarkRepair.Fault.self)
      let mark = try reader.span(from: repairs.last?.mark.lower ?? 0, in: text)
      repairs.append(MarkRepair(fault, mark: mark, message: try reader.sharedString()))
    }
    state.quoted = QuotedText(text: state.target, quotations: quotations, repairs: repairs)
  }
}

/// What a quotation has, a bit each.
private struct QuotationFlags: OptionSet {
  let rawValue: UInt8
  static let fragment = Self(rawValue: 1)
  static let carriedOver = Self(rawValue: 2)
  static let cue = Self(rawValue: 4)
  static let speaker = Self(rawValue: 8)
  static let name = Self(rawValue: 16)
}

extension ResultWriter {
  /// Appends a quotation: its start as the distance from `start`, other places from its own.
  mutating func append(_ quotation: Quotation, from start: Int32) {
    var flags: QuotationFlags = []
    if quotation.isFragment { flags.insert(.fragment) }
    if quotation.isCarriedOver { flags.insert(.carriedOver) }
    if quotation.cue != nil { flags.insert(.cue) }
    if quotation.speaker != nil { flags.insert(.speaker) }
    if quotation.speaker?.name != nil { flags.insert(.name) }
    append(quotation.span, from: start)
    append(byte: flags.rawValue)
    append(case: quotation.kind)
    append(signed: Int(quotation.utterance))
    if let cue = quotation.cue { append(cue, from: quotation.span.lower) }
    if let speaker = quotation.speaker { append(speaker.mention, from: quotation.span.lower) }
    if let name = quotation.speaker?.name { append(shared: name) }
  }
}

extension ResultReader {
  /// Reads a quotation of a text.
  mutating func quotation(from start: Int32, in text: [UInt8]) throws(ResultDamage) -> Quotation {
    let span = try span(from: start, in: text)
    let flags = QuotationFlags(rawValue: try byte())
    guard flags.rawValue < 32, flags.contains(.speaker) || !flags.contains(.name) else {
      throw damage("has a quotation of a kind that there is not")
    }
    let kind = try value(of: Quotation.Kind.self)
    guard let utterance = Int32(exactly: try signed()) else {
      throw damage("has a number that is too large")
    }
    var quotation = Quotation(
      span: span, kind: kind, isFragment: flags.contains(.fragment), utterance: utterance)
    quotation.isCarriedOver = flags.contains(.carriedOver)
    if flags.contains(.cue) { quotation.cue = try self.span(from: span.lower, in: text) }
    if flags.contains(.speaker) {
      let mention = try self.span(from: span.lower, in: text)
      quotation.speaker = Speaker(
        mention: mention, name: flags.contains(.name) ? try sharedString() : nil)
    }
    return quotation
  }
}
