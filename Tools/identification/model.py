"""Writes the weights of the language identifier; LanguageModel in Swift says what the file is like.

Written for this program. Licence: Apache-2.0, as the program. Standard library and NumPy.
"""
import struct

import numpy as np

LEVELS = 16
LARGEST = 127
# Weights below these nats are left out: they cost more bytes than they are worth.
LEAST_WEIGHT = 0.02


def levels(weights):
    """Sixteen values, the nearest of which stands for each weight: Lloyd's algorithm from a quadratic ladder."""
    found = weights[weights != 0]
    most = np.quantile(np.abs(found), 0.999)
    ladder = LEAST_WEIGHT + (most - LEAST_WEIGHT) * (np.arange(1, LEVELS // 2 + 1) / (LEVELS // 2)) ** 2
    centres = np.concatenate([-ladder[::-1], ladder])
    for _ in range(40):
        places = np.searchsorted((centres[1:] + centres[:-1]) / 2, found)
        sums = np.bincount(places, found, LEVELS)
        counts = np.bincount(places, minlength=LEVELS)
        centres = np.where(counts > 0, sums / np.maximum(counts, 1), centres)
    return centres


def quantized(weights):
    """The scale, the levels in its units, and for each weight the number of its level, -1 for none."""
    weights = np.where(np.abs(weights) < LEAST_WEIGHT, 0, weights).astype(np.float64)
    centres = levels(weights)
    scale = np.abs(centres).max() / LARGEST
    units = np.rint(centres / scale).astype(np.int64)
    numbers = np.searchsorted((centres[1:] + centres[:-1]) / 2, weights)
    return float(scale), units, np.where(weights == 0, -1, numbers)


def restored(units, numbers):
    """The weights as the reader sees them, in units."""
    return np.where(numbers < 0, 0, units[np.maximum(numbers, 0)])


def write(path, languages, keys, scale, units, numbers, temperature, priors, notes):
    body = bytearray()
    before = 0
    count = 0
    for key, row in zip(keys.tolist(), numbers.tolist()):
        present = [n for n, level in enumerate(row) if level >= 0]
        if key == 0 or not present:
            continue
        step = key - before
        before = key
        while step >= 0x80:
            body.append(step & 0x7F | 0x80)
            step >>= 7
        body.append(step)
        body += struct.pack("<I", sum(1 << n for n in present))
        found = [row[n] for n in present] + [0]
        body += bytes(found[i] | found[i + 1] << 4 for i in range(0, len(present), 2))
        count += 1
    header = ["cotejo-identification 1", "languages " + " ".join(languages), f"features {count}",
              f"scale {scale:.8f}", "temperature " + " ".join(f"{value:.4f}" for value in temperature),
              "priors " + " ".join(f"{value:.2f}" for value in priors),
              "levels " + " ".join(map(str, units)), f"checksum {xxh64(bytes(body)):016x}"]
    header += [f"note {note}" for note in notes]
    with open(path, "wb") as output:
        output.write(("\n".join(header) + "\n\n").encode())
        output.write(body)


def xxh64(data):
    """XXH64 with the seed 0 (xxHash specification by Yann Collet)."""
    mask = 2 ** 64 - 1
    p1, p2, p3, p4, p5 = (0x9E3779B185EBCA87, 0xC2B2AE3D27D4EB4F, 0x165667B19E3779F9, 0x85EBCA77C2B2AE63,
                          0x27D4EB2F165667C5)

    def rotated(value, bits):
        return (value << bits | value >> (64 - bits)) & mask

    def mixed(lane, word):
        return rotated((lane + word * p2) & mask, 31) * p1 & mask

    offset = 0
    if len(data) >= 32:
        lanes = [(p1 + p2) & mask, p2, 0, -p1 & mask]
        while offset + 32 <= len(data):
            lanes = [mixed(lane, word) for lane, word in zip(lanes, struct.unpack_from("<4Q", data, offset))]
            offset += 32
        result = sum(rotated(lane, bits) for lane, bits in zip(lanes, (1, 7, 12, 18))) & mask
        for lane in lanes:
            result = ((result ^ mixed(0, lane)) * p1 + p4) & mask
    else:
        result = p5
    result = (result + len(data)) & mask
    while offset + 8 <= len(data):
        result ^= mixed(0, struct.unpack_from("<Q", data, offset)[0])
        result = (rotated(result, 27) * p1 + p4) & mask
        offset += 8
    if offset + 4 <= len(data):
        result ^= struct.unpack_from("<I", data, offset)[0] * p1 & mask
        result = (rotated(result, 23) * p2 + p3) & mask
        offset += 4
    for byte in data[offset:]:
        result = rotated(result ^ byte * p5 & mask, 11) * p1 & mask
    result = (result ^ result >> 33) * p2 & mask
    result = (result ^ result >> 29) * p3 & mask
    return result ^ result >> 32
