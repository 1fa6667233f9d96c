import Testing

@testable import CotejoPipeline

struct RunningProgramsTests {
  @Test func `slots are given out once and given back`() throws {
    // No group has that number, should a signal come now.
    let number = Int32.max - 3
    let first = try #require(RunningPrograms.insert(number))
    let second = try #require(RunningPrograms.insert(number))
    #expect(first != second)
    RunningPrograms.remove(first)
    RunningPrograms.remove(second)
  }
}
