import CotejoICU
import Testing

/// Checks that edits lie in order inside both texts and that all between them is the same.
func expectTiling(
  _ changed: ChangedText, source: [UInt8], sourceLocation: SourceLocation = #_sourceLocation
) {
  var sourceEnd: Int32 = 0
  var resultEnd: Int32 = 0
  for edit in changed.edits {
    guard edit.source.lowerBound >= sourceEnd, edit.result.lowerBound >= resultEnd else {
      Issue.record("an edit overlaps the one before", sourceLocation: sourceLocation)
      return
    }
    let kept = source[Int(sourceEnd)..<Int(edit.source.lowerBound)]
    #expect(
      kept == changed.bytes[Int(resultEnd)..<Int(edit.result.lowerBound)],
      sourceLocation: sourceLocation)
    sourceEnd = edit.source.upperBound
    resultEnd = edit.result.upperBound
  }
  guard Int(sourceEnd) <= source.count, Int(resultEnd) <= changed.bytes.count else {
    Issue.record("an edit ends behind its text", sourceLocation: sourceLocation)
    return
  }
  #expect(
    source[Int(sourceEnd)...] == changed.bytes[Int(resultEnd)...], sourceLocation: sourceLocation)
}
