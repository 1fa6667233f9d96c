/// A word, number or mark of a sentence, as the grammar of values reads it.
///
/// Pieces are finer than tokens: digits and letters part (`3bn`, `1990s`), words part at points
/// (`p.m`), and a grouping space joins digits into one number.
struct Piece: Sendable {
  /// Its bytes in the text.
  var lower: Int32
  var upper: Int32
  /// Its number in the vocabulary, or `ValueVocabulary.none`.
  var word: Int32 = ValueVocabulary.none
  /// What the word does or phrases that begin with it do.
  var reach: ValueRoles = []
  /// Its number if it is of digits.
  var digits: Digits?
  /// Its number if it may be a Roman numeral, else 0.
  var roman: Int32 = 0
  /// Its code point if it is a mark.
  var mark: UInt32 = 0
  /// No white space stands before it.
  var isAttached: Bool
  /// It begins with a capital letter.
  var isCapital = false

  /// Whether it is a hyphen or dash.
  var isDash: Bool {
    mark == 0x2D || (0x2010...0x2015).contains(mark) || mark == 0x2212
  }

  /// Whether it is a word.
  var isWord: Bool { mark == 0 && digits == nil }

  /// The number of a Roman numeral in its one spelling; 0 for anything else.
  static func roman(_ text: Span<UInt8>, _ range: Range<Int>) -> Int32 {
    guard (1...12).contains(range.count) else { return 0 }
    var total: Int32 = 0
    var previous: Int32 = .max
    var run = 0
    for offset in range {
      let value: Int32
      switch text[offset] {
      case UInt8(ascii: "I"): value = 1
      case UInt8(ascii: "V"): value = 5
      case UInt8(ascii: "X"): value = 10
      case UInt8(ascii: "L"): value = 50
      case UInt8(ascii: "C"): value = 100
      case UInt8(ascii: "D"): value = 500
      case UInt8(ascii: "M"): value = 1000
      default: return 0
      }
      if value > previous {
        // IV, IX, XL, …: one smaller by a fifth or a tenth, once.
        guard run == 1, value == previous * 5 || value == previous * 10 else { return 0 }
        total += value - 2 * previous
        previous = previous == 1 ? 0 : previous - 1
        run = 0
      } else {
        run = value == previous ? run + 1 : 1
        guard run <= (value == 1 || value == 10 || value == 100 || value == 1000 ? 3 : 1) else {
          return 0
        }
        total += value
        previous = value
      }
    }
    return total
  }
}
