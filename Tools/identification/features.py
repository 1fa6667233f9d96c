"""The words of a text and their features, as LanguageIdentifier reads them in Swift.

A word is a run of letters and marks, in small letters; an apostrophe after a letter ends it and belongs
to it (l'|aigua). Its features are the runs of 1 to 5 code points of the word between two boundary signs
(which are no runs of their own), and the word as a whole; each is known by a hash of 32 bits.

Written for this program. Licence: Apache-2.0, as the program. Standard library and NumPy.
"""
import re
import unicodedata

import numpy as np

# Code points above are never letters of a language of the model.
LIMIT = 0x2000
BOUNDARY = 0x20
APOSTROPHE = 0x27
# A word's code points beyond these say nothing.
LONGEST_WORD = 24
LONGEST_RUN = 5

RUN_SEED = 0x811C9DC5
WORD_SEED = 0x2F0B4C47
FACTOR = 0x9E3779B1


def _fold(scalar):
    character = chr(scalar)
    if 0x530 <= scalar < 0x1E00:  # other scripts
        return 0
    if scalar == 0xB7:  # the middle dot of Catalan: l·l
        return scalar
    if unicodedata.category(character)[0] not in "LM":
        return 0
    return ord(character.lower()[0])


class _Folding(dict):
    """What str.translate makes of each character: a folded letter, an apostrophe or a blank."""

    def __missing__(self, scalar):
        return 0x20


FOLDING = _Folding({scalar: _fold(scalar) or 0x20 for scalar in range(LIMIT)} | {0x27: 0x27, 0x2019: 0x27})
WORD = re.compile(r"[^ ']+'?")


def words(line):
    """The folded words of a line."""
    return WORD.findall(line.translate(FOLDING))


def _mixed(hashes):
    hashes = hashes ^ (hashes >> np.uint32(15))
    hashes = hashes * np.uint32(0x85EBCA77)
    return hashes ^ (hashes >> np.uint32(13))


def hashes(vocabulary):
    """The features of words: two arrays, the number of the word and the hash, a pair a feature."""
    count = len(vocabulary)
    width = LONGEST_WORD + 2
    padded = np.zeros((count, width), np.uint32)
    lengths = np.zeros(count, np.int32)
    for index, word in enumerate(vocabulary):
        scalars = [BOUNDARY] + [ord(c) for c in word[:LONGEST_WORD]] + [BOUNDARY]
        padded[index, :len(scalars)] = scalars
        lengths[index] = len(scalars)
    numbers, found = [], []
    factor = np.uint32(FACTOR)
    for start in range(width):
        hashed = np.full(count, RUN_SEED, np.uint32)
        for size in range(1, LONGEST_RUN + 1):
            end = start + size
            if end > width:
                break
            hashed = (hashed ^ padded[:, end - 1]) * factor
            inside = end <= lengths
            if size == 1:
                inside &= padded[:, start] != BOUNDARY
            numbers.append(np.nonzero(inside)[0].astype(np.int32))
            found.append(_mixed(hashed[inside]))
    hashed = np.full(count, WORD_SEED, np.uint32)
    for column in range(width):
        hashed = np.where(column < lengths, (hashed ^ padded[:, column]) * factor, hashed)
    numbers.append(np.arange(count, dtype=np.int32))
    found.append(_mixed(hashed))
    return np.concatenate(numbers), np.concatenate(found)
