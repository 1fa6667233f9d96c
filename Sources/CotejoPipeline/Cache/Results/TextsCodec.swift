internal import CotejoText

/// The texts of both sides as edits of their files, and all that was repaired in them so far.
///
/// What reading repaired is in the tallies too: they take the place of those of the state, so that
/// the sums are those that the stage left.
enum TextsCodec: PairPartCodec {
  static let stamp = PartStamp(
    "texts", version: 1, cases: Repairs.Kind.allCases.map(\.rawValue))

  static func encode(_ state: PairState, stage: String, to writer: inout ResultWriter) {
    writer.append(byte: state.sourceDocument == nil ? 0 : 1)
    encode(state.source.text, of: state.sourceDocument, to: &writer)
    encode(state.target.text, of: state.targetDocument, to: &writer)
  }

  static func decode(
    _ reader: inout ResultReader, into state: inout PairState, stage: String,
    resources: StageResources
  ) throws(ResultDamage) {
    guard try reader.flag() == (state.sourceDocument != nil) else {
      throw reader.damage("is of a pair where an article is, or of an article where a pair is")
    }
    let (source, sourceRepairs) = try text(of: state.sourceDocument, &reader)
    let (target, targetRepairs) = try text(of: state.targetDocument, &reader)
    state.source.text = source
    state.sourceDocument?.repairs = sourceRepairs
    state.target.text = target
    state.targetDocument.repairs = targetRepairs
  }

  // MARK: Views

  /// How a view is written.
  private enum Form: UInt8 {
    /// It is the text of the document as it was read.
    case asRead = 0
    /// Edits, then the bytes that they put into the file's.
    case edits = 1
    /// Edits, then the whole text.
    case whole = 2
  }

  private static func encode(
    _ view: TextView, of document: Document?, to writer: inout ResultWriter
  ) {
    let read = document?.text ?? TextView(unchanged: [])
    let source = document?.source ?? []
    if view.edits == read.edits, view.bytes == read.bytes {
      writer.append(byte: Form.asRead.rawValue)
    } else if isMade(view, of: source) {
      writer.append(byte: Form.edits.rawValue)
      writer.append(count: view.edits.count)
      var end: Int32 = 0
      for edit in view.edits {
        writer.append(count: Int(edit.source.lower - end))
        writer.append(count: edit.source.count)
        writer.append(count: edit.view.count)
        end = edit.source.upper
      }
      for edit in view.edits { writer.append(raw: view.bytes[edit.view.range]) }
    } else {
      writer.append(byte: Form.whole.rawValue)
      writer.append(count: view.edits.count)
      var ends = (source: Int32(0), view: Int32(0))
      for edit in view.edits {
        writer.append(signed: Int(edit.source.lower) - Int(ends.source))
        writer.append(count: edit.source.count)
        writer.append(signed: Int(edit.view.lower) - Int(ends.view))
        writer.append(count: edit.view.count)
        ends = (edit.source.upper, edit.view.upper)
      }
      writer.append(count: view.bytes.count)
      writer.append(raw: view.bytes)
    }
    let entries = document?.repairs.entries ?? []
    writer.append(count: entries.count)
    for (kind, tally) in entries {
      writer.append(case: kind)
      writer.append(count: tally.count)
      writer.append(count: tally.first)
    }
  }

  /// Whether the edits of a view make it of the bytes of a file: what stands between two of them is
  /// the same in both.
  private static func isMade(_ view: TextView, of source: [UInt8]) -> Bool {
    var ends = (source: 0, view: 0)
    func isSame(upTo next: (source: Int, view: Int)) -> Bool {
      next.source >= ends.source && next.source - ends.source == next.view - ends.view
        && next.source <= source.count && next.view <= view.bytes.count
        && source[ends.source..<next.source] == view.bytes[ends.view..<next.view]
    }
    for edit in view.edits {
      guard isSame(upTo: (Int(edit.source.lower), Int(edit.view.lower))),
        Int(edit.source.upper) <= source.count, Int(edit.view.upper) <= view.bytes.count
      else { return false }
      ends = (Int(edit.source.upper), Int(edit.view.upper))
    }
    return isSame(upTo: (source.count, view.bytes.count))
  }

