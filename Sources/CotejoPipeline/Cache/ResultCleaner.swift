internal import CotejoText

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// Says what lies in a store of results, and drops what is no longer wanted.
///
/// Only files of the store are ever touched, and never a pack that a living run adds to. What a run has
/// open stays readable for it.
public struct ResultCleaner {
  /// What is to be dropped.
  public struct Rule: Hashable, Sendable {
    /// Drop results that no run used since then, in Unix seconds.
    public var unusedSince: Int?
    /// Then drop those longest unused until what is left has at most so many bytes.
    public var maximumSize: Int?
    /// Drop all results.
    public var dropsAll: Bool

    /// Makes a rule; without arguments one that drops nothing.
    public init(unusedSince: Int? = nil, maximumSize: Int? = nil, dropsAll: Bool = false) {
      self.unusedSince = unusedSince
      self.maximumSize = maximumSize
      self.dropsAll = dropsAll
    }
  }

  /// How much there is of something.
  public struct Amount: Hashable, Sendable {
    /// Files of results; of what is freed those that are removed.
    public var packs = 0
    /// Results, those of one key in several packs counted each; without those of other versions.
    public var results = 0
    /// Bytes on the disk.
    public var bytes = 0

    /// Makes an amount; without arguments, nothing.
    public init(packs: Int = 0, results: Int = 0, bytes: Int = 0) {
      self.packs = packs
      self.results = results
      self.bytes = bytes
    }
  }

  /// The folder.
  public let folder: String
  private let survey: StoreSurvey

  /// Looks at the store in a folder, and changes nothing.
  ///
  /// - Throws: `stage`, naming the folder, if it cannot be read, or is none.
  public init(at folder: String) throws(PipelineError) {
    self.folder = folder
    survey = try StoreSurvey(of: StoreFolder(path: folder))
  }

  /// All that lies there.
  public var total: Amount {
    Amount(
      packs: survey.packs.count, results: survey.packs.reduce(0) { $0 + $1.entries.count },
      bytes: survey.packs.reduce(0) { $0 + $1.size } + survey.usages.reduce(0) { $0 + $1.size })
  }

  /// Of that what runs are adding to, which is never dropped.
  public var living: Amount { amount(of: .living) }

  /// Of that what another version of the program left.
  public var otherVersions: Amount { amount(of: .otherVersion) }

  /// When a result was last used, in Unix seconds; nil if there is none.
  public var lastUse: Int? {
    survey.packs.lazy.flatMap(\.entries).map { Int($0.lastUse) }.max()
  }

  /// What a rule would free.
  public func freed(by rule: Rule) -> Amount {
    var freed = CleaningPlan(rule, of: survey).freed
    if rule.dropsAll { freed.bytes += survey.usages.reduce(0) { $0 + $1.size } }
    return freed
  }

  private func amount(of holder: StoreSurvey.Pack.Holder) -> Amount {
    let packs = survey.packs.filter { $0.holder == holder }
    return Amount(
      packs: packs.count, results: packs.reduce(0) { $0 + $1.entries.count },
      bytes: packs.reduce(0) { $0 + $1.size })
  }

  /// Drops what a rule says of the store in a folder.
  ///
  /// A pack that loses some results is written anew, and the old one removed when the disk has the new
  /// one.
  /// - Returns: What was freed.
  /// - Throws: `stage`, naming the folder, if it cannot be read; `unwritable` if somebody else is
  ///   cleaning it, or something cannot be written: then what was not done is as before.
  public static func clean(
    _ folder: String, _ rule: Rule
  ) throws(PipelineError) -> Amount {
    let store = StoreFolder(path: folder)
    guard try !store.items().isEmpty else { return Amount() }
    guard let lock = store.lock() else {
      throw PipelineError(
        .unwritable, at: Place(file: folder),
        "cannot be cleaned: \(errno == EWOULDBLOCK ? "another program is at it" : SystemCall.message(errno))"
      )
    }
    defer { close(lock) }
    let survey = try StoreSurvey(of: store)
    let plan = CleaningPlan(rule, of: survey)
    var freed = Amount()
    var rewritten: [(pack: StoreSurvey.Pack, kept: [PackEntry])] = []
    for (pack, kept) in zip(survey.packs, plan.kept) {
      guard let kept else { continue }
      guard kept.isEmpty else {
        rewritten.append((pack, kept))
        continue
      }
      guard try store.remove(pack) else { continue }
      freed.packs += 1
      freed.results += pack.entries.count
      freed.bytes += pack.size
    }
    // Small ones first: they make room for the others on a full disk.
    rewritten.sort { $0.pack.size < $1.pack.size }
    for (pack, kept) in rewritten {
      let made = try store.rewrite([pack], keeping: [kept])
      guard try store.remove(pack) else { continue }
      freed.results += pack.entries.count - made.results
      freed.bytes += pack.size - made.bytes
    }
    freed.bytes += try removeUsages(store, all: rule.dropsAll)
    store.synchronize()
    return freed
  }

  /// Removes what tells nothing of the packs that are there now; the bytes freed.
  private static func removeUsages(
    _ store: StoreFolder, all: Bool
  ) throws(PipelineError) -> Int {
    let survey = try StoreSurvey(of: store)
    var bytes = 0
    let superseded = Set(survey.superseded)
    for (id, size) in survey.usages where all || superseded.contains(id) {
      if unlink(store.path(id, .usage)) == 0 { bytes += size }
    }
    return bytes
  }

  // MARK: After a run

  /// How many packs, or files of what runs used, may lie about.
  private static let mostFiles = 32
  /// To how many they are brought then.
  private static let fewFiles = 16
  /// Only packs of less than so many bytes are put together: it must not take long.
  private static let smallSize = 16 << 20

  /// Puts small packs together and removes what tells nothing, where many have gathered.
  ///
  /// Where that cannot be done, or somebody else is at it, all is left as it is.
  static func tidy(_ store: StoreFolder) {
    guard let items = try? store.items(),
      StoreFolder.Ending.allCases.contains(where: { ending in
        ending != .open && items.count { $0.ending == ending } > mostFiles
      }), let lock = store.lock()
    else { return }
    defer { close(lock) }
    guard let survey = try? StoreSurvey(of: store) else { return }
    for id in survey.superseded { unlink(store.path(id, .usage)) }
    let sealed = survey.packs.filter { $0.holder == .sealed }
    guard sealed.count > mostFiles else { return }
    let small = sealed.filter { $0.size < smallSize }.sorted { $0.size < $1.size }
      .prefix(sealed.count - fewFiles + 1)
    guard small.count > 1, (try? store.rewrite(Array(small), keeping: small.map(\.entries))) != nil
    else { return }
    for pack in small { _ = try? store.remove(pack) }
  }
}
