import Foundation
import Testing

/// What a run left in its output folder.
struct RunFolder {
  let path: String

  /// The files by their names; of the manifest all but the value of `run`, which is of one run alone.
  let files: [String: Data]
  /// The hidden files that take their names when they are whole.
  let temporaries: [String]
  /// How many pairs had a result in the cache, by stage.
  let stored: [String: Int]

  init(_ path: String) throws {
    self.path = path
    var files: [String: Data] = [:]
    var stored: [String: Int] = [:]
    let names = (try? FileManager.default.subpathsOfDirectory(atPath: path)) ?? []
    func isFile(_ name: String) -> Bool {
      var isFolder: ObjCBool = false
      return FileManager.default.fileExists(atPath: "\(path)/\(name)", isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    let (hidden, shown) = names.filter(isFile).reduce(into: ([String](), [String]())) {
      if $1.contains(".cotejo-") { $0.0.append($1) } else { $0.1.append($1) }
    }
    temporaries = hidden
    for name in shown {
      let data = try Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))
      guard name == "manifest.json" else {
        files[name] = data
        continue
      }
      let members = try JSONSerialization.jsonObject(with: data) as? [String: Any]
      let run = try #require(members?["run"] as? [String: Any])
      stored = try #require(run["stored"] as? [String: Int])
      let start = try #require(data.range(of: Data("\n  \"run\": {".utf8)))
      files[name] = data[..<start.lowerBound]
    }
    self.files = files
    self.stored = stored
  }

  /// Whether a run was completed here: then the manifest was put in place.
  var isComplete: Bool { files["manifest.json"] != nil }

  /// The names of files that another folder has otherwise, or not at all, or alone.
  func differences(from other: RunFolder) -> [String] {
    Set(files.keys).union(other.files.keys).filter { files[$0] != other.files[$0] }.sorted()
  }

  /// What the manifest lists and what does not stand there as it says.
  func faults() throws -> [String] {
    let data = try Data(contentsOf: URL(fileURLWithPath: "\(path)/manifest.json"))
    let members = try JSONSerialization.jsonObject(with: data) as? [String: Any]
    let outputs = try #require(members?["outputs"] as? [[String: Any]])
    return outputs.compactMap { output in
      guard let name = output["path"] as? String, let bytes = output["bytes"] as? Int,
        files[name]?.count == bytes
      else { return "\(output)" }
      return nil
    }
  }
}
