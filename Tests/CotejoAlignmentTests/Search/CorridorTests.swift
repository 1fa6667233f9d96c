import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct CorridorTests {
  /// Checks what every search relies on.
  private func check(_ corridor: Corridor, rows: Int, columns: Int) {
    #expect(corridor.rows == rows + 1)
    #expect(corridor.columns == columns + 1)
    #expect(corridor.lower[0] == 0)
    #expect(corridor.contains(0, 0))
    #expect(corridor.contains(rows, columns))
    var isSound = true
    for row in 0...rows {
      let (low, high) = (corridor.lower[row], corridor.upper[row])
      isSound = isSound && low <= high && low >= 0 && Int(high) <= columns
      isSound =
        isSound && corridor.starts[row + 1] - corridor.starts[row] == Int(high - low) + 1
      guard row > 0 else { continue }
      // Rising, and each row reachable from the one before.
      isSound = isSound && low >= corridor.lower[row - 1] && high >= corridor.upper[row - 1]
      isSound = isSound && low <= corridor.upper[row - 1]
    }
    #expect(isSound)
    #expect(corridor.cells == corridor.starts[rows + 1])
  }

  @Test(arguments: [
    (0, 0), (0, 1), (1, 0), (0, 90_000), (90_000, 0), (1, 1), (100, 100), (5000, 2), (2, 5000),
  ])
  func `small grids are searched whole, without looking for anchors`(_ rows: Int, _ columns: Int) {
    func never() -> Anchors {
      Issue.record("anchors were sought")
      return Anchors(points: [])
    }
    let corridor = Corridor(rows: rows, columns: columns, anchors: never())
    check(corridor, rows: rows, columns: columns)
    #expect(corridor.cells == (rows + 1) * (columns + 1))
  }

  @Test(arguments: [
    (101, 100), (3000, 3000), (20_000, 20_000), (50_000, 7), (7, 50_000), (30_000, 300),
    (300, 30_000), (10_001, 1), (1, 10_001),
  ])
  func `without anchors there is a band of linear size`(_ rows: Int, _ columns: Int) {
    let corridor = Corridor(rows: rows, columns: columns, anchors: Anchors(points: []))
    check(corridor, rows: rows, columns: columns)
    #expect(corridor.cells < 400 * (rows + columns))
    // The diagonal, that is.
    for share in 0...10 {
      #expect(corridor.contains(rows * share / 10, columns * share / 10))
    }
  }

  @Test func `random anchors, steep and flat, leave a way that holds them all`() {
    var generator = SeededGenerator(seed: 36)
    for _ in 0..<150 {
      let rows = Int.random(in: 1...3000, using: &generator)
      let columns = Int.random(in: 1...3000, using: &generator)
      var points: [Anchors.Point] = []
      var (row, column) = (-1, -1)
      while true {
        // Mostly near, at times far off on one side or both.
        func step() -> Int {
          let far = [1, 1, 1, 3, 40, 900].randomElement(using: &generator) ?? 1
          return Int.random(in: 1...far, using: &generator)
        }
        row += step()
        column += step()
        guard row < rows, column < columns else { break }
        points.append(Anchors.Point(source: Int32(row), target: Int32(column)))
      }
      let corridor = Corridor(rows: rows, columns: columns, anchors: Anchors(points: points))
      check(corridor, rows: rows, columns: columns)
      // The sentences of an anchor may be joined, and so may those around them.
      let open = points.allSatisfy { point in
        let (row, column) = (Int(point.source), Int(point.target))
        return (-4...4).allSatisfy { step in
          let near = (row + step, column + step)
          return near.0 < 0 || near.1 < 0 || near.0 > rows || near.1 > columns
            || corridor.contains(near.0, near.1)
        }
      }
      #expect(open)
    }
  }

  @Test func `the way is narrow where anchors agree, and wide where they do not`() {
    let straight = (0..<600).map { (number: Int32) -> Anchors.Point in
      Anchors.Point(source: number, target: number)
    }
    let corridor = Corridor(rows: 600, columns: 600, anchors: Anchors(points: straight))
    check(corridor, rows: 600, columns: 600)
    let narrow = corridor.columns(of: 300).count
    // Every second anchor is off by five.
    let crooked = (0..<60).map { (number: Int32) -> Anchors.Point in
      Anchors.Point(source: number * 10, target: number * 10 + number % 2 * 5)
    }
    let wide = Corridor(rows: 600, columns: 600, anchors: Anchors(points: crooked))
    check(wide, rows: 600, columns: 600)
    #expect(narrow < 20)
    #expect(wide.columns(of: 300).count > narrow + 10)
    let widths = (0...600).map { corridor.columns(of: $0).count }
    #expect(corridor.widest == widths.max())
  }

  @Test func `cells are numbered row by row`() {
    let corridor = Corridor(lower: [0, 0, 2], upper: [1, 3, 3])
    #expect(corridor.cells == 8)
    var number = 0
    for row in 0..<3 {
      for column in corridor.columns(of: row) {
        #expect(corridor.cell(row, column) == number)
        #expect(corridor.contains(row, column))
        number += 1
      }
    }
    #expect(!corridor.contains(0, 2))
    #expect(!corridor.contains(2, 1))
  }
}
