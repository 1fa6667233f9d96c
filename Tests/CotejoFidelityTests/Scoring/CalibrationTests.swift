import CotejoTestSupport
import Testing

@testable import CotejoFidelity

struct CalibrationTests {
  private static func read(_ text: String) throws(FidelityError) -> Calibration {
    try Calibration(Array(text.utf8), place: "c.txt")
  }

  @Test func `a type has log-odds by its weights`() throws {
    let calibration = try Self.read("# Why.\r\naccuracy/addition -1 2 0.5 # there\n\n")
    #expect(calibration.has(.addition) && !calibration.has(.omission))
    #expect(calibration.logOdds(of: .addition, [1, 4]) == 3)
    // Another number of features is of another version of the check.
    #expect(calibration.logOdds(of: .addition, [1]) == nil)
    #expect(calibration.logOdds(of: .omission, [1, 4]) == nil)
    #expect(Calibration.probability(ofLogOdds: 0) == 0.5)
    #expect(Calibration.probability(ofLogOdds: nil) == 0)
  }

  @Test(arguments: [
    ("\naccuracy/sense 1 2", "c.txt:2"), ("accuracy/addition 1", "c.txt:1"),
    ("accuracy/addition 1 two", "c.txt:1"), ("accuracy/addition 1 inf", "c.txt:1"),
    ("accuracy/addition 1 2\naccuracy/addition 1 2", "c.txt:2"),
  ])
  func `a line of another form is an error`(_ text: String, _ place: String) {
    let error = #expect(throws: FidelityError.self) { try Self.read(text) }
    #expect(error?.place == place)
  }

  @Test(arguments: ["calibration.txt", "contrast.txt"])
  func `what ships is read`(_ name: String) throws {
    #expect(try Calibration.shipped(name).has(.number))
  }

  @Test func `any bytes are read or refused`() {
    var generator = SeededGenerator(seed: 9)
    for _ in 0..<300 {
      let bytes = Array("accuracy/addition 1 2\n".utf8) + generator.bytes(upTo: 30)
      do throws(FidelityError) {
        _ = try Calibration(bytes, place: "c.txt")
      } catch {
        #expect(error.code == .languageData)
      }
    }
  }

  /// More alike without the fault is never a sign that there is none.
  @Test func `an encoder that prefers the fault undone speaks for it`() throws {
    let contrast = try Calibration.shipped("contrast.txt")
    for type in FindingType.allCases where contrast.has(type) {
      let (worse, better) = (
        contrast.logOdds(of: type, [0, -0.01]), contrast.logOdds(of: type, [0, 0.01])
      )
      #expect(try #require(better) > #require(worse))
    }
  }
}
