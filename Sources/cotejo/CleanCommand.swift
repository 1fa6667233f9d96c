import ArgumentParser
import Cotejo

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// `cotejo clean`: says what lies in the store of results, and drops what is no longer used.
struct CleanCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "clean",
    abstract: "Say what past runs left in the cache, and drop what is no longer used.",
    discussion: """
      'cotejo run' keeps the result of every stage for every document, so that the next run does \
      only what changed. Nothing there is needed: what is dropped is made again. Without options \
      this says how much there is, and what options would free. Results that a running program is \
      adding are never dropped, and what one has open stays readable for it; files of others are \
      left alone.
      """
  )

  @Option(
    help: ArgumentHelp(
      "The cache folder (default: $\(ResultLocation.variable), or cotejo in the user's cache folder).",
      valueName: "folder"))
  var cache: String?

  @Option(
    help: ArgumentHelp(
      "Drop results that no run used for so long: 30d, 12h, 2w, 90m.", valueName: "age"))
  var olderThan: Age?

  @Option(
    help: ArgumentHelp(
      "Drop those longest unused until the rest takes no more than this: 2GB, 500MiB.",
      valueName: "size"))
  var maximumSize: ByteSize?

  @Flag(help: "Drop all results.")
  var all = false

  @Flag(help: "Say what would be freed, and drop nothing.")
  var dryRun = false

  func validate() throws {
    if all, olderThan != nil || maximumSize != nil {
      throw ValidationError("'--all' leaves nothing for '--older-than' and '--maximum-size'.")
    }
    if cache == "" { throw ValidationError("'--cache' needs the path of a folder.") }
  }

  func run() throws {
    if let cache, !SystemCall.isFolder(cache) {
      throw Failure(.unreadableInput, ["\(cache): error: there is no such folder"])
    }
    guard let folder = ResultLocation.folder(inCache: cache) else {
      throw Failure(
        .usage, ["cotejo: error: there is no home, hence no cache; name one: '--cache'"])
    }
    var output = Output()
    for line in try lines(folder) { try output.write(line + "\n") }
    try output.flush()
  }

  /// Does what was asked; the lines that say so.
  private func lines(_ folder: String) throws -> [String] {
    let now = Int(time(nil))
    let rule = ResultCleaner.Rule(
      unusedSince: olderThan.map { now - min($0.seconds, now) }, maximumSize: maximumSize?.bytes,
      dropsAll: all)
    let cleaner = try ResultCleaner(at: folder)
    guard rule != ResultCleaner.Rule() else { return survey(cleaner, now: now) }
    if dryRun {
      let freed = cleaner.freed(by: rule)
      return [
        "would free \(Self.text(freed, of: cleaner))",
        "would leave \(Self.rest(cleaner.total, without: freed))",
      ]
    }
    let freed = try ResultCleaner.clean(folder, rule)
    let left = try ResultCleaner(at: folder)
    return [
      "freed \(Self.text(freed, of: cleaner))", "left: \(Self.rest(left.total, without: .init()))",
    ]
  }

  /// What there is, and what options would free.
  private func survey(_ cleaner: ResultCleaner, now: Int) -> [String] {
    let total = cleaner.total
    guard total.packs > 0 else { return ["\(cleaner.folder): no results are kept there"] }
    var lines = [cleaner.folder]
    let used = cleaner.lastUse.map { "; last used \(Age(seconds: max(0, now - $0)).text) ago" }
    let files = total.packs == 1 ? "1 file" : "\(total.packs) files"
    lines.append("  \(Self.text(total)) in \(files)\(used ?? "")")
    if cleaner.living.packs > 0 {
      lines.append("  of these running programs are adding \(Self.text(cleaner.living))")
    }
    if cleaner.otherVersions.packs > 0 {
      let size = ByteSize(bytes: cleaner.otherVersions.bytes).text
      lines.append(
        "  of these \(size) are of another version of cotejo, which alone can count them")
    }
    lines.append("what would be freed:")
    var options: [(String, ResultCleaner.Rule)] = [7, 30, 90].map { days in
      ("--older-than \(days)d", ResultCleaner.Rule(unusedSince: now - days * 86_400))
    }
    let sizes = [("10GB", 10_000_000_000), ("1GB", 1_000_000_000), ("100MB", 100_000_000)]
    if let (name, bytes) = sizes.first(where: { $0.1 < total.bytes }) {
      options.append(("--maximum-size \(name)", ResultCleaner.Rule(maximumSize: bytes)))
    }
    options.append(("--all", ResultCleaner.Rule(dropsAll: true)))
    let width = options.map(\.0.utf8.count).max() ?? 0
    for (option, rule) in options {
      let name = option + String(repeating: " ", count: width - option.utf8.count)
      lines.append("  \(name)  \(Self.text(cleaner.freed(by: rule)))")
    }
    return lines
  }

  /// `12 results, 1.3 MB`.
  private static func text(_ amount: ResultCleaner.Amount) -> String {
    let results = amount.results == 1 ? "1 result" : "\(amount.results) results"
    return "\(results), \(ByteSize(bytes: amount.bytes).text)"
  }

  /// What is freed, and of how much.
  private static func text(
    _ freed: ResultCleaner.Amount, of cleaner: ResultCleaner
  ) -> String {
    "\(ByteSize(bytes: freed.bytes).text): \(freed.results) of \(cleaner.total.results) results"
  }

  private static func rest(
    _ total: ResultCleaner.Amount, without freed: ResultCleaner.Amount
  ) -> String {
    let results = total.results - freed.results
    return text(ResultCleaner.Amount(results: results, bytes: max(0, total.bytes - freed.bytes)))
  }
}
