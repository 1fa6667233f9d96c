"""Makes the dictionary of word forms that `make lexicon` trains the Spanish-English lexicon with.

Read are dictionaries of lemmas, the inflection of both languages, and a first lexicon that was
trained from text alone, as `cotejo lexicon show --all` prints it. The text says two things that no
dictionary does: which translations of a lemma are common, summed over all its forms, and which
English form renders which Spanish ending (-aron: past). With both, a form that the text never had
gets translations of its own: `repitieron` is `repeated`.

Written are lines `form<TAB>translation<TAB>weight`; the weight is how often the pair may be
expected among the words of the text, so that it compares translations of either word.
"""

import argparse
import gzip
import math
import os
import re
import sys
from collections import defaultdict

from english import English
from spanish import Spanish

# How many words of text the translations of a lemma in a dictionary count for.
HOUSE, WORDNET = 40.0, 3.0
# What the text has to say of a lemma counts for at most so much: it is of other subjects.
MOST_TEXT = 60.0
# Endings are learned with so many links of the next shorter one as a prior.
SMOOTHING = 8.0
LONGEST_ENDING = 6
CONSONANTS = re.compile("[^aeiouáéíóúü]*$")
# How often a place in a paradigm that the text never had is taken to be filled.
UNSEEN_CELL = 0.3
# Each form of a noun or adjective has so much of it at least: plurals like `drones` are of a rare
# pattern, but not rare.
LEAST_NOMINAL_SHARE = 0.1
# Forms that may be expected less often than this in the text (3 million words) are left out.
RAREST = 0.1
# So often at least is a lemma taken to be in the text: one of our own, one of WordNet with a
# translation that the text or WordNet's own texts have, and any other, a rare word.
HOUSE_MENTIONS, WORDNET_MENTIONS, RARE_MENTIONS = 20.0, 3.0, 0.1
SMALLEST_SHARE = 0.015
# The English parts of speech that render the forms of Spanish verbs, and all other Spanish words.
KINDS = {"v": "v", "n": "nar"}
# Words that a phrase is not known by.
LITTLE = set("a an the of to in on at for by with from up out off one's someone somebody be".split())


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--shown", required=True, help="what `lexicon show --all` printed")
    parser.add_argument("--house", required=True, help="our own dictionary of lemmas")
    parser.add_argument("--irregular", required=True, help="forms of Spanish irregular verbs")
    parser.add_argument("--wordnet-pairs", required=True, help="lemma pairs by way of WordNet")
    parser.add_argument("--hunspell", required=True, help="folder of es_ES and en_US")
    parser.add_argument("--wordnet", required=True, help="folder of WordNet's files")
    options = parser.parse_args()
    spanish = Spanish(options.hunspell + "/es_ES.aff", options.hunspell + "/es_ES.dic",
        options.irregular)
    english = English(
        options.wordnet, options.hunspell + "/en_US.aff", options.hunspell + "/en_US.dic")
    house = read_house(options.house)
    wordnet, common = read_wordnet(options.wordnet_pairs)
    for lemma, pos in list(house) + list(wordnet):
        spanish.add(lemma, pos)
    text = Text(options.shown, spanish, english)
    text.english |= common
    write(sys.stdout, spanish, english, house, wordnet, text)


def read_house(path):
    """Lemma and part of speech -> {phrase: share}."""
    entries = defaultdict(dict)
    with open(path, encoding="utf-8") as lines:
        for line in lines:
            if line.startswith("#") or not line.strip():
                continue
            lemma, pos, translations = line.rstrip("\n").split("\t")
            # The first is the commonest.
            for rank, phrase in enumerate(translations.split(", ")):
                entries[lemma, pos][phrase] = 1 / (1 + rank)
    return entries


def read_wordnet(path):
    """Lemma and part of speech -> {phrase: share}; and the phrases that WordNet's texts have."""
    entries, common = defaultdict(dict), set()
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        next(lines)
        for line in lines:
            lemma, pos, phrase, shared, senses = line.rstrip("\n").split("\t")
            if " " in lemma or phrase.count(" ") > 2:
                continue
            # Several senses in common make a translation; a common word beats a rare one; what
            # looks alike is seldom wrong; phrases are mostly glosses.
            weight = int(shared) ** 2 * (1 + math.log(1 + int(senses)))
            if alike(lemma, phrase.lower()):
                weight *= 4
            if " " in phrase:
                weight *= 0.3
            table = entries[lemma.lower(), pos]
            table[phrase.lower()] = table.get(phrase.lower(), 0) + weight
            if int(senses) > 0:
                common.add(phrase.lower())
    return entries, common


