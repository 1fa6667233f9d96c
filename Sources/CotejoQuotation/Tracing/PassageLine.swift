/// The passages one after another on a line of positions.
struct PassageLine {
  /// The positions of each passage.
  var bounds: [Range<Int>] = []
  /// The passage of each position.
  var passages: [Int32] = []
  /// The place of each position in the transcripts.
  var places: [Int32] = []
  private let starts: [Int]

  /// Lays out passages that are in order and do not overlap.
  init(_ passages: [Range<Int>]) {
    starts = passages.map(\.lowerBound)
    for (number, passage) in passages.enumerated() {
      bounds.append(places.count..<(places.count + passage.count))
      for place in passage {
        self.passages.append(Int32(number))
        places.append(Int32(place))
      }
    }
  }

  /// The position of a place that is in a passage.
  func position(of place: Int) -> Int {
    let passage = starts.partitioned { $0 <= place } - 1
    return bounds[passage].lowerBound + place - starts[passage]
  }
}
