/// The JSON Schema of pipeline files, from which editors complete, explain and check them.
///
/// It is made of what the reader of pipelines goes by: the stages and their parameters, the metrics,
/// the enumerations. Draft 7, as the servers that editors ask about YAML know no later one in full.
/// It is no stricter than the reader, but for text that YAML takes for a number: quote it. What one
/// value says of another (the order of stages, names that must be there) only the reader checks.
public enum PipelineSchema {
  /// The schema, indented, with a line end behind it.
  public static func json() -> [UInt8] { value.pretty() }

  static var value: JSONValue {
    .schema(
      "A pipeline of cotejo",
      [
        ("type", "object"),
        ("required", .names(["cotejo", "inputs", "stages"])),
        ("additionalProperties", false),
        (
          "properties",
          .object([
            (
              "cotejo",
              .described("The version of this file's schema.", [("const", 1)])
            ),
            (
              "name",
              .orReference(
                "Names the default output folder; without it, the file's name does.",
                .name, optional: true)
            ),
            (
              "languages",
              .orReference(
                "The languages of both sides, as BCP 47 tags; may be left to the folders' corpus.yml.",
                .languages, optional: true)
            ),
            (
              "params",
              .described(
                "Values for ${params.NAME} elsewhere; --set NAME=VALUE changes one.",
                [("type", .names(["object", "null"]))])
            ),
            ("inputs", .orReference("Where the documents come from.", InputSchema.inputs)),
            ("stages", .orReference("What is done with them, in order.", StageSchema.stages)),
            (
              "checks",
              .orReference(
                "Bounds for the figures of the run; one outside ends it with exit code 1.",
                gates, optional: true)
            ),
          ])
        ),
        (
          "definitions",
          .object(
            [
              (
                "reference",
                .described(
                  "A value of 'params' or 'matrix'.",
                  [("type", "string"), ("pattern", .string(JSONValue.referencePattern))])
              ),
              ("input", InputSchema.input),
              ("stage", StageSchema.stage),
              ("check", gate),
            ] + StageSchema.withDefinitions)
        ),
      ])
  }

  private static let gates = JSONValue.object([
    ("type", "array"), ("items", .reference(to: "check")),
  ])

  private static var gate: JSONValue {
    .orReference(
      "A figure and its bounds.",
      .object([
        ("type", "object"), ("required", .names(["metric"])),
        (
          "anyOf",
          .array([
            .object([("required", .names(["minimum"]))]),
            .object([("required", .names(["maximum"]))]),
            .object([("type", "string")]),
          ])
        ),
        ("additionalProperties", false),
        (
          "properties",
          .object([
            (
              "metric",
              .orReference(
                "The figure that is checked.",
                .anyOf(Metric.allCases.map { .constant($0.rawValue, $0.summary) }))
            ),
            ("minimum", .orReference("The least that is fine.", .number, optional: true)),
            ("maximum", .orReference("The most that is fine.", .number, optional: true)),
          ])
        ),
      ]))
  }
}