def alike(spanish, english):
    plain = spanish.translate(str.maketrans("áéíóúüñ", "aeiouun"))
    return plain[:4] == english[:4] and abs(len(plain) - len(english)) < 4


class Text:
    """What the text teaches: translations of lemmas, and which form renders which ending."""

    def __init__(self, shown, spanish, english):
        self.mentions = {}
        self.english = set()
        self.lemma_mentions = defaultdict(float)
        self.translations = defaultdict(lambda: defaultdict(float))
        self.slots = defaultdict(lambda: defaultdict(float))
        self.cells = defaultdict(float)
        word = None
        links = []
        with open(shown, encoding="utf-8") as lines:
            for line in lines:
                if line.startswith("\t"):
                    _, translation, probability = line.rstrip("\n").split("\t")
                    links.append((translation, float(probability)))
                else:
                    self._learn(word, links, spanish, english)
                    word, mentions = line.rstrip("\n").split("\t")
                    self.mentions[word] = int(mentions)
                    links = []
        self._learn(word, links, spanish, english)

    def _learn(self, form, links, spanish, english):
        if form is None:
            return
        lemmas = spanish.lemmas_of(form)
        for lemma in lemmas:
            verb = spanish.is_verb(lemma)
            pos = "v" if verb else "n"
            share = self.mentions[form] / len(lemmas)
            self.lemma_mentions[lemma] += share
            if len(lemmas) == 1:
                self.cells[cell(form, lemma, pos)] += min(share, 10)
            for translation, probability in links:
                if probability < 0.02 or not translation.isalpha():
                    continue
                count = share * probability
                self.english.add(translation)
                found = [
                    target for target in english.lemmas(translation, pos)
                    if any(target in english.lemmas_by_pos[kind] for kind in KINDS[pos])]
                for target in found:
                    self.translations[lemma, pos][target] += count / len(found)
                    forms = english.forms(target, pos)
                    slots = sorted({slot for slot, made in forms if made == translation})
                    # Adjectives have no plural to tell of.
                    if len(lemmas) > 1 or pos == "n" and target in english.lemmas_by_pos["a"]:
                        continue
                    for slot in slots:
                        # Common words must not drown the rest.
                        amount = min(count, 20) / len(found) / len(slots)
                        for ending in endings(form, pos):
                            self.slots[ending][slot] += amount

    def slot_shares(self, form, pos):
        """How probable each English slot is for a Spanish form."""
        slots = ("base", "progressive", "third", "past", "participle")
        if pos == "n":
            slots = ("singular", "plural")
        shares = {slot: 1 / len(slots) for slot in slots}
        for ending in reversed(endings(form, pos)):
            seen = self.slots.get(ending, {})
            total = sum(seen.values()) + SMOOTHING
            shares = {s: (seen.get(s, 0) + SMOOTHING * shares[s]) / total for s in slots}
        return shares


def endings(form, pos):
    """The endings of a form, the longest first; a stem of two letters remains."""
    longest = min(LONGEST_ENDING, max(0, len(form) - 2))
    return [(pos, form[len(form) - size:]) for size in range(longest, -1, -1)]


def cell(form, lemma, pos):
    """Where in its paradigm a form stands: what of it differs from the lemma's stem.

    Vowels of a verb's stem may change (repet-ir, repit-ió): the consonants before the ending count.
    """
    stem = lemma[:-2] if pos == "v" else lemma
    common = len(os.path.commonprefix([form, stem]))
    consonants = CONSONANTS.search(stem).group()
    if pos == "v" and consonants and common < len(stem):
        start = form.find(consonants, max(0, len(stem) - len(consonants) - 1))
        if start >= 0:
            common = start + len(consonants)
    return pos, lemma[-2:] if pos == "v" else lemma[-1:], form[common:]


def normalized(table):
    total = sum(table.values())
    return {key: value / total for key, value in table.items()} if total else {}


