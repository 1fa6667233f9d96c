internal import CDigest

/// The SHA-256 hash of bytes that come piece by piece (FIPS 180-4).
///
/// Own code because no library that the package links has one, and the packages that do cost more
/// to build than all of ours. A run hashes all that it reads and writes: where the processor has
/// instructions for it they are used.
public struct SHA256: Sendable {
  /// A finished hash of 32 bytes.
  public struct Digest: Hashable, Sendable, CustomStringConvertible {
    package let words: SIMD8<UInt32>

    /// The hash as 64 lower-case hexadecimal digits.
    public var description: String { String(hexadecimal: words) }
  }

  private var state = SIMD8<UInt32>(
    0x6a09_e667, 0xbb67_ae85, 0x3c6e_f372, 0xa54f_f53a, 0x510e_527f, 0x9b05_688c, 0x1f83_d9ab,
    0x5be0_cd19)
  /// What is not hashed yet, from the first of its bytes: `length % 64` of them.
  private var pending = SIMD64<UInt8>()
  private var length: UInt64 = 0

  /// Starts with no bytes.
  public init() {}

  /// The hash of an array of bytes.
  public static func hash(_ bytes: [UInt8]) -> Digest {
    var hash = SHA256()
    hash.update(bytes.span)
    return hash.finish()
  }

  /// Adds bytes.
  public mutating func update(_ bytes: Span<UInt8>) {
    bytes.withUnsafeBytes { update(UnsafeRawBufferPointer($0)) }
  }

  /// Adds bytes to two hashes at once, in less time than to one after another.
  package static func update(
    _ first: inout SHA256, with firstBytes: Span<UInt8>, _ second: inout SHA256,
    with secondBytes: Span<UInt8>
  ) {
    let count = min(firstBytes.count, secondBytes.count) / 64
    var done = 0
    if first.length % 64 == 0, second.length % 64 == 0, count > 0 {
      let isDone = firstBytes.withUnsafeBufferPointer { one in
        secondBytes.withUnsafeBufferPointer { two in
          withUnsafeMutableBytes(of: &first.state) { state in
            withUnsafeMutableBytes(of: &second.state) { other in
              cdigest_sha256_two(
                state.assumingMemoryBound(to: UInt32.self).baseAddress, one.baseAddress,
                other.assumingMemoryBound(to: UInt32.self).baseAddress, two.baseAddress, count)
            }
          }
        }
      }
      done = isDone ? count * 64 : 0
    }
    first.length &+= UInt64(done)
    second.length &+= UInt64(done)
    first.update(firstBytes.extracting(done..<firstBytes.count))
    second.update(secondBytes.extracting(done..<secondBytes.count))
  }

  private mutating func update(_ bytes: UnsafeRawBufferPointer) {
    let held = Int(length % 64)
    length &+= UInt64(bytes.count)
    var bytes = bytes[...]
    if held > 0 {
      let first = bytes.prefix(64 - held)
      hold(UnsafeRawBufferPointer(rebasing: first), behind: held)
      guard held + first.count == 64 else { return }
      bytes = bytes.dropFirst(first.count)
      compressPending()
    }
    let whole = bytes.prefix(bytes.count / 64 * 64)
    compress(UnsafeRawBufferPointer(rebasing: whole))
    hold(UnsafeRawBufferPointer(rebasing: bytes.dropFirst(whole.count)), behind: 0)
  }

  /// Keeps bytes until there are 64.
  private mutating func hold(_ bytes: UnsafeRawBufferPointer, behind held: Int) {
    guard !bytes.isEmpty else { return }
    withUnsafeMutableBytes(of: &pending) { pending in
      UnsafeMutableRawBufferPointer(rebasing: pending[held...]).copyMemory(from: bytes)
    }
  }

  /// The hash of what was added; more can be added afterwards.
  public func finish() -> Digest {
    var copy = self
    copy.close()
    return Digest(words: copy.state)
  }

