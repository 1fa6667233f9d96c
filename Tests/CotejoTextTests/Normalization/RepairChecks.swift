import Testing

@testable import CotejoText

/// The text that a repair makes, and how often it did each kind of thing; checks its edits.
func repaired(
  _ text: String, by repair: some TextRepair, sourceLocation: SourceLocation = #_sourceLocation
) -> (text: String, repairs: Repairs) {
  var repairs = Repairs()
  let bytes = Array(text.utf8)
  let view = TextView(unchanged: bytes)
  guard let (result, edits) = repair.repaired(view, repairs: &repairs) else {
    return (text, repairs)
  }
  expectFaithful(view.applying(edits, bytes: result), to: bytes, sourceLocation: sourceLocation)
  #expect(
    TextFeatures(of: bytes.span).isSuperset(of: repair.needs), "would not be asked",
    sourceLocation: sourceLocation)
  return (String(decoding: result, as: UTF8.self), repairs)
}
