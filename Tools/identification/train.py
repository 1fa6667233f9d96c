"""Trains the language identifier: multinomial logistic regression over the features of words.

usage: train.py --texts FOLDER --wordfreq WHEEL --packages FOLDER --rendered FOLDER
         --notes FILE --output FILE
  FOLDER of --texts: what texts.py wrote; of --packages: unpacked Debian packages; WHEEL: wordfreq as it
  lies on PyPI; FOLDER of --rendered: es.words.txt, the commonest Spanish words, and gl.words.txt, what
  Apertium made of them; FILE of --notes: sources and licences for the header, a line each.

Pieces of 1 to 8 words are drawn from the lists of words, each word by its frequency, and from the texts
as they stand. The weights are found by AdaGrad with an L1 term, which leaves most of them at nothing;
the features that matter least are then left out and the rest fitted once more.

Written for this program. Licence: Apache-2.0, as the program. NumPy and SciPy.
"""
import argparse
import collections
import re
import zlib

import numpy as np
import scipy.sparse as sparse

import features
import model
import sources
from sources import LANGUAGES

# Pieces a language; the languages that the program has data for, the first eight, have twice as many.
PIECES = 24000
FIRST = 8
# The share of the pieces that are drawn from a list of words, where there is one.
LISTED = 0.6
# Words are drawn by their frequency to this power: rare words show what a language looks like.
FLATTENING = 0.75
LONGEST_PIECE = 8
# How much the forms of the Galician dictionary weigh against the words rendered from Spanish.
DICTIONARY = 0.25
# Kept back: one line in so many of each text, and the whole of the named source.
HELD_OUT = 12
HELD_OUT_SOURCE = "xquad"
# Features in fewer words of the pieces say nothing.
LEAST_WORDS = 4
CANDIDATES = 220_000
FEATURES = 90_000
BATCH = 6000
RATE = 0.25
SHRINKAGE = 5e-6
SEED = 20311


def read_texts(folder):
    """For each language: the lines to train on and those kept back, as lists of words, by source."""
    for language in LANGUAGES:
        trained, kept = collections.defaultdict(list), []
        for line in open(f"{folder}/{language}.tsv", encoding="utf-8"):
            source, text = line.rstrip("\n").split("\t", 1)
            words = features.words(text)
            if len(words) < 2:
                continue
            if source == HELD_OUT_SOURCE or zlib.crc32(text.encode()) // 7 % HELD_OUT == 0:
                kept.append((source, words))
            else:
                trained[source].append(words)
        yield language, trained, kept


def word_lists(wheel, rendered, packages):
    """For each language: its words and how often they occur; Galician by way of Spanish."""
    lists = {}
    for language in LANGUAGES:
        counts = collections.Counter()
        for word, frequency in sources.frequencies(wheel, language):
            for part in features.words(word):
                counts[part] += frequency
        if counts:
            lists[language] = counts
    international = collections.Counter(
        word for language in ("en", "fr", "pt", "it", "de", "ca") for word in lists[language])
    galician = collections.Counter()
    spanish = open(f"{rendered}/es.words.txt", encoding="utf-8").read().split("\n")
    lines = open(f"{rendered}/gl.words.txt", encoding="utf-8").read().split("\n")[::2]
    frequencies = dict(sources.frequencies(wheel, "es"))
    for word, line in zip(spanish, lines):
        text = line.rstrip(" .")
        if not word or not text:
            continue
        if re.match(r"[*@#]", text):
            # A name is no sign of Spanish only for being in no dictionary of Galician.
            if international[word] < 3:
                continue
            text = word
        parts = features.words(text)
        for part in parts:
            galician[part] += frequencies[word] / len(parts)
    # Spanish has no words for what only Galician says: its own dictionary, each form as often.
    own = {word for form in sources.forms(packages) if zlib.crc32(form.encode()) % 3 == 0
           for word in features.words(form)}
    share = DICTIONARY / len(own)
    total = sum(count ** FLATTENING for count in galician.values())
    for word in sorted(own):
        galician[word] = (galician[word] ** FLATTENING + share * total) ** (1 / FLATTENING)
    lists["gl"] = galician
    return lists


