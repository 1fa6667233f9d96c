internal import CotejoLexicon

/// Where each word of a text occurs, and how much weight a match of it carries.
struct WordOccurrences: Sendable {
  /// Where the sentences of each word end.
  private(set) var ends: [Int32]
  /// The sentences that hold each word, in order, each once.
  private(set) var sentences: [Int32]
  /// The distinct words of each sentence, one sentence after another.
  private(set) var words: [Int32] = []
  /// How often the word occurs in that sentence.
  private(set) var repeats: [UInt8] = []
  /// Where the distinct words of each sentence end.
  private(set) var wordEnds: [Int32] = []

  /// How many sentences there are.
  var count: Int { wordEnds.count }
  /// How many distinct words there are.
  var vocabulary: Int { ends.count }

  init(_ text: IndexedText) {
    let vocabulary = text.vocabulary.count
    var last = [Int32](repeating: -1, count: vocabulary)
    var place = [Int32](repeating: 0, count: vocabulary)
    ends = [Int32](repeating: 0, count: vocabulary + 1)
    for sentence in 0..<text.count {
      for index in text.range(of: sentence) {
        let word = Int(text.words[index])
        if last[word] != Int32(sentence) {
          last[word] = Int32(sentence)
          place[word] = Int32(words.count)
          ends[word + 1] += 1
          words.append(Int32(word))
          repeats.append(1)
        } else if repeats[Int(place[word])] < 255 {
          repeats[Int(place[word])] += 1
        }
      }
      wordEnds.append(Int32(words.count))
    }
    for word in 0..<vocabulary { ends[word + 1] += ends[word] }
    sentences = [Int32](repeating: 0, count: words.count)
    var next = ends
    var index = 0
    for sentence in 0..<text.count {
      while index < Int(wordEnds[sentence]) {
        let word = Int(words[index])
        sentences[Int(next[word])] = Int32(sentence)
        next[word] += 1
        index += 1
      }
    }
    // `ends[word]` is now where the word's sentences begin: drop the leading 0.
    ends.removeFirst()
  }

  /// The sentences of a word, as a range of `sentences`.
  @inline(__always)
  func range(of word: Int32) -> Range<Int> {
    (word == 0 ? 0 : Int(ends[Int(word) - 1]))..<Int(ends[Int(word)])
  }

  /// The distinct words of a sentence, as a range of `words`.
  @inline(__always)
  func wordRange(of sentence: Int) -> Range<Int> {
    (sentence == 0 ? 0 : Int(wordEnds[sentence - 1]))..<Int(wordEnds[sentence])
  }

  /// The place in `sentences` of the first occurrence of a word in a sentence from `sentence` on.
  @inline(__always)
  func firstPlace(of word: Int32, from sentence: Int) -> Int {
    let range = range(of: word)
    var low = range.lowerBound
    var high = range.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(sentences[middle]) < sentence { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
