import CotejoLexicon
import CotejoTestSupport
import Testing

@testable import CotejoAlignment

struct WordSkeletonsTests {
  private func skeletons(_ words: [String]) -> [String] {
    var vocabulary = Vocabulary()
    for word in words { _ = vocabulary.intern(Array(word.utf8).span) }
    let skeletons = WordSkeletons(vocabulary)
    return (0..<Int32(vocabulary.count)).map {
      String(decoding: skeletons.pool[skeletons.range(of: $0)], as: UTF8.self)
    }
  }

  @Test func `Western words lose their accents`() {
    #expect(
      skeletons(["información", "año", "çedille", "über", "2031"])
        == ["informacion", "ano", "cedille", "uber", "2031"])
  }

  @Test(arguments: [
    (["βεστφαλία", "παρίσι"], ["bestphalia", "parisi"]),
    (["москва", "толстой"], ["moskva", "tolstoj"]),
    (["łódź", "gdańsk"], ["lodz", "gdansk"]),
  ])
  func `other letters become Latin ones`(_ words: [String], _ latin: [String]) {
    #expect(skeletons(words) == latin)
  }

  @Test func `a few foreign words do not send all through the transforms`() {
    let words = (0..<40).map { "palabra\($0)" } + ["москва"]
    #expect(skeletons(words).last == "москва")
  }

  @Test func `an empty vocabulary has no skeletons`() {
    #expect(skeletons([]).isEmpty)
  }

  @Test func `words keep their numbers, whatever they are made of`() {
    var random = SeededGenerator(seed: 11)
    for _ in 0..<50 {
      var vocabulary = Vocabulary()
      for _ in 0..<20 {
        let scalars = (0..<Int.random(in: 0..<6, using: &random)).compactMap { _ in
          Unicode.Scalar(UInt32.random(in: 0x20..<0x3000, using: &random))
        }
        var word = String.UnicodeScalarView()
        word.append(contentsOf: scalars)
        _ = vocabulary.intern(Array(String(word).utf8).span)
      }
      let skeletons = WordSkeletons(vocabulary)
      #expect(skeletons.ends.count == vocabulary.count)
      #expect(skeletons.ends == skeletons.ends.sorted())
      #expect(skeletons.ends.last == Int32(skeletons.pool.count))
    }
  }
}