def draw(texts, lists, random):
    """The pieces to train on: for each a language and its words."""
    labels, pieces = [], []
    for number, (language, trained, _) in enumerate(texts):
        count = PIECES * (2 if number < FIRST else 1)
        sizes = random.integers(1, LONGEST_PIECE + 1, count)
        listed = int(count * LISTED) if language in lists else 0
        if listed:
            words = list(lists[language])
            chances = np.array([lists[language][word] for word in words]) ** FLATTENING
            drawn = random.choice(len(words), int(sizes[:listed].sum()), p=chances / chances.sum())
            position = 0
            for size in sizes[:listed]:
                pieces.append([words[i] for i in drawn[position:position + size]])
                position += size
        # Large sources count for more, but not as many times as they are larger.
        names = sorted(trained)
        shares = np.array([sum(map(len, trained[name])) for name in names], float) ** 0.5
        for size, source in zip(
                sizes[listed:], random.choice(len(names), count - listed, p=shares / shares.sum())):
            lines = trained[names[source]]
            line = lines[random.integers(len(lines))]
            start = random.integers(max(1, len(line) - int(size) + 1))
            pieces.append(line[start:start + size])
        labels += [number] * count
    return np.array(labels), pieces


class Words:
    """Words with numbers, and the matrix of their features."""

    def __init__(self, pieces):
        self.numbers = {}
        indices, starts = [], [0]
        for piece in pieces:
            for word in piece:
                indices.append(self.numbers.setdefault(word, len(self.numbers)))
            starts.append(len(indices))
        self.pieces = sparse.csr_matrix(
            (np.ones(len(indices), np.float32), np.array(indices, np.int32), np.array(starts, np.int64)),
            shape=(len(pieces), len(self.numbers)))
        self.pieces.sum_duplicates()
        self.rows, self.hashes = features.hashes(list(self.numbers))

    def matrix(self, keys):
        """Words by features; `keys` are sorted hashes."""
        columns = np.searchsorted(keys, self.hashes)
        columns[columns == len(keys)] = 0
        known = keys[columns] == self.hashes
        ones = np.ones(int(known.sum()), np.float32)
        return sparse.csr_matrix(
            (ones, (self.rows[known], columns[known].astype(np.int32))), shape=(len(self.numbers), len(keys)))


def candidates(words, labels):
    """The hashes that tell most about the language, sorted."""
    keys, counts = np.unique(words.hashes, return_counts=True)
    keys = keys[counts >= LEAST_WORDS]
    languages = sparse.csr_matrix(
        (np.ones(len(labels), np.float32), (labels, np.arange(len(labels)))), shape=(len(LANGUAGES), len(labels)))
    found = ((languages @ words.pieces) @ words.matrix(keys)).toarray().T
    rates = (found + 0.1) / (found.sum(0) + 0.1 * len(keys))
    share = rates / rates.sum(1, keepdims=True)
    # The divergence from a feature that every language has as often, by how often there is one.
    gain = rates.sum(1) * (np.log(len(LANGUAGES)) + (share * np.log(share)).sum(1))
    best = np.argsort(-gain, kind="stable")[:CANDIDATES]
    return np.sort(keys[best])


def fit(words, labels, keys, epochs, random, weights=None):
    matrix = words.matrix(keys)
    if weights is None:
        weights = np.zeros((len(keys), len(LANGUAGES)), np.float32)
    squares = np.full_like(weights, 1e-3)
    for epoch in range(epochs):
        order = random.permutation(len(labels))
        loss = 0.0
        for start in range(0, len(order), BATCH):
            chosen = order[start:start + BATCH]
            pieces = words.pieces[chosen]
            used, inverse = np.unique(pieces.indices, return_inverse=True)
            pieces = sparse.csr_matrix((pieces.data, inverse, pieces.indptr), shape=(len(chosen), len(used)))
            part = matrix[used]
            scores = pieces @ (part @ weights)
            scores -= scores.max(1, keepdims=True)
            chances = np.exp(scores)
            chances /= chances.sum(1, keepdims=True)
            rows = np.arange(len(chosen))
            loss -= np.log(chances[rows, labels[chosen]] + 1e-9).sum()
            chances[rows, labels[chosen]] -= 1
            slope = (part.T @ (pieces.T @ chances)) / len(chosen)
            touched = np.nonzero(np.diff(part.tocsc().indptr))[0]
            slope = slope[touched]
            squares[touched] += slope * slope * 1e4
            step = RATE / np.sqrt(squares[touched])
            moved = weights[touched] - step * slope * 1e2
            weights[touched] = np.sign(moved) * np.maximum(np.abs(moved) - step * SHRINKAGE * 1e2, 0)
        print(f"epoch {epoch + 1}: loss {loss / len(order):.4f}, "
              f"{np.count_nonzero(weights) / len(keys):.1f} weights a feature", flush=True)
    return weights


