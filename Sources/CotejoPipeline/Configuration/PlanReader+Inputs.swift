internal import CotejoText

extension PlanReader {
  /// Reads `inputs`, and puts the folders of the command line in place of their corpora.
  mutating func inputs(
    _ node: ConfigurationNode, _ languages: (source: LanguageTag, target: LanguageTag)?,
    _ corpora: [(input: String?, folder: String)]
  ) -> [PlannedInput] {
    guard case .mapping(let entries) = node.value, !entries.isEmpty else {
      report(node.place, "'inputs' must be a mapping of names, and this is \(node.kind)")
      return []
    }
    let folders = folders(corpora, inputs: entries.map(\.key))
    var inputs: [PlannedInput] = []
    for entry in entries {
      if !Self.isName(entry.key) {
        report(entry.place, "an input's name is made of letters, digits, '.', '_' and '-'")
      }
      let (entry, file) = completed(entry, languages, folder: folders[entry.key])
      guard var input = input(entry, languages, folder: folders[entry.key]) else { continue }
      input.licence = file?.licence
      input.origin = file?.source
      inputs.append(input)
    }
    return inputs
  }

  mutating func folders(
    _ corpora: [(input: String?, folder: String)], inputs: [String]
  ) -> [String: String] {
    var folders: [String: String] = [:]
    for (input, folder) in corpora {
      let place = Place(file: "--corpus \(input.map { "\($0)=" } ?? "")\(folder)")
      guard let name = input ?? (inputs.count == 1 ? inputs[0] : nil) else {
        report(
          place,
          "the pipeline has the inputs \(inputs.joined(separator: ", ")); say INPUT=DIR")
        continue
      }
      if !inputs.contains(name) {
        report(
          place, "the pipeline has no input '\(name)'" + Suggestion.text(for: name, among: inputs))
      } else if folders.updateValue(folder, forKey: name) != nil {
        report(place, "the input '\(name)' is given two folders")
      }
    }
    return folders
  }

  mutating func input(
    _ entry: ConfigurationNode.Entry, _ languages: (source: LanguageTag, target: LanguageTag)?,
    folder: String?
  ) -> PlannedInput? {
    var reader = MappingReader(entry.value, what: "input '\(entry.key)'")
    let given = reader.text("corpus")
    if given == nil, folder == nil, entry.value["corpus"] == nil {
      reader.miss(
        ["corpus"], "input '\(entry.key)' needs 'corpus': the folder of the documents",
        at: entry.place)
    }
    if let given, given.text.isEmpty { reader.report(given.place, "'corpus' is empty") }
    let manifest = reader.text("manifest")
    if let manifest, !ParameterReader.isInside(manifest.text) {
      reader.report(manifest.place, "'manifest' must be a path below the corpus folder")
    }
    let rolesEntry = reader.entry("roles")
    if let rolesEntry, manifest != nil {
      reader.report(
        rolesEntry.place, "'roles' and 'manifest' both say which documents belong together")
    }
    let transcripts = reader.text("transcripts").flatMap { self.transcripts($0, &reader) }
    let match = reader.entry("match")
    let speakers = reader.entry("speakers").map { self.speakers($0.value) }
    let unpaired = reader.choice("unpaired", PlannedInput.Unpaired.self) ?? .warn
    let charset = reader.text("charset")
    if let charset, !DocumentReader.Charset(charset.text).isKnown {
      reader.report(
        charset.place,
        "'charset' must be utf-8, detect, or the name of a charset such as windows-1252, and this "
          + "is '\(charset.text)'")
    }
    let hasTranscripts = reader.entry("transcripts")
    if let hasTranscripts, rolesEntry == nil, let languages {
      reader.report(
        hasTranscripts.place,
        "'transcripts' needs 'roles' with a path pattern for the articles, such as "
          + "{\(languages.target): \"articles/{stem}.txt\"}")
    }
    if let match, hasTranscripts == nil {
      reader.report(
        match.place,
        "'match' says which of the 'transcripts' an article may quote from; there are none")
    }
    problems += reader.finish()
    let roles = rolesEntry.flatMap {
      self.roles($0.value, languages, hasTranscripts: hasTranscripts != nil)
    }
    if let roles, roles.source != nil, let hasTranscripts {
      report(
        hasTranscripts.place,
        "'transcripts' are for articles alone, and 'roles' gives each document its original")
    }
    let rule = match.flatMap {
      self.match($0, "input '\(entry.key)'", roles: roles, transcripts: transcripts)
    }
    guard let corpus = folder ?? given?.text else { return nil }
    return PlannedInput(
      name: entry.key, corpus: corpus, roles: roles, manifest: manifest?.text,
      transcripts: transcripts, match: rule, speakers: speakers ?? [], unpaired: unpaired,
      charset: charset?.text ?? "utf-8", place: entry.place)
  }

