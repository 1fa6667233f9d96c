import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The paths of the temporary files that are open, where a signal handler can reach them.
///
/// A signal handler may neither allocate nor lock: the table has a fixed number of slots, each an
/// atomic pointer to a C string. Whoever takes the pointer out of its slot owns the string.
enum TemporaryTable {
  /// How many files can be in the table; those beyond it are only removed when they are dropped.
  static let capacity = 1024

  private static nonisolated(unsafe) let slots: UnsafeMutablePointer<Atomic<UInt>> = {
    let slots = UnsafeMutablePointer<Atomic<UInt>>.allocate(capacity: capacity)
    for index in 0..<capacity { (slots + index).initialize(to: Atomic(0)) }
    return slots
  }()

  /// Notes a path; the answer is its slot, or `nil` if the table is full.
  static func insert(_ path: String) -> Int? {
    guard let copy = strdup(path) else { return nil }
    let bits = UInt(bitPattern: copy)
    for index in 0..<capacity {
      let (taken, _) = slots[index].compareExchange(
        expected: 0, desired: bits, ordering: .acquiringAndReleasing)
      if taken { return index }
    }
    free(copy)
    return nil
  }

  /// Forgets the path in a slot.
  static func remove(_ slot: Int) {
    let bits = slots[slot].exchange(0, ordering: .acquiringAndReleasing)
    free(UnsafeMutableRawPointer(bitPattern: bits))
  }

  /// Unlinks every file in the table and empties it; calls nothing but `unlink`.
  static func unlinkAll() {
    let slots = slots
    var index = 0
    while index < capacity {
      let bits = slots[index].exchange(0, ordering: .acquiringAndReleasing)
      // The string is left to leak: `free` is not safe in a signal handler.
      if let path = UnsafePointer<CChar>(bitPattern: bits) { _ = unlink(path) }
      index += 1
    }
  }
}
