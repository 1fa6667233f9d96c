import Testing

@testable import CotejoPipeline

struct JSONValueTests {
  private func line(_ value: JSONValue) -> String {
    var bytes: [UInt8] = []
    value.appendLine(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test func `values on a line`() {
    let value = JSONValue.object([
      ("z", .array([.integer(-1), .number(0.25), .number(3), .null])), ("a", .boolean(true)),
      ("n", .number(.nan)), ("s", .string("a\"\n\u{2028}")), ("e", .object([])),
      ("r", .rawArray(Array("1,2".utf8))),
    ])
    #expect(
      line(value) == #"{"z":[-1,0.25,3,null],"a":true,"n":null,"s":"a\"\n\u2028","e":{},"r":[1,2]}"#
    )
  }

  @Test func `values over several lines`() {
    let value = JSONValue.object([
      ("a", .array([.object([("b", .integer(1))])])), ("c", .counts(["y": 2, "x": 1])),
      ("d", .rawArray(Array("{}".utf8))),
    ])
    #expect(
      String(decoding: value.pretty(), as: UTF8.self) == """
        {
          "a": [
            {
              "b": 1
            }
          ],
          "c": {
            "x": 1,
            "y": 2
          },
          "d": [
            {}
          ]
        }

        """)
  }

  @Test(arguments: [
    (0.0, "0"), (1.0, "1"), (0.5, "0.5"), (0.123456, "0.1235"), (-0.00001, "0"), (-2.5, "-2.5"),
    (0.05, "0.05"),
  ])
  func `figures have at most four decimals`(_ number: Double, _ text: String) {
    #expect(Figure.text(number) == text)
  }
}
