import Testing

@testable import CotejoEncoder

struct EncoderAddressTests {
  @Test(arguments: [
    ("http://127.0.0.1:8000", "http://127.0.0.1:8000/v1/embeddings"),
    ("http://localhost/", "http://localhost/v1/embeddings"),
    ("https://api.example.org/v1", "https://api.example.org/v1/embeddings"),
    ("https://api.example.org/v1/", "https://api.example.org/v1/embeddings"),
    ("https://api.example.org/v1/embeddings", "https://api.example.org/v1/embeddings"),
    ("https://example.org/a/b?version=2", "https://example.org/a/b/embeddings?version=2"),
    ("http://[::1]:81#top", "http://[::1]:81/v1/embeddings"),
  ])
  func `finds the endpoint`(_ text: String, _ url: String) throws {
    #expect(try EncoderAddress(text).url == url)
  }

  @Test(arguments: [
    "", "example.org", "example.org:80", "ftp://example.org", "http://", "http:///v1",
    "http://example.org:0", "http://example.org:99999", "http://me@example.org",
    "http://me:secret@example.org/v1", "file:///tmp/x", "-",
  ])
  func `refuses what cannot be asked, and keeps secrets`(_ text: String) {
    let error = #expect(throws: EncoderError.self) { try EncoderAddress(text) }
    #expect(error?.code == .configuration)
    #expect(error.map { "\($0)".contains("secret") } == false)
  }

  @Test func `shows no query`() throws {
    #expect(
      try EncoderAddress("https://example.org/v1?key=secret").description
        == "https://example.org/v1/embeddings")
  }

  @Test func `options need a model, and a key that a header can hold`() throws {
    let address = try EncoderAddress("http://127.0.0.1:1")
    #expect(throws: EncoderError.self) { try EncoderOptions(address: address, model: "") }
    for key in ["a b", "a\r\nHost: x", "clé"] {
      let error = #expect(throws: EncoderError.self) {
        try EncoderOptions(address: address, model: "m", key: key)
      }
      #expect(error.map { "\($0)".contains(key) } == false)
    }
    #expect(try EncoderOptions(address: address, model: "m", key: "sk-1").key == "sk-1")
    #expect(try EncoderOptions(address: address, model: "m", key: "").key == nil)
  }
}
