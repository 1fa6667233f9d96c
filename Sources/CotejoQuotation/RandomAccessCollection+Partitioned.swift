extension RandomAccessCollection where Index == Int {
  /// The index of the first element that `isBefore` does not hold for; it holds for none behind it.
  /// - Complexity: O(log *n*).
  func partitioned(by isBefore: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = (low + high) / 2
      if isBefore(self[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
