internal import CCurl
internal import Dispatch
internal import Synchronization

/// Sends requests with libcurl, which is loaded by the first of them.
///
/// A program that links Foundation's network library loads it and a score of others at each start,
/// which takes longer than to align a short document.
final class HTTPTransport: Sendable {
  /// An answer of any status.
  struct Answer: Sendable {
    var status: Int
    var body: [UInt8]
    /// The value of `Retry-After`.
    var retryAfter: String?
  }

  /// Why there is no answer.
  struct Fault: Error, Hashable {
    var message: String
    /// Whether another try may be answered.
    var isPassing: Bool
  }

  /// Far more than 64 vectors take; a server that sends on and on is cut off.
  static let mostBytes = 256 << 20

  /// Seconds without a byte after which a server is given up.
  private let timeout: Double
  private let idle = IdleHandles()

  /// Opens a session of requests that are given up after `timeout` seconds without a byte.
  init(timeout: Double) {
    self.timeout = timeout
  }

  /// Posts JSON and waits for the answer; redirections are not followed, as the key would go along to
  /// whoever they name.
  func post(_ body: [UInt8], to url: String, key: String?) async -> Result<Answer, Fault> {
    var headers = [
      // No wait for leave to send a long body.
      "Content-Type: application/json", "Accept: application/json", "Expect:",
      "User-Agent: cotejo",
    ]
    if let key { headers.append("Authorization: Bearer \(key)") }
    let exchange = HTTPExchange(timeout: timeout)
    let (lines, idle, timeout) = (headers, idle, timeout)
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        exchange.begin(continuation)
        DispatchQueue.global().async {
          guard let handle = idle.take() else {
            exchange.end(.failure(Fault(message: Self.withoutLibrary, isPassing: false)))
            return
          }
          let result = exchange.perform(
            handle, url: url, headers: lines, body: body, connect: timeout)
          idle.put(handle)
          exchange.end(result)
        }
      }
    } onCancel: {
      exchange.cancel()
    }
  }

  private static let withoutLibrary =
    "cannot be asked without libcurl 4, which this system does not have"
}

/// Handles whose connections the next requests may use.
private final class IdleHandles: Sendable {
  private struct Handle: @unchecked Sendable {
    // Unchecked: whoever takes it out has it alone.
    let pointer: OpaquePointer
  }

  private let handles = Mutex<[Handle]>([])

  /// A handle; nil where there is no libcurl.
  func take() -> OpaquePointer? {
    handles.withLock { $0.popLast() }?.pointer ?? ccurl_open()
  }

  func put(_ handle: OpaquePointer) {
    let handle = Handle(pointer: handle)
    handles.withLock { $0.append(handle) }
  }

  deinit {
    handles.withLock { for handle in $0 { ccurl_close(handle.pointer) } }
  }
}
