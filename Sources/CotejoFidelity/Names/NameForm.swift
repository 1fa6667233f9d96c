internal import CotejoText

/// How names are compared: small letters of plain Latin, without stops, hyphens and the English *'s*.
enum NameForm {
  /// Folds a word in matching form (UTF-8).
  static func folded(_ bytes: [UInt8]) -> [UInt8] {
    // Most words are plain as they are, and need no copy.
    if bytes.allSatisfy({ (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }) {
      return bytes
    }
    var folded: [UInt8] = []
    folded.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let (scalar, width) = bytes.span.decodeScalar(at: index)
      index += width
      switch scalar {
      case 0x27 where index == bytes.count - 1 && bytes[index] == UInt8(ascii: "s"):
        return folded
      case 0x27, 0x2E, 0x2D: break
      default: folded.append(scalar: plain(scalar))
      }
    }
    return folded
  }

  /// A word without an article or preposition that has lost its vowel: *l'Allemagne*, *d'Alemanya*.
  ///
  /// With a lexicon it is one of the words that the lexicon knows.
  static func withoutElision(_ form: [UInt8]) -> [UInt8] {
    guard let mark = form.prefix(3).firstIndex(of: 0x27), mark > 0, mark + 2 < form.count else {
      return form
    }
    return Array(form[(mark + 1)...])
  }

  /// The letter under an accent, of the Latin alphabets of Europe.
  private static func plain(_ scalar: UInt32) -> UInt32 {
    switch scalar {
    case 0x100...0x105: 0x61
    case 0x106...0x10D: 0x63
    case 0x10E...0x111: 0x64
    case 0x112...0x11B: 0x65
    case 0x11C...0x123: 0x67
    case 0x128...0x131: 0x69
    case 0x139...0x142: 0x6C
    case 0x143...0x148: 0x6E
    case 0x14C...0x151, 0xF8: 0x6F
    case 0x154...0x159: 0x72
    case 0x15A...0x161, 0x218, 0x219: 0x73
    case 0x162...0x167, 0x21A, 0x21B: 0x74
    case 0x168...0x173: 0x75
    case 0xFD, 0xFF: 0x79
    case 0x179...0x17E: 0x7A
    default: WesternLetters.withoutAccent(scalar)
    }
  }

  /// The consonants of a folded name as they sound, alike letters as one.
  ///
  /// *Valaquia* becomes *blk*, *wallachian* *blkn*. A vowel at the beginning stays.
  static func consonants(_ name: [UInt8]) -> [UInt8] {
    var sounds: [UInt8] = []
    for (index, letter) in name.enumerated() {
      let next = index + 1 < name.count ? name[index + 1] : 0
      let sound: UInt8
      switch letter {
      case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"),
        UInt8(ascii: "u"), UInt8(ascii: "y"):
        sound = index == 0 ? UInt8(ascii: "a") : 0
      case UInt8(ascii: "h"): sound = index == 0 && next != 0 ? UInt8(ascii: "h") : 0
      case UInt8(ascii: "v"), UInt8(ascii: "w"): sound = UInt8(ascii: "b")
      case UInt8(ascii: "c")
      where next == UInt8(ascii: "e") || next == UInt8(ascii: "i") || next == UInt8(ascii: "y"):
        sound = UInt8(ascii: "s")
      case UInt8(ascii: "c"), UInt8(ascii: "q"): sound = UInt8(ascii: "k")
      case UInt8(ascii: "z"), UInt8(ascii: "x"): sound = UInt8(ascii: "s")
      case UInt8(ascii: "p") where next == UInt8(ascii: "h"): sound = UInt8(ascii: "f")
      case UInt8(ascii: "g"): sound = UInt8(ascii: "j")
      default: sound = letter
      }
      if sound != 0, sound != sounds.last { sounds.append(sound) }
    }
    return sounds
  }

  /// How alike two folded names are, from 0 to 1: the share of the longer one that need not change.
  ///
  /// By the edit distance of Levenshtein ("Binary codes capable of correcting deletions, insertions
  /// and reversals", 1966).
  static func likeness(_ left: [UInt8], _ right: [UInt8]) -> Float {
    let longer = max(left.count, right.count)
    if longer == 0 { return 0 }
    // So far apart in length, they cannot be alike.
    if 2 * min(left.count, right.count) < longer { return 0 }
    var row = Array(0...right.count)
    for (index, letter) in left.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for (other, byte) in right.enumerated() {
        let change = diagonal + (letter == byte ? 0 : 1)
        diagonal = row[other + 1]
        row[other + 1] = min(change, min(row[other], diagonal) + 1)
      }
    }
    return 1 - Float(row[right.count]) / Float(longer)
  }
}
