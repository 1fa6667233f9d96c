/// Where in a file something stands.
public struct Place: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// The file as the user named it, or the option that a value was given with.
  public var file: String
  /// The 1-based line; `nil` where the fault is the file as a whole.
  public var line: Int?
  /// The 1-based column, counted in code points.
  public var column: Int?

  /// Names a file, and a line and column in it where there is one.
  public init(file: String, line: Int? = nil, column: Int? = nil) {
    self.file = file
    self.line = line
    self.column = column
  }

  /// `FILE:LINE:COLUMN`, as compilers and editors write it.
  public var description: String {
    guard let line else { return file }
    guard let column else { return "\(file):\(line)" }
    return "\(file):\(line):\(column)"
  }

  /// Orders places by file, then as they are read.
  public static func < (left: Self, right: Self) -> Bool {
    if left.file != right.file { return left.file < right.file }
    return (left.line ?? 0, left.column ?? 0) < (right.line ?? 0, right.column ?? 0)
  }
}
