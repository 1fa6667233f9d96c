import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The process groups of the programs that stages run at the moment, where a signal handler can reach
/// them.
///
/// A signal handler may neither allocate nor lock: the table has a fixed number of slots.
public enum RunningPrograms {
  /// How many programs can be in the table, far more than are run at a time.
  static let capacity = 256

  private static nonisolated(unsafe) let slots: UnsafeMutablePointer<Atomic<Int32>> = {
    let slots = UnsafeMutablePointer<Atomic<Int32>>.allocate(capacity: capacity)
    for index in 0..<capacity { (slots + index).initialize(to: Atomic(0)) }
    return slots
  }()

  /// Notes a group; the answer is its slot, or nil if the table is full.
  static func insert(_ group: pid_t) -> Int? {
    for index in 0..<capacity {
      let (taken, _) = slots[index].compareExchange(
        expected: 0, desired: group, ordering: .acquiringAndReleasing)
      if taken { return index }
    }
    return nil
  }

  /// Forgets the group in a slot; to be done before its leader's id can be given to another process.
  static func remove(_ slot: Int) {
    slots[slot].store(0, ordering: .releasing)
  }

  /// Kills all programs and what they started, without asking them first: where this is called, nobody
  /// is left to wait for them.
  ///
  /// For signal handlers: calls nothing but `kill`. The first call must come from elsewhere, as it makes
  /// the table.
  public static func killAll() {
    let slots = slots
    var index = 0
    while index < capacity {
      let group = slots[index].exchange(0, ordering: .acquiringAndReleasing)
      if group > 0 { _ = kill(-group, SIGKILL) }
      index += 1
    }
  }
}
