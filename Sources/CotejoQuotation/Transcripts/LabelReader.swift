internal import CotejoText

/// Tells name, office and remark of a label apart.
struct LabelReader {
  let words: TranscriptWords

  /// A part of a label between commas, word by word.
  private struct Segment {
    /// As written.
    var words: [Substring]
    /// In small letters, without a stop at the end, for looking up.
    var folded: [String]

    init(_ text: some StringProtocol) {
      words = text.split(whereSeparator: \.isWhitespace).map { Substring($0) }
      folded = words.map { LabelReader.folded($0) }
    }

    init(_ segment: Segment, from start: Int) {
      words = Array(segment.words[start...])
      folded = Array(segment.folded[start...])
    }

    var text: String { words.joined(separator: " ") }
    var count: Int { words.count }
  }

  /// A word or phrase as the lists have it: small letters, no stop at the end.
  static func folded(_ word: some StringProtocol) -> String {
    TranscriptWords.folded(word)
  }

  /// The words of a text as the lists have them.
  static func folded(wordsOf text: some StringProtocol) -> [String] {
    TranscriptWords.folded(wordsOf: text)
  }

  /// Reads a label without its colon.
  func label(_ text: String, span: TextSpan) -> TurnLabel {
    var (segments, remarks) = segments(of: text)
    var label = TurnLabel(span: span, kind: .person)
    label.isInterpreted = remarks.contains {
      let folded = Self.folded(wordsOf: $0)
      return folded.indices.contains { words.match(folded, at: $0, .interpreted) > 0 }
    }
    label.remark = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
    if let kind = kind(of: segments) {
      label.kind = kind
      if segments.count > 1, isName(segments[0]) == false, let last = segments.last, isName(last) {
        label.name = name(last)
      }
      return label
    }
    let place = place(ofNameIn: segments)
    if let place {
      let (segment, start) = place
      label.name = name(Segment(segments[segment], from: start))
      if start > 0 {
        segments[segment].words.removeSubrange(start...)
      } else {
        segments.remove(at: segment)
      }
    }
    let role = segments.map(\.text).filter { !$0.isEmpty }.joined(separator: ", ")
    label.role = role.isEmpty ? nil : role
    return label
  }

  /// The kind of a label that names nobody, from its first words: `PREGUNTA`, `VOZ DE MUJER`.
  private func kind(of segments: [Segment]) -> TurnLabel.Kind? {
    guard let first = segments.first else { return nil }
    let start = titles(first)
    let kinds: [(TranscriptWords.Heading, TurnLabel.Kind)] = [
      (.questions, .question), (.answers, .answer), (.interjections, .interjection),
      (.voices, .voice),
    ]
    for (heading, kind) in kinds {
      for place in Set([0, start]) where words.match(first.folded, at: place, heading) > 0 {
        return kind
      }
    }
    return nil
  }

  /// Whether a label is one of those that the language's lists know, by kind, office or title.
  func isKnown(_ text: String) -> Bool {
    let (segments, _) = segments(of: text)
    guard let first = segments.first else { return false }
    return kind(of: segments) != nil || isRole(first) || titles(first) > 0
  }

  /// The parts between commas and brackets, and what stands in the brackets; an abbreviation in
  /// brackets belongs to the office and is dropped.
  private func segments(of text: String) -> (segments: [Segment], remarks: [String]) {
    var parts = [""]
    var remarks: [String] = []
    var remark: String?
    var previous: Character = " "
    for character in text {
      switch character {
      case "(", "[":
        remark = remark ?? ""
      case ")", "]":
        let words = remark?.split(separator: " ") ?? []
        let isAbbreviation =
          words.count == 1 && remark?.lowercased() != remark
          && self.words.match(Self.folded(wordsOf: remark ?? ""), .interpreted) == 0
        if let remark, !words.isEmpty, !isAbbreviation { remarks.append(remark) }
        remark = nil
        parts.append("")
      case "," where remark == nil, "–" where remark == nil, "—" where remark == nil:
        parts.append("")
      case " " where remark == nil && previous == "." && endsSentence(parts[parts.count - 1]):
        parts.append("")
      default:
        if remark != nil {
          remark?.append(character)
        } else {
          parts[parts.count - 1].append(character)
        }
      }
      previous = character
    }
    return (parts.map { Segment($0) }.filter { $0.count > 0 }, remarks)
  }

