import Foundation
import Synchronization

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// An HTTP server on a free port of 127.0.0.1 that answers as a test wants, until it is let go of.
///
/// A connection is good for one request, and a request for a MiB: a test sends no more.
package final class LoopbackServer: Sendable {
  /// What came in.
  package struct Request: Sendable {
    /// The method and the path, as in `POST /v1/embeddings`.
    package var line: String
    /// The headers, by their lower-case names.
    package var headers: [String: String]
    package var body: [UInt8]
  }

  /// What goes out.
  package enum Reply: Sendable {
    case answer(Int, [UInt8], headers: [String: String] = [:])
    /// The connection is closed without a word.
    case breakOff
    /// Nothing is said for a second.
    case silence
  }

  /// What was seen: apart from the server, so that the threads do not keep that alive.
  private final class Record: Sendable {
    struct State {
      var requests: [Request] = []
      var (underWay, most) = (0, 0)
    }
    let state = Mutex(State())
  }

  package let port: UInt16
  private let listener: Int32
  private let record = Record()
  private static let mostBytes = 1 << 20

  /// Starts to listen; `reply` is given the number of the request, from 0, and the request.
  package init(_ reply: @escaping @Sendable (Int, Request) -> Reply) {
    // A client that goes away must not end the tests.
    signal(SIGPIPE, SIG_IGN)
    #if canImport(Darwin)
    listener = socket(AF_INET, SOCK_STREAM, 0)
    #else
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    let listener = listener
    let isBound = withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(listener, address, size) == 0 && listen(listener, 16) == 0
          && getsockname(listener, address, &size) == 0
      }
    }
    precondition(isBound, "no port of the loopback can be had")
    port = UInt16(bigEndian: address.sin_port)
    let record = record
    Thread.detachNewThread {
      while true {
        let connection = accept(listener, nil, nil)
        guard connection >= 0 else { return }
        Thread.detachNewThread {
          Self.serve(connection, record, reply)
          close(connection)
        }
      }
    }
  }

  deinit {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  /// The address without a path.
  package var address: String { "http://127.0.0.1:\(port)" }

  /// All requests so far.
  package var requests: [Request] { record.state.withLock { $0.requests } }

  /// The most requests that were under way at a time.
  package var mostUnderWay: Int { record.state.withLock { $0.most } }

  private static func serve(
    _ connection: Int32, _ record: Record, _ reply: (Int, Request) -> Reply
  ) {
    guard let request = request(connection) else { return }
    let number = record.state.withLock { state in
      state.requests.append(request)
      state.underWay += 1
      state.most = max(state.most, state.underWay)
      return state.requests.count - 1
    }
    let answer = reply(number, request)
    record.state.withLock { $0.underWay -= 1 }
    switch answer {
    case .breakOff: break
    case .silence: sleep(1)
    case .answer(let status, let body, let headers):
      var head = "HTTP/1.1 \(status) Said\r\nConnection: close\r\nContent-Length: \(body.count)\r\n"
      for (name, value) in headers { head += "\(name): \(value)\r\n" }
      send(Array((head + "\r\n").utf8) + body, connection)
    }
  }

  private static func request(_ connection: Int32) -> Request? {
    var bytes: [UInt8] = []
    let blank = Array("\r\n\r\n".utf8)
    var request: Request?
    var end = 0
    while bytes.count < mostBytes {
      if request == nil, let place = bytes.firstRange(of: blank) {
        end = place.upperBound
        var lines = String(decoding: bytes[..<place.lowerBound], as: UTF8.self)
          .components(separatedBy: "\r\n")
        let line = lines.removeFirst().replacingOccurrences(of: " HTTP/1.1", with: "")
        var headers: [String: String] = [:]
        for header in lines {
          guard let colon = header.firstIndex(of: ":") else { continue }
          headers[header[..<colon].lowercased()] = header[header.index(after: colon)...]
            .trimmingCharacters(in: .whitespaces)
        }
        request = Request(line: line, headers: headers, body: [])
        if headers["expect"] != nil {
          send(Array("HTTP/1.1 100 Continue\r\n\r\n".utf8), connection)
        }
      }
      if var request, let length = Int(request.headers["content-length"] ?? "0"),
        bytes.count >= end + length
      {
        request.body = Array(bytes[end..<end + length])
        return request
      }
      var piece = [UInt8](repeating: 0, count: 1 << 14)
      let count = recv(connection, &piece, piece.count, 0)
      guard count > 0 else { return nil }
      bytes += piece[..<count]
    }
    return nil
  }

  private static func send(_ bytes: [UInt8], _ connection: Int32) {
    var done = 0
    while done < bytes.count {
      let count = bytes.withUnsafeBytes { buffer in
        write(connection, buffer.baseAddress.map { $0 + done }, bytes.count - done)
      }
      guard count > 0 else { return }
      done += count
    }
  }
}

extension LoopbackServer.Request {
  /// The texts that vectors are asked for.
  package var input: [String] {
    let object = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any]
    return object?["input"] as? [String] ?? []
  }
}

extension LoopbackServer.Reply {
  /// Vectors of eight numbers: how often each class of letters comes in each text.
  package static func vectors(
    of texts: [String], model: String = "letters",
    _ vector: (String) -> [Double] = LoopbackServer.Reply.letters
  ) -> LoopbackServer.Reply {
    // Backwards: the order of the texts is that of the indices.
    let items = texts.enumerated().reversed().map { index, text in
      "{\"object\":\"embedding\",\"index\":\(index),\"embedding\":\(vector(text))}"
    }
    let body = "{\"data\":[\(items.joined(separator: ","))],\"model\":\"\(model)\"}"
    return .answer(200, Array(body.utf8))
  }

  /// What `vectors` gives a text, before it is scaled.
  package static func letters(_ text: String) -> [Double] {
    var counts = [Double](repeating: 0.25, count: 8)
    for byte in text.utf8 { counts[Int(byte % 8)] += 1 }
    return counts
  }
}
