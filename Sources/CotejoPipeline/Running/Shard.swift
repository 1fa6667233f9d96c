/// A part of the pairs of a run, for an array of jobs that share the work: every `count`-th pair.
public struct Shard: Hashable, Sendable, CustomStringConvertible {
  /// Which one it is, from 1.
  public let number: Int
  /// How many there are.
  public let count: Int

  /// Names a shard; nil unless `number` is from 1 to `count`.
  public init?(number: Int, of count: Int) {
    guard count > 0, (1...count).contains(number) else { return nil }
    self.number = number
    self.count = count
  }

  /// Reads `2/8`.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, let number = Int(parts[0]), let count = Int(parts[1]) else {
      return nil
    }
    self.init(number: number, of: count)
  }

  /// `2/8`.
  public var description: String { "\(number)/\(count)" }

  /// Whether the pair of a number belongs to it.
  func holds(_ pair: Int) -> Bool { pair % count == number - 1 }
}
