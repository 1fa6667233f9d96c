internal import CotejoText

/// How words are cut to the beginning that their forms have in common.
///
/// In a small corpus most forms of a word are met once or twice, too rarely to learn what they
/// render; what they begin with is met more often. Numbers are not cut.
public struct WordStems: Hashable, Sendable {
  /// How many code points remain of a longer word.
  public let length: Int

  /// Makes a rule that keeps so many code points, at least one.
  public init(length: Int) {
    self.length = max(1, length)
  }

  /// How many bytes of a word in matching form, UTF-8, stand for all its forms.
  @inline(__always)
  func count(of form: Span<UInt8>) -> Int {
    guard form.count > length, !(0x30...0x39).contains(form[0]) else { return form.count }
    var letters = 0
    for index in form.indices where form[index] & 0xC0 != 0x80 {
      if letters == length { return index }
      letters += 1
    }
    return form.count
  }
}
