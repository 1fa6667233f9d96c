// For its `URLComponents`.
internal import FoundationEssentials

/// Where the embeddings of an OpenAI-compatible server are had.
public struct EncoderAddress: Hashable, Sendable, CustomStringConvertible {
  /// The full address of the endpoint, a valid URL.
  public let url: String

  /// Takes `http://host:port`, the base that clients are given (`…/v1`), or the endpoint itself
  /// (`…/v1/embeddings`, with a query if it has one).
  ///
  /// - Throws: `configuration` for anything but an `http` or `https` address with a host, and for one
  ///   that holds a user or a password, which would stand in logs.
  public init(_ text: String) throws(EncoderError) {
    func fault(_ message: String) -> EncoderError {
      EncoderError(.configuration, place: EncoderAddress.withoutSecrets(text), message: message)
    }
    guard var parts = URLComponents(string: text), let scheme = parts.scheme?.lowercased() else {
      throw fault("is not an address such as 'http://127.0.0.1:8000/v1'")
    }
    guard scheme == "http" || scheme == "https" else {
      throw fault("is neither an http nor an https address")
    }
    guard let host = parts.host, !host.isEmpty else { throw fault("names no host") }
    if let port = parts.port, !(1...65_535).contains(port) { throw fault("names no possible port") }
    guard parts.user == nil, parts.password == nil else {
      throw fault("holds a user or a password; a key is taken from the environment")
    }
    parts.fragment = nil
    var path = parts.path
    while path.hasSuffix("/") { path.removeLast() }
    if path.isEmpty {
      path = "/v1/embeddings"
    } else if !path.hasSuffix("/embeddings") {
      path += "/embeddings"
    }
    parts.path = path
    guard let url = parts.url else {
      throw fault("is not an address such as 'http://127.0.0.1:8000/v1'")
    }
    self.url = url.absoluteString
  }

  /// The address for people: a query may hold what is not theirs to see.
  public var description: String { Self.withoutSecrets(url) }

  /// A text up to its query, and without what stands before an `@` in the host.
  private static func withoutSecrets(_ text: String) -> String {
    var text = text.prefix { $0 != "?" && $0 != "#" && !$0.isNewline }
    if let at = text.lastIndex(of: "@"), let start = text.firstRange(of: "//")?.upperBound,
      start < at
    {
      text.replaceSubrange(start...at, with: "")
    }
    return String(text)
  }
}
