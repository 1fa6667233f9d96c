/// How a server is asked for vectors.
public struct EncoderOptions: Sendable {
  /// Where it is.
  public var address: EncoderAddress
  /// The model that is asked for, as the server knows it.
  public var model: String
  /// Sent as `Authorization: Bearer …`; never printed, and taken out of what the server says.
  public var key: String?

  /// The most texts in a request.
  public var batchTexts = 64
  /// The most bytes of text in a request; one text may be larger.
  public var batchBytes = 16_384
  /// The most bytes of a text that are sent: the limits of common encoders, some 8,000 tokens, are
  /// not met by longer ones, and the beginning tells what a sentence renders.
  public var textBytes = 6_000
  /// The most requests under way at a time.
  public var concurrency = 4
  /// Seconds without a byte from the server after which a request has failed.
  ///
  /// An encoder without a graphics card may well think for a minute.
  public var timeout = 300.0
  /// How requests that failed for the moment are sent again.
  public var retries = RetryPolicy()

  /// Makes the usual options.
  ///
  /// - Throws: `configuration` for a model without a name and for a key that no header can hold.
  public init(address: EncoderAddress, model: String, key: String? = nil) throws(EncoderError) {
    guard !model.isEmpty else {
      throw EncoderError(
        .configuration, place: address.description, message: "is asked for a model without a name")
    }
    // A line end would start a header of its own.
    guard key?.utf8.allSatisfy({ (0x21...0x7E).contains($0) }) ?? true else {
      throw EncoderError(
        .configuration, place: address.description,
        message: "cannot be sent the key: it holds spaces, line ends or what is not ASCII")
    }
    self.address = address
    self.model = model
    self.key = key.flatMap { $0.isEmpty ? nil : $0 }
  }
}
