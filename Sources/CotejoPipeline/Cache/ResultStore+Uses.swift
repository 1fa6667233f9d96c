internal import CotejoText
internal import Synchronization

extension ResultStore {
  /// Keeps which results this run used and added so far, beside the result of a key.
  ///
  /// For a later run that finds by that one result that nothing has changed, and looks at none of the
  /// others: it says so by ``renewUses(beside:)``, or they would seem to be in use no more. Takes 16
  /// bytes a result.
  public func addUses(beside key: ResultKey) {
    let bytes = state.withLock { state in
      var bytes: [UInt8] = []
      for number in 0..<state.table.count where state.isUsed(number) {
        let key = state.table[number].key
        PackFormat.append(key.high, to: &bytes)
        PackFormat.append(key.low, to: &bytes)
      }
      return bytes
    }
    add(Self.usesKey(key), bytes)
  }

  /// Counts the results as used that an earlier run used, where that was kept beside the result of a
  /// key.
  public func renewUses(beside key: ResultKey) {
    guard let bytes = find(Self.usesKey(key)) else { return }
    state.withLock { state in
      bytes.withUnsafeBytes { bytes in
        for offset in stride(from: 0, to: bytes.count - 15, by: 16) {
          let key = ResultKey(
            high: PackFormat.number(bytes, at: offset, as: UInt64.self),
            low: PackFormat.number(bytes, at: offset + 8, as: UInt64.self))
          if let number = state.table.find(key) { state.noteUse(of: number) }
        }
      }
    }
  }

  private static func usesKey(_ key: ResultKey) -> ResultKey {
    ResultKey(SHA256.hash(Array("uses \(key)".utf8)))
  }
}

extension ResultStore.State {
  /// Notes that this run uses a result; what it added itself is as young as can be.
  mutating func noteUse(of number: Int) {
    guard number < known else { return }
    used[number >> 6] |= 1 << UInt64(number & 63)
    isUsageNew = true
  }

  /// Whether this run used a result, or added it.
  func isUsed(_ number: Int) -> Bool {
    number >= known || used[number >> 6] >> UInt64(number & 63) & 1 == 1
  }
}
