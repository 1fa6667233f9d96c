import ArgumentParser

/// The command `cotejo`: one file a subcommand, the only place that prints or exits.
@main
struct Cotejo: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cotejo",
    abstract: "Lays a translation beside its original: aligned sentence pairs, traced to the byte.",
    version: "0.1.0",
    subcommands: [SegmentCommand.self]
  )
}