  /// FIPS 180-4 §5.1.1: a bit, zeros and the length in bits fill the last block.
  private mutating func close() {
    let held = Int(length % 64)
    for index in held..<64 { pending[index] = index == held ? 0x80 : 0 }
    if held >= 56 {
      compressPending()
      pending = SIMD64()
    }
    let bits = length &* 8
    for index in 0..<8 {
      pending[56 + index] = UInt8(truncatingIfNeeded: bits >> UInt64(56 - index * 8))
    }
    compressPending()
  }

  private mutating func compressPending() {
    let block = pending
    withUnsafeBytes(of: block) { compress($0) }
  }

  /// Adds blocks of 64 bytes.
  private mutating func compress(_ bytes: UnsafeRawBufferPointer) {
    let blocks = bytes.count / 64
    guard blocks > 0 else { return }
    let isDone = withUnsafeMutableBytes(of: &state) { state in
      cdigest_sha256(
        state.assumingMemoryBound(to: UInt32.self).baseAddress,
        bytes.assumingMemoryBound(to: UInt8.self).baseAddress, blocks)
    }
    guard !isDone else { return }
    for block in 0..<blocks {
      Self.compress(UnsafeRawBufferPointer(rebasing: bytes[block * 64..<block * 64 + 64]), &state)
    }
  }

  /// FIPS 180-4 §6.2.2 for blocks of 64 bytes, without the processor's help: for its test.
  static func compressPortably(_ bytes: [UInt8], into state: inout SIMD8<UInt32>) {
    bytes.withUnsafeBytes { bytes in
      for start in stride(from: 0, through: bytes.count - 64, by: 64) {
        compress(UnsafeRawBufferPointer(rebasing: bytes[start..<start + 64]), &state)
      }
    }
  }

  /// FIPS 180-4 §6.2.2 for 64 bytes.
  private static func compress(_ bytes: UnsafeRawBufferPointer, _ state: inout SIMD8<UInt32>) {
    var w: InlineArray<64, UInt32> = .init(repeating: 0)
    for index in 0..<16 {
      w[index] = UInt32(
        bigEndian: bytes.loadUnaligned(fromByteOffset: index * 4, as: UInt32.self))
    }
    for index in 16..<64 {
      let x = w[index - 15]
      let y = w[index - 2]
      let s0 = rotated(x, 7) ^ rotated(x, 18) ^ (x >> 3)
      let s1 = rotated(y, 17) ^ rotated(y, 19) ^ (y >> 10)
      w[index] = w[index - 16] &+ s0 &+ w[index - 7] &+ s1
    }
    var (a, b, c, d) = (state[0], state[1], state[2], state[3])
    var (e, f, g, h) = (state[4], state[5], state[6], state[7])
    for index in 0..<64 {
      let s1 = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
      let t1 = h &+ s1 &+ ((e & f) ^ (~e & g)) &+ roundConstants[index] &+ w[index]
      let s0 = rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)
      let t2 = s0 &+ ((a & b) ^ (a & c) ^ (b & c))
      (h, g, f, e, d, c, b, a) = (g, f, e, d &+ t1, c, b, a, t1 &+ t2)
    }
    state &+= SIMD8(a, b, c, d, e, f, g, h)
  }

  private static func rotated(_ word: UInt32, _ bits: UInt32) -> UInt32 {
    word >> bits | word << (32 - bits)
  }

  /// FIPS 180-4 §4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64
  /// primes.
  private static let roundConstants: InlineArray<64, UInt32> = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4,
    0xab1c_5ed5, 0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe,
    0x9bdc_06a7, 0xc19b_f174, 0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f,
    0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da, 0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7,
    0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967, 0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc,
    0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85, 0xa2bf_e8a1, 0xa81a_664b,
    0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070, 0x19a4_c116,
    0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7,
    0xc671_78f2,
  ]
}

extension String {
  /// Words as lower-case hexadecimal digits, eight each, or the first digits alone.
  package init(hexadecimal words: SIMD8<UInt32>, first count: Int = 64) {
    self.init(unsafeUninitializedCapacity: count) { digits in
      for index in 0..<count {
        let half = words[index / 8] >> UInt32(28 - index % 8 * 4) & 15
        digits[index] = UInt8(half) + (half < 10 ? UInt8(ascii: "0") : UInt8(ascii: "a") - 10)
      }
      return count
    }
  }
}
