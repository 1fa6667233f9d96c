internal import Foundation
internal import Synchronization

#if canImport(FoundationNetworking)
internal import FoundationNetworking
#endif

/// Sends requests with Foundation's session.
///
/// Foundation's network library comes with the toolchain and builds nothing; a client on SwiftNIO
/// would add minutes to every build for one kind of request. Only this file needs more of Foundation
/// than FoundationEssentials: `URLSession`, and `NSObject` for its delegate.
final class HTTPTransport: NSObject, URLSessionDataDelegate, Sendable {
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

  /// A request under way.
  private struct Exchange {
    var body: [UInt8] = []
    var isTooLarge = false
    let end: CheckedContinuation<Result<Answer, Fault>, Never>
  }

  /// Far more than 64 vectors take; a server that sends on and on is cut off.
  private static let mostBytes = 256 << 20

  private let exchanges = Mutex<[Int: Exchange]>([:])
  private let session = Mutex<URLSession?>(nil)

  /// Opens a session of bounded requests; `finish` must be called at its end.
  init(timeout: Double, connections: Int) {
    super.init()
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = timeout
    configuration.httpMaximumConnectionsPerHost = connections
    configuration.httpShouldSetCookies = false
    configuration.urlCache = nil
    session.withLock {
      $0 = URLSession(configuration: configuration, delegate: self, delegateQueue: nil)
    }
  }

  /// Lets go of the connections.
  func finish() {
    session.withLock {
      $0?.finishTasksAndInvalidate()
      $0 = nil
    }
  }

  /// Posts JSON and waits for the answer.
  func post(_ body: [UInt8], to url: URL, key: String?) async -> Result<Answer, Fault> {
    var request = URLRequest(url: url)
    request.httpMethod = "POST"
    request.httpBody = Data(body)
    request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    request.setValue("application/json", forHTTPHeaderField: "Accept")
    request.setValue("cotejo", forHTTPHeaderField: "User-Agent")
    if let key { request.setValue("Bearer \(key)", forHTTPHeaderField: "Authorization") }
    guard let task = session.withLock({ $0?.dataTask(with: request) }) else {
      return .failure(Fault(message: "the session is closed", isPassing: false))
    }
    return await withTaskCancellationHandler {
      await withCheckedContinuation { continuation in
        exchanges.withLock { $0[task.taskIdentifier] = Exchange(end: continuation) }
        task.resume()
        // Cancelled before it was noted down.
        if Task.isCancelled { drop(task) }
      }
    } onCancel: {
      drop(task)
    }
  }

  /// Ends a request that nobody waits for; the session may not tell of one that is cancelled early.
  private func drop(_ task: URLSessionTask) {
    task.cancel()
    let exchange = exchanges.withLock { $0.removeValue(forKey: task.taskIdentifier) }
    exchange?.end.resume(
      returning: .failure(Fault(message: "was not waited for", isPassing: false)))
  }

  // MARK: - Delegate

  func urlSession(
    _ session: URLSession, task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest, completionHandler: @escaping @Sendable (URLRequest?) -> Void
  ) {
    // The key would go along to whoever the redirection names.
    completionHandler(nil)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    let isTooLarge = exchanges.withLock { exchanges in
      guard var exchange = exchanges.removeValue(forKey: dataTask.taskIdentifier) else {
        return false
      }
      exchange.isTooLarge = exchange.body.count + data.count > Self.mostBytes
      if !exchange.isTooLarge { exchange.body.append(contentsOf: data) }
      exchanges[dataTask.taskIdentifier] = exchange
      return exchange.isTooLarge
    }
    if isTooLarge { dataTask.cancel() }
  }

  func urlSession(
    _ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?
  ) {
    let exchange = exchanges.withLock { $0.removeValue(forKey: task.taskIdentifier) }
    guard let exchange else { return }
    if exchange.isTooLarge {
      let message = "the answer is larger than \(Self.mostBytes >> 20) MiB"
      exchange.end.resume(returning: .failure(Fault(message: message, isPassing: false)))
    } else if let error {
      exchange.end.resume(returning: .failure(Self.fault(error)))
    } else if let response = task.response as? HTTPURLResponse {
      let answer = Answer(
        status: response.statusCode, body: exchange.body,
        retryAfter: response.value(forHTTPHeaderField: "Retry-After"))
      exchange.end.resume(returning: .success(answer))
    } else {
      let fault = Fault(message: "what answers does not speak HTTP", isPassing: false)
      exchange.end.resume(returning: .failure(fault))
    }
  }

  private static func fault(_ error: any Error) -> Fault {
    guard let error = error as? URLError else {
      return Fault(message: "cannot be asked: \(error.localizedDescription)", isPassing: true)
    }
    switch error.code {
    case .timedOut: return Fault(message: "did not answer in time", isPassing: true)
    case .cannotConnectToHost: return Fault(message: "cannot be connected to", isPassing: true)
    case .cannotFindHost, .dnsLookupFailed:
      return Fault(message: "names a host that cannot be found", isPassing: true)
    case .cancelled: return Fault(message: "was not waited for", isPassing: false)
    case .secureConnectionFailed, .serverCertificateUntrusted, .serverCertificateHasBadDate,
      .serverCertificateHasUnknownRoot, .serverCertificateNotYetValid:
      return Fault(
        message: "cannot be trusted: \(error.localizedDescription)", isPassing: false)
    case .unsupportedURL, .badURL:
      return Fault(message: "is an address that cannot be asked", isPassing: false)
    default:
      return Fault(
        message: "broke off the connection: \(error.localizedDescription)", isPassing: true)
    }
  }
}
