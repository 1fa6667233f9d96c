internal import CotejoText

/// The scripts of the languages that are told by the looks of words, and all others as one.
///
/// Ranges are those of the blocks of the Unicode Standard (Blocks.txt).
enum LetterScript: Int, CaseIterable {
  case latin, greek, cyrillic, other

  /// The script of a letter.
  init(of letter: UInt32) {
    self =
      switch letter {
      case ..<0x370, 0x1E00...0x1EFF, 0x2C60...0x2C7F, 0xA720...0xA7FF, 0xFF21...0xFF5A: .latin
      case 0x370...0x3FF, 0x1F00...0x1FFF: .greek
      case 0x400...0x52F, 0x1C80...0x1C8F, 0x2DE0...0x2DFF, 0xA640...0xA69F: .cyrillic
      default: .other
      }
  }
}

extension CheckedSide {
  /// The script of a word, by its first letter.
  func script(of word: CheckedWord) -> LetterScript {
    LetterScript(of: text.span.scalar(at: Int(word.span.lower)))
  }

  /// The script of more than half of the words; `nil` if there is none.
  func mainScript() -> LetterScript? {
    var counts = [Int](repeating: 0, count: LetterScript.allCases.count)
    for word in words where !word.isNumber { counts[script(of: word).rawValue] += 1 }
    let all = counts.reduce(0, +)
    return LetterScript.allCases.first { 2 * counts[$0.rawValue] > all }
  }
}
