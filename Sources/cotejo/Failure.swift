import ArgumentParser
import Cotejo
import CotejoEncoder

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The exit codes of every subcommand: a contract with scripts.
enum ExitStatus: Int32 {
  /// All went well.
  case success = 0
  /// There are findings, or a gate failed.
  case findings = 1
  /// The command line or a configuration is wrong.
  case usage = 2
  /// An input cannot be read.
  case unreadableInput = 3
  /// A stage failed, or a file could not be written.
  case failedStage = 4
}

/// The end of a command that did not do all it was asked: what to say on standard error, and the
/// exit code.
struct Failure: Error {
  var status: ExitStatus
  /// Whole lines such as `FILE:14:9: error: unknown key 'x'`.
  var lines: [String]

  init(_ status: ExitStatus, _ lines: [String]) {
    self.status = status
    self.lines = lines
  }

  /// Takes problems of a plan, a corpus or a run.
  init(_ problems: [PipelineError]) {
    lines = problems.map(\.description)
    status =
      switch problems.first?.code {
      case .configuration?: .usage
      case .corpus?: .unreadableInput
      case .stage?, .unwritable?, .interrupted?, nil: .failedStage
      }
  }

  /// Takes an error of any library target.
  init?(_ error: any Error) {
    switch error {
    case let failure as Failure: self = failure
    case let error as PipelineError: self.init([error])
    case let error as TextError:
      let place = error.offset.map { "\(error.place): byte \($0)" } ?? error.place
      let status: ExitStatus =
        switch error.code {
        case .invalidLanguageTag, .languageData: .usage
        case .unreadable, .invalidEncoding, .tooLarge: .unreadableInput
        case .unwritable, .icu: .failedStage
        }
      self.init(status, ["\(place.isEmpty ? "cotejo" : place): error: \(error.message)"])
    case let error as FormatError:
      var place = error.place
      if let line = error.line { place += ":\(line)" }
      if error.line == nil, let offset = error.offset { place += ": byte \(offset)" }
      let status: ExitStatus =
        switch error.code {
        case .unknownFormat: .usage
        case .unwritable, .unrepresentable: .failedStage
        default: .unreadableInput
        }
      self.init(status, ["\(place.isEmpty ? "cotejo" : place): error: \(error.message)"])
    case let error as LexiconError:
      let status: ExitStatus =
        switch error.code {
        case .unwritable, .training: .failedStage
        case .otherLanguages, .notShipped: .usage
        case .unreadable, .unknownFormat, .damaged: .unreadableInput
        }
      self.init(status, ["\(error.file.isEmpty ? "cotejo" : error.file): error: \(error.message)"])
    case let error as QuotationError:
      let status: ExitStatus =
        switch error.code {
        case .languageData: .usage
        case .unreadable, .damaged: .unreadableInput
        case .icu, .unwritable: .failedStage
        }
      self.init(
        status, ["\(error.place.isEmpty ? "cotejo" : error.place): error: \(error.message)"])
    case let error as FidelityError:
      let status: ExitStatus =
        switch error.code {
        case .languageData: .usage
        case .invalidText: .unreadableInput
        case .icu: .failedStage
        }
      self.init(
        status, ["\(error.place.isEmpty ? "cotejo" : error.place): error: \(error.message)"])
    case let error as EncoderError:
      let status: ExitStatus = error.code == .configuration ? .usage : .failedStage
      self.init(status, ["\(error.place): error: \(error.message)"])
    case let error as Output.Failure:
      self.init(.failedStage, ["standard output: error: cannot be written: \(error)"])
    default: return nil
    }
  }

  /// Says what failed and ends the program.
  func exit() -> Never {
    Diagnostics.print(lines)
    return quit(status.rawValue)
  }
}

/// Standard error.
enum Diagnostics {
  /// Prints whole lines.
  static func print(_ lines: [String]) {
    // In one piece: a damaged document may have a hundred thousand of them.
    if !lines.isEmpty { write(lines.joined(separator: "\n") + "\n") }
  }

  /// Writes text as it is; that nobody reads it is no error.
  static func write(_ text: String) {
    var text = text
    text.withUTF8 { _ = SystemCall.writeAll(STDERR_FILENO, UnsafeRawBufferPointer($0)) }
  }
}

// A member has the name of the call where it is needed.
private func quit(_ code: Int32) -> Never { exit(code) }
