// Whole-stage figures on text made from a seed: the same work on every machine.
//
//   cd Benchmarks && swift run -c release cotejo-benchmarks [NAME…]
//   cd Benchmarks && swift run -c release cotejo-benchmarks segmentation LANGUAGE:FILE…
//
// The second cuts texts of your own, of some megabytes each, into sentences.
//
// CPU time is the process's own (user and system); the best of three runs is printed. Without names,
// `align-million` is left out.

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

let names = Array(CommandLine.arguments.dropFirst())
if names.first == "segmentation" {
  var figures = try SegmentationFigures(Array(names.dropFirst()))
  try figures.measure(rounds: 9)
  figures.report()
  exit(0)
}
for benchmark in benchmarks
where names.contains(benchmark.name) || (names.isEmpty && !benchmark.isHuge) {
  var best = Double.infinity
  for _ in 0..<3 {
    let start = processTime()
    try benchmark.body()
    best = min(best, processTime() - start)
  }
  let rate = (benchmark.amount / best).rounded()
  print("\(benchmark.name): \(Int(rate)) \(benchmark.unit) a CPU second (\(rounded(best)) s)")
}
print("peak memory: \(peakMemory() / 1024) MB")
