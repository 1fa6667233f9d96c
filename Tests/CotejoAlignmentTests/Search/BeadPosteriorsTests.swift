import CotejoLexicon
import CotejoTestSupport
import Testing

@testable import CotejoAlignment

#if canImport(Glibc)
import Glibc
#else
import Darwin
#endif

struct BeadPosteriorsTests {
  @Test func `posteriors are shares of the weight of all chains`() throws {
    var generator = SeededGenerator(seed: 43)
    for _ in 0..<40 {
      // Not more than the strip's reach, so that nothing lies outside it.
      let rows = Int.random(in: 0...3, using: &generator)
      let columns = Int.random(in: 0...3, using: &generator)
      let grid = try SmallGrid(rows: rows, columns: columns, words: 6, &generator)
      let best = BeadSearch.best(in: grid.corridor, grid.model)
      let posteriors = BeadPosteriors.of(best, in: grid.corridor, grid.model)
      #expect(posteriors.count == best.count)

      var total = 0.0
      var shares = [Double](repeating: 0, count: best.count)
      for chain in grid.chains {
        let weight = exp(Double(chain.score) / BeadPosteriors.temperature)
        total += weight
        for (index, step) in best.enumerated() {
          // The same step from the same place.
          let start = best[..<index].reduce((0, 0)) { ($0.0 + $1.source, $0.1 + $1.target) }
          var place = (0, 0)
          for other in chain.steps {
            if place == start, other == step { shares[index] += weight }
            place = (place.0 + other.source, place.1 + other.target)
          }
        }
      }
      for (posterior, share) in zip(posteriors, shares) {
        let doubt = Double(BeadPosteriors.doubt)
        #expect(abs(Double(posterior) - ((1 - doubt) * share / total + doubt / 2)) < 1e-3)
      }
    }
  }

  @Test(arguments: [(300, 2), (2, 300), (1500, 1), (1, 1500), (0, 1500), (1500, 0)])
  func `long runs without a partner have sound posteriors`(_ rows: Int, _ columns: Int) throws {
    var generator = SeededGenerator(seed: 44)
    let grid = try SmallGrid(rows: rows, columns: columns, words: 50, &generator)
    let chain = BeadSearch.best(in: grid.corridor, grid.model)
    let posteriors = BeadPosteriors.of(chain, in: grid.corridor, grid.model)
    #expect(posteriors.allSatisfy { $0 > 0 && $0 < 1 })
    if min(rows, columns) == 0 {
      // Where there is no choice there is no doubt but that of the strip.
      #expect(posteriors.allSatisfy { abs($0 - (1 - BeadPosteriors.doubt / 2)) < 1e-4 })
    }
  }

  @Test func `a run without a partner is as sure on either side`() throws {
    let sentences = ["Quito 1998 Bolívar llegó", "Lima 2004 Grau volvió"]
    let run = (0..<900).map { SeededGenerator.word($0 + 9, "y") + " sola" }
    func posteriors(_ source: [String], _ target: [String]) throws -> [Float] {
      let grid = try SmallGrid(source, target)
      let chain = BeadSearch.best(in: grid.corridor, grid.model)
      return BeadPosteriors.of(chain, in: grid.corridor, grid.model)
    }
    let whole = [sentences[0]] + run + [sentences[1]]
    let (down, across) = try (posteriors(whole, sentences), posteriors(sentences, whole))
    #expect(down.count == across.count)
    #expect(zip(down, across).allSatisfy { abs($0 - $1) < 0.02 })
    #expect(down[0] > 0.9 && down[down.count - 1] > 0.9)
  }

  @Test func `a bead is as sure at the end of a long text as at its beginning`() throws {
    let piece = [
      "Quito 1998 Bolívar llegó", "Volvió", "Grau salió de Lima en 2004", "Y se fue con Ana Puno",
    ]
    let sentences = (0..<200).flatMap { number in piece.map { "\($0) \(1000 + number)" } }
    let rows = sentences.count
    let corridor = Corridor(
      lower: (0...rows).map { Int32(max(0, $0 - 5)) },
      upper: (0...rows).map { Int32(min(rows, $0 + 5)) })
    let grid = try SmallGrid(sentences, sentences, corridor: corridor)
    let chain = BeadSearch.best(in: grid.corridor, grid.model)
    let posteriors = BeadPosteriors.of(chain, in: grid.corridor, grid.model)
    #expect(posteriors.count == sentences.count)
    for place in 20..<24 {
      #expect(abs(posteriors[place] - posteriors[posteriors.count - 40 + place % 4]) < 0.01)
    }
  }
}
