import ArgumentParser

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The option of commands that work in parallel; what they give out is the same for any number.
struct JobsOption: ParsableArguments {
  @Option(help: "How many threads to work with (default: one a processor).")
  var jobs: Int?

  func validate() throws {
    if let jobs, !(1...1024).contains(jobs) {
      throw ValidationError("'--jobs' must be a whole number from 1 to 1024.")
    }
  }

  /// The number given, or how many processors there are.
  var count: Int { jobs ?? max(1, Int(sysconf(Int32(_SC_NPROCESSORS_ONLN)))) }
}
