internal import CotejoText

/// The sentences of both sides: of each the gap to the one before, its length, and by how much the
/// number of its paragraph goes up.
enum SentencesCodec: PairPartCodec {
  static let stamp = PartStamp("sentences", version: 1)

  static func encode(_ state: PairState, stage: String, to writer: inout ResultWriter) {
    for sentences in [state.source.sentences, state.target.sentences] {
      writer.append(count: sentences.count)
      var end: Int32 = 0
      var paragraph = 0
      for sentence in sentences {
        writer.append(sentence.span, from: end)
        writer.append(signed: Int(sentence.paragraph) - paragraph)
        end = sentence.span.upper
        paragraph = Int(sentence.paragraph)
      }
    }
  }

  static func decode(
    _ reader: inout ResultReader, into state: inout PairState, stage: String,
    resources: StageResources
  ) throws(ResultDamage) {
    let source = try sentences(of: state.source.text, &reader)
    let target = try sentences(of: state.target.text, &reader)
    state.source.sentences = source
    state.target.sentences = target
  }

  private static func sentences(
    of text: TextView, _ reader: inout ResultReader
  ) throws(ResultDamage) -> [Sentence] {
    let count = try reader.count(ofAtLeast: 3)
    var sentences: [Sentence] = []
    sentences.reserveCapacity(count)
    var end: Int32 = 0
    var paragraph = 0
    for _ in 0..<count {
      let span = try reader.span(from: end, in: text.bytes)
      let step = try reader.signed()
      // A paragraph, blank or not, takes at least the byte that ends it.
      guard span.lower >= end, 0...text.bytes.count ~= step,
        paragraph + step <= text.bytes.count
      else { throw reader.damage("has sentences out of order") }
      paragraph += step
      end = span.upper
      sentences.append(Sentence(span: span, paragraph: Int32(paragraph)))
    }
    return sentences
  }
}
