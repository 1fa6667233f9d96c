#include "CDigest.h"

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

// FIPS 180-4 §4.2.2.
static const uint32_t constants[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

#define TARGET __attribute__((target("sha,sse4.1,ssse3")))

// The processor keeps the eight words of the state as ABEF and CDGH; one instruction does two rounds and
// makes the new ABEF of the old CDGH. Intel 64 and IA-32 Architectures Software Developer's Manual,
// volume 2, SHA256RNDS2, SHA256MSG1 and SHA256MSG2.
struct lane {
  __m128i abef;
  __m128i cdgh;
  // Words of the message schedule, the last sixteen.
  __m128i words[4];
};

TARGET static inline struct lane opened(const uint32_t state[8]) {
  const __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xb1);
  const __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1b);
  struct lane lane;
  lane.abef = _mm_alignr_epi8(low, high, 8);
  lane.cdgh = _mm_blend_epi16(high, low, 0xf0);
  return lane;
}

TARGET static inline void close(uint32_t state[8], struct lane lane) {
  const __m128i low = _mm_shuffle_epi32(lane.abef, 0x1b);
  const __m128i high = _mm_shuffle_epi32(lane.cdgh, 0xb1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(low, high, 0xf0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(high, low, 8));
}

TARGET static inline void load(struct lane *lane, const uint8_t *bytes) {
  const __m128i big_endian = _mm_set_epi64x(0x0c0d0e0f08090a0bLL, 0x0405060700010203LL);
  for (int part = 0; part < 4; part++) {
    const __m128i loaded = _mm_loadu_si128((const __m128i *)(bytes + 16 * part));
    lane->words[part] = _mm_shuffle_epi8(loaded, big_endian);
  }
}

// Four rounds of sixty-four.
TARGET static inline void step(struct lane *lane, int step) {
  __m128i *words = lane->words;
  const __m128i current = words[step & 3];
  const __m128i sum =
      _mm_add_epi32(current, _mm_loadu_si128((const __m128i *)(constants + 4 * step)));
  lane->cdgh = _mm_sha256rnds2_epu32(lane->cdgh, lane->abef, sum);
  lane->abef = _mm_sha256rnds2_epu32(lane->abef, lane->cdgh, _mm_shuffle_epi32(sum, 0x0e));
  if (step >= 12) return;
  const __m128i second = words[(step + 1) & 3];
  const __m128i last = words[(step + 3) & 3];
  const __m128i shifted = _mm_alignr_epi8(last, words[(step + 2) & 3], 4);
  const __m128i mixed = _mm_add_epi32(_mm_sha256msg1_epu32(current, second), shifted);
  words[step & 3] = _mm_sha256msg2_epu32(mixed, last);
}

TARGET static inline void add(struct lane *lane, __m128i abef, __m128i cdgh) {
  lane->abef = _mm_add_epi32(lane->abef, abef);
  lane->cdgh = _mm_add_epi32(lane->cdgh, cdgh);
}

TARGET static void compress(uint32_t state[8], const uint8_t *bytes, size_t blocks) {
  struct lane lane = opened(state);
  for (; blocks > 0; blocks--, bytes += 64) {
    const __m128i abef = lane.abef;
    const __m128i cdgh = lane.cdgh;
    load(&lane, bytes);
#pragma clang loop unroll(full)
    for (int number = 0; number < 16; number++) step(&lane, number);
    add(&lane, abef, cdgh);
  }
  close(state, lane);
}

TARGET static void compress_two(uint32_t first[8], const uint8_t *first_bytes, uint32_t second[8],
                                const uint8_t *second_bytes, size_t blocks) {
  struct lane one = opened(first);
  struct lane two = opened(second);
  for (; blocks > 0; blocks--, first_bytes += 64, second_bytes += 64) {
    const __m128i abefs[2] = {one.abef, two.abef};
    const __m128i cdghs[2] = {one.cdgh, two.cdgh};
    load(&one, first_bytes);
    load(&two, second_bytes);
#pragma clang loop unroll(full)
    for (int number = 0; number < 16; number++) {
      step(&one, number);
      step(&two, number);
    }
    add(&one, abefs[0], cdghs[0]);
    add(&two, abefs[1], cdghs[1]);
  }
  close(first, one);
  close(second, two);
}

static bool is_there(void) {
  unsigned a, b, c, d;
  if (!__get_cpuid(1, &a, &b, &c, &d)) return false;
  const bool shuffles = (c & (1u << 9)) && (c & (1u << 19));
  if (!shuffles || !__get_cpuid_count(7, 0, &a, &b, &c, &d)) return false;
  return b & (1u << 29);
}

// Asked once; more than one thread may do so, and all hear the same.
static bool is_known_to_be_there(void) {
  // 1 is yes, 2 no.
  static _Atomic int answer;
  if (answer == 0) answer = is_there() ? 1 : 2;
  return answer == 1;
}

bool cdigest_sha256(uint32_t state[8], const uint8_t *bytes, size_t blocks) {
  if (!is_known_to_be_there()) return false;
  compress(state, bytes, blocks);
  return true;
}

bool cdigest_sha256_two(uint32_t first[8], const uint8_t *first_bytes, uint32_t second[8],
                        const uint8_t *second_bytes, size_t blocks) {
  if (!is_known_to_be_there()) return false;
  compress_two(first, first_bytes, second, second_bytes, blocks);
  return true;
}

#else

bool cdigest_sha256(uint32_t state[8], const uint8_t *bytes, size_t blocks) {
  (void)state;
  (void)bytes;
  (void)blocks;
  return false;
}

bool cdigest_sha256_two(uint32_t first[8], const uint8_t *first_bytes, uint32_t second[8],
                        const uint8_t *second_bytes, size_t blocks) {
  (void)first;
  (void)first_bytes;
  (void)second;
  (void)second_bytes;
  (void)blocks;
  return false;
}

#endif
