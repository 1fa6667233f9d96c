import CotejoFidelity
import CotejoFormats
import CotejoTestSupport
import CotejoText

/// What a test makes of the entries of a file.
struct PairReading {
  var pairs: [IdentifiedPair] = []
  var faults: [FormatError] = []
  var skipped: [String] = []
  /// What ended the reading.
  var end: FormatError?

  /// Reads bytes as a file of that name, from Spanish to English.
  init(
    _ bytes: [UInt8], as name: String, from: String = "es", to: String = "en",
    in folder: TemporaryFolder = TemporaryFolder()
  ) throws {
    var reader = try IdentifiedPairReader(
      path: folder.write(bytes, to: name), source: LanguageTag(from), target: LanguageTag(to))
    do throws(FormatError) {
      while let entry = try reader.next() {
        switch entry {
        case .pair(let pair): pairs.append(pair)
        case .fault(let fault): faults.append(fault)
        case .skipped(let reason): skipped.append(reason)
        }
      }
    } catch {
      end = error
    }
  }

  /// Reads a text as a file of that name.
  init(_ text: String, as name: String, from: String = "es", to: String = "en") throws {
    try self.init(Array(text.utf8), as: name, from: from, to: to)
  }

  /// The pairs as `id|line|original|rendering`.
  var texts: [String] {
    pairs.map { pair in
      "\(pair.id)|\(pair.line)|\(String(decoding: pair.pair.source, as: UTF8.self))"
        + "|\(String(decoding: pair.pair.target, as: UTF8.self))"
    }
  }

  /// The lines of the faults.
  var faultLines: [Int?] { faults.map(\.line) }

  /// A valid file with some bytes changed, taken out, doubled, or cut off.
  static func mutated(_ file: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    var file = file
    for _ in 0..<Int.random(in: 1...6, using: &generator) where !file.isEmpty {
      let start = Int.random(in: 0..<file.count, using: &generator)
      let end = min(file.count, start + Int.random(in: 0...12, using: &generator))
      switch Int.random(in: 0..<5, using: &generator) {
      case 0: file[start] = UInt8.random(in: 0...255, using: &generator)
      case 1: file.removeSubrange(start..<end)
      case 2: file.insert(contentsOf: file[start..<end], at: start)
      case 3: file.insert(contentsOf: Array(generator.text(upTo: 4).utf8), at: start)
      default: if Int.random(in: 0..<4, using: &generator) == 0 { file.removeSubrange(start...) }
      }
    }
    return file
  }

  /// Whether all that was read is what a reader may give out: valid UTF-8, and faults with a place.
  var isSound: Bool {
    let texts = pairs.flatMap { [$0.pair.source, $0.pair.target] }
    return texts.allSatisfy { (try? UTF8Span(validating: $0.span)) != nil }
      && pairs.allSatisfy { $0.line > 0 } && faults.allSatisfy { ($0.line ?? 0) > 0 }
      && end.map { !$0.place.isEmpty && !$0.message.isEmpty } ?? true
  }
}
