/// A text after a repair, and what was changed in it.
typealias RepairedText = (bytes: [UInt8], edits: [TextView.Edit])

/// Mends one kind of fault in a text.
protocol TextRepair {
  /// What a text must have for the repair to find something to do; empty if it looks for itself.
  var needs: TextFeatures { get }

  /// The text (valid UTF-8) after the repair, with its edits in order; `nil` if there is nothing to do.
  ///
  /// What is done is noted in `repairs`, at offsets in the source of the view.
  func repaired(_ view: TextView, repairs: inout Repairs) -> RepairedText?
}

extension TextView {
  /// The offset in the source of the byte at an offset of the view.
  func sourceOffset(of offset: Int) -> Int {
    Int(sourceSpan(of: TextSpan(Int32(offset), Int32(offset) + 1)).lower)
  }
}
