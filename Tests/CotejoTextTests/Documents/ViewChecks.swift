import CotejoText
import Testing

/// Checks that a view's edits lie in order in both texts, that all between them is the same bytes,
/// and that every range of the view leads into the source.
func expectFaithful(
  _ view: TextView, to source: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
) {
  var sourceEnd: Int32 = 0
  var viewEnd: Int32 = 0
  for edit in view.edits {
    guard edit.source.lower >= sourceEnd, edit.view.lower >= viewEnd else {
      Issue.record("an edit overlaps the one before", sourceLocation: sourceLocation)
      return
    }
    #expect(
      source[Int(sourceEnd)..<Int(edit.source.lower)]
        == view.bytes[Int(viewEnd)..<Int(edit.view.lower)], sourceLocation: sourceLocation)
    (sourceEnd, viewEnd) = (edit.source.upper, edit.view.upper)
  }
  guard Int(sourceEnd) <= source.count, Int(viewEnd) <= view.bytes.count else {
    Issue.record("an edit ends behind its text", sourceLocation: sourceLocation)
    return
  }
  #expect(
    source[Int(sourceEnd)...] == view.bytes[Int(viewEnd)...], sourceLocation: sourceLocation)
  #expect(
    String(validating: view.bytes, as: UTF8.self) != nil, "not UTF-8",
    sourceLocation: sourceLocation)
  // Ranges that follow one another lead to ranges that do not run backwards.
  var last: Int32 = 0
  for offset in Int32(0)..<Int32(view.bytes.count) {
    let span = view.sourceSpan(of: TextSpan(offset, offset + 1))
    if span.lower < 0 || Int(span.upper) > source.count || span.upper < last {
      Issue.record("byte \(offset) leads to \(span)", sourceLocation: sourceLocation)
      return
    }
    last = span.upper
  }
}
