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
    func join(_ first: UInt32, _ second: UInt32) {
      guard let scripts = scripts(first, second) else { return }
      twins[scripts.1.rawValue][first] = second
      twins[scripts.0.rawValue][second] = first
    }
    for (other, latin) in cyrillic + greek { join(other, latin) }
    // What looks like the same Latin letter looks the same.
    for (letter, latin) in cyrillic {
      for (other, same) in greek where same == latin { join(letter, other) }
    }
    return twins
  }()

  private static func scripts(_ first: UInt32, _ second: UInt32) -> (Script, Script)? {
    guard let one = Script(of: first), let two = Script(of: second) else { return nil }
    return (one, two)
  }

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
