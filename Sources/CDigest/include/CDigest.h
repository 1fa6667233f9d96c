#ifndef CDIGEST_H
#define CDIGEST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Adds blocks of 64 bytes to a SHA-256 hash (FIPS 180-4 §6.2.2) by instructions of the processor that
/// are made for it.
///
/// False, and nothing done, where the processor has none.
bool cdigest_sha256(uint32_t state[8], const uint8_t *bytes, size_t blocks);

/// The same for two hashes at once, with as many blocks each: the instructions for one wait for one another,
/// and those for the other fill the gaps.
bool cdigest_sha256_two(uint32_t first[8], const uint8_t *first_bytes, uint32_t second[8],
                        const uint8_t *second_bytes, size_t blocks);

#endif
