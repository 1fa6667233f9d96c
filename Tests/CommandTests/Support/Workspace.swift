import Foundation

/// A folder with a corpus and a pipeline, removed at the end of a test.
final class Workspace {
  let path: String

  /// A pipeline that reads `corpus` and writes three files.
  static let pipeline = """
    cotejo: 1
    name: small
    languages: {source: es, target: en}
    inputs:
      documents: {corpus: corpus}
    stages:
      - uses: normalize
      - uses: segment
      - uses: learn
      - uses: align
      - uses: filter
      - {uses: deduplicate, with: {near: 0.9}}
      - {uses: export, with: {to: pairs.tmx}}
      - {uses: export, with: {to: pairs.tsv}}
      - {uses: export, with: {to: pairs.jsonl.gz}}

    """

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/cotejo-" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    try write(Self.pipeline, to: "p.yml")
  }

  deinit {
    try? FileManager.default.removeItem(atPath: path)
    try? FileManager.default.removeItem(atPath: "\(path)-cache")
  }

  func write(_ text: String, to name: String) throws {
    try write(Data(text.utf8), to: name)
  }

  func write(_ data: Data, to name: String) throws {
    let url = URL(fileURLWithPath: "\(path)/\(name)")
    try FileManager.default.createDirectory(
      at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: url)
  }

  func write(_ bytes: [UInt8], to name: String) throws {
    try write(Data(bytes), to: name)
  }

  func link(_ target: String, to name: String) throws {
    try FileManager.default.createSymbolicLink(
      atPath: "\(path)/\(name)", withDestinationPath: target)
  }

  /// Writes documents that render each other.
  func writeCorpus(pairs: Int, paragraphs: Int = 2) throws {
    for number in 0..<pairs {
      var source = ""
      var target = ""
      for part in 0..<paragraphs {
        let figure = number * 100 + part
        source += "El día \(figure) llegó Ana Ruiz con \(figure + 7) libros. ¿Quién los leyó?\n\n"
        target += "On day \(figure) Ana Ruiz came with \(figure + 7) books. Who read them?\n\n"
      }
      try write(source, to: "corpus/es/d\(number).txt")
      try write(target, to: "corpus/en/d\(number).txt")
    }
  }

  func data(_ name: String) throws -> Data {
    try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
  }

  func text(_ name: String) throws -> String {
    String(decoding: try data(name), as: UTF8.self)
  }

  /// Everything below the folder, hidden files too.
  func files(in name: String = "") -> [String] {
    ((try? FileManager.default.subpathsOfDirectory(atPath: "\(path)/\(name)")) ?? []).sorted()
  }

  /// Runs the binary in the folder.
  func run(_ arguments: String...) throws -> Command.Result {
    try Command.run(arguments, in: path)
  }
}
