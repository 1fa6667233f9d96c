/// The distance of two words in single-byte edits (Levenshtein).
enum EditDistance {
  /// Whether at most `limit` insertions, deletions and replacements make one word of the other.
  /// - Complexity: O(*n*·*m*).
  static func isAtMost(_ limit: Int, _ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard abs(left.count - right.count) <= limit else { return false }
    var row = Array(0...right.count)
    for (i, a) in left.enumerated() {
      var diagonal = row[0]
      row[0] = i + 1
      for (j, b) in right.enumerated() {
        let value = min(row[j] + 1, row[j + 1] + 1, diagonal + (a == b ? 0 : 1))
        diagonal = row[j + 1]
        row[j + 1] = value
      }
    }
    return row[right.count] <= limit
  }
}
