import CotejoFormats
import CotejoQuotation
import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

struct PairPartTests {
  @Test(arguments: 0..<60 as Range<UInt64>)
  func `each part of any state reads as it was written`(_ seed: UInt64) throws {
    var states = RandomStates(seed: seed)
    let resources = try Pairs.resources()
    for change in try states.changes() {
      let bytes = change.after.encodeResult(of: [change.part], stage: change.stage)
      var state = change.before
      try state.decodeResult(
        bytes, parts: [change.part], stage: change.stage, resources: resources)
      #expect(state.differences(from: change.after) == [], "\(change.part)")
      // Strings are equal where their bytes are not.
      #expect(state.encodeResult(of: [change.part], stage: change.stage) == bytes)
    }
  }

  @Test(arguments: 100..<140 as Range<UInt64>)
  func `all parts together read as they were written`(_ seed: UInt64) throws {
    var states = RandomStates(seed: seed)
    let changes = try states.changes().prefix(4)
    let parts = changes.map(\.part)
    let before = try #require(changes.first).before
    let after = try #require(changes.last).after
    var state = before
    try state.decodeResult(
      after.encodeResult(of: parts, stage: "s"), parts: parts, stage: "s",
      resources: Pairs.resources())
    #expect(state.differences(from: after) == [])
  }

  /// Whatever stands on the disk: it is refused and the state left alone, or it makes a state that
  /// stages can go on with.
  @Test(arguments: 200..<230 as Range<UInt64>)
  func `damage is refused or makes no state that breaks a stage`(_ seed: UInt64) throws {
    var states = RandomStates(seed: seed)
    var random = SeededGenerator(seed: seed)
    let resources = try Pairs.resources()
    var tools = StageTools(resources: resources)
    for change in try states.changes() {
      let parts = [change.part]
      let bytes = change.after.encodeResult(of: parts, stage: change.stage)
      for _ in 0..<25 {
        let damaged = Self.damaged(bytes, &random)
        var state = change.before
        do {
          try state.decodeResult(
            damaged, parts: parts, stage: change.stage, resources: resources)
        } catch {
          #expect(error.offset <= damaged.count)
          #expect(state.differences(from: change.before) == [], "\(error)")
          continue
        }
        try Self.use(state, after: change.part, &tools, resources)
      }
    }
  }

  /// Bytes with some of them changed, lost or added; the stamp stays.
  private static func damaged(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var damaged = bytes
    for _ in 0...Int.random(in: 0...2, using: &random) {
      let offset = Int.random(in: min(4, damaged.count)...damaged.count, using: &random)
      switch Int.random(in: 0..<5, using: &random) {
      case 0 where offset < damaged.count:
        damaged[offset] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      case 1 where offset < damaged.count:
        damaged[offset] = [0, 1, 0x7F, 0x80, 0xFF].randomElement(using: &random) ?? 0
      case 2: damaged.removeSubrange(offset...)
      case 3: damaged.insert(contentsOf: random.bytes(upTo: 4), at: offset)
      default: damaged += Array(repeating: 0xFF, count: Int.random(in: 0...9, using: &random))
      }
    }
    return damaged
  }

  /// Does with a state what later stages would.
  private static func use(
    _ state: PairState, after part: PairPart, _ tools: inout StageTools,
    _ resources: StageResources
  ) throws {
    var state = state
    var next: [any DocumentStage]
    switch part {
    case .texts: next = [Pairs.stage(NormalizeStage.self), Pairs.stage(SegmentStage.self)]
    case .sentences: next = [Pairs.stage(QuotesStage.self), Pairs.stage(AlignStage.self)]
    case .quotations: next = [Pairs.stage(TraceStage.self)]
    case .traces, .beads, .rejections, .checks, .scores, .messages:
      next = [
        Pairs.stage(
          FilterStage.self, ["minimumWords": .integer(1), "lengthRatio": .number(3)])
      ]
    }
    for stage in next {
      try stage.process(&state, as: "next", tools: &tools, resources: resources)
    }
    state.renderUnits()
    #expect(state.units.count == state.rejections.count)
    #expect(state.remaining == state.rejections.count { $0 == nil })
    for unit in state.units.compactMap(\.self) { #expect(unit.score.isFinite) }
    for repairs in [state.sourceDocument?.repairs, state.targetDocument.repairs] {
      #expect(repairs?.entries.allSatisfy { $0.tally.count > 0 } ?? true)
    }
    var figures = PairFigures()
    figures.enter(read: state)
    next += [Pairs.stage(NormalizeStage.self), Pairs.stage(CheckStage.self)]
    for stage in next {
      figures.enter(state, before: (nil, Repairs()), stage, as: "next")
    }
  }

  @Test func `another layout, parts in another order and bytes left over are refused`() throws {
    var state = try Pairs.aligned([("Uno.", "One."), ("Dos.", "Two.")])
    let resources = try Pairs.resources()
    let bytes = state.encodeResult(of: [.beads, .rejections], stage: "s")
    func message(_ bytes: [UInt8], _ parts: [PairPart]) -> String {
      do {
        try state.decodeResult(bytes, parts: parts, stage: "s", resources: resources)
        return ""
      } catch {
        return error.description
      }
    }
    #expect(message(bytes, [.beads, .rejections]) == "")
    #expect(message(bytes, [.beads]).hasSuffix("has bytes that nothing asked for"))
    #expect(
      message(bytes, [.rejections, .beads])
        == "byte 4: has another layout than 'rejections' has now")
    #expect(message([], [.beads]) == "byte 0: ends too early")
    #expect(message([], []) == "")
  }

  @Test func `a result of no part is no byte`() throws {
    #expect(try Pairs.pair("a", "b").encodeResult(of: [], stage: "s") == [])
  }
}
