/// The schema of `stages`: what `uses` names decides what can stand in `with`.
enum StageSchema {
  static let stages = JSONValue.object([
    ("type", "array"), ("minItems", 1), ("items", .reference(to: "stage")),
  ])

  static var stage: JSONValue {
    .orReference(
      "A stage and its parameters.",
      .object([
        ("type", "object"), ("required", .names(["uses"])), ("additionalProperties", false),
        ("properties", .object(properties)),
        ("allOf", .array(StageCatalog.all.map { condition($0) })),
      ]))
  }

  private static var properties: JSONValue.Members {
    [
      (
        "uses",
        .orReference(
          "The stage.", .anyOf(StageCatalog.all.map { .constant($0.name, $0.summary) }))
      ),
      (
        "id",
        .orReference(
          "What it is called elsewhere; without it, as the stage.", .id, optional: true)
      ),
      ("with", .described("Its parameters.", [])),
      (
        "from",
        .orReference(
          "What it reads: the id of a stage before it, with values of its matrix in brackets where only "
            + "some are meant, or inputs; without it, the stage before it.",
          .object([
            ("type", .names(["string", "array"])), ("minLength", 1), ("minItems", 1),
            ("uniqueItems", true),
            ("items", .text),
          ]), optional: true)
      ),
      (
        "matrix",
        .orReference(
          "Names and values: one stage for each of them, with ${matrix.NAME} for the value.",
          .object([
            ("type", "object"), ("minProperties", 1),
            ("propertyNames", .object([("pattern", .string(JSONValue.plainNamePattern))])),
            (
              "additionalProperties",
              .orReference(
                "The values.",
                .object([
                  ("type", "array"), ("minItems", 1), ("uniqueItems", true),
                  (
                    "items",
                    .object([
                      ("type", .names(["string", "number", "boolean"])), ("minLength", 1),
                      ("maxLength", 200),
                    ])
                  ),
                ]))
            ),
          ]), optional: true)
      ),
      (
        "if",
        .orReference(
          "Whether it is done; mostly \"${params.NAME}\" or \"${matrix.NAME}\". What follows it then "
            + "follows what it would have followed.",
          .object([("type", "boolean")]), optional: true, standard: true)
      ),
    ]
  }

  /// What `with` must be if `uses` names the stage.
  private static func condition(_ stage: any Stage.Type) -> JSONValue {
    var then: JSONValue.Members = [
      (
        "properties", .object([("with", .reference(to: definition(of: stage)))])
      )
    ]
    if needsParameters(stage) { then.append(("required", .names(["with"]))) }
    return .object([
      (
        "if",
        .object([
          ("type", "object"), ("required", .names(["uses"])),
          ("properties", .object([("uses", .object([("const", .string(stage.name))]))])),
        ])
      ), ("then", .object(then)),
    ])
  }

  private static func needsParameters(_ stage: any Stage.Type) -> Bool {
    stage.parameters.contains { $0.standard == nil }
  }

  private static func definition(of stage: any Stage.Type) -> String { "with-\(stage.name)" }

  /// The parameters of each stage.
  static var withDefinitions: JSONValue.Members {
    StageCatalog.all.map { stage in
      (
        definition(of: stage),
        .orReference(
          "Parameters of '\(stage.name)', which \(stage.summary).",
          .mapping(
            stage.parameters.map { ($0.name, parameter($0)) },
            required: stage.parameters.filter { $0.standard == nil }.map(\.name)),
          optional: !needsParameters(stage))
      )
    }
  }

  private static func parameter(_ declaration: ParameterDeclaration) -> JSONValue {
    .orReference(
      "\(declaration.summary): \(declaration.kind.expectation).", declaration.kind.schema,
      optional: declaration.standard != nil, standard: declaration.standard.flatMap(standard))
  }

  /// A default as an editor should show it; no limit is none.
  private static func standard(_ value: ParameterValue) -> JSONValue? {
    switch value {
    case .none, .integer(.max): nil
    case .boolean(let value): .boolean(value)
    case .integer(let value): .integer(value)
    case .number(let value): .number(value)
    case .text(let text): .string(text)
    case .texts(let texts): .names(texts)
    }
  }
}

extension ParameterDeclaration.Kind {
  /// What values there are, as a schema.
  fileprivate var schema: JSONValue {
    switch self {
    case .boolean: return .object([("type", "boolean")])
    case .integer(let range):
      var members: JSONValue.Members = [("type", "integer")]
      if range.lowerBound > .min { members.append(("minimum", .integer(range.lowerBound))) }
      if range.upperBound < .max { members.append(("maximum", .integer(range.upperBound))) }
      return .object(members)
    case .number(let range):
      let greatest = Double.greatestFiniteMagnitude
      var members: JSONValue.Members = [("type", "number")]
      if range.lowerBound > -greatest { members.append(("minimum", .number(range.lowerBound))) }
      if range.upperBound < greatest { members.append(("maximum", .number(range.upperBound))) }
      return .object(members)
    case .choice(let names): return .choice(names)
    case .choiceOrPath(let names): return .anyOf([.choice(names), .text(pattern: "[/.]")])
    case .outputPath: return .innerPath
    case .text: return .object([("type", .names(Self.scalarTypes))])
    case .texts: return .object([("type", "array"), ("items", Self.scalar)])
    case .textsOrText:
      return .object([
        ("type", .names(["array"] + Self.scalarTypes)), ("minItems", 1), ("minLength", 1),
        ("items", Self.scalar),
      ])
    }
  }

  /// What YAML takes for a number or a truth value is text for the reader.
  private static let scalarTypes = ["string", "number", "boolean"]
  private static let scalar = JSONValue.object([("type", .names(scalarTypes))])
}
