"""English inflection: rules, the exceptions that WordNet lists, and the spellings hunspell has."""

import os
from collections import defaultdict

from hunspell import Hunspell

VOWELS = "aeiou"
# What WordNet's list of exceptions, made to find lemmas, does not tell: past, participle, third.
IRREGULAR = {
    "be": ("was were", "been", "is are am"), "have": ("had", "had", "has"),
    "do": ("did", "done", "does"), "go": ("went", "gone", "goes"),
    "get": ("got", "gotten got", "gets"), "lie": ("lay lied", "lain lied", "lies"),
}
UNCHANGED = set(
    "beset bet bid broadcast burst cast cost cut fit forecast hit hurt let offset put quit read rid "
    "set shed shut slit split spread sublet thrust upset".split())
# Their participle is their base.
LIKE_COME = set("become come overcome outrun overrun rerun run".split())


class English:
    """Makes the forms of lemmas and finds the lemmas of forms. Parts of speech: n, v, a, r."""

    def __init__(self, wordnet, affixes, words):
        names = {"n": "noun", "v": "verb", "a": "adj", "r": "adv"}
        self.lemmas_by_pos = {pos: self._index(wordnet, name) for pos, name in names.items()}
        dictionary = Hunspell(affixes, words)
        self.spellings = set()
        for root, flags in dictionary.roots:
            self.spellings |= dictionary.forms(root, flags)
        self.plurals = {}
        for form, lemmas in self._exceptions(wordnet, "noun").items():
            for lemma in lemmas:
                # Learned plurals (-ae, -ata) stand beside regular ones, which are commoner.
                if form in self.spellings and not form.endswith(("ae", "ata")):
                    self.plurals.setdefault(lemma, form)
        self.verb_exceptions = defaultdict(list)
        for form, lemmas in self._exceptions(wordnet, "verb").items():
            for lemma in lemmas:
                self.verb_exceptions[lemma].append(form)
        # The forms of all lemmas, turned round.
        self.found = {"n": defaultdict(set), "v": defaultdict(set)}
        for pos, found in self.found.items():
            for lemma in self.lemmas_by_pos[pos]:
                for _, form in self.forms(lemma, pos):
                    found[form].add(lemma)

    def forms(self, lemma, pos):
        """(slot, form) pairs of a lemma; a slot may have several forms."""
        if pos == "n":
            plural = self._plural(lemma)
            # Mass nouns and the like: no plural that the dictionary would let stand.
            if lemma.endswith("s") and plural not in self.spellings:
                plural = lemma
            return [("singular", lemma), ("plural", plural)]
        if pos == "v":
            return self._verb(lemma)
        return [("only", lemma)]

    def lemmas(self, form, pos):
        """The lemmas of a part of speech that have this form; itself where none is known."""
        if pos in self.found:
            return sorted(self.found[pos].get(form, ())) or [form]
        return [form]

    def _plural(self, lemma):
        if lemma in self.plurals:
            return self.plurals[lemma]
        if lemma.endswith("man") and lemma[:-3] + "men" in self.spellings:
            return lemma[:-3] + "men"
        if lemma.endswith("o") and lemma + "es" in self.spellings:
            return lemma + "es"
        return self._with_s(lemma)

    @staticmethod
    def _with_s(lemma):
        if lemma.endswith(("s", "x", "z", "ch", "sh")):
            return lemma + "es"
        if lemma.endswith("y") and lemma[-2:-1] not in VOWELS:
            return lemma[:-1] + "ies"
        return lemma + "s"

    def _verb(self, lemma):
        progressive = self._stem(lemma, "ing") + "ing"
        if lemma in IRREGULAR:
            past, participle, third = (forms.split() for forms in IRREGULAR[lemma])
        else:
            third = [lemma + "es" if lemma.endswith("o") else self._with_s(lemma)]
            strong = [
                form for form in self.verb_exceptions.get(lemma, ())
                if not form.endswith(("ing", "ed", "s")) and form in self.spellings]
            if lemma in UNCHANGED:
                past = participle = [lemma]
            elif strong:
                participle = [f for f in strong if f.endswith(("en", "wn", "ne", "un", "um", "orn"))]
                past = [f for f in strong if f not in participle] or strong
                participle = [lemma] if lemma in LIKE_COME else participle or past
            else:
                past = participle = [self._stem(lemma, "ed") + "ed"]
        return (
            [("base", lemma), ("progressive", progressive)] + [("third", form) for form in third]
            + [("past", form) for form in past[:2]]
            + [("participle", form) for form in participle[:2]])

    def _stem(self, lemma, ending):
        """The lemma as it stands before -ed or -ing, by the spelling that the dictionary has."""
        if lemma.endswith("y") and lemma[-2:-1] not in VOWELS and ending == "ed":
            return lemma[:-1] + "i"
        if lemma.endswith("ie") and ending == "ing":
            return lemma[:-2] + "y"
        silent = lemma[:-1] if lemma.endswith("e") else lemma
        stems = (silent, lemma, lemma + lemma[-1], lemma + "k")
        # What is listed as an exception is of this lemma for sure; "wining" may be of "wine".
        for known in (self.verb_exceptions.get(lemma, ()), self.spellings):
            for stem in stems:
                if stem + ending in known:
                    return stem
        return silent if not lemma.endswith(("ee", "oe", "ye")) or ending == "ed" else lemma

    @staticmethod
    def _index(folder, name):
        with open(os.path.join(folder, "index." + name), encoding="utf-8") as lines:
            words = {line.split(" ", 1)[0] for line in lines if not line.startswith(" ")}
        return {word for word in words if word.isalpha()}

    @staticmethod
    def _exceptions(folder, name):
        exceptions = {}
        with open(os.path.join(folder, name + ".exc"), encoding="utf-8") as lines:
            for line in lines:
                form, *lemmas = line.split()
                if "_" not in form:
                    exceptions[form] = lemmas
        return exceptions
