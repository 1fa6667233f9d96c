/// What bytes occur in a text: tells which repairs can have anything to do, before they look closer.
struct TextFeatures: OptionSet {
  let rawValue: UInt8

  /// `&`, with which references of HTML begin.
  static let ampersand = TextFeatures(rawValue: 1)
  /// A letter from U+00C0 to U+00FF beside a character that is not ASCII: it may have been read in the
  /// wrong charset.
  static let accentedPair = TextFeatures(rawValue: 2)
  /// The byte EF, with which ligatures and full-width forms begin.
  static let presentationForm = TextFeatures(rawValue: 4)
  /// Letters of Greek or Cyrillic.
  static let otherScript = TextFeatures(rawValue: 8)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Looks at a text (valid UTF-8).
  ///
  /// - Complexity: O(*n*), at several bytes a clock cycle.
  init(of text: Span<UInt8>) {
    typealias Block = SIMD32<UInt8>
    let raw = text.bytes
    var ampersands = Block.zero
    var accents = Block.zero
    var forms = Block.zero
    var scripts = Block.zero
    let one = Block(repeating: 1)
    var index = 0
    // The last block is read again from the text's end, shifted; short texts byte by byte.
    while index + 34 <= text.count {
      let block = raw.unsafeLoadUnaligned(fromByteOffset: index, as: Block.self)
      let behind = raw.unsafeLoadUnaligned(fromByteOffset: index + 2, as: Block.self)
      ampersands.replace(with: one, where: block .== 0x26)
      accents.replace(with: one, where: (block .== 0xC3) .& (behind .>= 0xC2))
      forms.replace(with: one, where: block .== 0xEF)
      scripts.replace(with: one, where: (block &- 0xCD) .<= 0xD4 - 0xCD)
      index += 32
    }
    var features: TextFeatures = []
    if ampersands.max() > 0 { features.insert(.ampersand) }
    if accents.max() > 0 { features.insert(.accentedPair) }
    if forms.max() > 0 { features.insert(.presentationForm) }
    if scripts.max() > 0 { features.insert(.otherScript) }
    while index < text.count {
      switch text[index] {
      case 0x26: features.insert(.ampersand)
      case 0xC3 where index + 2 < text.count && text[index + 2] >= 0xC2:
        features.insert(.accentedPair)
      case 0xEF: features.insert(.presentationForm)
      case 0xCD...0xD4: features.insert(.otherScript)
      default: break
      }
      index += 1
    }
    self = features
  }
}
