#if canImport(Glibc)
internal import Glibc
#elseif canImport(Musl)
internal import Musl
#else
internal import Darwin
#endif

/// One request for vectors, sent again until it is answered or has failed for good.
struct EncoderRequest: Sendable {
  let options: EncoderOptions
  let transport: HTTPTransport
  let notice: @Sendable (String) -> Void

  /// The vectors of some texts, one at least.
  func vectors(of texts: [EncodableText]) async throws(EncoderError) -> EmbeddingsAnswer {
    let body = EmbeddingsRequest.body(model: options.model, texts: texts)
    var retries = 0
    while true {
      // Others have failed: nobody waits for this one.
      if Task.isCancelled { throw error(.unreachable, "was not waited for") }
      let result = await transport.post(body, to: options.address.url, key: options.key)
      let (failure, asked, isPassing): (EncoderError, Double?, Bool)
      switch result {
      case .success(let answer) where answer.status == 200:
        do throws(EmbeddingsAnswer.Fault) {
          return try EmbeddingsAnswer(answer.body, count: texts.count)
        } catch {
          throw self.error(error.code, error.message)
        }
      case .success(let answer):
        failure = refusal(answer)
        // Seconds do: a date that a server names has no fractions of them.
        asked = answer.retryAfter.flatMap { RetryAfter.seconds($0, now: Double(time(nil))) }
        isPassing = RetryPolicy.isPassing(answer.status)
      case .failure(let fault):
        (failure, asked, isPassing) = (error(.unreachable, fault.message), nil, fault.isPassing)
      }
      let chance = Double.random(in: 0...1)
      guard isPassing,
        let delay = options.retries.delay(after: retries, asked: asked, chance: chance)
      else { throw gaveUp(failure, retries) }
      retries += 1
      let seconds = (delay * 10).rounded() / 10
      notice(
        "\(failure.place): notice: \(failure.message); asked again in \(seconds) s "
          + "(\(retries) of \(options.retries.mostRetries))")
      try? await Task.sleep(for: .seconds(delay))
    }
  }

  private func refusal(_ answer: HTTPTransport.Answer) -> EncoderError {
    let said = ServerMessage.text(answer.body, key: options.key)
    var message = "answers \(answer.status)"
    if (300...399).contains(answer.status) {
      message += ", a redirection, which is not followed, as the key would go along"
    } else if !said.isEmpty {
      message += ": \(said)"
    }
    return EncoderError(
      .refused, place: options.address.description, status: answer.status, message: message)
  }

  private func gaveUp(_ failure: EncoderError, _ retries: Int) -> EncoderError {
    var failure = failure
    if retries > 0 { failure.message += " (after \(retries + 1) tries)" }
    return failure
  }

  private func error(_ code: EncoderError.Code, _ message: String) -> EncoderError {
    EncoderError(code, place: options.address.description, message: message)
  }
}
