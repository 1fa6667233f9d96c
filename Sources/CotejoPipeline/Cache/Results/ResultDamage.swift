/// Why bytes are no result of a stage that can be used: the stage is to be run again.
public struct ResultDamage: Error, Hashable, Sendable, CustomStringConvertible {
  /// The byte of the result from which on it could not be read.
  public let offset: Int
  /// What is wrong, one phrase without the place.
  public let message: String

  /// Names what is wrong at a byte of a result.
  init(at offset: Int, _ message: String) {
    self.offset = offset
    self.message = message
  }

  /// `byte N: message`.
  public var description: String { "byte \(offset): \(message)" }
}
