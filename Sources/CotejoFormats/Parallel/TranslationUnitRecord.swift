/// Reads the texts of a record as ``JSONLinesWriter`` makes it.
enum TranslationUnitRecord {
  /// Puts the texts of both sides, their sentences joined, in place of what the buffers hold.
  ///
  /// Members other than `source` and `target`, and those of a sentence other than `text`, may be
  /// there or not.
  /// - Throws: what is wrong and at which byte of the line, for text that is not JSON or a record
  ///   that lacks a side or has it twice.
  static func read(
    _ line: [UInt8], source: inout [UInt8], target: inout [UInt8]
  ) throws(JSONScanner.Fault) {
    source.removeAll(keepingCapacity: true)
    target.removeAll(keepingCapacity: true)
    var sides: Set<[UInt8]> = []
    var scanner = JSONScanner(line)
    try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
      let isSource = key.elementsEqual("source".utf8)
      guard isSource || key.elementsEqual("target".utf8) else {
        try scanner.skipValue()
        return
      }
      guard sides.insert(key).inserted else { throw scanner.fault("a side stands there twice") }
      if isSource {
        try side(&scanner, into: &source)
      } else {
        try side(&scanner, into: &target)
      }
    }
    try scanner.end()
    guard sides.count == 2 else { throw scanner.fault("'source' or 'target' is missing") }
  }

  /// Appends the texts of a side, an array of sentences, to what the buffer holds.
  static func side(
    _ scanner: inout JSONScanner, into text: inout [UInt8]
  ) throws(JSONScanner.Fault) {
    try scanner.array { (scanner) throws(JSONScanner.Fault) in
      var sentence: [UInt8]?
      try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
        guard key.elementsEqual("text".utf8) else {
          try scanner.skipValue()
          return
        }
        var value: [UInt8] = []
        try scanner.string(into: &value)
        sentence = value
      }
      guard let sentence else { throw scanner.fault("a sentence has no 'text'") }
      sentence.withUnsafeBufferPointer { sentence in
        if !sentence.isEmpty, text.needsSpace(from: 0, before: sentence) {
          text.append(UInt8(ascii: " "))
        }
        text.append(contentsOf: sentence)
      }
    }
  }
}
