import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoPipeline

struct ResultWriterTests {
  @Test(
    arguments: [
      (0, [0]), (1, [1]), (127, [0x7F]), (128, [0x80, 1]), (300, [0xAC, 2]),
      (.max, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0x7F]),
    ] as [(Int, [UInt8])])
  func `counts are LEB128`(_ number: Int, _ expected: [UInt8]) throws {
    var writer = ResultWriter()
    writer.append(count: number)
    #expect(writer.bytes == expected)
    var reader = ResultReader(writer.bytes)
    #expect(try reader.count() == number)
    try reader.finish()
  }

  @Test(
    arguments: [
      (0, [0]), (-1, [1]), (1, [2]), (-64, [0x7F]), (64, [0x80, 1]),
      (.max, [0xFE, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1]),
      (.min, [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 1]),
    ] as [(Int, [UInt8])])
  func `numbers of either sign are zigzag-coded`(_ number: Int, _ expected: [UInt8]) throws {
    var writer = ResultWriter()
    writer.append(signed: number)
    #expect(writer.bytes == expected)
    var reader = ResultReader(writer.bytes)
    #expect(try reader.signed() == number)
    try reader.finish()
  }

  /// Composed and decomposed letters are equal as strings and not as bytes.
  @Test func `a string that comes again is a number, one that is only equal is not`() throws {
    let strings = ["a\u{F1}o", "an\u{303}o", "a\u{F1}o", "", "an\u{303}o", ""]
    var writer = ResultWriter()
    for string in strings { writer.append(shared: string) }
    var reader = ResultReader(writer.bytes)
    for string in strings { #expect(Array(try reader.sharedString().utf8) == Array(string.utf8)) }
    try reader.finish()
    #expect(writer.bytes.suffix(11) == [1, 0, 0, 0, 5] + Array("an\u{303}o".utf8) + [3])
  }

  @Test(arguments: 0..<30 as Range<UInt64>)
  func `values of all kinds read as they were written`(_ seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let numbers = (0..<20).map { _ in
      Int(truncatingIfNeeded: random.next()) >> Int.random(in: 0...63, using: &random)
    }
    let strings = numbers.map { _ in random.text(upTo: 3) }
    let probabilities = numbers.map { _ in Double.random(in: 0...1, using: &random) }
    var writer = ResultWriter()
    for (index, number) in numbers.enumerated() {
      writer.append(signed: number)
      writer.append(count: number & .max)
      writer.append(littleEndian: UInt64(bitPattern: Int64(number)))
      writer.append(littleEndian: UInt8(truncatingIfNeeded: number))
      writer.append(strings[index])
      writer.append(shared: strings[index / 2])
      writer.append(probabilities[index])
      writer.append(Float(probabilities[index]))
      writer.append(case: PairPart.allCases[index % PairPart.allCases.count])
    }
    var reader = ResultReader(writer.bytes)
    for (index, number) in numbers.enumerated() {
      #expect(try reader.signed() == number)
      #expect(try reader.count() == number & .max)
      #expect(try reader.littleEndian(UInt64.self) == UInt64(bitPattern: Int64(number)))
      #expect(try reader.byte() == UInt8(truncatingIfNeeded: number))
      #expect(try reader.string().hasBytes(of: strings[index]))
      #expect(try reader.sharedString().hasBytes(of: strings[index / 2]))
      #expect(try reader.probability() == probabilities[index])
      #expect(try reader.shortProbability() == Float(probabilities[index]))
      #expect(
        try reader.value(of: PairPart.self)
          == PairPart.allCases[index % PairPart.allCases.count])
    }
    try reader.finish()
  }
}
