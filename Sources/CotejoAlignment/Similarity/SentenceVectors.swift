/// The vectors that a sentence encoder gives to the sentences of a text, one after another.
///
/// Encoders for alignment are multilingual: sentences that mean the same have like vectors, whatever
/// their languages. Vectors are kept at unit length; the zero vector stands for a sentence that has
/// nothing to encode, and is like none.
public struct SentenceVectors: Hashable, Sendable {
  /// How many numbers a vector has.
  public let dimension: Int
  /// The vectors, `dimension` numbers each.
  public private(set) var values: [Float] = []
  /// How many vectors there are.
  public private(set) var count = 0

  /// Makes an empty list of vectors of a dimension of 1 or more.
  public init(dimension: Int) {
    precondition(dimension > 0, "a vector has numbers")
    self.dimension = dimension
  }

  /// Appends a vector, scaled to unit length; `nil` and vectors without a direction count as zero.
  ///
  /// The vector must have `dimension` numbers.
  public mutating func append(_ vector: [Float]?) {
    count += 1
    guard let vector else {
      values.append(contentsOf: repeatElement(0, count: dimension))
      return
    }
    precondition(vector.count == dimension, "vectors of one encoder have one dimension")
    // In double: the squares of large numbers would leave a float's range.
    let length = vector.reduce(0.0) { $0 + Double($1) * Double($1) }.squareRoot()
    let isDirected = length > 0 && length.isFinite
    values.append(contentsOf: vector.map { isDirected ? Float(Double($0) / length) : 0 })
  }

  /// How alike two sentences of the list are: the cosine of their vectors, 0 for the zero vector.
  package func similarity(_ one: Int, _ other: Int) -> Float {
    zip(vector(one), vector(other)).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The vector of a sentence.
  func vector(_ sentence: Int) -> ArraySlice<Float> {
    values[sentence * dimension..<(sentence + 1) * dimension]
  }
}

/// The vectors of both sides of a pair of texts, by the same encoder.
public struct SentencePairVectors: Hashable, Sendable {
  /// Those of the original.
  public var source: SentenceVectors
  /// Those of the rendering.
  public var target: SentenceVectors

  /// Joins the vectors of two sides.
  public init(source: SentenceVectors, target: SentenceVectors) {
    self.source = source
    self.target = target
  }
}
