public import CotejoText

/// Writes annotations of a text as JSON objects, one a line.
///
/// ```
/// {"start":12,"end":22,"kind":"stageNote","text":"(APLAUSOS)"}
/// ```
///
/// `start` and `end` are byte offsets into the file as read.
public enum AnnotationJSON {
  /// Appends the record of an annotation.
  ///
  /// - Parameters:
  ///   - annotation: the annotation.
  ///   - text: the text that it is of.
  ///   - buffer: what is appended to: UTF-8, with LF.
  /// - Complexity: O(*n* + log *m*) for *n* bytes and *m* edits of the text.
  public static func append(
    _ annotation: TextAnnotation, in text: TextView, to buffer: inout [UInt8]
  ) {
    let source = text.sourceSpan(of: annotation.span)
    buffer.append("{\"start\":")
    buffer.append(decimal: Int(source.lower))
    buffer.append(",\"end\":")
    buffer.append(decimal: Int(source.upper))
    buffer.append(",\"kind\":\"")
    buffer.append(annotation.kind.rawValue)
    buffer.append("\",\"text\":")
    JSONText.append(text[annotation.span], to: &buffer)
    buffer.append("}\n")
  }
}
