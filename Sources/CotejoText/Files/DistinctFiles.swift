/// Files of which each is named once, whatever paths lead to it.
///
/// Two paths name one file if they are the same without links, dots and double slashes. Files of the
/// same content under two names are two, and so are two names of one file that no link tells apart
/// (hard links): each is a place of its own.
package struct DistinctFiles: Sendable {
  /// A path to a file that another path stands for.
  package struct Repeated: Hashable, Sendable {
    /// The path, below the folder.
    package var path: String
    /// The path that stands for it, below the folder.
    package var first: String
  }

  /// The paths that stand for the files, in the order that they were given in.
  package private(set) var paths: [String] = []
  /// The other paths, in the order that they were given in.
  package private(set) var repeated: [Repeated] = []

  /// Tells which paths name the same file; of those the one without a link stands for it, or else the
  /// first.
  ///
  /// - Parameters:
  ///   - paths: paths below the folder.
  ///   - folder: the folder.
  package init(_ paths: [String], below folder: String) {
    let base = SystemCall.realPath(folder)
    let places = paths.map { SystemCall.realPath(SystemCall.path(of: $0, below: folder)) }
    var first: [String: String] = [:]
    for (path, place) in zip(paths, places)
    where first[place] == nil || place == SystemCall.path(of: path, below: base) {
      first[place] = path
    }
    var named: Set<String> = []
    for (path, place) in zip(paths, places) {
      let name = first[place] ?? path
      if name == path, named.insert(path).inserted {
        self.paths.append(path)
      } else {
        repeated.append(Repeated(path: path, first: name))
      }
    }
  }
}
