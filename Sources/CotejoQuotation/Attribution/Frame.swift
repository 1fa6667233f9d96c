internal import CotejoText

/// The words of an article with what is spoken set apart: the reporter's own sentences around
/// quotations.
///
/// A quotation of several sentences stands in one sentence of the frame: `“A. B,” she said.`
struct Frame {
  /// The words of the article.
  let words: ArticleWords
  /// For each word the number of the direct quotation that it is part of, or -1.
  private let spoken: [Int32]
  /// For each word the number of its sentence in `sentences`.
  private let numbers: [Int32]
  /// The words of each sentence of the frame.
  let sentences: [Range<Int>]
  /// For each sentence the number of its first word that is no mark, or that behind its last.
  private let firstWords: [Int]
  /// The words of each direct quotation.
  private let quotations: [Range<Int>]

  /// Sets the words of direct quotations, which must be in order, apart.
  init(_ words: ArticleWords, direct quotations: [Quotation]) {
    self.words = words
    var spoken = [Int32](repeating: -1, count: words.count)
    var ranges: [Range<Int>] = []
    for (number, quotation) in quotations.enumerated() {
      let first = words.index(from: quotation.span.lower)
      var index = first
      while index < words.count, words[index].span.lower < quotation.span.upper {
        spoken[index] = Int32(number)
        index += 1
      }
      ranges.append(first..<index)
    }
    self.spoken = spoken
    self.quotations = ranges
    var sentences: [Range<Int>] = []
    var numbers: [Int32] = []
    for index in 0..<words.count {
      if index > 0, Self.joins(index - 1, index, words, spoken) {
        sentences[sentences.count - 1] = sentences[sentences.count - 1].lowerBound..<index + 1
      } else {
        sentences.append(index..<index + 1)
      }
      numbers.append(Int32(sentences.count - 1))
    }
    self.sentences = sentences
    self.numbers = numbers
    firstWords = sentences.map { sentence in
      sentence.first { words[$0].isWord } ?? sentence.upperBound
    }
  }

  /// Whether two neighbours are in one sentence of the frame.
  private static func joins(
    _ left: Int, _ right: Int, _ words: ArticleWords, _ spoken: [Int32]
  ) -> Bool {
    if words[left].sentence == words[right].sentence { return true }
    guard words[left].paragraph == words[right].paragraph else { return false }
    // Inside the marks; behind them only what the sentence rules left in the same sentence.
    return spoken[left] >= 0 && spoken[left] == spoken[right]
      || words[left].marked >= 0 && words[left].marked == words[right].marked
        && max(spoken[left], spoken[right]) >= 0
  }

  /// Whether a word is spoken.
  func isSpoken(_ index: Int) -> Bool { spoken[index] >= 0 }

  /// The number of the quotation that a word is part of, or -1.
  func quotation(at index: Int) -> Int { Int(spoken[index]) }

  /// The number of the sentence of the frame that a word stands in.
  func sentenceNumber(of index: Int) -> Int { Int(numbers[index]) }

  /// The sentence of the frame that a word stands in.
  func sentence(of index: Int) -> Range<Int> { sentences[Int(numbers[index])] }

  /// The number behind the last word of the quotation that a spoken word is part of.
  func quotationEnd(at index: Int) -> Int {
    max(index + 1, quotations[quotation(at: index)].upperBound)
  }

  /// Whether nothing but marks stands before a word in its sentence of the frame.
  func isFirst(_ index: Int) -> Bool { firstWords[sentenceNumber(of: index)] >= index }

  /// Whether a mark may stand inside a noun phrase: one of quotation, about a name or title.
  func isTransparent(_ index: Int) -> Bool {
    guard words[index].kind == .mark, words[index].marked >= 0, !isSpoken(index) else {
      return false
    }
    return words.isMark(index, .quotation) && !touchesSpoken(index)
  }

  /// Whether the mark opens or closes a quotation.
  private func touchesSpoken(_ index: Int) -> Bool {
    index > 0 && isSpoken(index - 1) || index + 1 < words.count && isSpoken(index + 1)
  }

  /// Whether a word begins its sentence in the frame, or the words behind an opening mark.
  func beginsSentence(_ index: Int) -> Bool {
    index == 0 || numbers[index - 1] != numbers[index]
      || !words[index - 1].isWord
        && words[index - 1].sentence != words[index].sentence
      || index == sentence(of: index).lowerBound + 1 && !words[index - 1].isWord
  }

  /// Whether the word has a capital that its place does not account for.
  func isNameLike(_ index: Int) -> Bool {
    let word = words[index]
    guard word.isCapitalized, !word.isAny([.time, .firstPerson]) else { return false }
    guard beginsSentence(index) else { return true }
    // At the start of a sentence only a word that is nothing else, or a first name.
    return word.classes.isEmpty || word.isAny([.firstName, .title])
  }
}
