import Foundation

@testable import CotejoPipeline

/// Checks nodes of YAML against a JSON Schema, as far as our schemas go: a keyword that it does not
/// know is a fault of the schema.
struct SchemaValidator {
  /// A value by YAML 1.2's core, as editors see it.
  enum Instance {
    case null
    case boolean(Bool)
    case number(Double)
    case string(String)
    case array([Instance])
    case object([(key: String, value: Instance)])
  }

  let schema: JSONValue
  private(set) var faults: [String] = []

  private static let annotations: Set<String> = [
    "$schema", "$comment", "title", "description", "default", "definitions", "then",
  ]

  /// What is wrong with a file, each with the path to it; empty if nothing is.
  static func faults(in text: String, by schema: JSONValue) -> [String] {
    var yaml = YAMLReader(file: "s.yml")
    guard let root = yaml.read(Array(text.utf8)) else { return ["no YAML"] }
    var validator = SchemaValidator(schema: schema)
    validator.check(instance(root), schema, "")
    return validator.faults
  }

  init(schema: JSONValue) {
    self.schema = schema
  }

  private static func instance(_ node: ConfigurationNode) -> Instance {
    switch node.value {
    case .null: return .null
    case .sequence(let items): return .array(items.map(instance))
    case .mapping(let entries): return .object(entries.map { ($0.key, instance($0.value)) })
    case .scalar(let text, quoted: true): return .string(text)
    case .scalar(let text, quoted: false):
      if ["true", "True", "TRUE"].contains(text) { return .boolean(true) }
      if ["false", "False", "FALSE"].contains(text) { return .boolean(false) }
      let form = #"^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$"#
      guard matches(form, text), let number = Double(text) else { return .string(text) }
      return .number(number)
    }
  }

  private static func matches(_ pattern: String, _ text: String) -> Bool {
    guard let expression = try? NSRegularExpression(pattern: pattern) else { return false }
    let range = NSRange(text.startIndex..., in: text)
    return expression.firstMatch(in: text, range: range) != nil
  }

  private mutating func check(_ value: Instance, _ schema: JSONValue, _ path: String) {
    if case .boolean(let allowed) = schema {
      if !allowed { faults.append("\(path): not allowed") }
      return
    }
    guard case .object(let members) = schema else {
      faults.append("\(path): the schema is none")
      return
    }
    for (keyword, rule) in members where !Self.annotations.contains(keyword) {
      if !passes(value, keyword, rule, members, path) { faults.append("\(path): \(keyword)") }
    }
  }

  private func isValid(_ value: Instance, _ schema: JSONValue) -> Bool {
    var other = SchemaValidator(schema: self.schema)
    other.check(value, schema, "")
    return other.faults.isEmpty
  }

  /// Whether a value is right by one keyword; what is wrong further in is noted where it is.
  private mutating func passes(
    _ value: Instance, _ keyword: String, _ rule: JSONValue, _ members: JSONValue.Members,
    _ path: String
  ) -> Bool {
    switch (keyword, rule, value) {
    case ("$ref", .string(let name), _):
      guard let target = definition(name) else { return false }
      check(value, target, path)
      return true
    case ("type", .string(let name), _): return Self.types(value).contains(name)
    case ("type", .array(let names), _): return names.contains { isOfType($0, value) }
    case ("const", _, _): return Self.equals(rule, value)
    case ("enum", .array(let values), _): return values.contains { Self.equals($0, value) }
    case ("anyOf", .array(let schemas), _): return schemas.contains { isValid(value, $0) }
    case ("allOf", .array(let schemas), _):
      for schema in schemas { check(value, schema, path) }
      return true
    case ("if", _, _):
      if isValid(value, rule), let then = members.first(where: { $0.key == "then" })?.value {
        check(value, then, path)
      }
      return true
    case ("required", .array(let names), .object(let entries)):
      return names.allSatisfy { name in
        entries.contains { Self.equals(name, .string($0.key)) }
      }
    case ("properties", .object(let properties), .object(let entries)):
      for (key, schema) in properties {
        if let entry = entries.first(where: { $0.key == key }) {
          check(entry.value, schema, "\(path)/\(key)")
        }
      }
      return true
    case ("additionalProperties", _, .object(let entries)):
      var known: [String] = []
      if case .object(let properties)? = members.first(where: { $0.key == "properties" })?.value {
        known = properties.map(\.key)
      }
      for entry in entries where !known.contains(entry.key) {
        check(entry.value, rule, "\(path)/\(entry.key)")
      }
      return true
    case ("propertyNames", _, .object(let entries)):
      return entries.allSatisfy { isValid(.string($0.key), rule) }
    case ("minProperties", .integer(let least), .object(let entries)):
      return entries.count >= least
    case ("items", _, .array(let items)):
      for (index, item) in items.enumerated() { check(item, rule, "\(path)/\(index)") }
      return true
    case ("minItems", .integer(let least), .array(let items)): return items.count >= least
    case ("minLength", .integer(let least), .string(let text)):
      return text.unicodeScalars.count >= least
    case ("maxLength", .integer(let most), .string(let text)):
      return text.unicodeScalars.count <= most
    case ("uniqueItems", .boolean(true), .array(let items)):
      return Set(items.map { "\($0)" }).count == items.count
    case ("pattern", .string(let pattern), .string(let text)): return Self.matches(pattern, text)
    case ("minimum", _, .number(let number)): return Self.number(rule).map { $0 <= number } ?? false
    case ("maximum", _, .number(let number)): return Self.number(rule).map { $0 >= number } ?? false
    case ("required", _, _), ("properties", _, _), ("additionalProperties", _, _),
      ("propertyNames", _, _), ("minProperties", _, _), ("items", _, _), ("minItems", _, _),
      ("minLength", _, _), ("maxLength", _, _), ("uniqueItems", _, _), ("pattern", _, _),
      ("minimum", _, _), ("maximum", _, _):
      // Of no concern to a value of another type.
      return true
    default: return false
    }
  }

  private func isOfType(_ name: JSONValue, _ value: Instance) -> Bool {
    Self.types(value).contains { Self.equals(name, .string($0)) }
  }

  private func definition(_ name: String) -> JSONValue? {
    guard case .object(let members) = schema,
      case .object(let all)? = members.first(where: { $0.key == "definitions" })?.value
    else { return nil }
    return all.first { "#/definitions/\($0.key)" == name }?.value
  }

  private static func types(_ value: Instance) -> [String] {
    switch value {
    case .null: ["null"]
    case .boolean: ["boolean"]
    case .number(let number): number == number.rounded() ? ["number", "integer"] : ["number"]
    case .string: ["string"]
    case .array: ["array"]
    case .object: ["object"]
    }
  }

  private static func number(_ value: JSONValue) -> Double? {
    switch value {
    case .integer(let number): Double(number)
    case .number(let number): number
    default: nil
    }
  }

  private static func equals(_ rule: JSONValue, _ value: Instance) -> Bool {
    switch (rule, value) {
    case (.string(let left), .string(let right)): left == right
    case (.boolean(let left), .boolean(let right)): left == right
    case (_, .number(let right)): number(rule) == right
    default: false
    }
  }
}
