"""Writes the Spanish that render.sh makes Galician of.

usage: spanish.py --parallel FOLDER --wordfreq WHEEL --output FOLDER
Writes es.NAME.txt for each of the parallel texts, of the long ones a part, and es.words.txt, the commonest words,
a word a line; es.sentences.txt has the same words as sentences, so that none is read with its neighbours.

Written for this program. Licence: Apache-2.0, as the program. Standard library only.
"""
import argparse
import os

import sources

# Of each text one line in so many.
PARTS = {"tico": 1, "geneval": 1, "xquad": 1, "mozorg": 1, "debian": 3, "bible": 4}
WORDS = 45_000


def main():
    parser = argparse.ArgumentParser()
    for name in ("parallel", "wordfreq", "output"):
        parser.add_argument("--" + name, required=True)
    options = parser.parse_args()
    os.makedirs(options.output, exist_ok=True)
    for name, part in PARTS.items():
        with open(f"{options.output}/es.{name}.txt", "w", encoding="utf-8") as output:
            for number, (spanish, _) in enumerate(sources.columns(f"{options.parallel}/{name}.tsv.gz"), 1):
                if number % part == 0:
                    output.write(spanish + "\n")
    words = [word for word, _ in sources.frequencies(options.wordfreq, "es") if word.isalpha()][:WORDS]
    with open(f"{options.output}/es.words.txt", "w", encoding="utf-8") as output:
        output.writelines(word + "\n" for word in words)
    with open(f"{options.output}/es.sentences.txt", "w", encoding="utf-8") as output:
        output.writelines(word + " .\n\n" for word in words)


main()
