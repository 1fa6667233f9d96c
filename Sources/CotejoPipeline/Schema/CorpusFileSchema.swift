/// The JSON Schema of `corpus.yml`, which says of a folder what pipelines need not repeat.
public enum CorpusFileSchema {
  /// The schema, indented, with a line end behind it.
  public static func json() -> [UInt8] { value.pretty() }

  static var value: JSONValue {
    .schema(
      "A folder of documents for cotejo",
      [
        ("type", .names(["object", "null"])), ("additionalProperties", false),
        (
          "properties",
          .object(
            [
              (
                "languages",
                .orReference(
                  "The languages of both sides, as BCP 47 tags.", .languages, optional: true)
              )
            ] + InputSchema.documents + [
              (
                "licence",
                .orReference(
                  "What may be done with the documents, such as CC-BY-4.0; named in manifest.json.",
                  .text, optional: true)
              ),
              (
                "source",
                .orReference(
                  "Where the documents come from; named in manifest.json.", .text, optional: true)
              ),
            ])
        ),
        (
          "definitions",
          // Nothing stands for a value here: there are no 'params'.
          .object([("reference", .described("Not in this file.", [("not", .object([]))]))])
        ),
      ])
  }
}
