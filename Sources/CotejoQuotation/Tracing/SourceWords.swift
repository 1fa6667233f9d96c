internal import CotejoLexicon
internal import CotejoText

/// The words of transcripts, one after another, ready for quotations to be looked up in them.
struct SourceWords: Sendable {
  /// The words in their order; their spans are bytes of the transcript that each stands in.
  let sequence: WordSequence
  /// The places where the words of each transcript end.
  let transcriptEnds: [Int]
  /// What the words are.
  let vocabulary: Vocabulary
  /// How often each word of the vocabulary occurs.
  let counts: [Int32]
  /// Where the places of each word end in `places`.
  private let ends: [Int32]
  /// The places of the words, as indices of the sequence, word after word of the vocabulary.
  let places: [Int32]

  /// Reads the words of transcripts in one language.
  init(_ transcripts: [Transcript], language: LanguageTag) throws(TextError) {
    var reader = try WordSequence.Reader(language: language)
    var sequence = WordSequence()
    var transcriptEnds: [Int] = []
    for transcript in transcripts {
      try reader.append(transcript, to: &sequence)
      transcriptEnds.append(sequence.count)
    }
    self.sequence = sequence
    self.transcriptEnds = transcriptEnds
    vocabulary = reader.vocabulary
    var counts = [Int32](repeating: 0, count: vocabulary.count)
    for word in sequence.words { counts[Int(word)] += 1 }
    var next: [Int32] = []
    var ends: [Int32] = []
    var total: Int32 = 0
    for count in counts {
      next.append(total)
      total += count
      ends.append(total)
    }
    var places = [Int32](repeating: 0, count: Int(total))
    for (place, word) in sequence.words.enumerated() {
      places[Int(next[Int(word)])] = Int32(place)
      next[Int(word)] += 1
    }
    self.counts = counts
    self.ends = ends
    self.places = places
  }

  /// How many words the transcripts have.
  var count: Int { sequence.count }

  /// Whether the word at a place is a number in digits.
  func isNumber(at place: Int) -> Bool { vocabulary.isNumber(sequence.words[place]) }

  /// The number of the transcript that a place is in.
  func transcript(of place: Int) -> Int {
    transcriptEnds.partitioned { $0 <= place }
  }

  /// The places of a transcript.
  func places(ofTranscript number: Int) -> Range<Int> {
    (number == 0 ? 0 : transcriptEnds[number - 1])..<transcriptEnds[number]
  }

  /// The places of a word, as a range of `places`.
  @inline(__always)
  func range(of word: Int32) -> Range<Int> {
    Int(ends[Int(word)] - counts[Int(word)])..<Int(ends[Int(word)])
  }
}
