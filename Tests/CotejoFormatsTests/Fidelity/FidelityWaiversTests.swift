import CotejoFidelity
import CotejoFormats
import CotejoTestSupport
import CotejoText
import Testing

struct FidelityWaiversTests {
  private let folder = TemporaryFolder()

  private static let finding = Finding(
    type: .number, severity: .critical, probability: 0.9, source: TextSpan(0, 2),
    target: TextSpan(3, 4), message: "m")

  private func read(_ text: String) throws -> (waivers: FidelityWaivers, faults: [FormatError]) {
    try FidelityWaivers.read(path: folder.write(text, to: "w"))
  }

  @Test func `a finding is waived by its pair or its fingerprint, and by its type`() throws {
    let (waivers, faults) = try read(
      """
      # why
      7\taccuracy/mistranslation/number\tas spoken

      {"fingerprint":"0123456789abcdef","type":"accuracy/mistranslation/number","reason":"r"}
      8\taccuracy/omission\tr
      0123456789abcdea\taccuracy/mistranslation/number\tr
      """)
    #expect(faults.isEmpty)
    #expect(waivers.waivers.map(\.line) == [2, 4, 5, 6])
    func index(_ id: String, _ print: String = "") -> Int? {
      waivers.index(of: Self.finding, id: id, fingerprint: print)
    }
    #expect(index("7") == 0)
    #expect(index("8") == nil)
    #expect(index("9", "0123456789abcdef") == 1)
    // A fingerprint given as such is the name of no pair, one in a column may be.
    #expect(index("0123456789abcdef") == nil)
    #expect(index("9", "0123456789abcdea") == 3)
    #expect(index("0123456789abcdea") == 3)
  }

  @Test(arguments: [
    "7\taccuracy/mistranslation/number", "7\taccuracy/nothing\tr", "7\taccuracy/omission\t ",
    "\taccuracy/omission\tr", "{\"id\":\"7\",\"type\":\"accuracy/omission\"}",
    "{\"type\":\"accuracy/omission\",\"reason\":\"r\"}", "{\"id\":\"7\"", "{\"kind\":\"x\"}",
  ])
  func `a line that is no waiver is told`(_ line: String) throws {
    let (waivers, faults) = try read("\n\(line)\n7\taccuracy/omission\tr\n")
    #expect(faults.map(\.line) == [2])
    #expect(waivers.waivers.count == 1)
  }

  @Test func `fingerprints go by type, texts and places alone`() {
    let pair = RenderedPair("uno", "four")
    func print(_ change: (inout Finding) -> Void = { _ in }, on pair: RenderedPair) -> String {
      var finding = Self.finding
      change(&finding)
      return FindingFingerprint.fingerprint(of: finding, on: pair)
    }
    let plain = print(on: pair)
    #expect(plain.utf8.count == 16)
    #expect(
      print({ ($0.probability, $0.message, $0.severity) = (0.1, "x", .note) }, on: pair) == plain)
    #expect(print({ $0.type = .date }, on: pair) != plain)
    #expect(print({ $0.target = nil }, on: pair) != plain)
    #expect(print(on: RenderedPair("un", "ofour")) != plain)
  }

  @Test(arguments: 0..<60)
  func `damaged files give waivers and faults with places`(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let valid =
      "# c\n7\taccuracy/omission\tñ\n{\"id\":\"8\",\"type\":\"accuracy/addition\",\"reason\":\"r\"}\n"
    let path = folder.write(PairReading.mutated(Array(valid.utf8), &generator), to: "w")
    let (waivers, faults) = try FidelityWaivers.read(path: path)
    #expect(faults.allSatisfy { ($0.line ?? 0) > 0 && $0.place == path })
    #expect(waivers.waivers.allSatisfy { !$0.reason.isEmpty && $0.line > 0 })
  }
}
