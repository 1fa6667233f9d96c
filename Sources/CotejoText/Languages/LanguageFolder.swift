#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The folder of a language's data.
package struct LanguageFolder {
  /// The language that the data were made for.
  package let language: LanguageTag
  /// The path of `languages/<tag>`.
  package let path: String

  /// Finds the folder of a language, or of the language without script and region; `nil` if there is
  /// none.
  ///
  /// - Parameters:
  ///   - language: the language; `es-MX` takes the folder `es` unless there is one of its own.
  ///   - folder: a folder that holds `languages` or is it, in place of the data that come with the
  ///     program.
  /// - Throws: `languageData` if the folder `languages` is not found.
  package init?(of language: LanguageTag, in folder: String?) throws(TextError) {
    let languages = ResourceFolder.path(of: "languages", target: "CotejoText", override: folder)
    guard let languages, Self.exists("\(languages)/.") else {
      throw TextError(
        .languageData, place: folder ?? "languages",
        message: languages == nil ? "the language data are not found" : "is a file, not a folder")
    }
    for name in [language.description, language.language] {
      let path = "\(languages)/\(name)"
      guard Self.exists(path) else { continue }
      self.language = try LanguageTag(name)
      self.path = path
      return
    }
    return nil
  }

  /// The bytes of a file; `nil` if there is none.
  ///
  /// - Throws: `unreadable` for a file that is there and cannot be read.
  package static func bytes(of path: String) throws(TextError) -> [UInt8]? {
    exists(path) ? try InputFile.bytes(of: path) : nil
  }

  private static func exists(_ path: String) -> Bool {
    access(path, F_OK) == 0
  }
}
