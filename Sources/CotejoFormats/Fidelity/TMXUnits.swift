internal import CotejoFidelity

/// The units of TMX 1.4b (LISA, 2005): `tu`, with a `tuv` for each language and its text in `seg`.
///
/// Of inline elements `hi` has text; `bpt`, `ept`, `it`, `ph` and `ut` hold codes, and what `sub`
/// holds within them is another text.
struct TMXUnits: MarkupVocabulary {
  /// The text of one language.
  private struct Variant {
    var language: String
    var text: [UInt8] = []
    var hasSegment = false
  }

  private let languages: PairLanguages
  private var entries: [MarkupEntry] = []
  private var names: [String] = []
  /// How many open elements hold no text of the unit.
  private var codeDepth = 0
  private var isInSegment = false
  private var unitCount = 0
  private var id: String?
  private var line = 0
  private var variants: [Variant] = []
  private var lost: String?
  private(set) var heldBytes = 0

  private static let codes: Set<String> = ["bpt", "ept", "it", "ph", "ut", "sub"]

  init(languages: PairLanguages) {
    self.languages = languages
  }

  mutating func begin(_ element: MarkupElement, line: Int) {
    let parent = names.last
    names.append(element.name)
    if isInSegment {
      if codeDepth > 0 || Self.codes.contains(element.name) { codeDepth += 1 }
      return
    }
    switch (parent, element.name) {
    case (_, "tu"):
      unitCount += 1
      id = element.attributes["tuid"]
      self.line = line
      variants = []
      lost = nil
      heldBytes = 0
    case ("tu", "tuv"):
      let language = element.attributes["xml:lang"] ?? element.attributes["lang"] ?? ""
      variants.append(Variant(language: language))
      // Empty variants fill the memory, too.
      heldBytes += MemoryLayout<Variant>.stride + language.utf8.count
    case ("tuv", "seg") where !variants.isEmpty:
      isInSegment = true
      variants[variants.count - 1].hasSegment = true
    default: break
    }
  }

  mutating func end() {
    guard let name = names.popLast() else { return }
    if codeDepth > 0 {
      codeDepth -= 1
    } else if isInSegment {
      isInSegment = names.last != "tuv" || name != "seg"
    } else if name == "tu" {
      entries.append(unit())
      variants = []
      heldBytes = 0
    }
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard isInSegment, codeDepth == 0 else { return }
    variants[variants.count - 1].text.append(contentsOf: text)
    heldBytes += text.count
  }

  mutating func lose(_ what: String) {
    if isInSegment, codeDepth == 0 { lost = what }
  }

  mutating func takeEntries() -> [MarkupEntry] {
    defer { entries = [] }
    return entries
  }

  private func unit() -> MarkupEntry {
    let name = id.map { "unit '\($0)'" } ?? "a unit"
    if let lost { return .fault(line: line, "\(name) holds \(lost)") }
    guard let source = best(languages.source, other: nil) else {
      return .fault(line: line, "\(name) has no text in '\(languages.source.wanted)'")
    }
    guard let target = best(languages.target, other: source) else {
      return .fault(line: line, "\(name) has no text in '\(languages.target.wanted)'")
    }
    return .pair(
      IdentifiedPair(
        id: id ?? String(unitCount),
        pair: RenderedPair(source: variants[source].text, target: variants[target].text),
        line: line))
  }

  /// The variant whose language fits best, the first of several.
  private func best(_ match: LanguageMatch, other: Int?) -> Int? {
    var best: (index: Int, quality: LanguageMatch.Quality)?
    for (index, variant) in variants.enumerated() where index != other && variant.hasSegment {
      guard let quality = match.quality(of: variant.language) else { continue }
      if best.map({ $0.quality < quality }) ?? true { best = (index, quality) }
    }
    return best?.index
  }
}
