/// What it says for a bead that its ends lie at openings of certain classes, and that openings lie
/// inside it: logarithms of likelihood ratios, in nats.
///
/// The null hypothesis draws the class of every place of either side by its share of that side's
/// places, alignment or not. Against it stands what the ends of beads were found to have.
struct OpeningAgreement {
  /// For the end of a bead by the classes of its places: source class × number of classes + target
  /// class.
  private(set) var ends: [Double]
  /// For a place inside a bead, by class.
  private(set) var inSource: [Double]
  private(set) var inTarget: [Double]

  /// Finds what the counts say of sides on which the classes have these shares.
  ///
  /// At an end the ratio has two factors. First whether something begins on both sides, on one or on
  /// neither: *r* · ln((*n* + 1)/(*e* + 1)) for *n* such ends where chance would give *e*, with the
  /// probability *r* that openings of one side have to do with those of the other (`Association`);
  /// where those avoid each other, *r* is 0. Then, what begins, in the same way: the classes among
  /// ends where something begins on both sides, and among those where it does on one.
  ///
  /// Inside a bead nothing of the other side can meet a place: its ratio is that of the same class
  /// among the ends at which nothing begins on the other side. Insides themselves are not counted: a
  /// first alignment that joins two paragraphs wherever it is in doubt would prove itself right.
  init(_ counts: OpeningCounts, source: [Double], target: [Double]) {
    let classes = OpeningClasses.count
    let openings = 1..<classes
    ends = [Double](repeating: 0, count: classes * classes)
    let (openSource, openTarget) = (1 - source[0], 1 - target[0])
    let both = openings.reduce(0) { $0 + counts.ends[$1][1...].reduce(0, +) }
    let onlySource = openings.reduce(0) { $0 + counts.ends[$1][0] }
    let onlyTarget = counts.ends[0][1...].reduce(0, +)
    let neither = counts.ends[0][0]
    let total = both + onlySource + onlyTarget + neither

    var trust = Association.probability([[both, onlySource], [onlyTarget, neither]])
    if both * neither <= onlySource * onlyTarget { trust = 0 }
    let meeting = trust * Association.ratio(both, expected: total * openSource * openTarget)
    let lackingTarget =
      trust * Association.ratio(onlySource, expected: total * openSource * target[0])
    let lackingSource =
      trust * Association.ratio(onlyTarget, expected: total * source[0] * openTarget)
    ends[0] = trust * Association.ratio(neither, expected: total * source[0] * target[0])

    let pairing = Association.probability(openings.map { Array(counts.ends[$0][1...]) })
    let met = openings.map { counts.ends[$0][1...].reduce(0, +) }
    let lone = openings.map { counts.ends[$0][0] }
    let sourceTrust = Association.probability([met, lone])
    let metTarget = openings.map { column in
      openings.reduce(0) { $0 + counts.ends[$1][column] }
    }
    let targetTrust = Association.probability([metTarget, Array(counts.ends[0][1...])])
    func share(_ shares: [Double], _ index: Int, _ open: Double) -> Double {
      open > 0 ? shares[index] / open : 0
    }
    for row in openings {
      let sourceShare = share(source, row, openSource)
      ends[row * classes] =
        lackingTarget
        + sourceTrust * Association.ratio(lone[row - 1], expected: onlySource * sourceShare)
      for column in openings {
        let expected = both * sourceShare * share(target, column, openTarget)
        ends[row * classes + column] =
          meeting + pairing * Association.ratio(counts.ends[row][column], expected: expected)
      }
    }
    for column in openings {
      let expected = onlyTarget * share(target, column, openTarget)
      ends[column] =
        lackingSource + targetTrust * Association.ratio(counts.ends[0][column], expected: expected)
    }
    let withoutTarget = onlySource + neither
    let withoutSource = onlyTarget + neither
    inSource = Self.byClass(
      nothing: trust * Association.ratio(neither, expected: withoutTarget * source[0]),
      opening: trust * Association.ratio(onlySource, expected: withoutTarget * openSource))
    inTarget = Self.byClass(
      nothing: trust * Association.ratio(neither, expected: withoutSource * target[0]),
      opening: trust * Association.ratio(onlyTarget, expected: withoutSource * openTarget))
  }

  private static func byClass(nothing: Double, opening: Double) -> [Double] {
    [nothing] + [Double](repeating: opening, count: OpeningClasses.count - 1)
  }

  /// The most that an end or a place inside says, one way or the other.
  var greatest: Double {
    [ends, inSource, inTarget].reduce(0) { $1.reduce($0) { max($0, abs($1)) } }
  }
}
