import CotejoText

/// The model of languages that comes with the program, read once for all tests.
enum ShippedModel {
  static let shared = Result { try LanguageModel.shipped() }
}
