"""Gathers the texts that the language identifier is trained on.

usage: texts.py --packages FOLDER --parallel FOLDER --rendered FOLDER --output FOLDER
  FOLDER of --packages: unpacked Debian packages (fetch.py).
  FOLDER of --parallel: Spanish and English pairs, NAME.tsv.gz.
  FOLDER of --rendered: Galician renderings of their Spanish sides by Apertium, NAME.txt.

Writes LANGUAGE.tsv, `source<TAB>line`, without doubles, lines that are not translated, and lines
without letters. Of each source at most LINES lines of a language are taken, by their checksums.

Written for this program. Licence: Apache-2.0, as the program. Standard library only.
"""
import argparse
import glob
import os
import zlib

import sources
from sources import LANGUAGES

LINES = 6000
PARALLEL = "tico geneval mozorg debian bible xquad".split()

MEDIAWIKI = {language: language for language in LANGUAGES}
GNOME = {language: language for language in LANGUAGES} | {"en": "C"}
LIBREOFFICE = {language: language for language in LANGUAGES} | {"en": "en-us"}
WORDPRESS = {
    "es": "es_ES", "pt": "pt_PT", "fr": "fr_FR", "it": "it_IT", "de": "de_DE", "gl": "gl_ES", "nl": "nl_NL",
    "sv": "sv_SE", "da": "da_DK", "nb": "nb_NO", "is": "is_IS", "pl": "pl_PL", "cs": "cs_CZ", "sk": "sk_SK",
    "sl": "sl_SI", "hu": "hu_HU", "ro": "ro_RO", "lt": "lt_LT", "tr": "tr_TR", "bg": "bg_BG", "ru": "ru_RU",
} | {language: language for language in "ca eu fi hr et lv el uk".split()}
WESNOTH = {language: language for language in LANGUAGES} | {"nb": "nb_NO"}
# Brazilian Portuguese counts as Portuguese; its sources are taken beside the Portuguese ones.
BRAZIL = {"pt": "pt-br"}, {"pt": "pt_BR"}


def all_texts(options):
    folder = options.packages
    yield "mediawiki", sources.mediawiki(folder, MEDIAWIKI)
    yield "mediawiki", sources.mediawiki(folder, BRAZIL[0])
    yield "wordpress", sources.catalogues(folder, "wordpress-l10n", WORDPRESS)
    yield "wordpress", sources.catalogues(folder, "wordpress-l10n", BRAZIL[1])
    yield "gnome", sources.gnome(folder, GNOME)
    yield "gnome", sources.gnome(folder, BRAZIL[1])
    yield "wesnoth", sources.catalogues(folder, "wesnoth-1.16-data", WESNOTH)
    yield "libreoffice", sources.libreoffice(folder, LIBREOFFICE)
    for name in PARALLEL:
        yield name, sources.parallel(options.parallel, name)
    for path in sorted(glob.glob(f"{options.rendered}/gl.*.txt")):
        if path.endswith("/gl.words.txt"):
            continue
        yield os.path.basename(path)[3:-4], sources.rendered(path, "gl")


def main():
    parser = argparse.ArgumentParser()
    for name in ("packages", "parallel", "rendered", "output"):
        parser.add_argument("--" + name, required=True)
    options = parser.parse_args()
    os.makedirs(options.output, exist_ok=True)
    found = {language: {} for language in LANGUAGES}
    for source, texts in all_texts(options):
        for language, line in texts:
            if len(line) < 12 or language != "en" and sources.is_english(line):
                continue
            found[language].setdefault(source, set()).add(line)
    english = set().union(*found["en"].values())
    for language, by_source in found.items():
        with open(f"{options.output}/{language}.tsv", "w", encoding="utf-8") as output:
            for source, lines in sorted(by_source.items()):
                if language != "en":
                    lines -= english
                chosen = sorted(lines, key=lambda line: (zlib.crc32(line.encode()), line))[:LINES]
                for line in chosen:
                    output.write(f"{source}\t{line}\n")
                print(language, source, len(chosen), "of", len(lines), flush=True)


main()
