internal import CotejoText

/// What the looks of words tell of the languages of a pair.
///
/// A class, so that what goes by it can be passed on without a copy of what it holds.
final class KnownLanguages: Sendable {
  let model: LanguageModel
  let source: LanguageTag
  let target: LanguageTag
  let related: RelatedLanguages
  /// Tells words of the original's language from those of the rendering's; `nil` where the model does
  /// not know the latter or does not tell them apart.
  let contrast: LanguageContrast?

  /// Takes a model for a language pair, the one that comes with the program if none is given.
  ///
  /// - Throws: `languageData` if the model or the list of related languages cannot be read.
  init(
    _ model: LanguageModel?, source: LanguageTag, target: LanguageTag
  ) throws(FidelityError) {
    related = try RelatedLanguages()
    do {
      self.model = if let model { model } else { try LanguageModel.shipped() }
    } catch {
      throw FidelityError(.languageData, place: error.place, message: error.message)
    }
    self.source = source
    self.target = target
    contrast = LanguageContrast(
      source, against: target, kin: Set(related.relatives(of: source)), model: self.model)
  }

  /// Whether the rendering's language is known, and is not the original's.
  var canTell: Bool { contrast != nil }

  /// The checksum of the model's weights and its languages, for what must know whether it changed.
  var modelFingerprint: [UInt8] {
    let languages = model.languages.map(\.description).joined(separator: " ")
    return Array("\(String(model.checksum, radix: 16)) \(languages)".utf8)
  }

  /// How much the words of other languages may be likelier than the original's in what a word says:
  /// a word that is as well of a third language is a loan, or a sign of a program.
  private static let slack: Float = 2.5
  /// What is taken off of what a word says: its looks may deceive, of related languages more.
  private static let doubt: (related: Float, others: Float) = (1, 0.5)

  /// Tells how much more a word in matching form looks like one of the original's language than of the
  /// rendering's.
  ///
  /// - Returns: what gives a number of nats for a word; below 0 it is rather of the rendering's language,
  ///   0 says that it may be of either, or that nothing can be told.
  func wordForeignness() -> ([UInt8]) -> Float {
    guard var contrast else { return { _ in 0 } }
    let doubt = related.areRelated(source, target) ? Self.doubt.related : Self.doubt.others
    return { word in
      let leaning = contrast.leaning(of: word.span)
      if leaning.odds <= 0 { return leaning.odds }
      return max(0, min(leaning.odds, leaning.margin + Self.slack) - doubt)
    }
  }
}
