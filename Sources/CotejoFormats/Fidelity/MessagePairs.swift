internal import CotejoFidelity
internal import CotejoText

/// Pairs of the messages of a PO file of GNU gettext: `msgid` and its `msgstr`.
///
/// Of a message with plural forms `msgstr[0]` renders `msgid`, and the others render `msgid_plural`,
/// as does `msgstr[0]` where it is the only form. What is fuzzy, obsolete or not translated yet is
/// skipped. Where the header's `Language` is the language of the originals, the file is read the other
/// way round: `msgstr` is the original.
final class MessagePairs: PairSource {
  private var lines: LineReader
  private var line: [UInt8] = []
  private let place: String
  private let languages: PairLanguages
  private var isSwapped = false
  private var message = Message()
  /// Whether the last line was blank, as between messages.
  private var isBehindBlank = false
  private var ready: [PairEntry] = []
  private var nextReady = 0
  private var isAtEnd = false

  init(path: String, languages: PairLanguages) throws(FormatError) {
    lines = try LineReader(path: path)
    place = path == "-" ? "standard input" : path
    self.languages = languages
  }

  func next() throws(FormatError) -> PairEntry? {
    while nextReady == ready.count {
      ready.removeAll(keepingCapacity: true)
      nextReady = 0
      if isAtEnd { return nil }
      if try lines.read(into: &line) {
        try take()
      } else {
        isAtEnd = true
        try finish()
      }
    }
    nextReady += 1
    return ready[nextReady - 1]
  }

  /// Takes a line into the message, or ends the message before it.
  private func take() throws(FormatError) {
    let number = lines.lineNumber
    let wasBehindBlank = isBehindBlank
    isBehindBlank = false
    do throws(MessageLine.Fault) {
      switch try MessageLine(line) {
      case .blank: isBehindBlank = true
      case .comment(let isFuzzy):
        if !message.isEmpty { try end() }
        if isFuzzy { message.isFuzzy = true }
      case .obsolete(let isMessage):
        if !message.isEmpty { try end() }
        // The flags before it are its own.
        message = Message()
        if isMessage { ready.append(.skipped("obsolete")) }
      case .field(let field, let text):
        if message.isComplete(before: field) { try end() }
        if message.line == 0 { message.line = number }
        guard message.begin(field, with: text) else {
          throw MessageLine.Fault(.malformed, "a field of a message stands there twice")
        }
      case .continuation(let text):
        guard message.append(text) else {
          throw MessageLine.Fault(.malformed, "a text belongs to no field")
        }
      }
      if message.byteCount > Message.byteLimit {
        throw MessageLine.Fault(
          .tooLarge, "the message has more than the \(Message.byteLimit) bytes that are allowed")
      }
    } catch {
      switch error.reason {
      case .line(let code, let words):
        if message.isComplete(before: line, behindBlank: wasBehindBlank) { try finish() }
        // One fault a message: what follows in it is a consequence.
        if message.line == 0 { message.line = number }
        if !message.isBroken {
          ready.append(.fault(FormatError(code, place: place, line: number, message: words)))
        }
        message.abandon()
      case .file(let error): throw error
      }
    }
  }

  private func end() throws(MessageLine.Fault) {
    do throws(FormatError) {
      try finish()
    } catch {
      throw MessageLine.Fault(error)
    }
  }

  /// Hands out what the message comes to, and begins another.
  private func finish() throws(FormatError) {
    let done = message
    message = Message()
    guard !done.isEmpty, !done.isBroken else { return }
    guard let original = done.text(.original) else {
      ready.append(fault(done, "a message has no 'msgid'"))
      return
    }
    if original.isEmpty, done.text(.context) == nil {
      try readHeader(done)
      return
    }
    if done.isFuzzy {
      ready.append(.skipped("fuzzy"))
      return
    }
    let forms = done.renderings
    guard !forms.isEmpty else {
      ready.append(fault(done, "a message has no 'msgstr'"))
      return
    }
    let plural = done.text(.plural)
    for (form, rendering) in forms {
      guard !rendering.isEmpty else {
        ready.append(.skipped("untranslated"))
        continue
      }
      let isPlural = form > 0 || forms.count == 1
      let text = isPlural ? plural ?? original : original
      var id = done.text(.context).map { String(decoding: $0, as: UTF8.self) + "|" } ?? ""
      id += String(decoding: original, as: UTF8.self)
      if plural != nil { id += "[\(form)]" }
      ready.append(
        .pair(
          IdentifiedPair(
            id: id,
            pair: isSwapped
              ? RenderedPair(source: rendering, target: text)
              : RenderedPair(source: text, target: rendering),
            line: done.line)))
    }
  }

  /// Sees to it that the file is UTF-8 and in languages that are wanted.
  private func readHeader(_ header: Message) throws(FormatError) {
    let text = String(decoding: header.renderings.first?.text ?? [], as: UTF8.self)
    for field in text.split(separator: "\n") {
      guard let colon = field.firstIndex(of: ":") else { continue }
      let value = field[field.index(after: colon)...].drop { $0 == " " }
      switch field[..<colon].lowercased() {
      case "content-type":
        guard let range = value.lowercased().split(separator: "charset=").dropFirst().first else {
          continue
        }
        let charset = range.prefix { $0 != ";" && $0 != " " }
        // What a template has before anybody filled it in.
        guard ["utf-8", "utf8", "us-ascii", "ascii", "charset"].contains(String(charset)) else {
          throw FormatError(
            .invalidEncoding, place: place, line: header.line,
            message: "its charset is '\(charset)', not UTF-8: convert it with msgconv")
        }
      case "language":
        guard !value.isEmpty else { continue }
        guard let isSwapped = languages.isSwapped(original: nil, rendering: String(value)) else {
          throw FormatError(
            .malformed, place: place, line: header.line,
            message: "its language is '\(value)', neither that of originals nor of renderings")
        }
        self.isSwapped = isSwapped
      default: break
      }
    }
  }

  private func fault(_ message: Message, _ words: String) -> PairEntry {
    .fault(FormatError(.malformed, place: place, line: message.line, message: words))
  }
}
