public import CotejoText

/// Writes sentences as JSON objects, one a line.
///
/// ```
/// {"start":0,"end":18,"text":"Llegó el Sr. Ruiz.","paragraph":0,"confidence":0.998}
/// ```
///
/// `start` and `end` are byte offsets into the file as read; `paragraph` counts from 0; `confidence`
/// is the probability that the sentence ends there. The text is that of the view; characters that
/// some reader takes for a line end are escaped.
public struct SentenceJSON {
  /// Appends the records of all sentences of a text.
  ///
  /// - Parameters:
  ///   - segmented: the text and its sentences.
  ///   - confidences: for each sentence how sure its end is, from 0 to 1.
  ///   - buffer: what is appended to: UTF-8, each record with its LF.
  /// - Complexity: O(*n* log *m*) for *n* sentences and *m* edits of the text.
  public static func append(
    _ segmented: SegmentedText, confidences: [Float], to buffer: inout [UInt8]
  ) {
    for (sentence, confidence) in zip(segmented.sentences, confidences) {
      let source = segmented.text.sourceSpan(of: sentence.span)
      buffer.append("{\"start\":")
      buffer.append(decimal: Int(source.lower))
      buffer.append(",\"end\":")
      buffer.append(decimal: Int(source.upper))
      buffer.append(",\"text\":")
      JSONText.append(segmented.text[sentence.span], to: &buffer)
      buffer.append(",\"paragraph\":")
      buffer.append(decimal: Int(sentence.paragraph))
      buffer.append(",\"confidence\":")
      buffer.append(score: Double(confidence))
      buffer.append("}\n")
    }
  }
}
