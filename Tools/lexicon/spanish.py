"""Spanish words and their lemmas."""

import re
from collections import defaultdict

from hunspell import Hunspell

LETTERS = re.compile(r"[a-záéíóúüñ]+$")
INFINITIVE = re.compile(r"[aeií]r(?:se)?$")

# No noun has as many forms as a verb.
LEAST_VERB_FORMS = 20
# What may be joined to any infinitive; the dictionary joins them to some.
PRONOUNS = "me te se nos le les lo la los las".split()


class Spanish:
    """The lemmas of each form, and the forms of each lemma: the roots of a hunspell dictionary."""

    def __init__(self, affixes, words, irregular):
        self.dictionary = Hunspell(affixes, words)
        self.forms = defaultdict(set)
        self.lemmas = defaultdict(set)
        self.verbs = set()
        for root, flags in self.dictionary.roots:
            if LETTERS.match(root):
                self._add(root, flags)

        with open(irregular, encoding="utf-8") as lines:
            for line in lines:
                if not line.startswith("#"):
                    lemma, forms = line.split(":")
                    self._add_irregular(lemma, forms.split())

    def add(self, lemma, pos):
        """Sees to it that a word of a part of speech (n, v, a, r) is a lemma with regular forms.

        The dictionary lacks some, and has nouns like `reforma` only as forms of verbs.
        """
        if lemma in self.forms or not LETTERS.match(lemma):
            return
        # The dictionary's flags: tenses, participles and pronouns; feminine and plural.
        flags = {"v": "REDÁÂÄÆÍÎñòø", "n": "S", "a": "GS", "r": ""}[pos]
        self._add(lemma, flags)
        if pos == "n" and lemma.endswith(("á", "é", "ó")):
            self.forms[lemma].add(lemma + "s")
            self.lemmas[lemma + "s"] = {lemma}

    def lemmas_of(self, form):
        """The lemmas that a form may belong to: itself alone where it is one."""
        lemmas = self.lemmas.get(form, ())
        return [form] if form in lemmas else sorted(lemmas)

    def is_verb(self, lemma):
        return lemma in self.verbs

    def _add_irregular(self, lemma, forms):
        self.verbs.add(lemma)
        for form in forms:
            # The dictionary has the form as a root of its own.
            self.forms[form].discard(form)
            self.lemmas[form].discard(form)
            self.lemmas[form].add(lemma)
            self.forms[lemma].add(form)

    def _add(self, root, flags):
        forms = self.dictionary.forms(root, flags)
        if INFINITIVE.search(root) and len(forms) > LEAST_VERB_FORMS:
            self.verbs.add(root)
            forms |= {root + pronoun for pronoun in PRONOUNS if not root.endswith("se")}
        self.forms[root] |= forms
        for form in forms:
            self.lemmas[form].add(root)
