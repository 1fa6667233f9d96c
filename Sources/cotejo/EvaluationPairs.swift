import Cotejo

/// Which gold belongs to which result.
struct EvaluationPairs {
  /// The paths of a gold and of what is judged by it.
  struct Pair {
    var gold: String
    var file: String
  }

  /// How the names of alignments end, in folders.
  static let endings = ["gold", "beads", "align", "aligned", "ladder", "jsonl"]

  let pairs: [Pair]

  /// Pairs files by their order, those of two folders by their names.
  init(gold: [String], files: [String]) throws(Failure) {
    var (gold, files) = (gold, files)
    if files.isEmpty, !gold.isEmpty, gold.count.isMultiple(of: 2) {
      files = Array(gold[(gold.count / 2)...])
      gold.removeLast(gold.count / 2)
    }
    guard gold.count == files.count else {
      throw Failure(
        .usage,
        [
          "cotejo: error: there are \(gold.count) paths of gold and \(files.count) to judge; give "
            + "one for each"
        ])
    }
    guard (gold + files).count(where: { $0 == "-" }) < 2 else {
      throw Failure(.usage, ["cotejo: error: only one file can be '-'"])
    }
    var pairs: [Pair] = []
    for (gold, file) in zip(gold, files) {
      let isFolder = (SystemCall.isFolder(gold), SystemCall.isFolder(file))
      switch isFolder {
      case (false, false): pairs.append(Pair(gold: gold, file: file))
      case (true, true): pairs += try Self.pairs(in: gold, file)
      default:
        let (folder, other) = isFolder.0 ? (gold, file) : (file, gold)
        throw Failure(.usage, ["\(folder): error: is a folder and '\(other)' is none"])
      }
    }
    self.pairs = pairs
  }

  /// Pairs the files of two folders by their names without the ending.
  private static func pairs(in gold: String, _ folder: String) throws(Failure) -> [Pair] {
    let left = try alignments(in: gold)
    let right = try alignments(in: folder)
    var problems: [String] = []
    for (name, path) in left.sorted(by: { $0.value < $1.value }) where right[name] == nil {
      problems.append("\(path): error: '\(folder)' has no alignment of that name")
    }
    for (name, path) in right.sorted(by: { $0.value < $1.value }) where left[name] == nil {
      problems.append("\(path): error: '\(gold)' has no gold of that name")
    }
    if left.isEmpty, right.isEmpty {
      let names = endings.map { ".\($0)" }.joined(separator: ", ")
      problems.append("\(gold): error: holds no file with the ending \(names)")
    }
    guard problems.isEmpty else { throw Failure(.usage, problems) }
    return left.keys.sorted(by: FolderListing.bytesPrecede).compactMap { name in
      left[name].flatMap { gold in right[name].map { Pair(gold: gold, file: $0) } }
    }
  }

  /// The alignments below a folder, by their path there without the ending.
  private static func alignments(in folder: String) throws(Failure) -> [String: String] {
    let listing = FolderListing(folder)
    if let problem = listing.problems.first {
      throw Failure(problem) ?? Failure(.unreadableInput, ["\(folder): error: cannot be read"])
    }
    var names: [String: String] = [:]
    for file in listing.files {
      let plain = CompressedFile.nameWithoutCompression(file)
      guard let dot = plain.utf8.lastIndex(of: UInt8(ascii: ".")),
        endings.contains(String(plain[dot...].dropFirst()))
      else { continue }
      if let other = names.updateValue("\(folder)/\(file)", forKey: String(plain[..<dot])) {
        throw Failure(
          .usage, ["\(folder)/\(file): error: '\(other)' has the same name; name the files apart"])
      }
    }
    return names
  }
}
