internal import CotejoFidelity
internal import CotejoText

/// The units of XLIFF 1.2 (`trans-unit`) and the segments of XLIFF 2.0 and 2.1 (OASIS).
///
/// Of inline elements `g`, `mrk`, and `pc` hold text, and `cp` is a character that XML cannot hold;
/// all others are codes. Suggestions (`alt-trans`, `mtc:matches`) and notes are passed over. A unit
/// goes by the names of its file and its own, `FILE#UNIT`, with the segment's number behind it where
/// there are several. A file in the opposite languages is read the other way round.
struct XLIFFUnits: MarkupVocabulary {
  /// A unit of 1.2, or a segment of 2.x.
  private struct Unit {
    var id: String
    var line: Int
    var isTranslated = true
    var source: [UInt8]?
    var target: [UInt8]?
    var lost: String?
  }

  private enum Side {
    case source
    case target
  }

  private let languages: PairLanguages
  private var entries: [MarkupEntry] = []
  private var names: [String] = []
  /// The languages that the root names, and those that `file` does.
  private var rootTags: (source: String?, target: String?) = (nil, nil)
  private var tags: (source: String?, target: String?) = (nil, nil)
  private var file = ""
  private var unitName = ""
  private var unitIsTranslated = true
  private var segmentCount = 0
  private var unitCount = 0
  private var unit: Unit?
  private var side: Side?
  /// Where the element of the side stands among the open ones.
  private var sideDepth = 0
  private var codeDepth = 0

  private static let texts: Set<String> = ["g", "mrk", "pc"]
  private static let namespace = "urn:oasis:names:tc:xliff:document:"

  init(languages: PairLanguages) {
    self.languages = languages
  }

  var heldBytes: Int { (unit?.source?.count ?? 0) + (unit?.target?.count ?? 0) }

  mutating func begin(_ element: MarkupElement, line: Int) {
    let isOwn = element.namespace.isEmpty || element.namespace.hasPrefix(Self.namespace)
    // What another namespace calls `source` is none.
    let name = isOwn ? element.name : ""
    let parent = names.last
    names.append(name)
    if side != nil {
      if codeDepth > 0 || !Self.texts.contains(name) { codeDepth += 1 }
      if codeDepth == 1, name == "cp" { append(hexadecimal: element.attributes["hex"] ?? "") }
      return
    }
    let attributes = element.attributes
    switch (parent, name) {
    case (nil, "xliff"): rootTags = (attributes["srcLang"], attributes["trgLang"])
    case (_, "file"):
      tags = (
        attributes["source-language"] ?? rootTags.source,
        attributes["target-language"] ?? rootTags.target
      )
      file = attributes["id"] ?? attributes["original"] ?? ""
    case (_, "trans-unit"):
      unitCount += 1
      let own = attributes["id"] ?? String(unitCount)
      unit = Unit(
        id: file.isEmpty ? own : "\(file)#\(own)", line: line,
        isTranslated: attributes["translate"] != "no")
    case (_, "unit"):
      unitCount += 1
      let own = attributes["id"] ?? String(unitCount)
      unitName = file.isEmpty ? own : "\(file)#\(own)"
      unitIsTranslated = attributes["translate"] != "no"
      segmentCount = 0
    case ("unit", "segment"):
      segmentCount += 1
      let number = attributes["id"] ?? String(segmentCount)
      unit = Unit(
        id: segmentCount == 1 && attributes["id"] == nil ? unitName : "\(unitName)#\(number)",
        line: line, isTranslated: unitIsTranslated)
    case ("trans-unit", "source"), ("segment", "source"):
      enter(.source)
    case ("trans-unit", "target"), ("segment", "target"):
      enter(.target)
    default: break
    }
  }

  private mutating func enter(_ side: Side) {
    guard unit != nil else { return }
    self.side = side
    sideDepth = names.count
    codeDepth = 0
    if side == .source { unit?.source = [] } else { unit?.target = [] }
  }

  mutating func end() {
    let depth = names.count
    guard let name = names.popLast() else { return }
    if side != nil {
      if depth == sideDepth {
        side = nil
      } else if codeDepth > 0 {
        codeDepth -= 1
      }
    } else if name == "trans-unit" || name == "segment", let done = unit {
      entries.append(entry(done))
      unit = nil
    }
  }

  mutating func append(_ text: UnsafeBufferPointer<UInt8>) {
    guard let side, codeDepth == 0 else { return }
    switch side {
    case .source: unit?.source?.append(contentsOf: text)
    case .target: unit?.target?.append(contentsOf: text)
    }
  }

  /// Appends the character that an XLIFF 2 `cp` names.
  private mutating func append(hexadecimal digits: String) {
    let scalar = UInt32(digits, radix: 16).flatMap(Unicode.Scalar.init) ?? "\u{FFFD}"
    switch side {
    case .source: unit?.source?.append(scalar: scalar.value)
    case .target: unit?.target?.append(scalar: scalar.value)
    case nil: break
    }
  }

  mutating func lose(_ what: String) {
    if side != nil, codeDepth == 0 { unit?.lost = what }
  }

  mutating func takeEntries() -> [MarkupEntry] {
    defer { entries = [] }
    return entries
  }

  private func entry(_ unit: Unit) -> MarkupEntry {
    if let lost = unit.lost {
      return .fault(line: unit.line, "unit '\(unit.id)' holds \(lost)")
    }
    guard unit.isTranslated else { return .skipped("not to be translated") }
    guard let isSwapped = languages.isSwapped(original: tags.source, rendering: tags.target) else {
      return .fault(
        line: unit.line,
        "unit '\(unit.id)' is in '\(tags.source ?? "?")' and '\(tags.target ?? "?")', not in "
          + "'\(languages.source.wanted)' and '\(languages.target.wanted)'")
    }
    guard let source = unit.source, let target = unit.target else {
      return .fault(
        line: unit.line,
        "unit '\(unit.id)' has no \(unit.source == nil ? "source" : "target")")
    }
    return .pair(
      IdentifiedPair(
        id: unit.id,
        pair: isSwapped
          ? RenderedPair(source: target, target: source)
          : RenderedPair(source: source, target: target),
        line: unit.line))
  }
}
