internal import CotejoICU

/// Segmentation rules of an SRX 2.0 file, which can stand in place of the program's own.
///
/// SRX (Segmentation Rules eXchange 2.0, LISA OSCAR, 2008) says by regular expressions what stands
/// before and after a place where text is cut, or must not be. At each place the first rule in the
/// order of the file that matches decides; where none does, the text is not cut. Regular expressions
/// are those of ICU, as the standard has it.
public struct SRXRules: Sendable {
  /// A rule for places between two characters.
  public struct Rule: Hashable, Sendable {
    /// Whether the text is cut where the rule matches; else it is kept whole there.
    public var isBreak: Bool
    /// What ends at the place; empty where anything may.
    public var before: String
    /// What begins at the place; empty where anything may.
    public var after: String
    /// The 1-based line of the rule in the file.
    public var line: Int
    /// The 1-based number of the rule under its `languagerule`.
    public var number: Int
    /// The name of its `languagerule`.
    public var group: String

    /// Makes a rule.
    public init(
      isBreak: Bool, before: String, after: String, line: Int = 1, number: Int = 1,
      group: String = ""
    ) {
      self.isBreak = isBreak
      self.before = before
      self.after = after
      self.line = line
      self.number = number
      self.group = group
    }
  }

  /// A `languagemap`: which languages a group of rules is for.
  public struct LanguageMap: Hashable, Sendable {
    /// A regular expression that the whole code of a language must match, in any case.
    public var pattern: String
    /// The name of the `languagerule`.
    public var group: String
    /// Its 1-based line.
    public var line: Int
  }

  /// To which side of a cut the tags of formatted text go.
  ///
  /// The texts that are cut here have no tags: this is read for those who handle such.
  public struct FormatHandles: Hashable, Sendable {
    /// Whether opening tags before the cut stay there.
    public var includesStart = false
    /// Whether closing tags do.
    public var includesEnd = true
    /// Whether tags by themselves do.
    public var includesIsolated = false
  }

  /// Whether the rules of all `languagemap`s that match a language count, in their order, and not
  /// only those of the first.
  public internal(set) var isCascading = false
  /// Whether flows inside others, such as footnotes, are cut by themselves.
  public internal(set) var segmentsSubflows = true
  /// What is said about tags.
  public internal(set) var formatHandles = FormatHandles()
  /// The `languagemap`s in the order of the file.
  public internal(set) var languageMaps: [LanguageMap] = []
  /// The rules by the names of their `languagerule`s.
  public internal(set) var groups: [String: [Rule]] = [:]
  /// The name of the file in errors.
  public let place: String
  /// The bytes of the file as 64 hexadecimal digits of SHA-256, for what must know whether it changed.
  public let fingerprint: String

  /// Reads a file.
  ///
  /// - Parameter path: the file; `-` is standard input.
  /// - Throws: `unreadable`, `tooLarge`; else as `init(bytes:place:)`.
  public init(path: String) throws(TextError) {
    try self.init(
      bytes: try InputFile.bytes(of: path), place: path == "-" ? "standard input" : path)
  }

  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: the whole file.
  ///   - place: the name that errors give it.
  /// - Throws: `languageData`, with file, line and column in the place, for what is no SRX 2.0: XML
  ///   that is not well-formed or declares entities, another version, a missing header or
  ///   `languagemap`, an unknown element, a regular expression that ICU does not take.
  public init(bytes: [UInt8], place: String) throws(TextError) {
    self.place = place
    var hash = SHA256()
    hash.update(bytes.span)
    fingerprint = hash.finish().description
    try SRXReader.read(bytes, into: &self)
    try check()
  }

  /// The rules for a language, in the order in which they are asked.
  ///
  /// The code is tried as `es-MX` and `es_MX`; if no `languagemap` matches either, as `es`.
  /// - Throws: `languageData` if no `languagemap` matches.
  public func rules(for language: LanguageTag) throws(TextError) -> [Rule] {
    let code = language.description
    let underscored = String(code.map { $0 == "-" ? "_" : $0 })
    for codes in [[code, underscored], [language.language]] {
      var found: [Rule] = []
      var hasMatched = false
      for map in languageMaps where try matches(map, codes) {
        found += groups[map.group] ?? []
        hasMatched = true
        if !isCascading { break }
      }
      if hasMatched { return found }
    }
    throw TextError(
      .languageData, place: place,
      message: "has no rules for '\(language)': no 'languagepattern' matches it")
  }

  private func matches(_ map: LanguageMap, _ codes: [String]) throws(TextError) -> Bool {
    do {
      // Codes of languages are the same in capitals (BCP 47, section 2.1.1).
      var pattern = try Pattern("(?i)(?:\(map.pattern))")
      var subject = try PatternSubject()
      for code in codes {
        try subject.set(code.utf8Span.span)
        if try pattern.matchesAll(of: subject, from: 0, to: code.utf16.count) { return true }
      }
      return false
    } catch {
      throw fault(error, in: "the 'languagepattern' of '\(map.group)'", line: map.line)
    }
  }

  /// Compiles every expression, so that a fault is told before any text is cut.
  private func check() throws(TextError) {
    for map in languageMaps { _ = try matches(map, []) }
    var known: Set<String> = []
    // By line, so that the first fault of the file is told.
    let rules = groups.values.joined().sorted { ($0.line, $0.number) < ($1.line, $1.number) }
    for rule in rules {
      for (name, expression) in [("beforebreak", rule.before), ("afterbreak", rule.after)]
      where known.insert(expression).inserted {
        do {
          _ = try Pattern(expression)
        } catch {
          throw fault(
            error, in: "the '\(name)' of rule \(rule.number) of '\(rule.group)'", line: rule.line)
        }
      }
    }
  }

  /// An expression that ICU does not take.
  private func fault(_ error: ICUError, in what: String, line: Int) -> TextError {
    let context = error.context.isEmpty ? "" : " at \(error.context)"
    return TextError(
      .languageData, place: "\(place):\(line)",
      message: "\(what) is not a regular expression that ICU takes: \(error.name)\(context)")
  }
}
