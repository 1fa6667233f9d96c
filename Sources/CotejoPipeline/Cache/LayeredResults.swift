/// The results that a run can take and the store that it adds to.
///
/// Beside the store of its own a run may read others: what shards of it left, or the cache that many
/// runs share. Others are never added to.
struct LayeredResults: Sendable {
  /// What is added to, and asked first; nil where nothing is to be added.
  var own: ResultStore?
  /// What is asked then, one after another.
  var others: [ResultStore] = []
  /// Whether what is found in another is added to the run's own, for those who will have no other.
  var collects = false

  /// Whether there is a result of a key; its bytes are not looked at.
  func contains(_ key: ResultKey) -> Bool {
    own?.contains(key) == true || others.contains { $0.contains(key) }
  }

  /// The bytes of a result; nil if there is none, or none that is as it was added.
  func find(_ key: ResultKey) -> [UInt8]? {
    if let bytes = own?.find(key) { return bytes }
    for other in others {
      guard let bytes = other.find(key) else { continue }
      if collects { own?.add(key, bytes) }
      return bytes
    }
    return nil
  }

  /// Whether an earlier run has left a result, or another than this one.
  func isEarlier(_ key: ResultKey) -> Bool {
    others.contains { $0.contains(key) } || own?.isEarlier(key) == true
  }

  /// Keeps a result.
  func add(_ key: ResultKey, _ bytes: [UInt8]) { own?.add(key, bytes) }

  /// Keeps what a completed run came to, and beside the key of the run the results that it used.
  func add(_ record: ResultKey, completed bytes: [UInt8], of key: ResultKey) {
    own?.add(record, bytes)
    own?.addUses(beside: key)
  }

  /// Counts the results as used that a completed run used.
  func renewUses(beside key: ResultKey) { own?.renewUses(beside: key) }

  /// Waits until the disk has what was added.
  func checkpoint() { own?.checkpoint() }

  /// Ends the adding and says what was used.
  func finish() {
    own?.finish()
    for other in others { other.finish() }
  }

  /// What people should know of the stores, a line each.
  var notices: [String] { (own?.notices ?? []) + others.flatMap(\.notices) }
}
