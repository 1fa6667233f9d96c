/// A value of a configuration file, with its place.
///
/// Scalars stay text until the reader of a key says what it expects: so `no` is a language and
/// `on` a name wherever text is meant.
struct ConfigurationNode: Sendable {
  /// A key of a mapping and its value.
  struct Entry: Sendable {
    var key: String
    var place: Place
    var value: ConfigurationNode
  }

  enum Value: Sendable {
    /// Nothing, `~` or `null`.
    case null
    /// Text; `quoted` text is never taken for a number or a boolean.
    case scalar(String, quoted: Bool)
    case sequence([ConfigurationNode])
    case mapping([Entry])
  }

  var value: Value
  var place: Place

  /// What kind of value this is, to name it in a message.
  var kind: String {
    switch value {
    case .null: "nothing"
    case .scalar(let text, _): "'\(text)'"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }

  /// The text, if it is a scalar.
  var text: String? {
    if case .scalar(let text, _) = value { return text }
    return nil
  }

  /// The value of a key, if this is a mapping that has it.
  subscript(key: String) -> ConfigurationNode? {
    guard case .mapping(let entries) = value else { return nil }
    return entries.first { $0.key == key }?.value
  }
}
