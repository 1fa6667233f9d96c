internal import CotejoFormats
internal import CotejoText

/// Writes the beads that came this far to a file.
struct ExportStage: OrderedStage {
  static let name = "export"
  static let version = 1
  static let summary = "writes the beads to a file; '.gz' at the end of its name compresses"
  static let reads = Material.beads
  static let writes = Material.beads
  static let changes: [PairPart] = []

  static let to = Parameter<String>.outputPath("to", "the file, below the output folder")
  static let format = Parameter<String>.name(
    "format", among: ["automatic"] + TranslationUnitFormat.allCases.map(\.rawValue),
    default: "automatic", "what is written; automatic goes by the name of the file")

  static let parameters = [to.declaration, format.declaration]

  let values: ParameterValues

  init(values: ParameterValues) {
    self.values = values
  }

  func conflicts() -> [(parameter: String, message: String)] {
    do {
      _ = try resolvedFormat()
      return []
    } catch {
      return [("to", error.message)]
    }
  }

  private func resolvedFormat() throws(FormatError) -> TranslationUnitFormat {
    let name = values[Self.format]
    return name == "automatic"
      ? try TranslationUnitFormat(path: values[Self.to]) : try TranslationUnitFormat(name: name)
  }

  /// The files that it writes, as paths below the output folder.
  func outputPaths(source: LanguageTag, target: LanguageTag) -> [String] {
    guard let format = try? resolvedFormat() else { return [] }
    return format.paths(values[Self.to], source: source, target: target)
  }

  func prepare(_ pair: inout PairState) {
    pair.renderUnits()
  }

  func visitor(as id: String, in run: RunContext) throws(PipelineError) -> Visitor {
    let path = values[Self.to]
    do {
      let full = try run.makeFolders(for: path)
      let header = TMXWriter.Header(
        source: run.source, target: run.target, toolVersion: run.version)
      return Visitor(
        file: try resolvedFormat().open(full, header: header),
        paths: outputPaths(source: run.source, target: run.target))
    } catch let error as FormatError {
      throw PipelineError(error)
    } catch {
      throw error as? PipelineError ?? PipelineError(.unwritable, at: Place(file: path), "\(error)")
    }
  }

  /// The file while it is written.
  final class Visitor: PairVisitor {
    private var file: TranslationUnitFile?
    private let paths: [String]

    init(file: consuming TranslationUnitFile, paths: [String]) {
      self.file = consume file
      self.paths = paths
    }

    func visit(_ pair: inout PairState, _ prepared: Void) throws(PipelineError) {
      for index in pair.rejections.indices where pair.rejections[index] == nil {
        guard var unit = pair.units[index] else { continue }
        // A stage behind an ordered one checks when the units are rendered already.
        unit.check = pair.checks[index]
        do {
          try file?.write(unit)
        } catch {
          throw PipelineError(error)
        }
      }
    }

    func complete() throws(PipelineError) {
      do {
        try file?.complete()
      } catch {
        throw PipelineError(error)
      }
    }

    func finish() throws(PipelineError) -> VisitorReport {
      var report = VisitorReport()
      report.files = paths
      guard let file = file.take() else { return report }
      report.written = file.counts.written
      report.leftOut = file.counts.leftOut
      report.replacedCharacters = file.counts.replacedCharacters
      do {
        try file.finish()
      } catch {
        throw PipelineError(error)
      }
      return report
    }
  }
}

extension PipelineError {
  /// Takes over what a writer says of its file.
  init(_ error: FormatError) {
    let code: Code = error.code == .unwritable ? .unwritable : .stage
    self.init(code, at: Place(file: error.place), error.message)
  }
}
