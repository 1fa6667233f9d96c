import ArgumentParser
import Cotejo
import CotejoEncoder

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

/// The options of commands that may ask a sentence encoder.
struct EncoderOption: ParsableArguments {
  /// The variable of the environment that holds the key: arguments can be seen by other users.
  private static let keyVariable = "COTEJO_ENCODER_KEY"

  @Option(
    help: ArgumentHelp(
      "Also go by the vectors of an OpenAI-compatible server, such as 'http://127.0.0.1:8000/v1'; "
        + "a key is taken from $COTEJO_ENCODER_KEY.", valueName: "url"))
  var encoder: String?

  @Option(help: ArgumentHelp("The model that the encoder is asked for.", valueName: "name"))
  var encoderModel: String?

  @Option(
    help: ArgumentHelp(
      "Where vectors are kept (default: cotejo/encoder in the user's cache folder).",
      valueName: "folder"))
  var encoderCache: String?

  func validate() throws {
    if encoder != nil {
      guard encoderModel != nil else {
        throw ValidationError("'--encoder' needs '--encoder-model'.")
      }
    } else if encoderModel != nil || encoderCache != nil {
      let option = encoderModel != nil ? "--encoder-model" : "--encoder-cache"
      throw ValidationError("'\(option)' needs '--encoder'.")
    }
    if encoderCache == "" { throw ValidationError("'--encoder-cache' needs the path of a folder.") }
  }

  /// The encoder that the options name; nil if they name none.
  func open() throws(EncoderError) -> SentenceEncoder? {
    guard let encoder, let encoderModel else { return nil }
    let key = getenv(Self.keyVariable).map { String(cString: $0) }
    let options = try EncoderOptions(
      address: try EncoderAddress(encoder), model: encoderModel,
      key: key.flatMap { $0.isEmpty ? nil : $0 })
    return try SentenceEncoder(options, cache: encoderCache ?? SentenceEncoder.userCache) {
      Diagnostics.print([$0])
    }
  }
}

extension SentenceEncoder {
  /// The vectors of the sentences of both sides of a pair.
  func vectors(
    of reading: AlignmentTask.Reading
  ) async throws(EncoderError) -> SentencePairVectors {
    SentencePairVectors(
      source: try await vectors(of: reading.source), target: try await vectors(of: reading.target))
  }

  private func vectors(of text: SegmentedText) async throws(EncoderError) -> SentenceVectors {
    try await encode(text.sentences.map { text.text.bytes[$0.span.range] })
  }
}
