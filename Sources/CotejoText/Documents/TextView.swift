/// A text as the stages read it, with the way back to the bytes of its source.
///
/// A view is valid UTF-8. It never stands in place of the source: each edit that made it is kept,
/// so that every range of the view can be told as a range of the source.
public struct TextView: Sendable {
  /// The text: valid UTF-8.
  public let bytes: [UInt8]
  /// What was changed on the way from the source, in order, none overlapping another.
  package let edits: [Edit]

  /// A stretch of the source that reads otherwise in the view.
  package struct Edit: Hashable, Sendable {
    /// The bytes in the source.
    package var source: TextSpan
    /// The bytes that stand for them in the view; empty for a deletion.
    package var view: TextSpan

    package init(source: TextSpan, view: TextSpan) {
      self.source = source
      self.view = view
    }
  }

  /// Takes bytes that are valid UTF-8 and are their own source.
  package init(unchanged bytes: [UInt8]) {
    self.bytes = bytes
    self.edits = []
  }

  /// Takes a text made by edits, which must be in order and must not overlap.
  package init(bytes: [UInt8], edits: [Edit]) {
    self.bytes = bytes
    self.edits = edits
  }

  /// The text of a range, for messages and output.
  public subscript(span: TextSpan) -> String {
    String(decoding: bytes[span.range], as: UTF8.self)
  }

  /// The range of the source that a range of the view stands for.
  ///
  /// An edit that the range touches only in part counts whole: no byte of the source is cut apart.
  /// - Complexity: O(log *n*) for *n* edits.
  public func sourceSpan(of span: TextSpan) -> TextSpan {
    if edits.isEmpty { return span }
    let lower = sourceOffset(of: span.lower, upper: false)
    let upper = span.isEmpty ? lower : sourceOffset(of: span.upper, upper: true)
    return TextSpan(lower, max(lower, upper))
  }

  /// The range of the view that stands for a range of the source.
  ///
  /// An edit that the range touches only in part counts whole, as in ``sourceSpan(of:)``, and so does
  /// a character; a range that was deleted gives an empty one.
  /// - Complexity: O(log *n*) for *n* edits.
  public func viewSpan(of span: TextSpan) -> TextSpan {
    var lower = viewOffset(of: span.lower, upper: false)
    while isInsideCharacter(lower) { lower -= 1 }
    if span.isEmpty { return TextSpan(lower, lower) }
    var upper = viewOffset(of: span.upper, upper: true)
    while isInsideCharacter(upper) { upper += 1 }
    return TextSpan(lower, max(lower, upper))
  }

  private func isInsideCharacter(_ offset: Int32) -> Bool {
    Int(offset) < bytes.count && bytes[Int(offset)] & 0xC0 == 0x80
  }

  /// The view that edits of this view make, with the way back to the first source.
  ///
  /// - Parameters:
  ///   - edits: What changes, in order, none overlapping another: `source` is a range of this view,
  ///     `view` one of the new one.
  ///   - bytes: The text that the edits make, valid UTF-8.
  /// - Returns: A view whose edits are over the source of this view. Edits that overlap become one;
  ///   those that only touch stay apart, so that what was deleted beside a word stays outside it.
  /// - Complexity: O(*n* + *m*) for *n* edits of this view and *m* new ones.
  package func applying(_ edits: [Edit], bytes: [UInt8]) -> TextView {
    if edits.isEmpty { return self }
    if self.edits.isEmpty { return TextView(bytes: bytes, edits: edits) }
    let first = self.edits
    var merged: [Edit] = []
    merged.reserveCapacity(first.count + edits.count)
    var i = 0
    var j = 0
    // What to add to an offset of this view to get one of the source or of the new view.
    var toSource: Int32 = 0
    var toView: Int32 = 0
    func takeOwn(_ upper: inout Int32) {
      upper = max(upper, first[i].view.upper)
      toSource = first[i].source.upper - first[i].view.upper
      i += 1
    }
    func takeNew(_ upper: inout Int32) {
      upper = max(upper, edits[j].source.upper)
      toView = edits[j].view.upper - edits[j].source.upper
      j += 1
    }
    while i < first.count || j < edits.count {
      let ownBegins = Self.begins(
        i < first.count ? first[i].view : nil, before: j < edits.count ? edits[j].source : nil)
      let lower = ownBegins ? first[i].view.lower : edits[j].source.lower
      let start = (source: lower + toSource, view: lower + toView)
      var upper = lower
      if ownBegins { takeOwn(&upper) } else { takeNew(&upper) }
      // All that reach into the stretch; an empty one stands alone.
      while true {
        if i < first.count, first[i].view.lower < upper {
          takeOwn(&upper)
        } else if j < edits.count, edits[j].source.lower < upper {
          takeNew(&upper)
        } else {
          break
        }
      }
      merged.append(
        Edit(
          source: TextSpan(start.source, upper + toSource),
          view: TextSpan(start.view, upper + toView)))
    }
    return TextView(bytes: bytes, edits: merged)
  }

  /// Whether an edit of this view comes before a new one; of two that begin together an empty one
  /// does, and of two empty ones the deletion of source text.
  private static func begins(_ own: TextSpan?, before new: TextSpan?) -> Bool {
    guard let own else { return false }
    guard let new else { return true }
    return own.lower == new.lower ? own.isEmpty || !new.isEmpty : own.lower < new.lower
  }

  /// The source offset of a view offset that opens (`upper` false) or closes a range.
  private func sourceOffset(of offset: Int32, upper: Bool) -> Int32 {
    Self.offset(of: offset, upper: upper, edits, from: { $0.view }, to: { $0.source })
  }

  /// The view offset of a source offset that opens (`upper` false) or closes a range.
  private func viewOffset(of offset: Int32, upper: Bool) -> Int32 {
    Self.offset(of: offset, upper: upper, edits, from: { $0.source }, to: { $0.view })
  }

  /// Takes an offset from one side of edits to the other.
  @inline(__always)
  private static func offset(
    of offset: Int32, upper: Bool, _ edits: [Edit], from: (Edit) -> TextSpan,
    to: (Edit) -> TextSpan
  ) -> Int32 {
    // The last edit that begins before the offset, or at it where a range opens: text deleted just
    // before a range is not part of it.
    var low = 0
    var high = edits.count
    while low < high {
      let middle = (low + high) / 2
      let begins = from(edits[middle]).lower
      if upper ? begins < offset : begins <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return offset }
    let (here, there) = (from(edits[low - 1]), to(edits[low - 1]))
    if offset >= here.upper { return there.upper + (offset - here.upper) }
    // Inside an edit: its other side belongs to the range whole.
    return upper ? there.upper : there.lower
  }
}
