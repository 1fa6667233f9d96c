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

    // A word has one cell in the current row; `lastRow` says whether it was made already.
    var lastRow = [Int32](repeating: -1, count: side.vocabulary.count)
    var cellOf = [Int32](repeating: 0, count: side.vocabulary.count)
    var known: [(cell: Int32, share: Float)] = []
    var row: Int32 = 0
    rowStarts.reserveCapacity(words + 2)
    func link(_ sentence: Int, position: Int) {
      let width = given.range(of: sentence).count + 1
      var index = linkStarts[sentence] + position
      for token in side.range(of: sentence) {
        let word = Int(side.words[token])
        if lastRow[word] != row {
          lastRow[word] = row
          cellOf[word] = Int32(predicted.count)
          predicted.append(Int32(word))
        }
        links[index] = cellOf[word]
        index += width
      }
    }
    for sentence in 0..<sentences { link(sentence, position: 0) }
    rowStarts.append(Int32(predicted.count))
    for word in 0..<words {
      row += 1
      for index in placeStarts[word]..<placeStarts[word + 1] {
        let place = places[Int(index)]
        link(Int(place.sentence), position: Int(place.position))
      }
      for index in prior.range(of: word) {
        let target = Int(prior.predicted[index])
        if lastRow[target] != row {
          lastRow[target] = row
          cellOf[target] = Int32(predicted.count)
          predicted.append(Int32(target))
        }
        known.append((cellOf[target], prior.shares[index]))
      }
      rowStarts.append(Int32(predicted.count))
    }
    guard !known.isEmpty else { return }
    shares = [Float](repeating: 0, count: predicted.count)
    for (cell, share) in known { shares[Int(cell)] = share }
  }
}
