import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoFidelity

@Suite struct CalibrationTests {
  private static func read(_ text: String) throws(FidelityError) -> Calibration {
    try Calibration(Array(text.utf8), place: "c.txt")
  }

  private static func probability(
    _ type: FindingType, _ features: [Float], by calibration: Calibration
  ) -> Double {
    Calibration.probability(ofLogOdds: calibration.logOdds(of: type, features))
  }

  @Test func aLineIsALogisticFunction() throws {
    let calibration = try Self.read(
      "# comment\r\n\r\naccuracy/addition -1 2 0.5 # behind\r\n\taccuracy/omission 0 1\n")
    // 1 / (1 + e^-(−1 + 2·1 + 0.5·2)) = 1 / (1 + e^-2)
    let likely = Self.probability(.addition, [1, 2], by: calibration)
    #expect(abs(likely - 0.880797) < 1e-5)
    #expect(Self.probability(.omission, [0], by: calibration) == 0.5)
  }

  @Test(arguments: [
    ("accuracy/nothing 1 2", "c.txt:1", "is no type"),
    ("\naccuracy/omission", "c.txt:2", "an offset and weights"),
    ("accuracy/omission 1", "c.txt:1", "an offset and weights"),
    ("accuracy/omission 1 x", "c.txt:1", "an offset and weights"),
    ("accuracy/omission 1 nan", "c.txt:1", "an offset and weights"),
    ("accuracy/omission inf 1", "c.txt:1", "an offset and weights"),
    ("accuracy/omission 1 1e30", "c.txt:1", "an offset and weights"),
    ("accuracy/omission 1 2\n\naccuracy/omission 1 2", "c.txt:3", "comes twice"),
    ("ACCURACY/OMISSION 1 2", "c.txt:1", "is no type"),
  ])
  func aBadLineIsToldWithItsPlace(_ text: String, _ place: String, _ message: String) throws {
    let error = try #require(throws: FidelityError.self) { try Self.read(text) }
    #expect(error.code == .languageData)
    #expect(error.place == place)
    #expect(error.message.contains(message))
  }

  @Test func aTypeThatIsMissingOrWeighedOtherwiseIsNeverLikely() throws {
    let calibration = try Self.read("accuracy/omission 9 1 1\n")
    #expect(Self.probability(.addition, [1, 1], by: calibration) == 0)
    #expect(Self.probability(.omission, [1], by: calibration) == 0)
    #expect(Self.probability(.omission, [1, 1, 1], by: calibration) == 0)
    #expect(Self.probability(.omission, [1, 1], by: calibration) > 0.9)
  }

  /// A type that the shipped file lacks could never become a finding, however sure its check is.
  @Test(arguments: FindingType.allCases)
  func theShippedFileHasEveryTypeThatIsMoreThanANote(_ type: FindingType) throws {
    let text = String(decoding: try Calibration.shipped("calibration.txt").source, as: UTF8.self)
    let names = text.split(separator: "\n").compactMap { $0.split(separator: " ").first }
    let notes: Set<FindingType> = [.markedOmission, .markedAddition, .regional]
    #expect(names.contains(Substring(type.rawValue)) != notes.contains(type))
  }

  @Test(arguments: 0..<200)
  func damagedFilesAreReadOrRefusedWithAPlace(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    var bytes = try Calibration.shipped("calibration.txt").source
    for _ in 0..<Int.random(in: 1...8, using: &generator) {
      let start = Int.random(in: 0..<bytes.count, using: &generator)
      let end = min(bytes.count, start + Int.random(in: 0...9, using: &generator))
      bytes.replaceSubrange(start..<end, with: generator.bytes(upTo: 9))
    }
    do throws(FidelityError) {
      let calibration = try Calibration(bytes, place: "c.txt")
      for type in FindingType.allCases {
        for count in 1...15 {
          let features = (0..<count).map { _ in Float.random(in: -1e4...1e4, using: &generator) }
          let likely = Self.probability(type, features, by: calibration)
          #expect((0...1).contains(likely))
        }
      }
    } catch {
      #expect(error.code == .languageData)
      #expect(error.place.hasPrefix("c.txt:"))
    }
  }

  @Test(arguments: ["calibration.txt", "contrast.txt"])
  func whatShipsIsRead(_ name: String) throws {
    #expect(try Calibration.shipped(name).has(.number))
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
