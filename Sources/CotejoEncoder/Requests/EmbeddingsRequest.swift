internal import CotejoFormats

/// The body of a request for vectors.
enum EmbeddingsRequest {
  /// An object of the model, the texts, and the form of numbers in which vectors are to come.
  static func body(model: String, texts: some Sequence<EncodableText>) -> [UInt8] {
    var body = Array("{\"model\":".utf8)
    JSONText.append(model, to: &body)
    body += ",\"input\":[".utf8
    var isFirst = true
    for text in texts {
      if !isFirst { body.append(UInt8(ascii: ",")) }
      isFirst = false
      JSONText.append(String(decoding: text.bytes, as: UTF8.self), to: &body)
    }
    // Some clients' servers give base64 unless told.
    body += "],\"encoding_format\":\"float\"}".utf8
    return body
  }
}
