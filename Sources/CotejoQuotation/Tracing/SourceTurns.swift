internal import CotejoText

/// Who speaks where in the transcripts.
struct SourceTurns {
  private let transcripts: [Transcript]
  /// The parts of the names of the speakers, by transcript and turn.
  private let names: [[Set<[UInt8]>]]
  /// The names of all speakers.
  private let speakers: SpeakerNames.Group

  init(_ transcripts: [Transcript]) {
    self.transcripts = transcripts
    names = transcripts.map { transcript in
      transcript.turns.map { turn in
        turn.label?.name.map(SpeakerNames.parts(of:)) ?? []
      }
    }
    var speakers = SpeakerNames.Group()
    for name in Set(names.joined()) { speakers.insert(name) }
    self.speakers = speakers
  }

  /// Whether somebody of a name speaks anywhere in the transcripts.
  func hasTurn(of name: Set<[UInt8]>) -> Bool {
    speakers.fits(name)
  }

  /// The share of the bytes of labelled turns that are a person's, 0 to 1; 0 where none has a label.
  func share(of name: Set<[UInt8]>) -> Float {
    var own = 0
    var all = 0
    for (transcript, names) in zip(transcripts, names) {
      for (turn, parts) in zip(transcript.turns, names) where turn.label != nil {
        all += turn.span.count
        if SpeakerNames.fit(parts, name) { own += turn.span.count }
      }
    }
    return all > 0 ? Float(own) / Float(all) : 0
  }

  /// Whether the speaker at a byte of a transcript has a name; nil where the transcript or the name
  /// does not say.
  func speaks(_ name: Set<[UInt8]>, in transcript: Int, at offset: Int32) -> Bool? {
    // Words that are read aloud are another's, whoever that is.
    guard transcripts[transcript].reading(at: offset) == nil else { return nil }
    guard !name.isEmpty, let turn = transcripts[transcript].turn(at: offset),
      let label = transcripts[transcript].turns[turn].label
    else { return nil }
    let parts = names[transcript][turn]
    if !parts.isEmpty { return SpeakerNames.fit(parts, name) }
    // Somebody who asks or shouts is not the person that an article quotes by name.
    return label.kind == .question || label.kind == .interjection ? false : nil
  }

  /// A range of words with who speaks them.
  func source(_ transcript: Int, _ span: TextSpan) -> Trace.Source {
    var source = Trace.Source(transcript: transcript, span: span)
    let text = transcripts[transcript]
    if let number = text.turn(at: span.lower) {
      let turn = text.turns[number]
      source.speaker = turn.label.map { $0.name ?? text.text.text[$0.span] }
      source.isReadAloud = turn.isPlayed
    }
    if let reading = text.reading(at: span.lower), reading.span.upper >= span.upper {
      source.isReadAloud = true
    }
    return source
  }
}
