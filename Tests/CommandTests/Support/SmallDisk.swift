import Foundation

/// A file system of some size in memory, mounted below a workspace; unmounted at the end of a test.
final class SmallDisk {
  private let path: String

  /// Whether such disks can be had: only root may mount.
  static let isAvailable: Bool = {
    guard geteuid() == 0, let workspace = try? Workspace() else { return false }
    return SmallDisk(at: "\(workspace.path)/disk", kilobytes: 64) != nil
  }()

  /// Mounts a disk; nil where that is not allowed.
  init?(at path: String, kilobytes: Int) {
    self.path = path
    try? FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    guard Self.call("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "none", path) else {
      return nil
    }
  }

  deinit {
    _ = Self.call("umount", path)
  }

  /// Mounts it anew with other options, such as `size=8m` or `ro`.
  func change(_ options: String) -> Bool { Self.call("mount", "-o", "remount,\(options)", path) }

  private static func call(_ program: String, _ arguments: String...) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = [program] + arguments
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
