// Whole-stage figures on text made from a seed: the same work on every machine.
//
//   cd Benchmarks && swift run -c release cotejo-benchmarks [NAME…]
//
// CPU time is the process's own (user and system); the best of three runs is printed. Without names,
// `align-million` is left out.
//
//   … cotejo-benchmarks segmentation LANGUAGE:FILE…
//
// Cuts texts of your own, of some megabytes each, into sentences.
//
//   … cotejo-benchmarks overhead PIPELINE [ROUNDS]
//
// What a run of a pipeline costs beyond its stages; `runs.py` gives it a corpus.

let names = Array(CommandLine.arguments.dropFirst())
if names.first == "overhead", names.count > 1 {
  let rounds = names.count > 2 ? Int(names[2]) ?? 9 : 9
  try await RunnerOverhead(pipeline: names[1], rounds: rounds).run()
} else if names.first == "segmentation" {
  var figures = try SegmentationFigures(Array(names.dropFirst()))
  try figures.measure(rounds: 9)
  figures.report()
} else {
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
}
print("peak memory: \(peakMemory() / 1024) MB")
