import CotejoText
import Testing

struct RepairsTests {
  @Test func countsByKindAndKeepsTheFirstPlace() {
    var repairs = Repairs()
    repairs.note(.nul, at: 7)
    repairs.note(.nul, at: 3, count: 2)
    repairs.note(.byteOrderMark, at: 0)
    repairs.note(.space, at: 1, count: 0)
    #expect(repairs[.nul] == Repairs.Tally(count: 3, first: 3))
    #expect(repairs[.space] == nil)
    #expect(repairs.entries.map(\.kind) == [.byteOrderMark, .nul])
  }

  @Test func addsUp() {
    var repairs = Repairs()
    repairs.note(.space, at: 9)
    var more = Repairs()
    more.note(.space, at: 4, count: 3)
    more.note(.composed, at: 5)
    repairs.merge(more)
    #expect(repairs[.space] == Repairs.Tally(count: 4, first: 4))
    #expect(repairs[.composed] == Repairs.Tally(count: 1, first: 5))
    #expect(!repairs.isEmpty && Repairs().isEmpty)
  }
}
