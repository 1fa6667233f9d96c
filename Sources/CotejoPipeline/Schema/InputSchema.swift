/// The schema of `inputs`, and of `corpus.yml`, which says the same of one folder.
enum InputSchema {
  static let inputs = JSONValue.object([
    ("type", "object"), ("minProperties", 1),
    ("propertyNames", .object([("pattern", .string(JSONValue.namePattern))])),
    ("additionalProperties", .reference(to: "input")),
  ])

  static let input = JSONValue.orReference(
    "A folder of documents, and how they belong together.",
    .mapping(
      [
        (
          "corpus",
          .orReference(
            "The folder of the documents, relative to the folder where the command is given; its "
              + "corpus.yml says what is not said here. --corpus takes another in its place.",
            .text, optional: true)
        )
      ] + documents + [
        (
          "manifest",
          .orReference(
            "The table that lists the pairs, below the corpus folder.", .innerPath, optional: true)
        ),
        (
          "unpaired",
          .orReference(
            "What to do with documents that have no partner.",
            .anyOf(PlannedInput.Unpaired.allCases.map { .constant($0.rawValue, $0.summary) }),
            optional: true, standard: .string(PlannedInput.Unpaired.warn.rawValue))
        ),
        (
          "match",
          .orReference(
            "Which transcripts an article may quote from.", match, optional: true)
        ),
      ]))

  private static let match = JSONValue.mapping(
    [
      (
        "by",
        .orReference(
          "What article and transcript have in common: one, or a list of what all must be.",
          .anyOf(
            criteria + [
              .object([
                ("type", "array"), ("minItems", 1), ("uniqueItems", true),
                ("items", .anyOf(criteria + [.reference(to: "reference")])),
              ])
            ]))
      ),
      (
        "window",
        .orReference(
          "How many days the one may be before or after the other.", .text(pattern: "^[0-9]+d$"),
          optional: true, standard: .string("\(TranscriptMatch.defaultWindow)d"))
      ),
    ], required: ["by"])

  private static let criteria = TranscriptMatch.Criterion.allCases.map {
    JSONValue.constant($0.rawValue, $0.summary)
  }

  /// What both a pipeline and `corpus.yml` say of documents.
  static let documents: JSONValue.Members = [
    (
      "roles",
      .orReference(
        "A path pattern for each language, such as {es: \"es/{stem}.txt\", en: \"en/{stem}.txt\"}; "
          + "what captures of the same name stand for joins a pair. Only for articles: one for the "
          + "language of the renderings, and 'transcripts'.",
        .object([
          ("type", "object"),
          ("propertyNames", .object([("pattern", .string(JSONValue.languageTagPattern))])),
          ("additionalProperties", .orReference("A path pattern.", .pathPattern)),
        ]), optional: true)
    ),
    (
      "transcripts",
      .orReference(
        "What articles may quote from: a path pattern, or a folder below the corpus folder.",
        .pathPattern, optional: true)
    ),
    (
      "speakers",
      .orReference(
        "Who spoke which language, where it is not that of the transcripts: names, or parts of them "
          + "that tell, and language tags.",
        .object([
          ("type", "object"),
          ("additionalProperties", .orReference("A language tag.", .languageTag)),
        ]), optional: true)
    ),
    (
      "charset",
      .orReference(
        "The charset of the documents: utf-8, detect, or a name such as windows-1252.",
        .anyOf([.choice(["utf-8", "detect"]), .object([("type", "string"), ("minLength", 1)])]),
        optional: true, standard: "utf-8")
    ),
  ]
}

extension PlannedInput.Unpaired {
  /// One line for people.
  fileprivate var summary: String {
    switch self {
    case .error: "Refuse the corpus."
    case .warn: "Go on without them, and say so."
    case .skip: "Go on without them; they are only counted."
    }
  }
}

extension TranscriptMatch.Criterion {
  /// One line for people.
  fileprivate var summary: String {
    switch self {
    case .date: "The day in their paths, or one near it."
    case .name: "What the captures that both path patterns have stand for."
    }
  }
}
