/// XXH64, the checksum of files that are mapped.
///
/// Source: the xxHash specification by Yann Collet ("xxHash fast digest algorithm", version 0.2),
/// section "XXH64 algorithm description"; the seed is 0.
package func xxh64(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
  let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5
  )
  func rotated(_ value: UInt64, _ bits: UInt64) -> UInt64 { value << bits | value >> (64 - bits) }
  func round(_ lane: UInt64, _ input: UInt64) -> UInt64 {
    rotated(lane &+ input &* primes.1, 31) &* primes.0
  }
  func word(_ offset: Int) -> UInt64 {
    UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  var offset = 0
  var hash: UInt64
  if bytes.count >= 32 {
    var lane0 = primes.0 &+ primes.1
    var lane1 = primes.1
    var lane2: UInt64 = 0
    var lane3 = 0 &- primes.0
    while offset + 32 <= bytes.count {
      lane0 = round(lane0, word(offset))
      lane1 = round(lane1, word(offset + 8))
      lane2 = round(lane2, word(offset + 16))
      lane3 = round(lane3, word(offset + 24))
      offset += 32
    }
    hash = rotated(lane0, 1) &+ rotated(lane1, 7) &+ rotated(lane2, 12) &+ rotated(lane3, 18)
    for lane in [lane0, lane1, lane2, lane3] {
      hash = (hash ^ round(0, lane)) &* primes.0 &+ primes.3
    }
  } else {
    hash = primes.4
  }
  hash &+= UInt64(bytes.count)
  while offset + 8 <= bytes.count {
    hash = rotated(hash ^ round(0, word(offset)), 27) &* primes.0 &+ primes.3
    offset += 8
  }
  if offset + 4 <= bytes.count {
    let half = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self))
    hash = rotated(hash ^ UInt64(half) &* primes.0, 23) &* primes.1 &+ primes.2
    offset += 4
  }
  while offset < bytes.count {
    hash = rotated(hash ^ UInt64(bytes[offset]) &* primes.4, 11) &* primes.0
    offset += 1
  }
  hash = (hash ^ hash >> 33) &* primes.1
  hash = (hash ^ hash >> 29) &* primes.2
  return hash ^ hash >> 32
}
