internal import CotejoText

/// A sentence of the original, or what of one was put together from another place.
struct SourcePart: Hashable {
  /// Its words.
  var words: Range<Int>
  /// Its content words, and how much of what they tell is rendered, from 0 to 1.
  var content: Int
  var rendered: Float
  /// What lies before it and is no part of the text; `nil` if it follows what stands before it.
  var joint: RenderedPair.Joint?
}

extension CheckedPair {
  /// A word has a counterpart if some word of the other side renders it this surely.
  private static let leastSupport: Float = 0.3
  /// What a counterpart counts that renders another word already, as for omissions.
  private static let sharedSupport: Float = 0.5

  /// The sentences of the original, cut where it was put together, too.
  func sourceParts() -> [SourcePart] {
    let words = source.words
    var parts: [SourcePart] = []
    var start = 0
    var joint: RenderedPair.Joint?
    for index in words.indices.dropFirst() {
      let next = joints.first {
        $0.offset > words[index - 1].span.lower && $0.offset <= words[index].span.lower
      }
      guard next != nil || source.hasSentenceEnd(before: index) else { continue }
      parts.append(part(start..<index, joint))
      (start, joint) = (index, next)
    }
    parts.append(part(start..<words.count, joint))
    return parts
  }

  private func part(_ words: Range<Int>, _ joint: RenderedPair.Joint?) -> SourcePart {
    var (count, all, rendered): (Int, Float, Float) = (0, 0, 0)
    for word in source.words[words] where !word.isCommon {
      let support = max(word.strength, Self.sharedSupport * word.support)
      count += 1
      all += word.information
      rendered += word.information * min(1, support / Self.leastSupport)
    }
    return SourcePart(
      words: words, content: count, rendered: all > 0 ? rendered / all : 0, joint: joint)
  }
}

extension CheckedSide {
  /// Whether a sentence ends between a word and the one before it: at a mark of its end before a
  /// capital, or one that opens a question or quotation.
  func hasSentenceEnd(before word: Int) -> Bool {
    let first = Int(words[word - 1].token) + 1
    let marks = tokens[first..<max(first, Int(words[word].token))]
    guard !marks.isEmpty else { return false }
    let scalars = marks.map { text.span.scalar(at: Int($0.span.lower)) }
    // "Sr. Gil", "J. R. Ruiz"
    let isAbbreviated =
      words[word - 1].kind.contains(.title)
      || words[word - 1].span.count <= 2 && words[word - 1].isCapitalized
    guard let end = scalars.firstIndex(where: { [0x2E, 0x3F, 0x21, 0x2026].contains($0) }),
      scalars[end] != 0x2E || !isAbbreviated,
      Int(marks[first + end].span.upper) < text.count
    else { return false }
    return words[word].isCapitalized || scalars[end...].contains { [0xBF, 0xA1].contains($0) }
  }

  /// Whether the text says between two words that something is left out, or that other words begin:
  /// by an ellipsis, or by quotation marks that end and begin anew.
  func isMarkedBreak(from first: Int, to second: Int) -> Bool {
    if hasEllipsis(around: first + 1..<second) { return true }
    let lower = Int(words[first].token) + 1
    return tokens[lower..<max(lower, Int(words[second].token))].contains {
      QuotationMark($0, in: text)?.family == .outer
    }
  }
}
