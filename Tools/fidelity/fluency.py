"""Makes the model of how words follow one another that `cotejo check` weighs renderings with.

usage: fluency.py --output FILE [--column N] [--entries N] TEXT…
  TEXT: a file of one sentence a line, with or without .gz, of which column N is taken (from 1), or a
  folder of text files, of which the sentences are taken.

Trigrams with interpolated Kneser-Ney smoothing (Chen and Goodman, "An Empirical Study of Smoothing
Techniques for Language Modeling", 1999), pruned to those whose loss would cost most (Stolcke, "Entropy-based
Pruning of Backoff Language Models", 1998, with counts for probabilities). The file holds no text, only
hashes; Sources/CotejoFidelity/Fluency reads it and says how it is laid out.

Written for this program. Licence: Apache-2.0, as the program. Standard library only.
"""
import argparse
import array
import collections
import glob
import gzip
import math
import os
import re
import sys

TOKEN = re.compile(r"(?P<word>[^\W\d_]+(?:[.'’:·][^\W\d_]+)*)|(?P<number>\d[\d.,]*)|(?P<mark>\S)")
# What stands for the start, a mark, a number, and unknown words without and with a capital.
START, MARK, NUMBER, UNKNOWN, NAME = "<s>", "<,>", "<n>", "<u>", "<U>"
LEAST_MENTIONS = 3
DISCOUNT = 0.75
MASK = (1 << 64) - 1
LOAD = 0.8
# The lowest logarithms that a byte holds, of probabilities and of the weights of shorter contexts.
LOWEST, LOWEST_BACKOFF = 20.0, 10.0


def word_hash(text):
    """FNV-1a over 64 bits."""
    value = 0xCBF29CE484222325
    for byte in text.encode():
        value = (value ^ byte) * 0x100000001B3 & MASK
    return value


def extend(value, word):
    """The hash of an n-gram with one more word behind it."""
    value = (value ^ word) * 0x9E3779B97F4A7C15 & MASK
    return value ^ value >> 32


def sentences(path, column):
    if os.path.isdir(path):
        for name in sorted(glob.glob(os.path.join(glob.escape(path), "*"))):
            with open(name, encoding="utf-8", errors="ignore") as text:
                yield from re.split(r"(?<=[.!?])\s+|\n+", text.read())
        return
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")[column - 1]


def tokens(text):
    found, marked = [], False
    for match in TOKEN.finditer(text):
        if match.lastgroup == "mark":
            marked = bool(found)
            continue
        if marked:
            found.append(MARK)
            marked = False
        word = match.group()
        found.append(NUMBER if match.lastgroup == "number" else word.replace("’", "'"))
    return found


def counted(paths, column):
    """The n-grams of all texts by their length, with rare words as classes."""
    texts = [tokens(text) for path in paths for text in sentences(path, column)]
    mentions = collections.Counter(word.lower() for text in texts for word in text)
    known = {word for word, count in mentions.items() if count >= LEAST_MENTIONS}
    grams = [None] + [collections.Counter() for _ in range(3)]
    for text in texts:
        if not text:
            continue
        row = [START, START]
        for word in text:
            low = word.lower()
            row.append(word if word in (MARK, NUMBER) else low if low in known
                       else NAME if word[0].isupper() else UNKNOWN)
        for end in range(3, len(row) + 1):
            for size in (1, 2, 3):
                grams[size][tuple(row[end - size:end])] += 1
    return grams


def smoothed(grams):
    """The logarithm of each n-gram's probability."""
    counts = [None, None, None, grams[3]]
    for size in (2, 1):
        # How many different words an n-gram follows; one at the start of a text has its plain count.
        counts[size] = collections.Counter(gram[1:] for gram in counts[size + 1])
        for gram, count in grams[size].items():
            if gram[0] == START:
                counts[size][gram] = count
    vocabulary = len(grams[1]) + 1
    known = {(): 1 / vocabulary}
    for size in (1, 2, 3):
        total, kinds = collections.Counter(), collections.Counter()
        for gram, count in counts[size].items():
            total[gram[:-1]] += count
            kinds[gram[:-1]] += 1
        for gram, count in counts[size].items():
            context = gram[:-1]
            known[gram] = (max(count - DISCOUNT, 0) + DISCOUNT * kinds[context] * known[gram[1:]]) / total[context]
    return known


def backed_off(known, kept):
    """What the probability given a shorter context counts where the longer one has no such word."""
    left, covered = collections.Counter(), collections.Counter()
    for gram in kept:
        left[gram[:-1]] += known[gram]
        covered[gram[:-1]] += known[gram[1:]]
    return {context: max(1e-4, 1 - left[context]) / max(1e-4, 1 - covered[context]) for context in left if context}


def pruned(known, grams, entries):
    """All words, and of the longer n-grams those that cost most to lose."""
    longer = [gram for size in (2, 3) for gram in grams[size]]
    backoff = backed_off(known, longer)
    worth = []
    for gram in longer:
        count = grams[len(gram)][gram]
        if count < 2:
            continue
        shorter = backoff.get(gram[:-1], 1) * known[gram[1:]]
        worth.append((count * math.log(known[gram] / shorter), gram))
    worth.sort(reverse=True)
    kept = set(gram for gram in grams[1])
    for value, gram in worth:
        if len(kept) >= entries or value <= 0:
            break
        # The weight of its context stands with the context.
        for piece in (gram[:-1], gram):
            if len(piece) == 1 or piece in known:
                kept.add(piece)
    return [gram for gram in kept if gram in known]


def write(path, known, kept):
    backoff = backed_off(known, kept)
    count = int(len(kept) / LOAD) + 1
    slots = array.array("I", bytes(4 * count))
    for gram in sorted(kept, key=lambda gram: (len(gram), gram)):
        value = 0
        for word in gram:
            value = extend(value, word_hash(word))
        slot = value * count >> 64
        while slots[slot]:
            slot = (slot + 1) % count
        probability = min(255, round(-math.log(known[gram]) / LOWEST * 255))
        weight = min(255, max(0, round(-math.log(backoff.get(gram, 1)) / LOWEST_BACKOFF * 255)))
        slots[slot] = (value & 0xFFFF | 1) << 16 | probability << 8 | weight
    if sys.byteorder != "little":
        slots.byteswap()
    with open(path, "wb") as output:
        output.write(b"COTEJOFL" + (1).to_bytes(4, "little") + count.to_bytes(4, "little"))
        slots.tofile(output)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--output", required=True)
    parser.add_argument("--column", type=int, default=1)
    parser.add_argument("--entries", type=int, default=270_000, help="n-grams to keep at the most")
    parser.add_argument("texts", nargs="+")
    options = parser.parse_args()
    grams = counted(options.texts, options.column)
    known = smoothed(grams)
    kept = pruned(known, grams, options.entries)
    write(options.output, known, kept)
    print(f"{options.output}: kept {len(kept)} of {sum(len(g) for g in grams[1:])} n-grams,"
          f" {len(grams[1])} words")


if __name__ == "__main__":
    main()
