import Testing

@testable import CotejoFidelity

struct AssignmentTests {
  @Test func `a place is taken once`() {
    var assignment = Assignment(2, 2)
    let taken = [assignment.take(0, 1), assignment.take(1, 1), assignment.take(0, 0)]
    #expect(taken == [true, false, false])
    #expect(assignment.target(of: 0) == 1)
    #expect(assignment.source(of: 1) == 0)
    #expect(assignment.target(of: 1) == nil)
  }

  @Test func `augmenting moves a pair rather than leave a place`() {
    var assignment = Assignment(2, 2)
    assignment.take(0, 0)
    assignment.augment([(0, 0), (0, 1), (1, 0)])
    #expect(assignment.target(of: 0) == 1)
    #expect(assignment.target(of: 1) == 0)
  }
}
