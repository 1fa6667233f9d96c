import ArgumentParser
import Cotejo

/// Where results of stages are kept for later runs.
struct CacheOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The cache folder of the program (default: $COTEJO_CACHE, else cotejo in the user's).",
      valueName: "folder"))
  var cache: String?

  @Flag(help: "Keep no results, and use none that were kept.")
  var noCache = false

  func validate() throws {
    if noCache, cache != nil {
      throw ValidationError("'--cache' and '--no-cache' exclude each other.")
    }
  }

  /// The folder of results; nil for none.
  var folder: String? { noCache ? nil : ResultLocation.folder(inCache: cache) }
}
