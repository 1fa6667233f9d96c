/// Letters of the Latin, Greek and Cyrillic scripts that look the same in common type.
///
/// The pairs are those of Unicode's list of confusable characters (Unicode Technical Standard 39) whose
/// glyphs are the same, not only alike; *ν* for *v* or *и* for *u* are not among them.
enum LookAlikes {
  /// The letter of a script that looks like one of another; `nil` if there is none.
  static func twin(of scalar: UInt32, in script: Script) -> UInt32? {
    twins[script.rawValue][scalar]
  }

  /// Letter to twin, by the script of the twin.
  private static let twins: [[UInt32: UInt32]] = {
    var twins = [[UInt32: UInt32]](repeating: [:], count: 3)
    func join(_ first: UInt32, _ script: Script, _ second: UInt32, _ other: Script) {
      twins[other.rawValue][first] = second
      twins[script.rawValue][second] = first
    }
    for (letter, latin) in cyrillic { join(letter, .cyrillic, latin, .latin) }
    for (letter, latin) in greek { join(letter, .greek, latin, .latin) }
    // What looks like the same Latin letter looks the same.
    for (letter, latin) in cyrillic {
      for (other, same) in greek where same == latin { join(letter, .cyrillic, other, .greek) }
    }
    return twins
  }()

  /// Cyrillic letters with their Latin twins.
  private static let cyrillic: [(UInt32, UInt32)] = [
    (0x405, 0x53), (0x406, 0x49), (0x408, 0x4A), (0x410, 0x41), (0x412, 0x42), (0x415, 0x45),
    (0x41A, 0x4B), (0x41C, 0x4D), (0x41D, 0x48), (0x41E, 0x4F), (0x420, 0x50), (0x421, 0x43),
    (0x422, 0x54), (0x423, 0x59), (0x425, 0x58), (0x430, 0x61), (0x435, 0x65), (0x43E, 0x6F),
    (0x440, 0x70), (0x441, 0x63), (0x443, 0x79), (0x445, 0x78), (0x455, 0x73), (0x456, 0x69),
    (0x458, 0x6A), (0x4BB, 0x68), (0x51A, 0x51), (0x51B, 0x71), (0x51C, 0x57), (0x51D, 0x77),
  ]

  /// Greek letters with their Latin twins.
  private static let greek: [(UInt32, UInt32)] = [
    (0x391, 0x41), (0x392, 0x42), (0x395, 0x45), (0x396, 0x5A), (0x397, 0x48), (0x399, 0x49),
    (0x39A, 0x4B), (0x39C, 0x4D), (0x39D, 0x4E), (0x39F, 0x4F), (0x3A1, 0x50), (0x3A4, 0x54),
    (0x3A5, 0x59), (0x3A7, 0x58), (0x3BF, 0x6F),
  ]
}

/// A script with letters that look like those of another.
enum Script: Int {
  case latin
  case greek
  case cyrillic

  /// The script of a letter, by its block; `nil` for what is no letter of these.
  init?(of scalar: UInt32) {
    switch scalar {
    case 0x41...0x5A, 0x61...0x7A, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F, 0x1E00...0x1EFF:
      self = .latin
    case 0x370...0x373, 0x376...0x377, 0x37B...0x37D, 0x37F, 0x386, 0x388...0x3FF: self = .greek
    case 0x400...0x481, 0x48A...0x52F: self = .cyrillic
    default: return nil
    }
  }
}
