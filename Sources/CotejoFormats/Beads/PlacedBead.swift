/// A bead as JSON Lines tell it: by the bytes of its sentences, without their numbers.
///
/// The records are those of ``JSONLinesWriter``:
///
/// ```
/// {"source":[{"document":"a.es","start":0,"end":12,…}],"target":[…],"score":0.93,…}
/// ```
public struct PlacedBead: Hashable, Sendable {
  /// The bytes of a sentence.
  public struct Place: Hashable, Comparable, Sendable {
    /// The document; empty where the record names none.
    public var document: String
    /// The offset of its first byte.
    public var start: Int32
    /// The offset behind its last byte.
    public var end: Int32

    /// Names the bytes from `start` up to, not including, `end`.
    public init(document: String, start: Int32, end: Int32) {
      self.document = document
      self.start = start
      self.end = end
    }

    /// By document (in the order of its bytes), start and end.
    public static func < (left: Self, right: Self) -> Bool {
      guard left.document == right.document else {
        return left.document.utf8.lexicographicallyPrecedes(right.document.utf8)
      }
      return (left.start, left.end) < (right.start, right.end)
    }
  }

  /// The sentences of the original, as written.
  public var source: [Place]
  /// The sentences of the rendering, as written.
  public var target: [Place]
  /// The score, `nil` if there is none.
  public var score: Double?
  /// The 1-based line that it stands in.
  public var line: Int

  /// Makes a bead.
  public init(source: [Place], target: [Place], score: Double?, line: Int) {
    self.source = source
    self.target = target
    self.score = score
    self.line = line
  }

  /// The same bead of a document without a name.
  var withoutNames: PlacedBead {
    func unnamed(_ places: [Place]) -> [Place] {
      places.map { Place(document: "", start: $0.start, end: $0.end) }
    }
    return PlacedBead(
      source: unnamed(source), target: unnamed(target), score: score, line: line)
  }

  /// Reads an alignment.
  ///
  /// Blank lines are passed over. Members other than `source`, `target` and `score`, and those of a
  /// sentence other than `document`, `start` and `end`, may be there or not.
  /// - Parameters:
  ///   - bytes: The text.
  ///   - place: The file that it comes from, for errors.
  /// - Returns: The beads, in the order of the lines.
  /// - Throws: `malformed`, with the line, for anything else.
  public static func read(
    _ bytes: [UInt8], place: String
  ) throws(FormatError) -> [PlacedBead] {
    try JSONLines.read(bytes, place: place, bead)
  }

  private static func bead(
    _ scanner: inout JSONScanner, line: Int
  ) throws(JSONScanner.Fault) -> PlacedBead {
    var sides: [[UInt8]: [Place]] = [:]
    var score: Double?
    try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
      if key.elementsEqual("score".utf8) {
        if scanner.peek() == UInt8(ascii: "n") {
          try scanner.skipValue()
        } else {
          score = try scanner.number()
        }
        return
      }
      guard key.elementsEqual("source".utf8) || key.elementsEqual("target".utf8) else {
        try scanner.skipValue()
        return
      }
      guard sides[key] == nil else { throw scanner.fault("a side stands there twice") }
      var places: [Place] = []
      try scanner.array { (scanner) throws(JSONScanner.Fault) in
        places.append(try sentence(&scanner))
      }
      sides[key] = places
    }
    guard let source = sides[Array("source".utf8)], let target = sides[Array("target".utf8)] else {
      throw scanner.fault("'source' or 'target' is missing")
    }
    return PlacedBead(source: source, target: target, score: score, line: line)
  }

  private static func sentence(_ scanner: inout JSONScanner) throws(JSONScanner.Fault) -> Place {
    var document: [UInt8] = []
    var start: Int32?
    var end: Int32?
    try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
      if key.elementsEqual("start".utf8) {
        start = try scanner.wholeNumber()
      } else if key.elementsEqual("end".utf8) {
        end = try scanner.wholeNumber()
      } else if key.elementsEqual("document".utf8) {
        document.removeAll()
        try scanner.string(into: &document)
      } else {
        try scanner.skipValue()
      }
    }
    guard let start, let end else {
      throw scanner.fault("the 'start' or 'end' of a sentence is missing")
    }
    guard start <= end else { throw scanner.fault("a sentence ends before it starts") }
    return Place(document: String(decoding: document, as: UTF8.self), start: start, end: end)
  }
}
