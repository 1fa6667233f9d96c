internal import CotejoText

/// Reads `languages`, of a pipeline or a corpus: the tags of both sides, which must differ.
struct LanguagesReader {
  private(set) var problems: [PipelineError] = []

  /// Both tags, or at least one problem.
  mutating func read(
    _ node: ConfigurationNode
  ) -> (source: LanguageTag, target: LanguageTag)? {
    var reader = MappingReader(node, what: "'languages'")
    let texts = [
      reader.requiredText("source", "the language of the originals"),
      reader.requiredText("target", "the language of the renderings"),
    ]
    var tags: [LanguageTag] = []
    for case (let text, let place)? in texts {
      do {
        tags.append(try LanguageTag(text))
      } catch {
        reader.report(place, error.message)
      }
    }
    if tags.count == 2, tags[0] == tags[1], let place = texts[1]?.place {
      reader.report(place, "both sides are '\(tags[0])'; the languages must differ")
    }
    problems += reader.finish()
    return tags.count == 2 ? (tags[0], tags[1]) : nil
  }
}
