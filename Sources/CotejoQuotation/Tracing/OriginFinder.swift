internal import CotejoText

/// Decides where the originals of an article's quotations are to be looked for.
struct OriginFinder {
  private let turns: SourceTurns
  private let declared: [(name: Set<[UInt8]>, isElsewhere: Bool)]

  init(
    turns: SourceTurns, declared: [(speaker: String, language: LanguageTag)],
    language: LanguageTag
  ) {
    self.turns = turns
    self.declared = declared.map {
      (SpeakerNames.parts(of: $0.speaker), $0.language.language != language.language)
    }
  }

  /// The traces with their origins.
  ///
  /// What a speaker was declared to speak holds. Else words that were found come from the
  /// transcripts; so do those of a speaker who has a turn there, or of whom something else was found.
  /// Of a speaker who is named and has neither, nothing is there to be found.
  func decided(_ traces: [Trace]) -> [Trace] {
    var found = SpeakerNames.Group()
    for name in Set(traces.filter(\.isFound).map(name(of:))) { found.insert(name) }
    return traces.map { trace in
      var trace = trace
      let name = name(of: trace)
      if let isElsewhere = declared.first(where: { SpeakerNames.fit($0.name, name) })?.isElsewhere {
        if isElsewhere { trace = Trace(quotation: trace.quotation) }
        trace.origin = isElsewhere ? .elsewhere : .transcripts
      } else if trace.isFound {
        trace.origin = .transcripts
      } else if name.isEmpty {
        trace.origin = .undecided
      } else {
        let isHeard = turns.hasTurn(of: name) || found.fits(name)
        trace.origin = isHeard ? .transcripts : .elsewhere
      }
      return trace
    }
  }

  private func name(of trace: Trace) -> Set<[UInt8]> {
    trace.quotation.speaker?.name.map(SpeakerNames.parts(of:)) ?? []
  }
}
