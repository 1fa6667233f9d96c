internal import CotejoFormats
internal import CotejoText

/// The vectors of an answer.
struct EmbeddingsAnswer: Hashable {
  /// Why an answer cannot be used.
  struct Fault: Error, Hashable {
    var code: EncoderError.Code
    var message: String
  }

  /// In the order of the texts, all of one dimension, finite.
  let vectors: [[Float]]
  /// What the server calls its model; empty if it does not say.
  let model: String

  /// Reads the body of an answer to a request for the vectors of `count` texts.
  init(_ body: [UInt8], count: Int) throws(Fault) {
    do {
      // The scanner takes valid UTF-8 only.
      guard String(validating: body, as: UTF8.self) != nil else {
        throw Fault(code: .malformed, message: "the answer is not UTF-8")
      }
      var scanner = JSONScanner(body)
      var found: [(index: Int?, vector: [Float])] = []
      var (model, hasData, isFinite) = ("", false, true)
      try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
        switch String(decoding: key, as: UTF8.self) {
        case "data":
          hasData = true
          try scanner.array { (scanner) throws(JSONScanner.Fault) in
            found.append(try Self.item(&scanner, &isFinite))
          }
        case "model" where scanner.peek() == UInt8(ascii: "\""):
          var name: [UInt8] = []
          try scanner.string(into: &name)
          model = String(decoding: name, as: UTF8.self)
        default: try scanner.skipValue()
        }
      }
      try scanner.end()
      guard hasData else { throw scanner.fault("there is no 'data'") }
      guard isFinite else {
        throw Fault(code: .notFinite, message: "a vector holds what is no finite number")
      }
      self.model = model
      vectors = try Self.ordered(found, count: count)
    } catch let fault as JSONScanner.Fault {
      throw Fault(
        code: .malformed,
        message: "the answer is not that of '/v1/embeddings': \(fault.message) at byte "
          + "\(fault.offset)")
    } catch let fault as Fault {
      throw fault
    } catch {
      throw Fault(code: .malformed, message: "the answer cannot be read: \(error)")
    }
  }

  /// One member of `data`.
  private static func item(
    _ scanner: inout JSONScanner, _ isFinite: inout Bool
  ) throws(JSONScanner.Fault) -> (index: Int?, vector: [Float]) {
    var (index, vector): (Int?, [Float]?) = (nil, nil)
    try scanner.object { (scanner, key) throws(JSONScanner.Fault) in
      switch String(decoding: key, as: UTF8.self) {
      case "index": index = Int(try scanner.wholeNumber())
      case "embedding": vector = try numbers(&scanner, &isFinite)
      default: try scanner.skipValue()
      }
    }
    guard let vector else { throw scanner.fault("an item has no 'embedding'") }
    return (index, vector)
  }

  private static func numbers(
    _ scanner: inout JSONScanner, _ isFinite: inout Bool
  ) throws(JSONScanner.Fault) -> [Float] {
    var numbers: [Float] = []
    try scanner.array { (scanner) throws(JSONScanner.Fault) in
      // Not JSON, but what Python makes of numbers that are none; and null, what others do.
      for word in ["NaN", "Infinity", "-Infinity", "null"] where scanner.take(word: word) {
        isFinite = false
        return
      }
      let number = Float(try scanner.number())
      if !number.isFinite { isFinite = false }
      numbers.append(number)
    }
    return numbers
  }

  /// The vectors in the order of the texts.
  private static func ordered(
    _ found: [(index: Int?, vector: [Float])], count: Int
  ) throws(Fault) -> [[Float]] {
    guard found.count == count else {
      throw Fault(code: .count, message: "\(found.count) vectors came for \(count) texts")
    }
    var vectors = [[Float]?](repeating: nil, count: count)
    for (place, item) in found.enumerated() {
      let index = item.index ?? place
      guard index < count, vectors[index] == nil else {
        throw Fault(code: .count, message: "the index \(index) comes twice, or is of no text")
      }
      vectors[index] = item.vector
    }
    let ordered = vectors.compactMap(\.self)
    guard let dimension = ordered.first?.count, dimension > 0,
      let other = ordered.first(where: { $0.count != dimension })
    else {
      guard ordered.allSatisfy({ !$0.isEmpty }) else {
        throw Fault(code: .dimension, message: "a vector has no numbers")
      }
      return ordered
    }
    throw Fault(
      code: .dimension, message: "vectors have \(dimension) and \(other.count) numbers")
  }
}