  private static func text(
    of document: Document?, _ reader: inout ResultReader
  ) throws(ResultDamage) -> (TextView, Repairs) {
    guard let form = Form(rawValue: try reader.byte()) else {
      throw reader.damage("has a text in a form that there is not")
    }
    let source = document?.source ?? []
    let view =
      switch form {
      case .asRead: document?.text ?? TextView(unchanged: [])
      case .edits: try edited(source, &reader)
      case .whole: try whole(source, &reader)
      }
    return (view, try repairs(in: source, &reader))
  }

  private static func edited(
    _ source: [UInt8], _ reader: inout ResultReader
  ) throws(ResultDamage) -> TextView {
    let count = try reader.count(ofAtLeast: 3)
    var edits: [TextView.Edit] = []
    edits.reserveCapacity(count)
    var ends = (source: 0, view: 0)
    for _ in 0..<count {
      let gap = try reader.count(upTo: source.count - ends.source)
      let lower = (source: ends.source + gap, view: ends.view + gap)
      let upper = (
        source: lower.source + (try reader.count(upTo: source.count - lower.source)),
        view: lower.view + (try reader.count(upTo: Int(Int32.max)))
      )
      guard upper.view <= Int(Int32.max) else {
        throw reader.damage("has a text that is too large")
      }
      edits.append(edit(lower, upper))
      ends = upper
    }
    let size = ends.view + source.count - ends.source
    let replaced = edits.reduce(0) { $0 + $1.view.count }
    guard size <= Int(Int32.max), replaced <= reader.remaining else {
      throw reader.damage("has a text of more bytes than there are")
    }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(size)
    var end = 0
    for edit in edits {
      bytes += source[end..<Int(edit.source.lower)]
      bytes += try reader.raw(edit.view.count)
      end = Int(edit.source.upper)
    }
    bytes += source[end...]
    return try checked(bytes, edits, reader)
  }

  private static func whole(
    _ source: [UInt8], _ reader: inout ResultReader
  ) throws(ResultDamage) -> TextView {
    let count = try reader.count(ofAtLeast: 4)
    var edits: [TextView.Edit] = []
    edits.reserveCapacity(count)
    var ends = (source: 0, view: 0)
    for _ in 0..<count {
      let sourceGap = try reader.count(upTo: 2 * (source.count - ends.source))
      let sourceCount = try reader.count(upTo: source.count)
      let viewGap = try reader.count(upTo: 2 * (Int(Int32.max) - ends.view))
      let viewCount = try reader.count(upTo: Int(Int32.max))
      // Written as numbers of either sign; those of edits in order are not negative.
      let lower = (source: ends.source + sourceGap / 2, view: ends.view + viewGap / 2)
      let upper = (source: lower.source + sourceCount, view: lower.view + viewCount)
      guard sourceGap & 1 == 0, viewGap & 1 == 0, upper.source <= source.count,
        upper.view <= Int(Int32.max)
      else { throw reader.damage("has edits out of order") }
      edits.append(edit(lower, upper))
      ends = upper
    }
    let size = try reader.count(upTo: Int(Int32.max))
    guard ends.view <= size else { throw reader.damage("has edits behind its text") }
    return try checked(Array(try reader.raw(size)), edits, reader)
  }

  private static func edit(
    _ lower: (source: Int, view: Int), _ upper: (source: Int, view: Int)
  ) -> TextView.Edit {
    TextView.Edit(
      source: TextSpan(Int32(lower.source), Int32(upper.source)),
      view: TextSpan(Int32(lower.view), Int32(upper.view)))
  }

  /// A view of bytes that are UTF-8; stages do not look a second time.
  private static func checked(
    _ bytes: [UInt8], _ edits: [TextView.Edit], _ reader: ResultReader
  ) throws(ResultDamage) -> TextView {
    do {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw reader.damage("makes text that is not UTF-8")
    }
    return TextView(bytes: bytes, edits: edits)
  }

  // MARK: Repairs

  private static func repairs(
    in source: [UInt8], _ reader: inout ResultReader
  ) throws(ResultDamage) -> Repairs {
    var repairs = Repairs()
    for _ in 0..<(try reader.count(ofAtLeast: 3)) {
      let kind = try reader.value(of: Repairs.Kind.self)
      let count = try reader.count(upTo: Int(Int32.max))
      let first = try reader.count(upTo: source.count)
      guard count > 0, repairs[kind] == nil else {
        throw reader.damage("counts a repair that was not made, or twice")
      }
      repairs.note(kind, at: first, count: count)
    }
    return repairs
  }
}
