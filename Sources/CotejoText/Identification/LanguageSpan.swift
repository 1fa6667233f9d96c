/// A stretch of a text that is in one language.
public struct LanguageSpan: Hashable, Sendable {
  /// The bytes from the first to the last of its words.
  public let span: TextSpan
  /// Its language and how probable it is.
  public let guess: LanguageGuess
  /// How many words it has.
  public let words: Int

  /// Makes a stretch.
  public init(span: TextSpan, guess: LanguageGuess, words: Int) {
    self.span = span
    self.guess = guess
    self.words = words
  }
}

extension LanguageIdentifier {
  /// The languages of the stretches of a mixed text, such as an article with quotations in another
  /// language.
  ///
  /// The best way through the words is searched (Viterbi): each adds its score for the language that
  /// it is taken to be of, each change of language costs so much that a name or a loan word does not
  /// pay for it, and less where marks or a line end stand between the words, as they do about a
  /// quotation. Letters of scripts that decide are stretches of their own.
  ///
  /// - Parameters:
  ///   - text: valid UTF-8 in composed form (NFC).
  ///   - among: the languages that are possible; all of the model if `nil`.
  /// - Returns: stretches in the order of the text that do not overlap; between them stands nothing
  ///   with letters, unless in scripts of languages that are not possible.
  /// - Complexity: O(*n* · languages) in the words of the text.
  public mutating func spans(
    of text: Span<UInt8>, among: Set<LanguageTag>? = nil
  ) -> [LanguageSpan] {
    let choice = LanguageChoice(model: model, among: among)
    var spans: [LanguageSpan] = []
    var path = LanguagePath(model: model, choice: choice)
    var offset = 0
    var end = 0
    while let stretch = scorer.next(in: text, from: &offset) {
      switch stretch {
      case .word(let range, let row, _):
        let gap = LanguagePath.Gap(text, end..<range.lowerBound)
        // A huge text in blocks: what each word leaves behind takes a hundred bytes and more.
        if gap >= .mark, path.count >= Self.blockWords {
          path.finish(into: &spans)
        }
        path.append(scorer.scores[row], range, after: gap)
        end = range.upperBound
      case .script(let range, let script, let letters):
        path.finish(into: &spans)
        path.interrupt()
        end = range.upperBound
        let tag = LanguageTag(known: script.tag)
        guard among?.contains(where: { $0.language == tag.language }) ?? true else { continue }
        append(range, script, letters, to: &spans)
      }
    }
    path.finish(into: &spans)
    return spans
  }

  /// So many words and the rest up to the next mark are a block.
  private static let blockWords = 1 << 14

  /// Appends letters of a script, or joins them with those of the same language before: kana and
  /// Han characters take turns in Japanese.
  private func append(
    _ range: Range<Int>, _ script: DecisiveScript, _ letters: Int, to spans: inout [LanguageSpan]
  ) {
    var guess = LanguageGuess(
      language: LanguageTag(known: script.tag), confidence: script.confidence)
    var lower = Int32(range.lowerBound)
    var words = letters
    let eastern = ["ja", "zh"]
    if let last = spans.last, Self.isJoined(last.span.upper, lower),
      last.guess.language == guess.language
        || eastern.contains(last.guess.language.description) && eastern.contains(script.tag)
    {
      if last.guess.language.description == "ja" { guess = last.guess }
      lower = last.span.lower
      words += last.words
      spans.removeLast()
    }
    spans.append(
      LanguageSpan(span: TextSpan(lower, Int32(range.upperBound)), guess: guess, words: words))
  }

  /// Whether so little stands between letters that it is a blank or a mark.
  private static func isJoined(_ end: Int32, _ start: Int32) -> Bool { start - end <= 4 }
}
