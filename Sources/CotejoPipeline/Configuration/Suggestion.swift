/// Finds the name that somebody meant.
enum Suggestion {
  /// `; did you mean 'threshold'?`, or nothing where no candidate is near enough.
  static func text(for name: String, among candidates: [String]) -> String {
    nearest(to: name, among: candidates).map { "; did you mean '\($0)'?" } ?? ""
  }

  /// The same, or where no candidate is near enough the list of them, if it is short.
  static func textOrList(for name: String, among candidates: [String]) -> String {
    let text = text(for: name, among: candidates)
    guard text.isEmpty, !candidates.isEmpty, candidates.count <= 12 else { return text }
    return "; there are " + candidates.joined(separator: ", ")
  }

  /// The candidate with the fewest slips from `name`, the first of equals.
  ///
  /// There may be one slip for each three letters; case does not count as one.
  static func nearest(to name: String, among candidates: [String]) -> String? {
    let letters = Array(name.lowercased().unicodeScalars)
    // What is longer than any name is no slip, and the table below is quadratic.
    guard letters.count <= 64 else { return nil }
    var best: (name: String, slips: Int)?
    for candidate in candidates {
      let slips = slips(between: letters, and: Array(candidate.lowercased().unicodeScalars))
      guard slips <= max(1, max(letters.count, candidate.count) / 3) else { continue }
      if let known = best, known.slips <= slips { continue }
      best = (candidate, slips)
    }
    return best?.name
  }

  /// The optimal string alignment distance: letters inserted, left out, exchanged for another, and
  /// neighbours swapped, each one slip.
  /// - Complexity: O(*n* · *m*).
  static func slips(between left: [Unicode.Scalar], and right: [Unicode.Scalar]) -> Int {
    var before: [Int] = []
    var last = Array(0...right.count)
    for i in 0..<left.count {
      var row = [i + 1]
      row.reserveCapacity(right.count + 1)
      for j in 0..<right.count {
        var cost = min(last[j + 1] + 1, row[j] + 1, last[j] + (left[i] == right[j] ? 0 : 1))
        if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
          cost = min(cost, before[j - 1] + 1)
        }
        row.append(cost)
      }
      before = last
      last = row
    }
    return last[right.count]
  }
}
