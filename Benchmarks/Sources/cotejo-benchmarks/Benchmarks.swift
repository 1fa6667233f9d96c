import Cotejo

/// A piece of work and how much of it there is.
struct Benchmark: Sendable {
  let name: String
  let unit: String
  let amount: Double
  /// Takes a minute and more: run only where it is named.
  var isHuge = false
  let body: @Sendable () throws -> Void
}

private let spanish = tag("es")
private let english = tag("en")
private let shipped = (try? Lexicon.shipped(source: spanish, target: english)).flatMap { $0 }

/// A language by its tag.
func tag(_ name: String) -> LanguageTag {
  guard let tag = try? LanguageTag(name) else { fatalError("\(name) is no language tag") }
  return tag
}

/// Sentences of both sides of a pair of made-up texts.
private func sentences(_ texts: MadeUpTexts) -> Double {
  Double(texts.source.sentences.count + texts.target.sentences.count)
}

/// A document of a million sentences a side, made when it is first asked for.
private let million = MadeUpTexts(pairs: 1_000_000, seed: 11, spanish, english)
/// What shares no word but the same one everywhere.
private let sameLines = MadeUpTexts.sameLine(count: 100_000, spanish)

/// No rare words, refrains, a foreword of 5,000 sentences and gaps of thousands.
private let hostile = MadeUpTexts.hostile(
  count: 30_000, words: 600, missing: [0..<5000, 14_000..<17_000, 26_000..<30_000], spanish,
  english)

let benchmarks: [Benchmark] = {
  let prose = MadeUpTexts.prose(bytes: 8_000_000)
  let small = (0..<100).map { MadeUpTexts(pairs: 100, seed: UInt64($0), spanish, english) }
  let large = MadeUpTexts(pairs: 50_000, seed: 7, spanish, english)
  return [
    Benchmark(name: "normalize", unit: "bytes", amount: Double(prose.count)) {
      let document = try DocumentReader().document(of: prose, id: "prose", language: spanish)
      var normalizer = try Normalizer(Normalizer.Options())
      _ = try normalizer.normalize(document)
    },
    Benchmark(name: "segment", unit: "bytes", amount: Double(prose.count)) {
      let document = try DocumentReader().document(of: prose, id: "prose", language: spanish)
      var segmenter = try SentenceSegmenter(
        language: spanish, pack: LanguagePack.find(spanish, in: nil))
      let paragraphs = ParagraphSplitter(mode: .automatic).paragraphs(of: document.text)
      _ = try SegmentedText(
        document.text, paragraphs: paragraphs, language: spanish, segmenter: &segmenter)
    },
    Benchmark(
      name: "align-small", unit: "sentences", amount: small.map(sentences).reduce(0, +)
    ) {
      let aligner = SentenceAligner(lexicons: shipped.map { [$0] } ?? [])
      for texts in small { _ = try aligner.align(texts.source, texts.target) }
    },
    Benchmark(name: "align-large", unit: "sentences", amount: sentences(large)) {
      _ = try SentenceAligner(lexicons: []).align(large.source, large.target)
    },
    Benchmark(name: "align-large-two-jobs", unit: "sentences", amount: sentences(large)) {
      _ = try SentenceAligner(lexicons: [], jobs: 2).align(large.source, large.target)
    },
    Benchmark(name: "align-million", unit: "sentences", amount: 1_950_000, isHuge: true) {
      _ = try SentenceAligner(lexicons: []).align(million.source, million.target)
    },
    Benchmark(name: "align-same-lines", unit: "sentences", amount: 200_000) {
      _ = try SentenceAligner(lexicons: []).align(sameLines, sameLines)
    },
    Benchmark(name: "align-hostile", unit: "sentences", amount: sentences(hostile)) {
      _ = try SentenceAligner(lexicons: []).align(hostile.source, hostile.target)
    },
    Benchmark(name: "open-lexicon", unit: "lexicons", amount: 100) {
      for _ in 0..<100 { _ = try Lexicon.shipped(source: spanish, target: english) }
    },
    Benchmark(name: "index-words", unit: "sentences", amount: sentences(large)) {
      _ = (try IndexedText(large.source), try IndexedText(large.target))
    },
    Benchmark(name: "learn", unit: "sentence pairs", amount: 50_000) {
      let (source, target) = (try IndexedText(large.source), try IndexedText(large.target))
      var bitext = Bitext()
      let pairs = (0..<min(source.count, target.count)).map {
        (source: $0..<$0 + 1, target: $0..<$0 + 1)
      }
      bitext.add(pairs, from: source, target)
      _ = try LexiconTrainer().train(on: bitext, source: spanish, target: english)
    },
  ]
}()
