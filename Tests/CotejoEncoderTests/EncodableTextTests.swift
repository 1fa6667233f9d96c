import CotejoTestSupport
import Testing

@testable import CotejoEncoder

struct EncodableTextTests {
  private func text(_ text: String, limit: Int = 100) -> String? {
    EncodableText(Array(text.utf8)[...], limit: limit).map {
      String(decoding: $0.bytes, as: UTF8.self)
    }
  }

  @Test func `white space and controls are single spaces`() {
    #expect(text(" El\r\n mar\t\u{0}azul. ") == "El mar azul.")
    #expect(text(" \n\t\u{0}") == nil)
    #expect(text("") == nil)
  }

  @Test func `the same words have the same key, other words another`() {
    let keys = ["El mar", " El\nmar ", "El  mar", "el mar"].map {
      EncodableText(Array($0.utf8)[...], limit: 100)?.key
    }
    #expect(Set(keys[..<3]).count == 1)
    #expect(keys[3] != keys[0])
  }

  @Test func `what is cut stays UTF-8 within its limit`() {
    var generator = SeededGenerator(seed: 8)
    for _ in 0..<500 {
      let limit = Int.random(in: 0...30, using: &generator)
      let whole = generator.text(upTo: 40)
      guard let cut = EncodableText(Array(whole.utf8)[...], limit: limit) else { continue }
      #expect((1...max(1, limit)).contains(cut.bytes.count))
      #expect(String(validating: cut.bytes, as: UTF8.self) != nil)
      let all = text(whole, limit: 1000) ?? ""
      #expect(Array(all.utf8).starts(with: cut.bytes))
      if all.utf8.count > limit + 3 { #expect(cut.bytes.count > limit - 4) }
    }
  }
}
