/// The distance of two words in single-byte edits (Levenshtein).
enum EditDistance {
  /// Whether at most `limit` insertions, deletions and replacements make one word of the other.
  /// - Complexity: O(*n* · 3^*limit*) for the shorter word; meant for limits of 1 and 2.
  static func isAtMost(_ limit: Int, _ left: [UInt8], _ right: [UInt8]) -> Bool {
    isAtMost(limit, left, 0, right, 0)
  }

  /// The same for what is left of both words from `i` and `j` on.
  private static func isAtMost(
    _ limit: Int, _ left: [UInt8], _ i: Int, _ right: [UInt8], _ j: Int
  ) -> Bool {
    var (i, j) = (i, j)
    while i < left.count, j < right.count, left[i] == right[j] { (i, j) = (i + 1, j + 1) }
    guard abs((left.count - i) - (right.count - j)) <= limit else { return false }
    if i == left.count || j == right.count { return true }
    // What is alike is best left alone, so the first difference is where an edit is made.
    return limit > 0
      && (isAtMost(limit - 1, left, i + 1, right, j + 1)
        || isAtMost(limit - 1, left, i + 1, right, j)
        || isAtMost(limit - 1, left, i, right, j + 1))
  }
}
