internal import CotejoText

/// The cheapest way to read the marks of one paragraph as pairs.
///
/// A mark may open a quotation, close the one that is open, stand alone because its partner is lost,
/// or be an apostrophe. Each reading of all marks has a cost, made of what speaks against it: a mark
/// used against its shape or its surroundings, a pair of two kinds of mark, a mark that stands
/// alone. Kept are the best readings for each stack of open marks (a beam search), so that a fault
/// costs what it must and nothing else moves: one stray mark in a paragraph of good pairs is read as
/// a stray mark.
///
/// The costs were set by hand; only their order matters. No cost looks beyond the paragraph.
struct MarkReading {
  /// Two marks that belong together, or one that has lost the other.
  struct Pair: Hashable {
    /// The number of the mark that opens; `nil` if it is lost.
    var open: Int?
    /// The number of the mark that closes; `nil` if it is lost.
    var close: Int?
    /// The number of the mark before which a quotation without a closing mark ends; `nil` for the
    /// end of the paragraph.
    var limit: Int?
  }

  /// What a reading costs.
  private enum Cost {
    /// A mark alone.
    static let alone: Float = 3
    /// An opening mark alone at the start of a paragraph: in the next the quotation may go on.
    static let aloneAtStart: Float = 2.2
    /// A mark shaped for the other side.
    static let wrongShape: Float = 1.5
    /// A closing mark at the start of a paragraph, which some printers set to go on a quotation.
    static let continuationShape: Float = 0.5
    /// Surroundings that speak for neither side.
    static let undecided: Float = 0.6
    /// Surroundings that speak for the other side.
    static let wrongSide: Float = 1.6
    /// How much surroundings count for a mark that has a shape.
    static let sideOfShaped: Float = 0.3
    /// Marks inside marks of the same family: `«so «oder» so»`.
    static let sameFamilyInside: Float = 1.2
    /// A single mark that stands in no double one, which English print knows and the press does not.
    static let singleOutside: Float = 0.2
    /// A mark that opens before a word that has lost its beginning: `'tis`.
    static let openingElision: Float = 1
    /// A mark that closes behind a word that may have lost its end or be a plural: `workers'`.
    static let closingPlural: Float = 0.3
    /// A pair of marks of two families: `«so"`.
    static let mixedPair: Float = 2.5
  }

  /// How many readings are kept.
  private static let beamWidth = 24

  /// What a mark is read as.
  private enum Role: Hashable {
    case opens
    /// It closes the open mark at this depth; those above it are left alone.
    case closes(depth: UInt8)
    case opensAlone
    case closesAlone
    case apostrophe
    /// It opens in place of the one open mark, which is left alone.
    case reopens
  }

  /// A step of a reading; steps make a tree, each pointing to the step before.
  private struct Step {
    var role: Role
    var previous: Int32
  }

  /// A reading of the marks so far: the open ones, and the last step.
  private struct State {
    var stack = OpenMarks()
    var cost: Float = 0
    var last: Int32 = -1
  }

  /// A reading and what it takes the next mark for.
  private struct Candidate {
    var stack: OpenMarks
    var cost: Float
    var step: Step
  }

  private let marks: [QuotationMark]

  /// Prepares to read the marks of a paragraph.
  init(_ marks: [QuotationMark]) {
    self.marks = marks
  }

  /// The pairs of the cheapest reading, in the order of their first mark.
  ///
  /// - Complexity: O(*n*) in the marks, times the width of the beam.
  func pairs() -> [Pair] {
    guard !marks.isEmpty else { return [] }
    var steps: [Step] = []
    var states = [State()]
    var candidates: [Candidate] = []
    var beam = Beam()
    for index in marks.indices {
      candidates.removeAll(keepingCapacity: true)
      for state in states { appendReadings(of: index, after: state, to: &candidates) }
      states.removeAll(keepingCapacity: true)
      for candidate in beam.best(of: candidates) {
        steps.append(candidate.step)
        states.append(
          State(stack: candidate.stack, cost: candidate.cost, last: Int32(steps.count - 1)))
      }
    }
    var final: (cost: Float, state: State)?
    for state in states {
      let cost = state.stack.indices.reduce(state.cost) { $0 + aloneCost(state.stack[$1]) }
      if final.map({ cost < $0.cost }) ?? true { final = (cost, state) }
    }
    guard let last = final?.state.last else { return [] }
    var roles: [Role] = []
    var step = last
    while step >= 0 {
      roles.append(steps[Int(step)].role)
      step = steps[Int(step)].previous
    }
    return pairs(of: roles.reversed())
  }

