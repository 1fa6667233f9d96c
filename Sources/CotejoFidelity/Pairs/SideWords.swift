internal import CotejoICU
internal import CotejoLexicon
internal import CotejoText

/// One side of a batch, cut into words.
struct SideWords {
  private(set) var vocabulary = Vocabulary()
  private var texts: [[UInt8]] = []
  private var tokens: [[Token]] = []
  /// The words of all texts as numbers in the vocabulary, -1 where nothing is left of one.
  private var forms: [Int32] = []
  private var ends: [Int] = []

  /// The most bytes that a text may have to be cut into words: of ``CheckedPair/mostWords`` words of 64
  /// bytes each, which no text that anybody reads has.
  private static let mostBytes = CheckedPair.mostWords * 64

  /// Appends a text.
  mutating func append(_ text: [UInt8], _ tokenizer: inout Tokenizer) throws(TextError) {
    guard let count = Int32(exactly: text.count) else {
      throw TextError(.tooLarge, message: "a text has more than 2 GiB")
    }
    do {
      _ = try UTF8Span(validating: text.span)
    } catch {
      throw TextError(
        .invalidEncoding, offset: error.byteOffsets.lowerBound, message: "is not valid UTF-8")
    }
    var found: [Token] = []
    if text.count <= Self.mostBytes {
      try tokenizer.appendTokens(of: TextSpan(0, count), in: text, to: &found)
    }
    var form: [UInt8] = []
    for token in found where token.kind != .mark {
      form.removeAll(keepingCapacity: true)
      MatchingForm.append(token, in: text.span, to: &form)
      forms.append(form.isEmpty ? -1 : vocabulary.intern(form.span))
    }
    texts.append(text)
    tokens.append(found)
    ends.append(forms.count)
  }

  /// The words of a text as numbers in the vocabulary.
  func forms(_ index: Int) -> ArraySlice<Int32> {
    forms[(index == 0 ? 0 : ends[index - 1])..<ends[index]]
  }

  /// A text with its words, markers and values.
  func side(
    _ index: Int, _ known: BatchSide, _ values: inout ValueReader
  ) -> CheckedSide {
    let text = texts[index]
    var words: [CheckedWord] = []
    var next = index == 0 ? 0 : ends[index - 1]
    words.reserveCapacity(ends[index] - next)
    for (number, token) in tokens[index].enumerated() where token.kind != .mark {
      words.append(
        CheckedWord(
          span: token.span, form: forms[next], token: Int32(number),
          isNumber: token.kind == .number,
          isCapitalized: CodePoint.letterCase(text.span.scalar(at: Int(token.span.lower)))
            == .upper,
          known))
      next += 1
    }
    return CheckedSide(
      text: text, tokens: tokens[index], words: words, markers: markers(of: words, known),
      values: values.readings(in: text, tokens: tokens[index]),
      isTooLong: text.count > Self.mostBytes || words.count > CheckedPair.mostWords)
  }

  /// The words and phrases that the language's data name; the longest wins, and none overlap.
  private func markers(of words: [CheckedWord], _ known: BatchSide) -> [Marker] {
    if !known.hasMarkers { return [] }
    var markers: [Marker] = []
    var index = 0
    while index < words.count {
      let form = words[index].form
      let longest = form >= 0 ? known.meanings[Int(form)].longestPhrase : 0
      if longest > 1, let phrase = phrase(at: index, of: words, known.phrases) {
        markers.append(phrase)
        index = phrase.words.upperBound
      } else {
        let word = words[index]
        if word.renderings != [] {
          markers.append(
            Marker(
              words: index..<index + 1, classes: word.classes, renderings: word.renderings))
        }
        index += 1
      }
    }
    return markers
  }

  private func phrase(
    at start: Int, of words: [CheckedWord], _ phrases: PhraseTable
  ) -> Marker? {
    var found: Marker?
    var node = PhraseTable.root
    for index in start..<words.count {
      guard words[index].form >= 0, let next = phrases.node(after: node, words[index].form) else {
        break
      }
      node = next
      if index > start, let meaning = phrases.meaning(of: node) {
        var marker = Marker(
          words: start..<index + 1, classes: meaning.classes, renderings: meaning.renderings)
        for word in words[start...index] where !meaning.classes.contains(.idiom) {
          marker.renderings.formUnion(word.renderings)
          // A phrase that does nothing of its own leaves to its words what they do.
          if meaning.classes == [] { marker.classes.formUnion(word.classes) }
        }
        found = marker
      }
    }
    return found
  }
}
