"""Where the texts come from that the language identifier is trained on, and how they are read.

Every reader yields `(language, line)`; a line is a paragraph, a message or a list entry in plain text.
Debian packages are unpacked below a folder, one folder a package (`fetch.py`).

Written for this program. Licence: Apache-2.0, as the program. Standard library only.
"""
import gzip
import glob
import html
import json
import os
import re
import struct
import sys
import zipfile
import zlib

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "lexicon"))
from hunspell import Hunspell  # noqa: E402

# The languages of the model; the first eight are those that the program has language data for.
LANGUAGES = ("es en pt fr it de ca gl eu nl sv da nb fi is pl cs sk sl hr hu ro et lt lv tr el bg ru uk").split()

# What stands in a text that is not of its language: tags, markup of wikis and games, places to fill in.
MARKUP = re.compile(
    r"<[^<>]*>|\{\{[^{}]*\}\}|\[\[(?:[^][|]*\|)?|\]\]|\$\{?\w+\}?|%\d*\$?[sdiluf]|%\(\w+\)\w|https?:\S+|\S+@\S+"
    r"|\S*[/_\\]\S*|&\w+;|\{[^{}]*\}|\[/?\w+\]|'''?")
SPACES = re.compile(r"\s+")

# A line of a translation with many of these is not translated.
ENGLISH = frozenset("the of and to is for with that this are you be not can from by your".split())


def clean(text):
    """Plain text without markup."""
    return SPACES.sub(" ", MARKUP.sub(" ", html.unescape(text))).strip()


def is_english(line):
    words = line.lower().split()
    return sum(word in ENGLISH for word in words) * 7 > len(words)


def blocks(markup, names):
    """The texts of the elements that have one of the names, in HTML or XML without nesting of these."""
    for block in re.finditer(rf"<({names})\b[^>]*>(.*?)</\1>", markup, re.S):
        # Inline elements part no words; line ends do.
        text = clean(re.sub(r"<[^<>]*>", "", block[2].replace("\n", " ")))
        if text:
            yield text


def libreoffice(folder, codes):
    """LibreOffice's help: HTML pages."""
    for language, code in codes.items():
        pages = sorted(glob.glob(f"{folder}/libreoffice-help-{code}/usr/share/libreoffice/help/*/text/**/*.html",
                                 recursive=True))
        # A fourth of the pages is enough, the same ones in all languages.
        for page in pages:
            if zlib.crc32(page.split("/text/")[1].encode()) % 4:
                continue
            markup = open(page, encoding="utf-8", errors="ignore").read()
            for text in blocks(markup[markup.find('id="DisplayArea"'):], "p|h1|h2|h3|td"):
                yield language, text


def gnome(folder, codes):
    """GNOME's user documentation: Mallard pages."""
    for language, code in codes.items():
        for page in sorted(glob.glob(f"{folder}/gnome-user-docs/usr/share/help/{code}/**/*.page", recursive=True)):
            for text in blocks(open(page, encoding="utf-8").read(), "p|title"):
                yield language, text


def mediawiki(folder, codes):
    """MediaWiki's messages: JSON."""
    for language, code in codes.items():
        for file in sorted(glob.glob(f"{folder}/mediawiki/**/i18n/**/{code}.json", recursive=True)):
            messages = json.load(open(file, encoding="utf-8"))
            for key, text in messages.items():
                if not key.startswith("@") and isinstance(text, str):
                    for line in text.split("\n"):
                        yield language, clean(line)


def catalogue(path):
    """The translations of a compiled message catalogue (gettext's .mo)."""
    data = open(path, "rb").read()
    order = "<" if data[:4] == b"\xde\x12\x04\x95" else ">"
    _, count, originals, translations = struct.unpack_from(order + "4I", data, 4)
    for index in range(count):
        length, offset = struct.unpack_from(order + "2I", data, translations + 8 * index)
        original, _ = struct.unpack_from(order + "2I", data, originals + 8 * index)
        if original:  # the first entry is the header
            yield data[offset:offset + length].decode("utf-8", "ignore")


def catalogues(folder, package, codes):
    """All message catalogues of a package."""
    for language, code in codes.items():
        paths = glob.glob(f"{folder}/{package}/**/{code}/LC_MESSAGES/*.mo", recursive=True)
        paths += glob.glob(f"{folder}/{package}/**/{code}.mo", recursive=True)
        paths += glob.glob(f"{folder}/{package}/**/*-{code}.mo", recursive=True)
        for path in sorted(set(paths)):
            for message in catalogue(path):
                for line in re.split(r"[\n\0]", message):
                    yield language, clean(line)


def columns(path):
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield line.rstrip("\n").split("\t")[:2]


def parallel(folder, name):
    """Spanish and English parallel text."""
    for spanish, english in columns(f"{folder}/{name}.tsv.gz"):
        yield "es", clean(spanish)
        yield "en", clean(english)


def rendered(path, language):
    """What Apertium made of Spanish text: unknown words, left as they were, are taken out."""
    for line in open(path, encoding="utf-8"):
        yield language, clean(re.sub(r"[*@#]\S+", " ", line))


def forms(folder):
    """The words of hunspell's Galician dictionary in the forms that its suffix rules make, names left out."""
    dictionary = Hunspell(f"{folder}/hunspell-gl/usr/share/hunspell/gl_ES.aff", f"{folder}/hunspell-gl/usr/share/hunspell/gl_ES.dic")
    for root, flags in dictionary.roots:
        entry = f"{root}/{flags}"
        if "nimo" in entry or "ngrama" in entry:
            continue
        fields = flags.split()
        yield from sorted(dictionary.forms(root.split()[0], fields[0].split(",") if fields else ()))


def frequencies(wheel, language):
    """The words of a list of wordfreq with how often they occur a million words."""
    code = {"hr": "sh"}.get(language, language)
    with zipfile.ZipFile(wheel) as archive:
        names = set(archive.namelist())
        for size in ("large", "small"):
            name = f"wordfreq/data/{size}_{code}.msgpack.gz"
            if name in names:
                bins = unpack(gzip.decompress(archive.read(name)))
                return [(word, 10 ** (6 - rank / 100)) for rank, words in enumerate(bins[1:]) for word in words]
    return []


def unpack(data):
    """Reads MessagePack as far as wordfreq uses it: lists, maps, strings and small numbers."""
    position = 0

    def read():
        nonlocal position
        kind = data[position]
        position += 1
        if kind < 0x80:
            return kind
        if kind < 0x90:
            return {read(): read() for _ in range(kind & 15)}
        if kind < 0xA0:
            return [read() for _ in range(kind & 15)]
        if kind < 0xC0:
            size = kind & 31
        elif kind == 0xD9:
            size = data[position]
            position += 1
        elif kind in (0xDC, 0xDD):
            width = 2 if kind == 0xDC else 4
            size = int.from_bytes(data[position:position + width], "big")
            position += width
            return [read() for _ in range(size)]
        else:
            raise ValueError(f"wordfreq: unexpected type {kind:#x}")
        position += size
        return data[position - size:position].decode("utf-8")

    return read()
