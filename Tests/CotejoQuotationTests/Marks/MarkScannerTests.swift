import CotejoTestSupport
import CotejoText
import Testing

@testable import CotejoQuotation

@Suite struct MarkScannerTests {
  @Test(arguments: [
    ("She said “so it is” twice.", ["so it is"]),
    ("\"A,\" he said. \"B.\"", ["A,", "B."]),
    ("„Ja“ und «oui» und ‹si›.", ["Ja", "oui", "si"]),
    ("``Old style,'' he said.", ["Old style,"]),
    ("Outer “with ‘inner’ words” here.", ["with ‘inner’ words"]),
    ("A «b «c» d» e.", ["b «c» d"]),
    // Apostrophes are no marks.
    ("He doesn't and the workers' union won't.", []),
    ("'Tis the '90s and the dogs' bowls.", []),
    ("'We can't go,' she said.", ["We can't go,"]),
    ("the 'workers' party' won", ["workers' party"]),
    // Nor are feet, inches and seconds.
    ("A man of 6'2\" with a 27\" screen and a 30\" one.", []),
    ("She said \"it is 6'2\" tall\" then.", ["it is 6'2\" tall"]),
    // A blank on the wrong side.
    ("Ruiz said,\" [it] was late\".", ["[it] was late"]),
    ("It was late \", she said, \"and cold\".", ["It was late", "and cold"]),
    ("\" So \" and \" thus \".", ["So", "thus"]),
  ])
  func marksArePaired(text: String, spans: [String]) throws {
    #expect(try Findings.marked(text, "en") == spans)
  }

  @Test(arguments: [
    ("l'aigua d'en Pere «és bona»", ["és bona"]),
    ("Dijo “que no” y \"que sí\".", ["que no", "que sí"]),
    ("Las «pruebas ‘nuevas’ de hoy» llegan.", ["pruebas ‘nuevas’ de hoy"]),
  ])
  func spanishMarksArePaired(text: String, spans: [String]) throws {
    #expect(try Findings.marked(text, "es") == spans)
  }

  @Test(arguments: [
    ("She said “so it is“ twice.", [MarkRepair.Fault.wrongShape], ["so it is"]),
    ("She said ”so it is” twice.", [.wrongShape], ["so it is"]),
    ("She said «so it is\" twice.", [.wrongShape], ["so it is"]),
    ("She said “so it is.", [.unclosed], ["so it is."]),
    ("So it is,” she said.", [.unopened], ["So it is,"]),
    ("\"A b c. \"D e f,\" he said.", [.unclosed], ["A b c.", "D e f,"]),
    ("\"A b,\" he said. C d,\" she said.", [.unopened], ["A b,", "he said. C d,"]),
    ("Nothing is wrong “here”.", [], ["here"]),
  ])
  func faultsAreRepairedAndRecorded(
    text: String, faults: [MarkRepair.Fault], spans: [String]
  ) throws {
    let paragraphs = try Findings.scanned(text, "en")
    #expect(paragraphs.flatMap(\.repairs).map(\.fault) == faults)
    #expect(try Findings.marked(text, "en") == spans)
  }

  @Test func aRepairNamesTheMark() throws {
    let paragraphs = try Findings.scanned("One. She said “so.", "en")
    #expect(paragraphs.flatMap(\.repairs).map(\.mark) == [TextSpan(14, 17)])
  }

  private static let article = [
    "The town met on Monday. “We want answers,” said the mayor.",
    "Nobody spoke for a while.",
    "\"It was dark,\" a guard told the 'Evening Post'. \"I saw nothing.\"",
    "She called the plan «brave», and the workers' union didn't.",
    "“First we ran.",
    "“Then we hid,” he said.",
    "‘No,’ she wrote, ‘never.’",
  ]

  @Test(arguments: 0..<200)
  func aBadMarkCostsNoOtherParagraph(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let marks: [Character] = ["\"", "“", "”", "«", "»", "'", "’", "‘", "„"]
    var damaged = Self.article
    let touched = Int.random(in: 0..<damaged.count, using: &generator)
    for _ in 0..<Int.random(in: 1...4, using: &generator) {
      var text = Array(damaged[touched])
      let found = text.indices.filter { marks.contains(text[$0]) }
      if Bool.random(using: &generator), let index = found.randomElement(using: &generator) {
        text.remove(at: index)
      } else {
        text.insert(
          marks[Int.random(in: 0..<marks.count, using: &generator)],
          at: Int.random(in: 0...text.count, using: &generator))
      }
      damaged[touched] = String(text)
    }
    func spans(_ paragraphs: [String]) throws -> [[String]] {
      try paragraphs.map { _ in [] as [String] }.indices.map { index in
        let text = paragraphs.joined(separator: "\n")
        return try Findings.scanned(text, "en").flatMap(\.spans)
          .filter { $0.paragraph == Int32(index) && $0.depth == 0 }
          .map { String(decoding: Array(text.utf8)[$0.span.range], as: UTF8.self) }
      }
    }
    let before = try spans(Self.article)
    let after = try spans(damaged)
    for index in before.indices where index != touched {
      #expect(before[index] == after[index], "paragraph \(index) of \(damaged)")
    }
  }

  @Test(arguments: 0..<150)
  func anyTextIsRead(seed: Int) throws {
    var generator = SeededGenerator(seed: UInt64(seed))
    let pieces = [
      "\"", "'", "“", "”", "«", "»", "—", " ", "a", "B.", ", ", "\n", "``", "''", "9", "¿",
    ]
    var text = ""
    for _ in 0..<Int.random(in: 1...120, using: &generator) {
      text +=
        Int.random(in: 0..<6, using: &generator) == 0
        ? generator.text(upTo: 3).replacing("\r", with: " ")
        : pieces[Int.random(in: 0..<pieces.count, using: &generator)]
    }
    for language in ["en", "es"] {
      let quoted = try Findings.quoted(text, language)
      var last: Int32 = 0
      for quotation in quoted.quotations where quotation.kind == .direct {
        #expect(quotation.span.lower >= last && !quotation.span.isEmpty)
        #expect(Int(quotation.span.upper) <= text.utf8.count)
        // No span cuts a code point.
        #expect(String(validating: Array(text.utf8)[quotation.span.range], as: UTF8.self) != nil)
        last = quotation.span.upper
      }
    }
  }

  @Test func aThousandMarksInAParagraphAreRead() throws {
    let text = String(repeating: "“a ", count: 500) + String(repeating: "b” ", count: 500)
    #expect(!(try Findings.scanned(text, "en")[0].spans.isEmpty))
  }
}
