/// Which words of one side ever stand in a pair with which words of the other.
///
/// Rows are the given words (row 0 is the empty word, which explains what nothing else does), and
/// every token pair of the bitext knows its cell, so that a pass of training is one walk through
/// memory. Memory: 4 bytes a token pair. Word pairs of a dictionary have cells whether they ever
/// stand together or not.
struct CooccurrenceTable {
  /// Where the cells of each row begin; one more than there are rows.
  private(set) var rowStarts: [Int32] = [0]
  /// The predicted word of each cell.
  private(set) var predicted: [Int32] = []
  /// What a dictionary says of each cell: the share of its row.
  ///
  /// 0 for pairs that it does not have; empty without a dictionary.
  private(set) var shares: [Float] = []
  /// The cell of each token pair: by sentence, then by predicted token, then by given token with
  /// the empty word first.
  private(set) var links: [Int32]
  /// Where the links of each sentence begin.
  private(set) var linkStarts: [Int]

  init(given: Bitext.Side, predicted side: Bitext.Side, prior: TranslationPrior = .none) {
    let sentences = given.ends.count
    linkStarts = [Int](repeating: 0, count: sentences + 1)
    for sentence in 0..<sentences {
      let cells = (given.range(of: sentence).count + 1) * side.range(of: sentence).count
      linkStarts[sentence + 1] = linkStarts[sentence] + cells
    }
    links = [Int32](repeating: 0, count: linkStarts[sentences])

    // The token places of each given word, by counting sort.
    let words = given.vocabulary.count
    var placeStarts = [Int32](repeating: 0, count: words + 2)
    for word in given.words { placeStarts[Int(word) + 2] += 1 }
    for word in 0..<words { placeStarts[word + 2] += placeStarts[word + 1] }
    var places = [(sentence: Int32, position: Int32)](repeating: (0, 0), count: given.words.count)
    for sentence in 0..<sentences {
      let range = given.range(of: sentence)
      for index in range {
        let word = Int(given.words[index])
        places[Int(placeStarts[word + 1])] = (Int32(sentence), Int32(index - range.lowerBound) + 1)
        placeStarts[word + 1] += 1
      }
    }

    var known: [(cell: Int32, share: Float)] = []
    var (rowStarts, predicted) = (rowStarts, predicted)
    rowStarts.reserveCapacity(words + 2)
    let linkStarts = linkStarts
    links.withUnsafeMutableBufferPointer { links in
      side.words.withUnsafeBufferPointer { tokens in
        var maker = CellMaker(words: side.vocabulary.count, links)
        func link(_ sentence: Int, position: Int) {
          maker.link(
            UnsafeBufferPointer(rebasing: tokens[side.range(of: sentence)]),
            from: linkStarts[sentence] + position, by: given.range(of: sentence).count + 1)
        }
        for sentence in 0..<sentences { link(sentence, position: 0) }
        rowStarts.append(maker.nextRow())
        for word in 0..<words {
          for index in placeStarts[word]..<placeStarts[word + 1] {
            let place = places[Int(index)]
            link(Int(place.sentence), position: Int(place.position))
          }
          for index in prior.range(of: word) {
            known.append((maker.cell(of: Int(prior.predicted[index])), prior.shares[index]))
          }
          rowStarts.append(maker.nextRow())
        }
        predicted = maker.finish()
      }
    }
    (self.rowStarts, self.predicted) = (rowStarts, predicted)
    guard !known.isEmpty else { return }
    shares = [Float](repeating: 0, count: predicted.count)
    for (cell, share) in known { shares[Int(cell)] = share }
  }
}

/// Numbers the cells of a table row by row, each when it is first met.
private struct CellMaker {
  /// The predicted word of each cell, and room for more.
  private var predicted: [Int32]
  private var count = 0
  private let links: UnsafeMutableBufferPointer<Int32>
  /// The last row in which each predicted word was met, and its cell there.
  private var last: [(row: Int32, cell: Int32)]
  private var row: Int32 = 0

  init(words: Int, _ links: UnsafeMutableBufferPointer<Int32>) {
    self.links = links
    predicted = Array(repeating: 0, count: max(16, links.count / 4))
    last = Array(repeating: (-1, 0), count: words)
  }

  /// The predicted word of each cell.
  mutating func finish() -> [Int32] {
    predicted.removeLast(predicted.count - count)
    return predicted
  }

  /// Begins another row; gives the end of the one before.
  mutating func nextRow() -> Int32 {
    row += 1
    return Int32(count)
  }

  private mutating func makeRoom(for words: Int) {
    guard predicted.count - count < words else { return }
    predicted.append(contentsOf: repeatElement(0, count: max(words, predicted.count)))
  }

  /// The cell of a word in the current row.
  mutating func cell(of word: Int) -> Int32 {
    makeRoom(for: 1)
    if last[word].row != row {
      last[word] = (row, Int32(count))
      predicted[count] = Int32(word)
      count += 1
    }
    return last[word].cell
  }

  /// Notes the cells of the tokens of a sentence, the first at `start` among the links and each
  /// `stride` behind the one before.
  mutating func link(_ tokens: UnsafeBufferPointer<Int32>, from start: Int, by stride: Int) {
    makeRoom(for: tokens.count)
    let (row, links) = (row, links)
    var (index, next) = (start, Int32(count))
    predicted.withUnsafeMutableBufferPointer { predicted in
      last.withUnsafeMutableBufferPointer { last in
        for word in tokens {
          // Whether a word is new to a row cannot be foreseen: no branch hangs on it.
          let known = last[Int(word)]
          let isNew = known.row != row
          let cell = isNew ? next : known.cell
          last[Int(word)] = (row, cell)
          predicted[Int(next)] = word
          next &+= isNew ? 1 : 0
          links[index] = cell
          index &+= stride
        }
      }
    }
    count = Int(next)
  }
}
