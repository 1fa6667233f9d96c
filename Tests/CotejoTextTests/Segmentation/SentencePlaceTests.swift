import CotejoTestSupport
import Testing

@testable import CotejoText

struct SentencePlaceTests {
  /// Some words that are common in small letters.
  private static let words: FeatureTable = {
    let common = "the please call me when you get there are we going tomorrow"
    var words = FeatureTable(capacity: 16)
    for word in common.utf8.split(separator: 0x20) {
      let bytes = Array(word)
      words.insert(TextChunk(from: 0, to: bytes.count, in: bytes.span).hash)
    }
    return words
  }()

  /// The place before the chunk that begins at `next`, in a paragraph of one sentence so far.
  private func place(in text: [UInt8], before next: Int) -> SentencePlace {
    SentencePlace(end: next - 1, next: next, start: 0, in: text.span, ceiling: text.count)
  }

  /// The digests were computed by `Tools/segmentation/features.py`: trainer and program must see the
  /// same.
  @Test(arguments: [
    (
      "Call me when you get there The meeting is off. Really.", 27,
      SentencePlace.Question.unstopped, UInt32(0xC114_FF86)
    ),
    ("Thanks, Ana Ruiz I'll see “you” then… OK", 17, .unstopped, 0x2F45_47DA),
    ("are we going? we are going tomorrow.", 14, .small, 0x3951_F148),
    ("Ana Ruiz 3/27/2001 10:15 Plan", 9, .unstopped, 0x9401_FC07),
    ("Él dijo – Call Órdenes a.b@c.de!", 13, .unstopped, 0x55C5_DB38),
  ])
  func `features are those of the trainer`(
    _ text: String, _ next: Int, _ question: SentencePlace.Question, _ digest: UInt32
  ) {
    let bytes = Array(text.utf8)
    let place = place(in: bytes, before: next)
    #expect(place.question(words: Self.words, in: bytes.span) == question)
    var found: UInt32 = 0
    var stops = NextStop()
    place.forEachFeature(
      of: question, words: Self.words, stops: &stops, in: bytes.span, ceiling: bytes.count
    ) {
      found = found &* 31 &+ $0
    }
    #expect(found == digest)
  }

  @Test(arguments: [
    ("he met Ana", 7), ("we left. The end", 9), ("see … The end", 8), ("at Wahoo! in town", 10),
    ("well... the end", 8), ("so a.b@c.de", 3), ("it is (2) fine", 10), ("he said.” The", 12),
    ("so ,The", 3),
  ])
  func `nothing is asked of names, stops and places within sentences`(_ text: String, _ next: Int) {
    let bytes = Array(text.utf8)
    #expect(place(in: bytes, before: next).question(words: Self.words, in: bytes.span) == nil)
  }

  @Test func `any text can be looked at from any place`() {
    var numbers = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let bytes = Array(numbers.text(upTo: 200).utf8)
      guard bytes.count > 4 else { continue }
      for next in 2..<bytes.count where bytes[next - 1] <= 0x20 && bytes[next] > 0x20 {
        let place = place(in: bytes, before: next)
        for question in [SentencePlace.Question.unstopped, .small, .stopped] {
          var count = 0
          var stops = NextStop()
          place.forEachFeature(
            of: question, words: Self.words, stops: &stops, in: bytes.span, ceiling: bytes.count
          ) { key in
            #expect(key < 1 << FeatureTable.keyBits)
            count += 1
          }
          #expect(count == (question == .unstopped ? 19 : 15))
        }
      }
    }
  }
}