def lemma_translations(lemma, pos, house, wordnet, text, english):
    """{phrase: share} from all that is known of a lemma."""
    table = defaultdict(float)
    kinds = KINDS[pos]
    ours = defaultdict(float)
    theirs = defaultdict(float)
    for kind in kinds:
        for phrase, share in house.get((lemma, kind), {}).items():
            ours[phrase, kind] += share
        for phrase, share in wordnet.get((lemma, kind), {}).items():
            theirs[phrase, kind] += share
    for source, amount in ((ours, HOUSE), (theirs, WORDNET)):
        for key, share in normalized(source).items():
            table[key] += amount * share
    seen = text.translations.get((lemma, pos), {})
    total = sum(seen.values())
    scale = min(1, MOST_TEXT / total) if total else 0
    for target, count in seen.items():
        # Links of the text that no dictionary knows are often of neighbours.
        known = [kind for kind in kinds if (target, kind) in table]
        if known or count * 20 > total:
            is_word = (kind for kind in kinds if target in english.lemmas_by_pos[kind])
            table[target, known[0] if known else next(is_word)] += count * scale
    return normalized(table)


def form_translations(form, lemma, pos, house, wordnet, text, english):
    """{word: share} for one form as a form of one lemma."""
    slots = text.slot_shares(form, pos)
    table = defaultdict(float)
    translations = lemma_translations(lemma, pos, house, wordnet, text, english)
    for (phrase, kind), share in translations.items():
        words = phrase.replace("'s", "").split()
        words = [word for word in words if word not in LITTLE] or words
        for index, word in enumerate(words):
            # A verb's first word is inflected, of a noun the last.
            head = index == (0 if kind == "v" else len(words) - 1)
            made = english.forms(word, kind) if head else [("only", word)]
            weights = defaultdict(float)
            for slot, spelling in made:
                weights[spelling] += slots.get(slot, 1)
            for spelling, weight in normalized(weights).items():
                table[spelling] += share * weight / len(words)
    return table


def least_mentions(lemma, pos, house, wordnet, text):
    """How often a lemma is taken to be in the text at least."""
    if any((lemma, kind) in house for kind in KINDS[pos]):
        return HOUSE_MENTIONS
    phrases = [p for kind in KINDS[pos] for p in wordnet.get((lemma, kind), ())]
    return WORDNET_MENTIONS if any(p in text.english for p in phrases) else RARE_MENTIONS


def expected(lemma, pos, forms, least, text):
    """How often each form of a lemma may be expected in the text: {form: count}."""
    shares = {form: text.cells[cell(form, lemma, pos)] + UNSEEN_CELL for form in forms}
    if pos == "n":
        least_share = LEAST_NOMINAL_SHARE * sum(shares.values())
        shares = {form: max(share, least_share) for form, share in shares.items()}
    amount = max(text.lemma_mentions.get(lemma, 0), least)
    return {form: amount * share for form, share in normalized(shares).items()}


def write(output, spanish, english, house, wordnet, text):
    lemmas = {(lemma, "v" if kind == "v" else "n") for lemma, kind in list(house) + list(wordnet)}
    # Lemmas that only the text knows lend their translations to forms that it lacks.
    lemmas |= {key for key in text.translations if text.lemma_mentions[key[0]] >= 3}
    # Of each form: the lemmas that it may be of, and how often it is expected as that.
    readings = defaultdict(dict)
    for lemma, pos in sorted(lemmas):
        if pos == "n" and spanish.is_verb(lemma):
            # A noun like `poder`, not the forms of the verb.
            forms = [lemma, lemma + "es"]
        elif pos == "v" and not spanish.is_verb(lemma):
            continue
        else:
            forms = sorted(spanish.forms.get(lemma, (lemma,)))
        least = least_mentions(lemma, pos, house, wordnet, text)
        for form, count in expected(lemma, pos, forms, least, text).items():
            readings[form][lemma, pos] = count
    for form, counts in sorted(readings.items()):
        # A form that is a lemma of its own is taken as that first.
        own = {key: count for key, count in counts.items() if key[0] == form}
        counts = own or counts
        amount = max(text.mentions.get(form, 0), sum(counts.values()))
        if amount < RAREST:
            continue
        table = defaultdict(float)
        for (lemma, pos), count in sorted(counts.items()):
            made = form_translations(form, lemma, pos, house, wordnet, text, english)
            for word, share in made.items():
                table[word] += (count + 1e-3) * share
        for word, share in sorted(normalized(table).items()):
            if share >= SMALLEST_SHARE:
                output.write(f"{form}\t{word}\t{amount * share:.5g}\n")


if __name__ == "__main__":
    main()
