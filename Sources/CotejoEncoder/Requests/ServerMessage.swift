internal import Foundation

/// What a server says about a request that it refused.
enum ServerMessage {
  /// The most code points of it that are shown.
  private static let mostScalars = 300

  /// The message in the body of an answer, on one line, without the key; empty if there is none.
  ///
  /// It is found in `error.message` (OpenAI), `error`, `message` or `detail`; else the whole body is
  /// the message, if it is not a page.
  static func text(_ body: [UInt8], key: String?) -> String {
    let text = String(decoding: body, as: UTF8.self)
    var message = text.hasPrefix("<") ? "" : text
    if let object = try? JSONSerialization.jsonObject(with: Data(body)) as? [String: Any] {
      let error = object["error"] as? [String: Any]
      let candidates = [error?["message"], object["error"], object["message"], object["detail"]]
      message = candidates.lazy.compactMap { $0 as? String }.first ?? message
    }
    if let key { message = message.replacingOccurrences(of: key, with: "…") }
    let words = message.split { character in
      character.isWhitespace || character.unicodeScalars.allSatisfy { $0.value < 0x20 }
    }
    // Escape sequences would be the terminal's to obey.
    var line = words.joined(separator: " ").unicodeScalars.filter { scalar in
      scalar.value >= 0x20 && !(0x7F...0x9F).contains(scalar.value)
    }
    if line.count > mostScalars { line = line.prefix(mostScalars) + "…".unicodeScalars }
    return String(String.UnicodeScalarView(line))
  }
}
