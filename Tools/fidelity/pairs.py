"""Writes pairs to calibrate `cotejo check` with: human renderings, and variants of them (errors.py).

usage: pairs.py --antonyms FILE --friends FILE --lexicon FILE --output FILE PAIRS…
  FILE of --friends: a language's false-friends.txt; of --lexicon: what `cotejo lexicon show --all` prints.
  PAIRS: a file `es<TAB>en`, with or without .gz, or a folder of aligned documents, STEM.es, STEM.en and
  STEM.gold with a bead a line (`[0, 1]:[0]`), of which those of up to two sentences a side are taken.

A line of the output: {"id","source","target","label":"good"|"bad","kind","group"}; group is one number
for all variants of a pair, so that what is fitted on some groups can be judged on others.

Written for this program. Licence: Apache-2.0, as the program. Standard library only.
"""
import argparse
import glob
import gzip
import json
import os
import random
import re

from errors import FAULTS, HARMLESS, Maker


def read_columns(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8")
    with opened as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")[:2]


def read_beads(folder):
    for gold in sorted(glob.glob(os.path.join(glob.escape(folder), "*.gold"))):
        sides = [open(gold[:-4] + language, encoding="utf-8").read().split("\n") for language in ("es", "en")]
        for line in open(gold, encoding="utf-8"):
            bead = re.match(r"\[([\d, ]*)\]:\[([\d, ]*)\]", line)
            numbers = [[int(n) for n in group.split(",") if n.strip()] for group in bead.groups()] if bead else [[]]
            if all(1 <= len(side) <= 2 for side in numbers):
                yield tuple(" ".join(text[n] for n in side) for text, side in zip(sides, numbers))


def read_pairs(path):
    for source, target in read_beads(path) if os.path.isdir(path) else read_columns(path):
        source, target = (text.replace("[", "").replace("]", "") for text in (source, target))
        if 3 <= len(target.split()) <= 60:
            yield source, target


def read_lexicon(path):
    words, word = {}, None
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line[0] != "\t":
                word = line.split("\t")[0]
                words[word] = []
            else:
                words[word].append(line[1:].split("\t")[0])
    return words


def read_antonyms(path):
    table = {}
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            fields = line.rstrip("\n").split("\t")
            if len(fields) >= 2 and not line.startswith("#"):
                table.setdefault(fields[0], []).append(fields[1])
                table.setdefault(fields[1], []).append(fields[0])
    return {a: sorted(set(b)) for a, b in table.items() if a.isalpha() and len(a) > 3}


def read_friends(path):
    """The false friends of a language's data file: word, wrong renderings, right ones."""
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            parts = [part.split() for part in line.split("#")[0].strip().split(": ")]
            if len(parts) == 3:
                for word in parts[0]:
                    yield word, (parts[1], parts[2])


def splices(pairs, most):
    """Three pairs as one, and renderings of them that go on from the first to the last unmarked."""
    whole = [p for p in pairs if all(text[-1] in ".!?" for text in p) and 4 <= len(p[1].split()) <= 25]
    for first, middle, last in list(zip(*[iter(whole)] * 3))[:most // 2]:
        head, tail = first[1][:-1], last[1]
        if tail.split()[0] in ("The", "This", "It", "In", "A", "He", "She", "They", "We", "And", "But"):
            tail = tail[0].lower() + tail[1:]
        yield " ".join((first[0], middle[0], last[0])), {
            "human": " ".join((first[1], middle[1], last[1])), "splice_breath": f"{head}, and {tail}",
            "splice_lost": f"{first[1]} {last[1]}"}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--antonyms", required=True)
    parser.add_argument("--friends", required=True)
    parser.add_argument("--lexicon", required=True)
    parser.add_argument("--output", required=True)
    parser.add_argument("--most", type=int, default=1500, help="pairs to take of a file at the most")
    parser.add_argument("--most-of-a-kind", type=int, default=400, help="variants of one kind")
    parser.add_argument("pairs", nargs="+")
    options = parser.parse_args()
    chance = random.Random(1)
    pairs = []
    for path in options.pairs:
        found = list(read_pairs(path))
        chance.shuffle(found)
        pairs += found[:options.most]
    chance.shuffle(pairs)
    maker = Maker(2, read_antonyms(options.antonyms), read_lexicon(options.lexicon), [t for _, t in pairs],
                  read_friends(options.friends))
    made = {kind: 0 for kind in FAULTS + HARMLESS}
    with open(options.output, "w", encoding="utf-8") as output:

        def write(group, source, target, label, kind):
            record = {"id": f"{group}-{kind}", "source": source, "target": target, "label": label,
                      "kind": kind, "group": group}
            output.write(json.dumps(record, ensure_ascii=False) + "\n")

        for group, (source, target) in enumerate(pairs):
            write(group, source, target, "good", "human")
            # The kinds that were made least often first, so that all come about equally often.
            for kinds, label, count in ((FAULTS, "bad", 2), (HARMLESS, "good", 1)):
                left = count
                for kind in sorted(kinds, key=lambda kind: (made[kind], chance.random())):
                    if made[kind] >= options.most_of_a_kind:
                        break
                    variant = getattr(maker, kind)(target, source)
                    if left > 0 and variant and variant != target:
                        write(group, source, variant, label, kind)
                        made[kind] += 1
                        left -= 1
        for group, (source, joined) in enumerate(splices(pairs, options.most_of_a_kind), len(pairs)):
            for kind, target in joined.items():
                write(group, source, target, "good" if kind == "human" else "bad", kind)
    print(made)


if __name__ == "__main__":
    main()
