import Testing

@testable import CotejoICU

struct ICUVersionTests {
  @Test func `versions are numbers with points`() {
    for version in [ICUVersion.library, ICUVersion.unicode] {
      let parts = version.split(separator: ".")
      #expect(parts.count >= 2)
      #expect(parts.allSatisfy { Int($0) != nil })
    }
  }

  @Test func `the library is one that the package works with`() {
    #expect(Int(ICUVersion.library.prefix { $0 != "." }) ?? 0 >= 72)
  }
}
