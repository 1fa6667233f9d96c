internal import CotejoICU

/// What the matches of an expression can begin or end with: a quick look that keeps ICU from being
/// asked at places where it would say no.
///
/// A match that ICU finds always passes; what passes need not match.
struct PatternEdge {
  /// The side of a match that is looked at.
  enum Side {
    case start
    case end
  }

  /// The samples of all paths, from the edge inwards.
  private var samples: [CharacterSample] = []
  /// Where each path begins in `samples`, and the end of the last.
  private var bounds: [Int] = [0]

  /// How many characters from the edge are looked at.
  private static let deepest = 5
  /// Expressions with more ways to end are looked at less closely.
  private static let mostPaths = 600
  /// How many paths are taken a step further in all, which bounds the time that nested groups take.
  private static let mostSteps = 20_000

  /// A way from the edge inwards.
  private struct Path: Hashable {
    var samples: [CharacterSample] = []
    /// Whether nothing is known beyond.
    var isClosed = false
  }

  /// Lets everything pass.
  init() {
    bounds = [0, 0]
  }

  /// Looks at an expression.
  ///
  /// - Throws: ICU's error for a class that it does not take, which the expression does not have.
  init(
    _ side: Side, of shape: PatternShape, isCaseless: Bool, sampler: inout CharacterSampler
  ) throws(ICUError) {
    var builder = Builder(side: side, isCaseless: isCaseless)
    let paths = try builder.extend([Path()], by: shape, sampler: &sampler)
    for path in paths {
      samples += path.samples
      bounds.append(samples.count)
    }
  }

  /// Whether every text passes.
  var passesAll: Bool { (1..<bounds.count).contains { bounds[$0] == bounds[$0 - 1] } }

  /// What a match may have at its edge.
  var outermost: CharacterSample {
    if passesAll { return .all }
    var union = CharacterSample()
    for start in bounds.dropLast() { union = union.union(samples[start]) }
    return union
  }

  /// Whether a match may end at `offset`, by the text before it.
  func admits(endAt offset: Int, in text: Span<UInt8>) -> Bool {
    for path in 1..<bounds.count {
      var offset = offset
      var index = bounds[path - 1]
      while index < bounds[path], offset > 0 {
        let start = text.scalarStart(before: offset)
        guard samples[index].contains(text.scalar(at: start)) else { break }
        offset = start
        index += 1
      }
      if index == bounds[path] { return true }
    }
    return false
  }

  /// Whether a match may begin at `offset`, by the text behind it.
  func admits(startAt offset: Int, in text: Span<UInt8>) -> Bool {
    for path in 1..<bounds.count {
      var offset = offset
      var index = bounds[path - 1]
      while index < bounds[path], offset < text.count {
        let (scalar, width) = text.decodeScalar(at: offset)
        guard samples[index].contains(scalar) else { break }
        offset += width
        index += 1
      }
      if index == bounds[path] { return true }
    }
    return false
  }

  /// Walks a shape from its edge inwards.
  private struct Builder {
    let side: Side
    let isCaseless: Bool
    private var steps = 0

    init(side: Side, isCaseless: Bool) {
      self.side = side
      self.isCaseless = isCaseless
    }

    /// Letters that match in any case may match others of another number: `ß` and `ss`.
    private var depth: Int { isCaseless ? 1 : PatternEdge.deepest }

    mutating func extend(
      _ paths: [Path], by shape: PatternShape, sampler: inout CharacterSampler
    ) throws(ICUError) -> [Path] {
      if paths.allSatisfy(\.isClosed) { return paths }
      steps += paths.count
      if steps > PatternEdge.mostSteps { return closed(paths) }
      switch shape {
      case .nothing:
        return paths
      case .literal(let scalar):
        guard isCaseless else { return append(CharacterSample(scalar), to: paths) }
        // What is no letter of ASCII may match several characters, also of ASCII.
        if scalar >= 0x80 { return append(.all, to: paths) }
        var sample = CharacterSample(scalar)
        if 0x61...0x7A ~= scalar | 0x20 {
          sample = CharacterSample(scalar ^ 0x20).union(sample).union(CharacterSample(0x80))
        }
        return append(sample, to: paths)
      case .atom(let atom):
        let sample = try sampler.sample(of: atom, isCaseless: isCaseless)
        return append(sample, to: paths)
      case .sequence(let parts):
        var paths = paths
        for part in side == .start ? parts : parts.reversed() {
          paths = try extend(paths, by: part, sampler: &sampler)
        }
        return paths
      case .choice(let parts):
        var all: [Path] = []
        for part in parts {
          if steps > PatternEdge.mostSteps { return closed(paths) }
          all += try extend(paths, by: part, sampler: &sampler)
        }
        return limited(all)
      case .repeated(let part, let least, let most):
        var current = paths
        var all: [Path] = least == 0 ? paths : []
        // Round by round, as far as an edge is looked at; what more there may be is not known.
        for round in 1...depth + 1 {
          if let most, round > most { return limited(all) }
          current = try extend(current, by: part, sampler: &sampler)
          if round >= least { all += current }
          if current.allSatisfy(\.isClosed) { break }
        }
        return limited(all + closed(current))
      }
    }

    private func append(_ sample: CharacterSample, to paths: [Path]) -> [Path] {
      var paths = paths
      for index in paths.indices where !paths[index].isClosed {
        paths[index].samples.append(sample)
        if paths[index].samples.count == depth { paths[index].isClosed = true }
      }
      return paths
    }

    /// The paths, with nothing known beyond.
    private func closed(_ paths: [Path]) -> [Path] {
      paths.map { Path(samples: $0.samples, isClosed: true) }
    }

    /// The paths, each once; too many of them as one that passes whatever any of them does.
    private func limited(_ paths: [Path]) -> [Path] {
      var seen: Set<Path> = []
      let distinct = paths.filter { seen.insert($0).inserted }
      guard distinct.count > PatternEdge.mostPaths else { return distinct }
      let shared = distinct.map(\.samples.count).min() ?? 0
      var union = [CharacterSample](repeating: CharacterSample(), count: shared)
      for path in distinct {
        for index in 0..<shared { union[index] = union[index].union(path.samples[index]) }
      }
      return [Path(samples: union, isClosed: true)]
    }
  }
}