  /// The ways to read a mark after a reading of those before it.
  private func appendReadings(
    of index: Int, after state: State, to candidates: inout [Candidate]
  ) {
    let mark = marks[index]
    let stack = state.stack
    func append(_ role: Role, _ cost: Float, _ stack: OpenMarks) {
      candidates.append(
        Candidate(
          stack: stack, cost: state.cost + cost, step: Step(role: role, previous: state.last)))
    }
    if let cost = mark.apostropheCost { append(.apostrophe, cost, stack) }
    let opening = openingCost(mark)
    let isInside = stack.indices.contains { marks[stack[$0]].family == mark.family }
    if !stack.isFull, !isInside || mark.shape == .opening {
      var cost = opening + (isInside ? Cost.sameFamilyInside : 0)
      if mark.family == .single, stack.count == 0 { cost += Cost.singleOutside }
      append(.opens, cost, stack.pushing(index, mark.family))
    }
    if stack.count > 0, marks[stack[0]].family == mark.family {
      let lost = stack.indices.reduce(0) { $0 + aloneCost(stack[$1]) }
      append(.reopens, opening + lost, OpenMarks().pushing(index, mark.family))
    }
    let closing = closingCost(mark)
    var above: Float = 0
    for depth in stack.indices.reversed() {
      let open = marks[stack[depth]]
      if open.family == mark.family {
        append(.closes(depth: UInt8(depth)), closing + above, stack.prefix(depth))
        break
      }
      if open.family != .single, mark.family != .single {
        append(
          .closes(depth: UInt8(depth)), closing + above + Cost.mixedPair, stack.prefix(depth))
      }
      above += aloneCost(stack[depth])
    }
    // While a quotation is open, a mark that closes is its own rather than a lost one's.
    append(
      .closesAlone, Cost.alone + closing + (isInside ? Cost.undecided : 0), stack)
    append(.opensAlone, Cost.alone + opening + Cost.undecided, stack)
  }

  private func openingCost(_ mark: QuotationMark) -> Float {
    var side: Float =
      switch mark.side {
      case .opens: 0
      case .undecided: Cost.undecided
      case .closes: Cost.wrongSide
      }
    if let cost = mark.apostropheCost, cost < 0.5 { side += Cost.openingElision }
    switch mark.shape {
    case .neutral: return side
    case .opening: return side * Cost.sideOfShaped
    case .closing:
      return mark.beginsParagraph && mark.side == .opens
        ? Cost.continuationShape : Cost.wrongShape + side * Cost.sideOfShaped
    }
  }

  private func closingCost(_ mark: QuotationMark) -> Float {
    var side: Float =
      switch mark.side {
      case .closes: 0
      case .undecided: Cost.undecided
      case .opens: Cost.wrongSide
      }
    if mark.family == .single, let cost = mark.apostropheCost, cost < 1 {
      side += Cost.closingPlural
    }
    switch mark.shape {
    case .neutral: return side
    case .closing: return side * Cost.sideOfShaped
    case .opening: return Cost.wrongShape + side * Cost.sideOfShaped
    }
  }

  private func aloneCost(_ index: Int) -> Float {
    marks[index].beginsParagraph ? Cost.aloneAtStart : Cost.alone
  }

  /// Chooses the readings that are kept.
  private struct Beam {
    /// The number of the reading that is kept for each key of a stack; -1 for none.
    private var numbers = [Int32](repeating: -1, count: OpenMarks.keyCount)
    private var kept: [Candidate] = []

    /// The cheapest reading for each stack of families, at most as many as the beam is wide; of two
    /// that cost the same the one that was found first, so that a text is always read the same way.
    mutating func best(of candidates: [Candidate]) -> [Candidate] {
      kept.removeAll(keepingCapacity: true)
      for candidate in candidates {
        let number = Int(numbers[candidate.stack.key])
        if number < 0 {
          numbers[candidate.stack.key] = Int32(kept.count)
          kept.append(candidate)
        } else if candidate.cost < kept[number].cost {
          kept[number] = candidate
        }
      }
      for candidate in kept { numbers[candidate.stack.key] = -1 }
      if kept.count <= MarkReading.beamWidth { return kept }
      let order = kept.indices.sorted { left, right in
        kept[left].cost == kept[right].cost ? left < right : kept[left].cost < kept[right].cost
      }
      return order.prefix(MarkReading.beamWidth).map { kept[$0] }
    }
  }

  /// The pairs that the roles of all marks make.
  private func pairs(of roles: [Role]) -> [Pair] {
    var pairs: [Pair] = []
    var stack: [Int] = []
    func leave(from depth: Int, limit: Int?) {
      for open in stack[depth...] { pairs.append(Pair(open: open, close: nil, limit: limit)) }
      stack.removeSubrange(depth...)
    }
    for (index, role) in roles.enumerated() {
      switch role {
      case .apostrophe: break
      case .opens: stack.append(index)
      case .reopens:
        leave(from: 0, limit: index)
        stack.append(index)
      case .closes(let depth):
        leave(from: Int(depth) + 1, limit: index)
        pairs.append(Pair(open: stack.removeLast(), close: index, limit: nil))
      case .closesAlone: pairs.append(Pair(open: nil, close: index, limit: nil))
      case .opensAlone: pairs.append(Pair(open: index, close: nil, limit: index + 1))
      }
    }
    leave(from: 0, limit: nil)
    return pairs.sorted { ($0.open ?? $0.close ?? 0) < ($1.open ?? $1.close ?? 0) }
  }
}
