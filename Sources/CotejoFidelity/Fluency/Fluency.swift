/// How well the words of a text follow one another, as a model of its language has it.
struct Fluency {
  /// The words, and one for the marks between two of them.
  private(set) var count: Float = 0
  /// What all of them cost behind those before them, and alone, in nats.
  private(set) var cost: Float = 0
  private(set) var plainCost: Float = 0
  /// What the dearest of them costs.
  private(set) var dearest: Float = 0
  /// What they cost more behind those before them than alone, where they do.
  private(set) var clash: Float = 0

  /// Reads one side of a pair; `known` has what the model knows of each distinct word.
  init(_ side: CheckedSide, _ model: FluencyModel, _ known: [FluentWord]) {
    var (first, second) = (FluencyModel.start, FluencyModel.start)
    var last: Int32 = -1
    func append(_ word: UInt64, _ plain: Float, to fluency: inout Fluency) {
      let cost = model.cost(of: word, behind: first, second)
      fluency.count += 1
      fluency.cost += cost
      fluency.plainCost += plain
      fluency.dearest = max(fluency.dearest, cost)
      fluency.clash += max(0, cost - plain)
      (first, second) = (second, word)
    }
    let mark = model.cost(of: FluencyModel.mark) ?? 0
    let number = model.cost(of: FluencyModel.number) ?? 0
    for word in side.words {
      if last >= 0, word.token > last + 1 { append(FluencyModel.mark, mark, to: &self) }
      last = word.token
      if word.isNumber {
        append(FluencyModel.number, number, to: &self)
      } else if word.form >= 0, let plain = known[Int(word.form)].plainCost {
        append(known[Int(word.form)].hash, plain, to: &self)
      } else {
        let unknown = word.isCapitalized ? FluencyModel.name : FluencyModel.unknown
        append(unknown, model.cost(of: unknown) ?? 0, to: &self)
      }
    }
  }
}

/// A distinct word as a model of its language knows it.
struct FluentWord: Sendable {
  /// Its hash.
  var hash: UInt64
  /// What it costs alone, in nats; `nil` if the model lacks it.
  var plainCost: Float?
}
