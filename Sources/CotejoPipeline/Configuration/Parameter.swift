/// The value of a parameter, as the plan has it.
public enum ParameterValue: Hashable, Sendable, CustomStringConvertible {
  /// Not set: the parameter does nothing.
  case none
  /// `true` or `false`.
  case boolean(Bool)
  /// A whole number.
  case integer(Int)
  /// A number.
  case number(Double)
  /// A name or a path.
  case text(String)
  /// A list of texts.
  case texts([String])

  /// The value as one would write it; the same value always reads the same.
  public var description: String {
    switch self {
    case .none: "none"
    case .boolean(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .number(let value): String(value)
    case .text(let value): value
    case .texts(let values): Self.list(values)
    }
  }

  /// A list in YAML's flow style, each text in quotation marks.
  private static func list(_ values: [String]) -> String {
    var bytes: [UInt8] = []
    JSONValue.array(values.map { .string($0) }).appendLine(to: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// What a stage says about one of its parameters: checking, listings and editors' schemas come from
/// this one place.
public struct ParameterDeclaration: Sendable {
  /// What values a parameter takes.
  public enum Kind: Hashable, Sendable {
    /// `true` or `false`.
    case boolean
    /// A whole number in a range.
    case integer(ClosedRange<Int>)
    /// A number in a range.
    case number(ClosedRange<Double>)
    /// One of some names.
    case choice([String])
    /// One of some names, or the path of a file.
    case choiceOrPath([String])
    /// The path of a file of the run, below its output folder.
    case outputPath
    /// Any text.
    case text
    /// A list of texts.
    case texts
    /// A list of at least one text, or one text.
    case textsOrText
  }

  /// The key in a stage's `with`.
  public let name: String
  /// What values it takes.
  public let kind: Kind
  /// The value when it is not given; `nil` where it must be given.
  public let standard: ParameterValue?
  /// One line for people.
  public let summary: String
}

/// A parameter of a stage, typed as the stage uses it.
public struct Parameter<Value: Sendable>: Sendable {
  /// Name, kind, default and summary.
  public let declaration: ParameterDeclaration
  /// Takes the value out of what the plan has; the plan was checked against the declaration.
  let unwrap: @Sendable (ParameterValue) -> Value?
}

extension Parameter<Bool> {
  /// Declares a switch.
  static func boolean(_ name: String, default standard: Bool, _ summary: String) -> Self {
    Self(
      declaration: ParameterDeclaration(
        name: name, kind: .boolean, standard: .boolean(standard), summary: summary)
    ) { if case .boolean(let value) = $0 { value } else { nil } }
  }
}

extension Parameter<Int> {
  /// Declares a whole number.
  static func integer(
    _ name: String, in range: ClosedRange<Int>, default standard: Int, _ summary: String
  ) -> Self {
    Self(
      declaration: ParameterDeclaration(
        name: name, kind: .integer(range), standard: .integer(standard), summary: summary)
    ) { if case .integer(let value) = $0 { value } else { nil } }
  }
}

extension Parameter<Double> {
  /// Declares a number.
  static func number(
    _ name: String, in range: ClosedRange<Double>, default standard: Double, _ summary: String
  ) -> Self {
    Self(
      declaration: ParameterDeclaration(
        name: name, kind: .number(range), standard: .number(standard), summary: summary)
    ) { if case .number(let value) = $0 { value } else { nil } }
  }
}

extension Parameter<Double?> {
  /// Declares a number that does nothing unless it is set.
  static func optionalNumber(
    _ name: String, in range: ClosedRange<Double>, _ summary: String
  ) -> Self {
    Self(
      declaration: ParameterDeclaration(
        name: name, kind: .number(range), standard: ParameterValue.none, summary: summary)
    ) { if case .number(let value) = $0 { .some(value) } else { .some(nil) } }
  }
}

extension Parameter where Value: CaseIterable & RawRepresentable<String> {
  /// Declares a choice between the cases of an enumeration.
  static func choice(_ name: String, default standard: Value, _ summary: String) -> Self {
    Self(
      declaration: ParameterDeclaration(
        name: name, kind: .choice(Value.allCases.map(\.rawValue)),
        standard: .text(standard.rawValue), summary: summary)
    ) { if case .text(let value) = $0 { Value(rawValue: value) } else { nil } }
  }
}

extension Parameter<String> {
  /// Declares a choice between some names, known only when the program runs.
  static func name(
    _ name: String, among names: [String], default standard: String? = nil, _ summary: String
  ) -> Self {
    Self(
      declaration: ParameterDeclaration(
        name: name, kind: .choice(names), standard: standard.map { .text($0) }, summary: summary)
    ) { if case .text(let value) = $0 { value } else { nil } }
  }

  /// Declares one of some names or else a path.
  static func nameOrPath(
    _ name: String, names: [String], default standard: String, _ summary: String
  ) -> Self {
    Self(
      declaration: ParameterDeclaration(
        name: name, kind: .choiceOrPath(names), standard: .text(standard), summary: summary)
    ) { if case .text(let value) = $0 { value } else { nil } }
  }

  /// Declares the path of a file that the run writes, below the output folder; must be given.
  static func outputPath(_ name: String, _ summary: String) -> Self {
    Self(
      declaration: ParameterDeclaration(
        name: name, kind: .outputPath, standard: nil, summary: summary)
    ) { if case .text(let value) = $0 { value } else { nil } }
  }
}

extension Parameter<String?> {
  /// Declares a text that need not be given.
  static func optionalText(_ name: String, _ summary: String) -> Self {
    Self(
      declaration: ParameterDeclaration(
        name: name, kind: .text, standard: ParameterValue.none, summary: summary)
    ) { if case .text(let value) = $0 { .some(value) } else { .some(nil) } }
  }
}

extension Parameter<[String]> {
  /// Declares a list of texts, empty unless it is given.
  static func texts(_ name: String, _ summary: String) -> Self {
    Self(
      declaration: ParameterDeclaration(
        name: name, kind: .texts, standard: ParameterValue.none, summary: summary)
    ) { if case .texts(let values) = $0 { values } else { [] } }
  }
}

extension Parameter<Program.Command> {
  /// Declares a program and its arguments, or a line for the shell; must be given.
  static func command(_ name: String, _ summary: String) -> Self {
    Self(
      declaration: ParameterDeclaration(
        name: name, kind: .textsOrText, standard: nil, summary: summary)
    ) { value in
      switch value {
      case .texts(let words): .list(words)
      case .text(let line): .shell(line)
      default: nil
      }
    }
  }
}

/// The values of all parameters of a stage, checked against their declarations.
public struct ParameterValues: Sendable {
  private let values: [String: ParameterValue]

  /// Takes values that were checked; what is missing has its default.
  init(_ given: [String: ParameterValue], for declarations: [ParameterDeclaration]) {
    var values: [String: ParameterValue] = [:]
    for declaration in declarations {
      values[declaration.name] = given[declaration.name] ?? declaration.standard
    }
    self.values = values
  }

  /// The value of a parameter that the stage declares.
  subscript<Value>(parameter: Parameter<Value>) -> Value {
    let name = parameter.declaration.name
    guard let value = values[name].flatMap(parameter.unwrap) else {
      preconditionFailure("the parameter '\(name)' was read without having been checked")
    }
    return value
  }

  /// Names and values in the order of the names, for the manifest and for fingerprints.
  public var sorted: [(name: String, value: ParameterValue)] {
    values.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }
}