def score(lines, keys, weights):
    words = Words(lines)
    return np.asarray(words.pieces @ (words.matrix(keys) @ weights))


def held_out_pieces(texts, random, limit=1500):
    """Pieces of 4 and 8 words and whole lines of the texts kept back."""
    for kind, size in (("full", None), ("8 words", 8), ("4 words", 4)):
        labels, pieces = [], []
        for number, (_, _, kept) in enumerate(texts):
            preferred = [w for s, w in kept if s == HELD_OUT_SOURCE] or [w for _, w in kept]
            preferred = [w for w in preferred if len(w) >= (size or 8)]
            for index in random.permutation(len(preferred))[:limit]:
                words = preferred[index]
                start = int(random.integers(len(words) - (size or len(words)) + 1))
                pieces.append(words[start:start + (size or len(words))])
                labels.append(number)
        yield kind, np.array(labels), pieces


def report(texts, keys, weights, random):
    for kind, labels, pieces in held_out_pieces(texts, random):
        right = score(pieces, keys, weights).argmax(1) == labels
        shares = [100 * right[labels == n].mean() for n in range(len(LANGUAGES))]
        print(f"{kind:8} {np.mean(shares[:FIRST]):6.2f} first eight, {np.mean(shares):6.2f} all; ",
              " ".join(f"{l} {s:.1f}" for l, s in zip(LANGUAGES, shares)), flush=True)


def calibrated(texts, keys, weights, random):
    """The base and growth of the temperature under which what was kept back is most probable."""
    samples = []
    for number, (_, _, kept) in enumerate(texts):
        for index in random.permutation(len(kept))[:1200]:
            words = kept[index][1]
            # A paragraph of several lines now and then: confidence must hold for longer texts too.
            while len(words) < 40 and random.integers(4) == 0:
                words = words + kept[random.integers(len(kept))][1]
            size = int(min(len(words), 2 ** random.integers(0, 7)))
            samples.append((number, words[:size]))
    labels = np.array([label for label, _ in samples])
    sizes = np.array([len(words) for _, words in samples], float)
    scores = score([words for _, words in samples], keys, weights)
    best = None
    for base in np.arange(0.6, 2.01, 0.1):
        for growth in np.arange(0, 0.81, 0.05):
            heated = scores / np.maximum(1, base * sizes ** growth)[:, None]
            heated -= heated.max(1, keepdims=True)
            chances = np.exp(heated)
            loss = -np.log(chances[np.arange(len(labels)), labels] / chances.sum(1) + 1e-6).mean()
            if best is None or loss < best[0]:
                best = (loss, float(base), float(growth))
    return best[1:]


def main():
    parser = argparse.ArgumentParser()
    for name in ("texts", "wordfreq", "rendered", "packages", "output"):
        parser.add_argument("--" + name, required=True)
    parser.add_argument("--notes", required=True)
    options = parser.parse_args()
    random = np.random.default_rng(SEED)
    texts = list(read_texts(options.texts))
    labels, pieces = draw(texts, word_lists(options.wordfreq, options.rendered, options.packages), random)
    words = Words(pieces)
    print(len(pieces), "pieces,", len(words.numbers), "words", flush=True)
    keys = candidates(words, labels)
    weights = fit(words, labels, keys, 4, random)
    report(texts, keys, weights, np.random.default_rng(SEED))
    importance = np.abs(weights - np.median(weights, 1, keepdims=True)).max(1)
    mentions = np.asarray(words.pieces.sum(0) @ words.matrix(keys)).ravel()
    best = np.sort(np.argsort(-importance * np.sqrt(mentions), kind="stable")[:FEATURES])
    keys, weights = keys[best], weights[best]
    weights = fit(words, labels, keys, 3, random, weights)
    report(texts, keys, weights, np.random.default_rng(SEED))
    scale, units, numbers = model.quantized(weights)
    coarse = model.restored(units, numbers).astype(np.float32)
    temperature = calibrated(texts, keys, coarse * scale, np.random.default_rng(SEED))
    print("as written: scale", scale, "temperature", temperature, flush=True)
    report(texts, keys, coarse * scale, np.random.default_rng(SEED))
    # The first languages are as probable as all others together.
    others = len(LANGUAGES) - FIRST
    priors = [np.log(others / FIRST) / scale] * FIRST + [0.0] * others
    model.write(options.output, LANGUAGES, keys, scale, units, numbers, temperature, priors,
                open(options.notes, encoding="utf-8").read().splitlines())


if __name__ == "__main__":
    main()
