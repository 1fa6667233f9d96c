import CotejoAlignment
import CotejoFormats
import Testing

struct EvaluationRecordTests {
  private var score: AlignmentScore {
    var score = AlignmentScore()
    score.add(
      gold: [JudgedBead(source: [0], target: [0]), JudgedBead(source: [1, 2], target: [1])],
      found: [
        JudgedBead(source: [0], target: [0], score: 0.95),
        JudgedBead(source: [1], target: [1], score: 0.4), JudgedBead(source: [2], target: []),
      ])
    return score
  }

  @Test func `there is a record for each kind and for all`() {
    var records: [UInt8] = []
    EvaluationRecord.append(score, to: &records)
    let lines = String(decoding: records, as: UTF8.self).split(separator: "\n")
    #expect(lines.count == 7)
    #expect(
      lines[0]
        == #"{"record":"beads","type":"1-1","gold":1,"found":2,"strict":{"precision":0.50,"recall":1.00,"f1":0.6667},"lax":{"precision":1.00,"recall":1.00,"f1":1.00}}"#
    )
    #expect(
      lines[3]
        == #"{"record":"beads","type":"n-m","gold":0,"found":0,"strict":{"precision":null,"recall":null,"f1":null},"lax":{"precision":null,"recall":null,"f1":null}}"#
    )
    #expect(
      lines[6]
        == #"{"record":"beads","type":"all","gold":2,"found":3,"strict":{"precision":0.3333,"recall":0.50,"f1":0.40},"lax":{"precision":0.6667,"recall":1.00,"f1":0.80}}"#
    )
  }

  @Test func `a document is named by its files`() {
    var records: [UInt8] = []
    EvaluationRecord.append(score, gold: "g/\"a\".gold", file: "f", to: &records)
    let text = String(decoding: records, as: UTF8.self)
    #expect(
      text.hasPrefix(#"{"record":"document","gold_file":"g/\"a\".gold","file":"f","gold":2,"#))
    #expect(text.hasSuffix("}}\n"))
  }

  @Test func `the reliability table has ten bins`() {
    var records: [UInt8] = []
    EvaluationRecord.append(score.reliability, to: &records)
    let text = String(decoding: records, as: UTF8.self)
    #expect(
      text.hasPrefix(
        #"{"record":"reliability","beads":2,"expected_error":0.225,"bins":[{"from":0.00,"#))
    #expect(text.contains(#"{"from":0.40,"to":0.50,"beads":1,"mean_score":0.40,"right":0.00}"#))
    #expect(
      text.hasSuffix(
        #"{"from":0.90,"to":1.00,"beads":1,"mean_score":0.95,"right":1.00}]}"# + "\n"))
    #expect(text.contains(#""mean_score":null,"right":null"#))
  }
}
