/// How much memory a pair takes while a run works on it.
public enum PairMemory {
  /// What a run takes of memory for pairs if nobody says how much: 1 GiB.
  public static let standardBudget = 1 << 30

  /// An estimate for a pair whose files have `size` bytes together.
  static func bytes(ofFiles size: Int) -> Int { (1 << 16) + min(size, 1 << 40) * 16 }
}
