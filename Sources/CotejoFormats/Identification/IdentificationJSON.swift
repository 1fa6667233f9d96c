public import CotejoText

/// Writes what was found of the languages of documents as JSON objects, one a line.
///
/// ```
/// {"document":"a.txt","start":0,"end":431,"language":"es","confidence":0.9998,"words":74,
///  "candidates":[{"language":"es","confidence":0.9998},{"language":"gl","confidence":0.0002}]}
/// ```
///
/// (on one line). `start` and `end` are byte offsets into the file as read; a record of a line has
/// `line`, from 1, before them; a stretch of a mixed text has `text` in place of `candidates`, of
/// which there are five at most.
public enum IdentificationJSON {
  private static let mostCandidates = 5

  /// Appends the record of a document, or of one of its lines.
  ///
  /// - Parameters:
  ///   - found: what was found.
  ///   - document: the document.
  ///   - line: the number of the line, from 1, and its place in the text of the document; the whole
  ///     document if `nil`.
  ///   - buffer: what is appended to: UTF-8, with LF.
  public static func append(
    _ found: LanguageIdentification, of document: Document,
    line: (number: Int, span: TextSpan)? = nil, to buffer: inout [UInt8]
  ) {
    buffer.append("{\"document\":")
    JSONText.append(document.id, to: &buffer)
    if let line { buffer += ",\"line\":\(line.number)".utf8 }
    let whole = TextSpan(0, Int32(document.text.bytes.count))
    append(place: document.text.sourceSpan(of: line?.span ?? whole), to: &buffer)
    append(found.best, to: &buffer)
    buffer.append(",\"words\":\(found.words),\"candidates\":[")
    for (number, candidate) in found.candidates.prefix(mostCandidates).enumerated() {
      buffer.append(number > 0 ? ",{" : "{")
      append(candidate, isFirst: true, to: &buffer)
      buffer.append("}")
    }
    buffer.append("]}\n")
  }

  /// Appends the record of a stretch of a document.
  public static func append(
    _ stretch: LanguageSpan, of document: Document, to buffer: inout [UInt8]
  ) {
    buffer.append("{\"document\":")
    JSONText.append(document.id, to: &buffer)
    append(place: document.text.sourceSpan(of: stretch.span), to: &buffer)
    append(stretch.guess, to: &buffer)
    buffer.append(",\"words\":\(stretch.words),\"text\":")
    JSONText.append(document.text[stretch.span], to: &buffer)
    buffer.append("}\n")
  }

  private static func append(place: TextSpan, to buffer: inout [UInt8]) {
    buffer.append(",\"start\":\(place.lower),\"end\":\(place.upper)")
  }

  private static func append(
    _ guess: LanguageGuess, isFirst: Bool = false, to buffer: inout [UInt8]
  ) {
    buffer.append("\(isFirst ? "" : ",")\"language\":\"\(guess.language)\",\"confidence\":")
    buffer.append(guess.confidenceText)
  }
}

extension LanguageGuess {
  /// The confidence with four decimals at most, as in `0.9871`, `1` and `0`.
  public var confidenceText: String {
    let units = Int((confidence * 10_000).rounded())
    if units % 10_000 == 0 { return "\(units / 10_000)" }
    var digits = String(units)
    digits = "0." + String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
    while digits.hasSuffix("0") { digits.removeLast() }
    return digits
  }
}
