import CotejoFormats
import CotejoQuotation
import CotejoText

@testable import CotejoPipeline

extension PairState {
  /// In what a state differs from another, by the names of its parts; texts are compared by bytes.
  func differences(from other: PairState) -> [String] {
    var names: [String] = []
    func compare(_ name: String, _ isSame: Bool) { if !isSame { names.append(name) } }
    compare("number", number == other.number && input == other.input && pair == other.pair)
    compare("source document", Self.isSame(sourceDocument, other.sourceDocument))
    compare("target document", Self.isSame(targetDocument, other.targetDocument))
    compare("source text", Self.isSame(source.text, other.source.text))
    compare("target text", Self.isSame(target.text, other.target.text))
    compare("languages", source.language == other.source.language)
    compare("languages", target.language == other.target.language)
    compare("source sentences", source.sentences == other.source.sentences)
    compare("target sentences", target.sentences == other.target.sentences)
    compare("quoted", (quoted == nil) == (other.quoted == nil))
    if let quoted, let rival = other.quoted {
      compare("quotations", quoted.quotations == rival.quotations)
      compare("mark repairs", quoted.repairs == rival.repairs)
      compare("quoted text", Self.isSame(quoted.text.text, rival.text.text))
      compare("quoted sentences", quoted.text.sentences == rival.text.sentences)
    }
    compare("traced", (traced == nil) == (other.traced == nil))
    if let traced, let rival = other.traced {
      compare("traces", traced.traces == rival.traces)
      compare(
        "transcripts",
        traced.transcripts.elementsEqual(rival.transcripts) {
          $0.document.hasBytes(of: $1.document) && Self.isSame($0.text, $1.text)
        })
    }
    compare("beads", beads == other.beads)
    compare("rejections", rejections == other.rejections)
    compare("remaining", remaining == other.remaining)
    compare("checks", checks == other.checks)
    compare("messages", messages == other.messages)
    compare("units", units == other.units)
    return names
  }

  private static func isSame(_ one: TextView, _ other: TextView) -> Bool {
    one.bytes == other.bytes && one.edits == other.edits
  }

  private static func isSame(_ one: Document?, _ other: Document?) -> Bool {
    guard let one, let other else { return one == nil && other == nil }
    return one.id.hasBytes(of: other.id) && one.language == other.language
      && one.source == other.source && isSame(one.text, other.text)
      && one.charset == other.charset && one.repairs == other.repairs
  }
}
