// What the schemas are put together from.

extension JSONValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral,
  ExpressibleByIntegerLiteral
{
  init(stringLiteral text: String) { self = .string(text) }
  init(booleanLiteral value: Bool) { self = .boolean(value) }
  init(integerLiteral value: Int) { self = .integer(value) }
}

extension JSONValue {
  typealias Members = [(key: String, value: JSONValue)]

  /// A whole schema; the members say what it takes.
  static func schema(_ title: String, _ members: Members) -> JSONValue {
    .object(
      [
        ("$schema", "http://json-schema.org/draft-07/schema#"),
        ("$comment", "Made by 'cotejo schema'; edit the program instead."),
        ("title", .string(title)),
      ] + members)
  }

  /// A schema with what editors show of it.
  static func described(_ description: String, _ members: Members) -> JSONValue {
    .object([("description", .string(description))] + members)
  }

  /// What `${params.NAME}` and `${matrix.NAME}` look like, alone or inside longer text.
  static let referencePattern = #"\$\{(params|matrix)\.[^}]+\}"#

  /// A value, or `${params.x}` in its place, or nothing where it is optional: a key without a value is
  /// as good as none.
  ///
  /// As far as it can be, this is said without alternatives, of which editors cannot tell which one
  /// was meant: `pattern` holds for text alone, `properties` for mappings, `items` for lists.
  static func orReference(
    _ description: String, _ value: JSONValue, optional: Bool = false, standard: JSONValue? = nil
  ) -> JSONValue {
    guard case .object(var members) = value else { return value }
    if let at = members.firstIndex(where: { $0.key == "type" }) {
      var types: [JSONValue] = []
      switch members[at].value {
      case .array(let several): types = several
      case let one: types = [one]
      }
      var names = types.compactMap { type in
        if case .string(let name) = type { name } else { nil }
      }
      let takesText = names.contains("string")
      if !takesText { names.append("string") }
      if optional { names.append("null") }
      members[at].value = .names(names)
      if let pattern = members.firstIndex(where: { $0.key == "pattern" }),
        case .string(let own) = members[pattern].value
      {
        members[pattern].value = .string("\(referencePattern)|\(own)")
      } else if !takesText {
        members.append(("pattern", .string(referencePattern)))
      }
    } else {
      var choices: [JSONValue] = [value, .reference(to: "reference")]
      if optional { choices.append(.object([("type", "null")])) }
      members = [("anyOf", .array(choices))]
    }
    if let standard { members.insert(("default", standard), at: 0) }
    return .described(description, members)
  }

  static func reference(to definition: String) -> JSONValue {
    .object([("$ref", .string("#/definitions/\(definition)"))])
  }

  static func anyOf(_ choices: [JSONValue]) -> JSONValue {
    .object([("anyOf", .array(choices))])
  }

  /// One value of several, with what it means.
  static func constant(_ value: String, _ description: String) -> JSONValue {
    .described(description, [("const", .string(value))])
  }

  static func names(_ names: [String]) -> JSONValue { .array(names.map { .string($0) }) }

  static func choice(_ names: [String]) -> JSONValue { .object([("enum", .names(names))]) }

  /// A mapping of keys that are all known.
  static func mapping(_ properties: Members, required: [String] = []) -> JSONValue {
    var members: Members = [("type", "object"), ("additionalProperties", false)]
    if !required.isEmpty { members.append(("required", .names(required))) }
    members.append(("properties", .object(properties)))
    return .object(members)
  }

  static func text(pattern: String) -> JSONValue {
    .object([("type", "string"), ("pattern", .string(pattern))])
  }

  static let number = JSONValue.object([("type", "number")])

  /// Text that is not empty; what YAML takes for a number is text for the reader.
  static let text = JSONValue.object([
    ("type", .names(["string", "number"])), ("minLength", 1),
  ])

  /// What can name a pipeline, by the reader's rule for names.
  ///
  /// Letters beyond ASCII are not told apart here, as not all that read patterns know their classes.
  static let name = JSONValue.object([
    ("type", .names(["string", "number"])), ("pattern", .string(namePattern)),
  ])

  static let namePattern = #"^[^\u0000-\/:-@\[-^`{-\u007F][^\u0000-,\/:-@\[-^`{-\u007F]*$"#

  /// A name without '.'.
  static let plainNamePattern =
    #"^[^\u0000-\/:-@\[-^`{-\u007F][^\u0000-,.\/:-@\[-^`{-\u007F]*$"#

  /// What can name a stage.
  static let id = JSONValue.object([
    ("type", .names(["string", "number"])),
    ("pattern", .string("^(?!params$)" + plainNamePattern.dropFirst())),
  ])

  /// The outline of RFC 5646; the reader goes by all of it.
  static let languageTag = JSONValue.text(pattern: languageTagPattern)

  static let languageTagPattern = "^([A-Za-z]{2,3}|[xX])([-_][A-Za-z0-9]{1,8})*$"

  /// Both languages of a pipeline or a corpus.
  static let languages = JSONValue.mapping(
    [
      ("source", .orReference("The language of the originals, such as es.", .languageTag)),
      ("target", .orReference("The language of the renderings, such as en.", .languageTag)),
    ], required: ["source", "target"])

  /// A path that stays below its folder.
  static let innerPath = JSONValue.text(
    pattern: #"^(?!\.{1,2}(\/|$))[^\/]+(\/(?!\.{1,2}(\/|$))[^\/]+)*$"#)

  /// A path pattern with captures, or the path of a folder.
  static let pathPattern = JSONValue.text(
    pattern: #"^(?!\/)(?!([^\/]*\/)*\.\.(\/|$))([^{}]|\{[A-Za-z][A-Za-z0-9_]*\}(?!\{))+$"#)
}
