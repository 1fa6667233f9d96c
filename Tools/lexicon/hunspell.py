"""Reads hunspell dictionaries: which forms the suffix rules make of each root."""

import re
from collections import defaultdict


class Hunspell:
    """The roots of a dictionary with their flags, and the suffix rules of each flag."""

    def __init__(self, affixes, words):
        self.rules = defaultdict(list)
        with open(affixes, encoding="utf-8") as lines:
            for line in lines:
                # A rule: SFX flag strip add[/flags] condition; a flag's header has a Y or N third.
                part = line.split()
                if len(part) < 5 or part[0] != "SFX":
                    continue
                strip, add = ("" if text == "0" else text for text in part[2:4])
                self.rules[part[1]].append((strip, add.split("/")[0], re.compile(part[4] + "$")))
        self.roots = []
        with open(words, encoding="utf-8") as lines:
            next(lines)
            for line in lines:
                root, _, flags = line.strip().partition("/")
                self.roots.append((root, flags))

    def forms(self, root, flags):
        """The root and its forms; prefixes, which make other words of it, stay out."""
        forms = {root}
        for flag in flags:
            for strip, add, condition in self.rules.get(flag, ()):
                if root.endswith(strip) and condition.search(root):
                    forms.add(root[: len(root) - len(strip)] + add)
        return forms
