public import CotejoQuotation
package import CotejoText

/// Writes quotations as JSON objects, one a line.
///
/// ```
/// {"start":12,"end":17,"text":"Claro","kind":"direct","speaker":{"text":"ella","start":27,"end":31,
///  "resolved":"Ana Ruiz"},"cue":{"text":"dijo","start":22,"end":26},"fragment":false,"utterance":0,
///  "paragraph":0,"carried":false}
/// ```
///
/// (on one line). `start` and `end` are byte offsets into the file as read; `speaker`, `cue` and
/// `resolved` are `null` where the text does not say. `utterance` is one number for all pieces of
/// what is said without a break; `paragraph` counts from 0; `carried` says that speaker and cue are
/// those of an earlier piece. Characters that some reader takes for a line end are escaped.
public struct QuotationJSON {
  /// Appends the records of all quotations of a document.
  ///
  /// - Parameters:
  ///   - quoted: the quotations of the text of the document.
  ///   - buffer: what is appended to: UTF-8, each record with its LF.
  /// - Complexity: O(*n* log *m*) for *n* quotations and *m* edits of the text.
  public static func append(_ quoted: QuotedText, to buffer: inout [UInt8]) {
    var paragraphs = ParagraphNumbers(quoted.text.sentences)
    for quotation in quoted.quotations {
      append(
        quotation, paragraph: paragraphs.number(at: quotation.span.lower), in: quoted.text.text,
        to: &buffer)
      buffer.append("}\n")
    }
  }

  /// Appends one record without the brace that ends it, for a writer that has more to say.
  package static func append(
    _ quotation: Quotation, paragraph: Int32, in text: TextView, to buffer: inout [UInt8]
  ) {
    buffer.append("{")
    append(quotation.span, in: text, to: &buffer)
    buffer.append(",\"kind\":\"")
    buffer.append(quotation.kind.rawValue)
    buffer.append("\",\"speaker\":")
    if let speaker = quotation.speaker {
      buffer.append("{")
      append(speaker.mention, in: text, to: &buffer)
      buffer.append(",\"resolved\":")
      if let name = speaker.name {
        JSONText.append(name, to: &buffer)
      } else {
        buffer.append("null")
      }
      buffer.append("}")
    } else {
      buffer.append("null")
    }
    buffer.append(",\"cue\":")
    if let cue = quotation.cue {
      buffer.append("{")
      append(cue, in: text, to: &buffer)
      buffer.append("}")
    } else {
      buffer.append("null")
    }
    buffer.append(quotation.isFragment ? ",\"fragment\":true" : ",\"fragment\":false")
    buffer.append(",\"utterance\":")
    buffer.append(decimal: Int(quotation.utterance))
    buffer.append(",\"paragraph\":")
    buffer.append(decimal: Int(paragraph))
    buffer.append(quotation.isCarriedOver ? ",\"carried\":true" : ",\"carried\":false")
  }

  /// Appends the place and the words of a range.
  private static func append(_ span: TextSpan, in text: TextView, to buffer: inout [UInt8]) {
    let source = text.sourceSpan(of: span)
    buffer.append("\"start\":")
    buffer.append(decimal: Int(source.lower))
    buffer.append(",\"end\":")
    buffer.append(decimal: Int(source.upper))
    buffer.append(",\"text\":")
    JSONText.append(text[span], to: &buffer)
  }
}

/// Tells the paragraphs of places that come in order.
private struct ParagraphNumbers {
  private let sentences: [Sentence]
  private var index = 0

  init(_ sentences: [Sentence]) {
    self.sentences = sentences
  }

  /// The number of the paragraph at an offset that is not below the one asked for before.
  mutating func number(at offset: Int32) -> Int32 {
    while index + 1 < sentences.count, sentences[index + 1].span.lower <= offset { index += 1 }
    return sentences.isEmpty ? 0 : sentences[index].paragraph
  }
}
