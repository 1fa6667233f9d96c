/// A sentence encoder that does not give the vectors it was asked for, or a cache that cannot keep
/// them.
public struct EncoderError: Error, Hashable, Sendable {
  /// What went wrong.
  public enum Code: String, Hashable, Sendable {
    /// The address or the key cannot be used; nothing was sent.
    case configuration
    /// The server cannot be reached, or broke off, or did not answer in time.
    case unreachable
    /// The server answered with an HTTP status other than 200.
    case refused
    /// The answer is not JSON of the form that `/v1/embeddings` has.
    case malformed
    /// The answer has more or fewer vectors than there were texts.
    case count
    /// Vectors of one encoder differ in how many numbers they have.
    case dimension
    /// A vector holds something that is no finite number.
    case notFinite
    /// The server answers with another model than before.
    case otherModel
    /// The cache of vectors cannot be read or written.
    case cache
  }

  /// What went wrong.
  public var code: Code
  /// The address that was asked, without its query, or the file of the cache.
  public var place: String
  /// The HTTP status of an answer that was `refused`.
  public var status: Int?
  /// One sentence for a person, without the place.
  public var message: String

  /// Makes an error; `message` is one sentence without the place.
  public init(_ code: Code, place: String, status: Int? = nil, message: String) {
    self.code = code
    self.place = place
    self.status = status
    self.message = message
  }
}
