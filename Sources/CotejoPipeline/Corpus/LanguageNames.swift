internal import CotejoText

/// Tells the languages of a corpus by names of folders and file extensions.
///
/// A name stands for a language if it is its tag, whatever the case (`es`, `ES`, `es_MX`); if
/// nothing in the corpus is called so, a name with another region or none does (`es` for `es-MX`
/// and the other way round).
struct LanguageNames {
  enum Side: Hashable {
    case source
    case target
  }

  let source: LanguageTag
  let target: LanguageTag

  /// The side that a name stands for, and whether it is exactly that side's tag.
  func side(of name: some StringProtocol) -> (side: Side, isExact: Bool)? {
    // No tag is longer, and most names are none.
    guard name.utf8.count <= 35, let tag = try? LanguageTag(String(name)) else { return nil }
    if tag == source { return (.source, true) }
    if tag == target { return (.target, true) }
    // Two regions of one language can only be told apart by their whole tags.
    guard source.language != target.language else { return nil }
    if tag.language == source.language { return (.source, false) }
    if tag.language == target.language { return (.target, false) }
    return nil
  }

  func tag(of side: Side) -> LanguageTag { side == .source ? source : target }
}
