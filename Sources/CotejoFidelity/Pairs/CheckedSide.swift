internal import CotejoText

/// One side of a pair: its text, tokens, words and markers, in order.
struct CheckedSide {
  /// The text: valid UTF-8.
  var text: [UInt8]
  /// Words, numbers and marks.
  var tokens: [Token]
  /// Words and numbers.
  var words: [CheckedWord]
  /// Words and phrases that the language's data name, the longest where several begin alike.
  var markers: [Marker]
  /// The numbers, amounts, dates and times, in order.
  var values: [ValueReading]
  /// Whether it has more words than can be looked at, or so many bytes that it was not cut into any.
  var isTooLong = false

  /// The bytes from the first of some words to the last.
  func span(of words: Range<Int>) -> TextSpan {
    TextSpan(self.words[words.lowerBound].span.lower, self.words[words.upperBound - 1].span.upper)
  }

  /// A stretch of the text, for messages.
  func string(_ span: TextSpan) -> String { String(decoding: text[span.range], as: UTF8.self) }

  /// Whether an ellipsis stands among some words, or between them and their neighbours: `…`, `...`,
  /// with or without brackets.
  func hasEllipsis(around place: Range<Int>) -> Bool {
    let lower = place.lowerBound > 0 ? Int(words[place.lowerBound - 1].token) + 1 : 0
    let upper = place.upperBound < words.count ? Int(words[place.upperBound].token) : tokens.count
    var stops = 0
    for token in tokens[lower..<max(lower, upper)] {
      let bytes = text[token.span.range]
      stops = token.kind == .mark && bytes.elementsEqual([0x2E]) ? stops + 1 : 0
      if stops == 3 || bytes.elementsEqual("…".utf8) || bytes.starts(with: "...".utf8) {
        return true
      }
    }
    return false
  }

  /// Notes that some words are rendered by a stretch of the other side, whatever the links say.
  mutating func note(_ words: Range<Int>, areRenderedBy others: Range<Int>) {
    for index in words {
      if !others.contains(Int(self.words[index].partner)) {
        self.words[index].partner = Int32(others.lowerBound)
      }
      self.words[index].strength = 1
      self.words[index].support = 1
    }
  }

  /// The words whose bytes lie in a stretch of the text, as a range of `words`.
  func words(in span: TextSpan) -> Range<Int> {
    let lower = words.partitioningIndex { $0.span.lower >= span.lower }
    let upper = words.partitioningIndex { $0.span.upper > span.upper }
    return lower..<max(lower, upper)
  }
}

/// A word or phrase that bears on what a sentence says.
struct Marker: Hashable {
  /// Its words, as a range of the side's words.
  var words: Range<Int>
  /// What it does.
  var classes: MarkerClasses
  /// What of the other language's it may render: what it does, and more.
  var renderings: MarkerClasses
}

extension TextSpan {
  /// The range of its bytes.
  init(_ offsets: Range<Int32>) { self.init(offsets.lowerBound, offsets.upperBound) }

  /// Its bytes as a range.
  var offsets: Range<Int32> { lower..<upper }
}

extension [CheckedWord] {
  /// The index of the first word of which `belongs` holds; it must hold of all behind it.
  fileprivate func partitioningIndex(_ belongs: (CheckedWord) -> Bool) -> Int {
    var (lower, upper) = (0, count)
    while lower < upper {
      let middle = (lower + upper) / 2
      if belongs(self[middle]) { upper = middle } else { lower = middle + 1 }
    }
    return lower
  }
}
