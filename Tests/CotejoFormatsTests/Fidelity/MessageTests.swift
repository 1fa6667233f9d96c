import Testing

@testable import CotejoFormats

struct MessageTests {
  /// Begins or goes on with a field; whether that was possible.
  private static func add(
    _ text: [UInt8], to message: inout Message, as field: Message.Field? = nil
  ) -> Bool {
    field.map { message.begin($0, with: text) } ?? message.append(text)
  }

  @Test func `a message counts the bytes of its texts`() {
    var message = Message()
    let parts = [
      Self.add([1, 2], to: &message, as: .original), Self.add([3], to: &message),
      Self.add([4], to: &message, as: .rendering(0)),
    ]
    #expect(parts == [true, true, true])
    #expect(message.byteCount == 4)
    #expect(message.text(.original) == [1, 2, 3])
  }

  @Test func `a text needs a field, and a field stands there once`() {
    var message = Message()
    let parts = [
      Self.add([1], to: &message), Self.add([], to: &message, as: .original),
      Self.add([], to: &message, as: .original),
    ]
    #expect(parts == [false, true, false])
  }

  @Test func `of a message that is given up nothing is kept`() {
    var message = Message()
    _ = Self.add([1, 2], to: &message, as: .original)
    message.abandon()
    // What follows belongs to it all the same.
    #expect(
      [Self.add([3], to: &message), Self.add([4], to: &message, as: .rendering(0))] == [true, true])
    #expect(message.text(.original)?.isEmpty == true)
    #expect(message.text(.rendering(0))?.isEmpty == true)
    #expect(message.isBroken && !message.isEmpty)
    #expect(message.isComplete(before: .original))
  }
}
