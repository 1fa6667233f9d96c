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

#endif
