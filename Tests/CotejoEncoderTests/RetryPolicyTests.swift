import Testing

@testable import CotejoEncoder

struct RetryPolicyTests {
  @Test func `waits double from time to time, with jitter, up to a bound`() {
    let policy = RetryPolicy()
    var expected = 0.5
    for retries in 0..<policy.mostRetries {
      let least = policy.delay(after: retries, asked: nil, chance: 0)
      let most = policy.delay(after: retries, asked: nil, chance: 1)
      #expect(least == expected / 2)
      #expect(most == expected)
      expected = min(30, expected * 2)
    }
    #expect(policy.delay(after: policy.mostRetries, asked: nil, chance: 0) == nil)
    var patient = policy
    patient.mostRetries = 100
    #expect(patient.delay(after: 99, asked: nil, chance: 1) == 30)
  }

  @Test func `does as the server asks, within reason`() throws {
    let policy = RetryPolicy()
    #expect(policy.delay(after: 0, asked: 7, chance: 0) == 7)
    let jittered = try #require(policy.delay(after: 0, asked: 7, chance: 1))
    #expect((7...8).contains(jittered))
    #expect(policy.delay(after: 0, asked: 3600, chance: 0) == nil)
  }

  @Test(arguments: [
    (200, false), (301, false), (400, false), (401, false), (404, false), (408, true), (413, false),
    (429, true), (500, true), (501, false), (502, true), (503, true), (504, true), (505, false),
  ])
  func `knows what passes`(_ status: Int, _ passes: Bool) {
    #expect(RetryPolicy.isPassing(status) == passes)
  }
}
