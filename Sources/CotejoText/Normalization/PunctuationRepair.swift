/// Puts typewriter marks in place of typographic ones, where somebody asks for it.
struct PunctuationRepair: TextRepair {
  let quotes: Bool
  let dashes: Bool
  let ellipses: Bool

  var needs: TextFeatures { [] }

  func repaired(_ view: TextView, repairs: inout Repairs) -> RepairedText? {
    let text = view.bytes.span
    var builder = ViewBuilder(view.bytes)
    // They begin with C2 or E2.
    var index = CharacterScanner.next(in: text, from: 0)
    while index < text.count {
      let (scalar, width) = text.decodeScalar(at: index)
      let end = index + width
      if let (kind, plain) = rule(scalar) {
        builder.replace(index..<end, with: plain.utf8)
        repairs.note(kind, at: view.sourceOffset(of: index))
      }
      index = CharacterScanner.next(in: text, from: end)
    }
    return builder.finish()
  }

  private func rule(_ scalar: UInt32) -> (kind: Repairs.Kind, plain: String)? {
    switch scalar {
    // Guillemets, and double marks high, low and turned.
    case 0xAB, 0xBB, 0x201C...0x201F: quotes ? (.quotationMark, "\"") : nil
    // Single ones, which are apostrophes too, and single guillemets.
    case 0x2018...0x201B, 0x2039, 0x203A: quotes ? (.quotationMark, "'") : nil
    // Hyphens, dashes, the horizontal bar and the minus sign.
    case 0x2010...0x2015, 0x2212: dashes ? (.dash, "-") : nil
    case 0x2026: ellipses ? (.ellipsis, "...") : nil
    default: nil
    }
  }
}