  /// Whether a stop ends the office, such as `SALUD.`, and no title or initial.
  private func endsSentence(_ text: String) -> Bool {
    guard let last = text.split(separator: " ").last, last.count > 4 else { return false }
    return words.match([Self.folded(last)], .titles) == 0 && !last.dropLast().contains(".")
  }

  /// How many words before the name are titles.
  private func titles(_ segment: Segment) -> Int {
    var start = 0
    while start < segment.count {
      let length = words.match(segment.folded, at: start, .titles)
      if length == 0 { break }
      start += length
    }
    return start
  }

  private func isRole(_ segment: Segment) -> Bool {
    words.match(segment.folded, at: titles(segment), .roles) > 0
      || words.match(segment.folded, .roles) > 0
  }

  /// Whether a part can be a person's name.
  private func isName(_ segment: Segment) -> Bool {
    let start = titles(segment)
    let name = Segment(segment, from: start)
    guard (1...7).contains(name.count), !isRole(segment),
      !words.contains(name.folded[0], .connectors),
      name.folded[name.count - 1].utf8.count == 1
        || !words.contains(name.folded[name.count - 1], .connectors)
    else { return false }
    for (index, word) in name.folded.enumerated() {
      if words.contains(word, .bodies) || words.contains(word, .qualifiers) { return false }
      if word.utf8.contains(where: { (0x30...0x39).contains($0) }) { return false }
      // `José Ortega y Gasset`, but `Comunicaciones y Transportes`.
      if word.utf8.count == 1, index == 1, words.contains(word, .connectors) { return false }
    }
    return true
  }

  /// The part that is the name, and the word of it that the name begins at.
  private func place(ofNameIn segments: [Segment]) -> (segment: Int, start: Int)? {
    guard let first = segments.first, let last = segments.last else { return nil }
    if segments.count > 1 {
      if isRole(first) {
        if isName(last) { return (segments.count - 1, titles(last)) }
      } else if segments.dropFirst().contains(where: { isRole($0) }) {
        return isName(first) ? (0, titles(first)) : nil
      } else if !isName(first), isName(last) {
        return (segments.count - 1, titles(last))
      }
    }
    if !isRole(first) { return isName(first) ? (0, titles(first)) : nil }
    return nameBehindRole(first).map { (0, $0) }
  }

  /// Where the name begins in `PRESIDENTA MARCELA IBARRA` or `PRESIDENTA DE AURELIA MARCELA IBARRA`.
  private func nameBehindRole(_ segment: Segment) -> Int? {
    var start = titles(segment)
    var length = words.match(segment.folded, at: start, .roles)
    if length == 0 { (start, length) = (0, words.match(segment.folded, .roles)) }
    start += length
    func skip(_ heading: TranscriptWords.Heading) {
      while start < segment.count, words.match(segment.folded, at: start, heading) > 0 {
        start += words.match(segment.folded, at: start, heading)
      }
    }
    skip(.qualifiers)
    var needed = 1
    if start < segment.count, words.contains(segment.folded[start], .connectors) {
      // The name of a country or body of one word; of more, its end cannot be told.
      skip(.connectors)
      guard start < segment.count, !words.contains(segment.folded[start], .bodies) else {
        return nil
      }
      start += 1
      skip(.qualifiers)
      needed = 2
    }
    guard segment.count - start >= needed else { return nil }
    let rest = Segment(segment, from: start)
    if needed == 2, rest.folded.contains(where: { words.contains($0, .connectors) }) { return nil }
    return isName(rest) ? start + titles(rest) : nil
  }

  /// A name in the case of names: what is in capitals gets one for each word, but not for small
  /// words inside.
  private func name(_ segment: Segment) -> String {
    let start = titles(segment)
    // The last word is the name's own: `DE LA O`.
    let last = segment.words.count - start - 1
    return zip(segment.words, segment.folded).dropFirst(start).enumerated().map { index, word in
      let (written, folded) = word
      guard written.uppercased() == written, written.lowercased() != written else {
        return String(written)
      }
      if index > 0, index < last, words.contains(folded, .connectors) { return folded }
      return written.split(separator: "-", omittingEmptySubsequences: false).map {
        $0.prefix(1) + $0.dropFirst().lowercased()
      }.joined(separator: "-")
    }.joined(separator: " ")
  }
}
