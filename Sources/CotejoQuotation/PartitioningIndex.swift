extension RandomAccessCollection {
  /// The index of the first element that meets a condition, where all behind one that meets it do.
  ///
  /// - Complexity: O(log *n*).
  func partitioningIndex(where meets: (Element) -> Bool) -> Index {
    var low = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(low, offsetBy: half)
      if meets(self[middle]) {
        length = half
      } else {
        low = index(after: middle)
        length -= half + 1
      }
    }
    return low
  }
}
