import Foundation
import Testing

/// The helper that runs servers for tests leaves none behind.
struct LocalServerTests {
  @Test func `a server that hears no signal ends all the same`() throws {
    let server = LocalServer("/bin/sh") { _ in
      ["-c", "trap '' HUP INT TERM; echo $$; exec sleep 300"]
    }
    let deadline = ContinuousClock.now + .seconds(20)
    while server.log.isEmpty, ContinuousClock.now < deadline { usleep(10_000) }
    let process = try #require(Int32(server.log.dropLast()))
    #expect(kill(process, 0) == 0)
    server.stop()
    #expect(kill(process, 0) == -1)
  }

  @Test func `a server that cannot start says why`() {
    let server = LocalServer("/nonexistent/server") { ["\($0)"] }
    let deadline = ContinuousClock.now + .seconds(20)
    while server.log.isEmpty, ContinuousClock.now < deadline { usleep(10_000) }
    #expect(server.log.contains("/nonexistent/server"))
  }
}
