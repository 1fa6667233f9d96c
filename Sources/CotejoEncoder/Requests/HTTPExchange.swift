internal import CCurl
internal import Synchronization

/// A request under way.
///
/// One thread performs it; others may cancel it: then whoever waits for it is let go at once, and the
/// thread soon after.
final class HTTPExchange: Sendable {
  typealias Answer = HTTPTransport.Answer
  typealias Fault = HTTPTransport.Fault

  private struct State {
    var waiter: CheckedContinuation<Result<Answer, Fault>, Never>?
    var isCancelled = false
    var body: [UInt8] = []
    var retryAfter: String?
    var isTooLarge = false
    var isLate = false
    /// The bytes moved so far, and when the last of them were.
    var moved: Int64 = 0
    var lastMove = ContinuousClock.now
  }

  private let state = Mutex(State())
  private let timeout: Duration

  /// A request that is given up when no byte is moved for `timeout` seconds.
  init(timeout: Double) {
    self.timeout = .seconds(timeout)
  }

  /// Notes who waits.
  func begin(_ waiter: CheckedContinuation<Result<Answer, Fault>, Never>) {
    state.withLock { $0.waiter = waiter }
    // Cancelled before the waiter was noted down.
    if state.withLock({ $0.isCancelled }) { end(Self.cancelled) }
  }

  /// Tells whoever waits, if nobody has.
  func end(_ result: Result<Answer, Fault>) {
    let waiter = state.withLock { state in
      defer { state.waiter = nil }
      return state.waiter
    }
    waiter?.resume(returning: result)
  }

  /// Ends a request that nobody waits for any more.
  func cancel() {
    state.withLock { $0.isCancelled = true }
    end(Self.cancelled)
  }

  private static var cancelled: Result<Answer, Fault> {
    .failure(Fault(message: "was not waited for", isPassing: false))
  }

  /// Sends a request and waits for its end; connecting may take `connect` seconds.
  func perform(
    _ handle: OpaquePointer, url: String, headers: [String], body: [UInt8], connect: Double
  ) -> Result<Answer, Fault> {
    if state.withLock({ $0.isCancelled }) { return Self.cancelled }
    state.withLock { $0.lastMove = .now }
    let listener = ccurl_listener(
      context: Unmanaged.passUnretained(self).toOpaque(),
      take_header: { context, bytes, count in
        HTTPExchange.at(context)?.takeHeader(UnsafeBufferPointer(start: bytes, count: count))
      },
      take_body: { context, bytes, count in
        let bytes = UnsafeBufferPointer(start: bytes, count: count)
        return HTTPExchange.at(context)?.takeBody(bytes) == true ? 0 : 1
      },
      go_on: { context, moved in HTTPExchange.at(context)?.goesOn(moved) == true ? 0 : 1 })
    var status = 0
    var message = [CChar](repeating: 0, count: Int(CCURL_MESSAGE_SIZE))
    let lines = headers.map { Array($0.utf8CString) }
    let code = withPointers(to: lines[...], []) { lines in
      ccurl_post(
        handle, url, lines, body, body.count, Int64(max(1, connect * 1000)), listener, &status,
        &message)
    }
    let text = String(
      decoding: message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    return state.withLock { state in
      if state.isCancelled { return Self.cancelled }
      if state.isTooLarge {
        let message = "the answer is larger than \(HTTPTransport.mostBytes >> 20) MiB"
        return .failure(Fault(message: message, isPassing: false))
      }
      if state.isLate { return .failure(Self.late) }
      if code != 0 { return .failure(Self.fault(code, text)) }
      return .success(
        Answer(status: status, body: state.body, retryAfter: state.retryAfter))
    }
  }

  /// Calls `body` with the addresses of lines, and nil behind the last.
  private func withPointers<Result>(
    to lines: ArraySlice<[CChar]>, _ done: [UnsafePointer<CChar>?],
    _ body: ([UnsafePointer<CChar>?]) -> Result
  ) -> Result {
    guard let line = lines.first else { return body(done + [nil]) }
    return line.withUnsafeBufferPointer {
      withPointers(to: lines.dropFirst(), done + [$0.baseAddress], body)
    }
  }

  // MARK: - What is told

  private static func at(_ context: UnsafeMutableRawPointer?) -> HTTPExchange? {
    context.map { Unmanaged<HTTPExchange>.fromOpaque($0).takeUnretainedValue() }
  }

  private func takeHeader(_ line: UnsafeBufferPointer<UInt8>) {
    let line = String(decoding: line, as: UTF8.self)
    // An interim answer came before.
    if line.hasPrefix("HTTP/") { state.withLock { $0.retryAfter = nil } }
    guard let colon = line.firstIndex(of: ":"), line[..<colon].lowercased() == "retry-after"
    else { return }
    let value = line[line.index(after: colon)...].drop { $0.isWhitespace }
    let text = String(value.prefix { !$0.isNewline })
    state.withLock { $0.retryAfter = text }
  }

  /// False if no more is wanted.
  private func takeBody(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    state.withLock { state in
      state.isTooLarge = state.body.count + bytes.count > HTTPTransport.mostBytes
      if !state.isTooLarge { state.body.append(contentsOf: bytes) }
      return !state.isTooLarge
    }
  }

  /// False if it takes too long or nobody waits any more.
  private func goesOn(_ moved: Int64) -> Bool {
    state.withLock { state in
      if moved != state.moved {
        state.moved = moved
        state.lastMove = .now
      } else if state.lastMove.duration(to: .now) > timeout {
        state.isLate = true
      }
      return !state.isLate && !state.isCancelled
    }
  }

  // MARK: - Faults

  private static let late = Fault(message: "did not answer in time", isPassing: true)

  /// What a code of libcurl says of a server.
  private static func fault(_ code: Int32, _ said: String) -> Fault {
    switch ccurl_code(UInt32(bitPattern: code)) {
    case CCURL_TIMED_OUT: return late
    case CCURL_NO_CONNECTION: return Fault(message: "cannot be connected to", isPassing: true)
    case CCURL_NO_HOST, CCURL_NO_PROXY:
      return Fault(message: "names a host that cannot be found", isPassing: true)
    case CCURL_TLS_CONNECT, CCURL_TLS_ENGINE, CCURL_TLS_ENGINE_SET, CCURL_TLS_CERTIFICATE,
      CCURL_TLS_CIPHER, CCURL_PEER_NOT_VERIFIED, CCURL_TLS_ENGINE_INIT, CCURL_TLS_AUTHORITIES,
      CCURL_TLS_REVOKED, CCURL_TLS_ISSUER, CCURL_TLS_PINNED_KEY:
      return Fault(message: "cannot be trusted: \(said)", isPassing: false)
    case CCURL_URL_MALFORMED:
      return Fault(message: "is an address that cannot be asked", isPassing: false)
    case CCURL_UNSUPPORTED_PROTOCOL, CCURL_WEIRD_REPLY:
      return Fault(message: "what answers does not speak HTTP: \(said)", isPassing: false)
    default: return Fault(message: "broke off the connection: \(said)", isPassing: true)
    }
  }
}
