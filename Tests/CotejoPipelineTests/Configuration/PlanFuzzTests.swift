import CotejoTestSupport
import Testing

@testable import CotejoPipeline

/// Broken pipelines never trap, and give a plan or a problem with a place.
struct PlanFuzzTests {
  private static let seedText = """
    cotejo: 1
    name: press
    params: &p {score: 0.25, folder: x, full: true}
    languages: {source: es-MX, target: no}
    inputs:
      a: {corpus: "c/${params.folder}", roles: {es: "es/{stem}.txt", no: "no/{stem}.txt"}}
      b: {corpus: y, manifest: list.tsv, unpaired: skip, charset: detect}
      c: {corpus: z, roles: {no: "{date}.txt"}, transcripts: t, match: {by: date, window: 2d}}
    stages:
      - {uses: normalize, from: [a, b]}
      - {uses: segment, id: cut}
      - {uses: learn, with: {passes: 2}}
      - {uses: align, with: {lexicon: none}}
      - {uses: filter, with: {minimumScore: "${params.score}", lengthRatio: 3}}
      - uses: deduplicate
        with:
          near: "${matrix.near}"
        matrix: {near: [0.8, 0.9]}
      - {uses: export, with: {to: "a-${matrix.near}.tmx"}}
      - {uses: check, from: [align], if: "${params.full}"}
      - {uses: export, from: "deduplicate(near=0.8)", with: {to: b.tmx}}
      - {uses: normalize, id: again, from: [c, a]}
    checks:
      - {metric: align.coverage.source, minimum: 0.9}
    """

  private static let pieces: [[UInt8]] = [
    "*", "&a ", "*a", "[", "]", "{", "}", ":", ": ", "- ", "\n", "\t", "'", "\"", "#", "|", ">",
    "?",
    "!!str ", "%", "@", "`", "---\n", "...", "<<: *p", "${", "}", "no", "~", "0", "-1", "1e999",
    ",",
    "uses: export", "  ", "from: a", "matrix: {", "${matrix.near}", "if: false",
    "match: {by: name}", "window: 1d", "(near=0.8)",
    "\r\n", "\u{85}", "\u{2028}", "\u{FEFF}", "\u{0}", "é", "𝄞", "\u{E000}",
  ].map { Array($0.utf8) }

  @Test(arguments: 0..<40)
  func `mutated files give a plan or problems`(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let original = Array(Self.seedText.utf8)
    for _ in 0..<60 {
      var bytes = original
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let at = Int.random(in: 0...bytes.count, using: &random)
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
          if at < bytes.count { bytes[at] = UInt8.random(in: 0...255, using: &random) }
        case 1:
          let end = min(bytes.count, at + Int.random(in: 0..<20, using: &random))
          bytes.removeSubrange(at..<end)
        case 2: bytes.removeLast(bytes.count - at)
        case 3:
          // A stretch of the file again somewhere else: duplicate keys, wrong places.
          let end = min(bytes.count, at + Int.random(in: 0..<80, using: &random))
          let copy = Array(bytes[at..<end])
          bytes.insert(
            contentsOf: copy, at: Int.random(in: 0...bytes.count, using: &random))
        default:
          bytes.insert(contentsOf: Self.pieces.randomElement(using: &random) ?? [], at: at)
        }
      }
      let reading = PlanReader.read(bytes, file: "f.yml")
      #expect((reading.plan == nil) == !reading.problems.isEmpty)
      for problem in reading.problems {
        #expect(problem.place.line != nil || bytes.count > YAMLText.maximumBytes)
        #expect(!problem.message.isEmpty)
      }
    }
  }

  @Test func `the seed itself is a plan`() {
    #expect(PlanReader.read(Array(Self.seedText.utf8), file: "f.yml").problems == [])
  }
}
