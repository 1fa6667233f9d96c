/// A place where a sentence may end: its stops, what closes after them, and the white space behind.
///
/// For `… dijo (sí).” Luego` the stops are `.`, the closers `”`, and `next` is the `L`.
struct SentenceGap {
  /// The first byte of the stops.
  let stop: Int
  /// The byte behind the closers: where the sentence ends if it ends here.
  let end: Int
  /// The first byte behind the white space.
  let next: Int
  /// Whether `?` or `!` is among the stops.
  let isStrong: Bool
  /// Whether the stops are `…` or several full stops.
  let isEllipsis: Bool
  /// Whether a bracket or quotation mark closes after the stops.
  let isClosed: Bool
  /// Whether a quotation mark closes after the stops.
  let isQuoteEnd: Bool
  /// Whether a stop stands behind the closing marks, as in `(sic!).` at a sentence's end.
  let hasOuterStop: Bool
  /// Whether it is a single `!` with nothing behind it, which names have, too: `Yahoo!`.
  let isSingleExclamation: Bool

  /// Whether white space follows.
  var hasSpace: Bool { next > end }
  /// Whether it is one full stop that may belong to an abbreviation.
  var isPlainStop: Bool { !isStrong && !isEllipsis && !isClosed }

  /// Reads the gap whose first stop is at `stop`.
  ///
  /// `isQuoteOpen` tells whether a `"` before the gap has not been closed.
  /// - Complexity: O(*n*) in the length of the gap.
  init(at stop: Int, isQuoteOpen: Bool, in text: Span<UInt8>, ceiling: Int) {
    var end = stop
    var isStrong = false
    var isEllipsis = false
    var isClosed = false
    var isQuoteEnd = false
    var hasOuterStop = false
    var stops = 0
    reading: while end < ceiling {
      let scalar = text.scalar(at: end)
      let behind = end + text.scalarWidth(at: end)
      switch SentenceCharacter(scalar) {
      case .strongStop:
        isStrong = true
      case .stop:
        // A stop behind a closing mark is the sentence's, the one inside the quotation's.
        if isClosed {
          hasOuterStop = true
          break
        }
        stops += 1
        isEllipsis = isEllipsis || stops > 1 || scalar != 0x2E
        // Spaced full stops, `. . .`, are an ellipsis.
        if behind + 1 < ceiling, text[behind] == 0x20, text[behind + 1] == 0x2E, scalar == 0x2E {
          end = behind + 1
          continue reading
        }
      case .closer:
        isClosed = true
        isQuoteEnd = isQuoteEnd || Self.isQuotationMark(scalar)
      case .straightQuote, .opener:
        if let reference = Self.referenceEnd(at: end, in: text, ceiling: ceiling) {
          end = reference
          continue reading
        }
        guard Self.isQuotationMark(scalar), Self.closes(before: behind, in: text, ceiling: ceiling)
        else { break reading }
        isClosed = true
        isQuoteEnd = true
      case .format:
        break
      default:
        break reading
      }
      end = behind
    }
    var next = text.skippingWhiteSpace(from: end, ceiling: ceiling)
    // Guillemets and marks that stand off, as in French and in some wire copy: `fin. » Luego`.
    while next > end, next < ceiling {
      let scalar = text.scalar(at: next)
      let behind = next + text.scalarWidth(at: next)
      if let reference = Self.referenceEnd(at: next, in: text, ceiling: ceiling),
        reference == ceiling || text[reference] <= 0x20
      {
        end = reference
      } else if SentenceCharacter(scalar) == .closer || (scalar == 0x22 && isQuoteOpen),
        Self.closes(before: behind, in: text, ceiling: ceiling)
      {
        isClosed = true
        isQuoteEnd = isQuoteEnd || Self.isQuotationMark(scalar)
        end = behind
      } else {
        break
      }
      next = text.skippingWhiteSpace(from: end, ceiling: ceiling)
    }
    self.stop = stop
    self.end = end
    self.next = next
    self.isStrong = isStrong
    self.isEllipsis = isEllipsis
    self.isClosed = isClosed
    self.isQuoteEnd = isQuoteEnd
    self.hasOuterStop = hasOuterStop
    isSingleExclamation = end == stop + 1 && text[stop] == UInt8(ascii: "!")
  }

  /// Whether a code point is a quotation mark rather than a bracket.
  static func isQuotationMark(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: true
    default: false
    }
  }

  /// Whether a mark that ends at `offset` can only close, by what comes after it.
  private static func closes(before offset: Int, in text: Span<UInt8>, ceiling: Int) -> Bool {
    switch text.sentenceCharacter(at: offset, ceiling: ceiling) {
    case nil, .whiteSpace, .stop, .strongStop, .closer, .straightQuote, .pause, .dash: true
    case .opener: isQuotationMark(text.scalar(at: offset))
    default: false
    }
  }

  /// The end of a reference such as `[12]` that is attached to a stop; `nil` for anything else.
  private static func referenceEnd(at offset: Int, in text: Span<UInt8>, ceiling: Int) -> Int? {
    guard text[offset] == UInt8(ascii: "[") else { return nil }
    var end = offset + 1
    while end < ceiling, end - offset < 5, 0x30...0x39 ~= text[end] { end += 1 }
    guard end > offset + 1, end < ceiling, text[end] == UInt8(ascii: "]") else { return nil }
    return end + 1
  }
}
