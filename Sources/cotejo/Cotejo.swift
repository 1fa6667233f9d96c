import ArgumentParser
import CAllocator

/// The command `cotejo`: one file a subcommand, the only place that prints or exits.
@main
struct Cotejo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cotejo",
    abstract: "Lays a translation beside its original: aligned sentence pairs, traced to the byte.",
    version: "0.1.0",
    subcommands: [
      RunCommand.self, PlanCommand.self, MergeCommand.self, PairCommand.self, InitCommand.self,
      SchemaCommand.self, SegmentCommand.self, IdentifyCommand.self, AlignCommand.self,
      QuotesCommand.self, TraceCommand.self, CheckCommand.self,
      LexiconCommand.self, EvaluateCommand.self, CleanCommand.self,
    ]
  )

  /// Runs the command that the arguments name, and ends with an exit code of `ExitStatus`.
  static func main() async {
    // Arrays of some hundred thousand numbers come and go with every document; returned to the system,
    // each would be had again page by page, every page cleared and mapped anew.
    callocator_keep_freed()
    do {
      var command = try parseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      if let failure = Failure(error) { failure.exit() }
      // The parser's code for wrong usage is another than the contract's.
      guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
      Failure(.usage, [fullMessage(for: error)]).exit()
    }
  }
}