  private func transcripts(
    _ given: (text: String, place: Place), _ reader: inout MappingReader
  ) -> TranscriptSelection? {
    switch TranscriptSelection.read(given.text) {
    case .success(let selection): return selection
    case .failure(let fault):
      reader.report(given.place, fault.message)
      return nil
    }
  }

  /// Reads `speakers`: names and the languages that they speak.
  private mutating func speakers(_ node: ConfigurationNode) -> [PlannedInput.Speaker] {
    guard case .mapping(let entries) = node.value else {
      report(
        node.place,
        "'speakers' must be a mapping of names and languages, and this is \(node.kind)")
      return []
    }
    var speakers: [PlannedInput.Speaker] = []
    for entry in entries {
      guard let text = entry.value.text else {
        report(
          entry.value.place,
          "the language of '\(entry.key)' must be text, and this is \(entry.value.kind)")
        continue
      }
      do {
        speakers.append(PlannedInput.Speaker(name: entry.key, language: try LanguageTag(text)))
      } catch {
        report(entry.value.place, error.message)
      }
    }
    return speakers
  }

  private mutating func roles(
    _ node: ConfigurationNode, _ languages: (source: LanguageTag, target: LanguageTag)?,
    hasTranscripts: Bool
  ) -> PlannedInput.Roles? {
    guard case .mapping(let entries) = node.value else {
      report(node.place, "'roles' must be a mapping of languages, and this is \(node.kind)")
      return nil
    }
    guard let languages else { return nil }
    var found: (source: PathPattern?, target: PathPattern?)
    for entry in entries {
      let pattern = pattern(entry.value)
      let tag = try? LanguageTag(entry.key)
      if let tag, tag == languages.source || tag.description == languages.source.language {
        found.source = pattern
      } else if let tag, tag == languages.target || tag.description == languages.target.language {
        found.target = pattern
      } else {
        report(
          entry.place,
          "'\(entry.key)' is none of the languages \(languages.source) and \(languages.target)")
      }
    }
    for (pattern, language) in [
      (found.source, languages.source), (found.target, languages.target),
    ] where pattern == nil {
      guard !entries.contains(where: { (try? LanguageTag($0.key)) == language }) else { continue }
      guard !entries.contains(where: { $0.key == language.language }) else { continue }
      let isSource = language == languages.source
      if isSource, hasTranscripts { continue }
      let remedy = isSource ? ", or the input 'transcripts' that the articles quote from" : ""
      report(node.place, "'roles' needs a path pattern for '\(language)'" + remedy)
    }
    guard let target = found.target else { return nil }
    guard let source = found.source else {
      return hasTranscripts ? PlannedInput.Roles(source: nil, target: target) : nil
    }
    let shared = source.captures.filter { target.captures.contains($0) }
    if shared.isEmpty, !(source.captures.isEmpty && target.captures.isEmpty) {
      report(
        node.place,
        "the patterns share no capture such as '{stem}', so nothing says which documents belong"
          + " together")
      return nil
    }
    return PlannedInput.Roles(source: source, target: target)
  }

  private mutating func pattern(_ node: ConfigurationNode) -> PathPattern? {
    guard let text = node.text else {
      report(node.place, "a role's path pattern must be text, and this is \(node.kind)")
      return nil
    }
    switch PathPattern.read(text) {
    case .success(let pattern): return pattern
    case .failure(let fault):
      report(node.place, fault.message)
      return nil
    }
  }
}
