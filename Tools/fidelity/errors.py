"""Makes faulty and harmless variants of the English side of es-en sentence pairs.

Each fault is one small change of the kind that editors look for: a figure, a *not*, a name, a clause.
What is made is for fitting the calibration of `cotejo check` (see calibrate.py), not for shipping.

Written for this program. Licence: Apache-2.0, as the program. Standard library only.
"""
import random
import re

WORD = re.compile(r"[A-Za-z][A-Za-z'’-]*")
NAME = re.compile(r"[A-Z][A-Za-zÀ-ÿ'’-]+(?: [A-Z][A-Za-zÀ-ÿ'’-]+)*")
ADJECTIVE = re.compile(r"(?:an|ese|ish|ic|i|ans|French|Dutch|Greek|Swiss)\b")
QUOTED = re.compile(r"[\"“«]")
MONTHS = ("January February March April May June July August September October November "
          "December").split()
DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
NUMBERS = ("two three four five six seven eight nine ten eleven twelve thirteen fifteen twenty "
           "thirty forty fifty").split()
ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
CURRENCIES = {"dollars": "euros", "euros": "dollars", "pounds": "euros", "pesos": "dollars",
              "dollar": "euro", "euro": "dollar", "$": "€", "€": "$", "£": "$", "US$": "€"}
UNITS = {"kilometers": "miles", "kilometres": "miles", "miles": "kilometers", "km": "mi",
         "meters": "feet", "metres": "feet", "feet": "meters", "hours": "days", "days": "hours",
         "minutes": "hours", "weeks": "months", "months": "weeks", "years": "months",
         "kilograms": "pounds", "kg": "lb", "tons": "kilograms", "seconds": "minutes",
         "degrees": "percent", "hour": "day", "day": "week", "year": "month", "week": "month"}
MODALS = {"must": "may", "may": "must", "might": "will", "could": "will", "should": "must",
          "will": "might", "can": "must", "would": "must"}
QUANTIFIERS = {"all": "some", "every": "hardly any", "many": "few", "most": "some", "some": "all",
               "few": "many", "several": "no", "each": "no", "both": "neither of", "much": "little",
               "always": "sometimes", "often": "always", "never": "sometimes", "half": "most"}
COMPARATORS = {"more": "less", "less": "more", "fewer": "more", "higher": "lower",
               "lower": "higher", "before": "after", "after": "before", "above": "below",
               "below": "above", "better": "worse", "worse": "better", "larger": "smaller",
               "smaller": "larger", "most": "least", "least": "most", "over": "under",
               "under": "over", "greater": "smaller", "increase": "decrease", "rose": "fell",
               "maximum": "minimum", "increased": "decreased", "up": "down"}
TENSES = {"is": ("was", "will be"), "are": ("were", "will be"), "was": ("is", "will be"),
          "were": ("are", "will be"), "has": ("had", "will have"), "have": ("had", "will have"),
          "had": ("has", "will have"), "said": ("says", "will say"), "did": ("does",),
          "does": ("did",), "do": ("did",)}
PERSONS = {"I": ("we", "you"), "we": ("they", "I"), "they": ("we", "you"), "you": ("we", "they"),
           "our": ("their", "my"), "my": ("our", "your"), "their": ("our", "your"),
           "us": ("them",), "them": ("us",), "me": ("them",), "your": ("their",)}
GENDERS = {"he": "she", "she": "he", "his": "her", "her": "his", "him": "her", "himself": "herself",
           "herself": "himself", "man": "woman", "woman": "man", "father": "mother",
           "mother": "father", "son": "daughter", "daughter": "son", "brother": "sister",
           "sister": "brother", "wife": "husband", "husband": "wife", "men": "women",
           "women": "men", "boy": "girl", "girl": "boy", "actress": "actor", "actor": "actress",
           "king": "queen", "queen": "king"}
HEDGES = ["reportedly", "allegedly", "apparently", "perhaps", "possibly", "supposedly"]
MORE_HEDGES = ["likely", "probably", "seemingly", "about", "around", "nearly", "almost"]
ADVERBS = ["secretly", "quickly", "barely", "officially", "illegally", "publicly", "repeatedly"]
ADJECTIVES = ["new", "former", "foreign", "secret", "private", "illegal", "small", "famous", "old"]
AUXILIARIES = ("is are was were will would can could should must may might has have had do does "
               "did").split()
FUNCTION = set(("the a an of to in on at for from by with and or but that which who this these it "
                "its as be been not no if when than so").split() + AUXILIARIES)
JOINING = ("and", "of", "the", "or", "de", "la", "del", "von", "van")
SUBJECTS = {"me": "I", "him": "he", "her": "she", "us": "we", "them": "they"}
OBJECTS = {"i": "me", "he": "him", "she": "her", "we": "us", "they": "them"}
SPELLINGS = {"color": "colour", "center": "centre", "defense": "defence", "favor": "favour",
             "labor": "labour", "theater": "theatre", "traveled": "travelled"}
SYNONYMS = {"big": "large", "large": "big", "begin": "start", "began": "started", "start": "begin",
            "help": "assist", "show": "demonstrate", "shows": "demonstrates", "near": "close to",
            "buy": "purchase", "also": "as well", "however": "nevertheless", "about": "around",
            "important": "significant", "said": "stated", "but": "yet", "because": "since",
            "many": "numerous", "people": "persons", "use": "employ", "used": "employed"}
CONTRACTIONS = [("do not", "don't"), ("does not", "doesn't"), ("did not", "didn't"),
                ("is not", "isn't"), ("are not", "aren't"), ("was not", "wasn't"),
                ("cannot", "can't"), ("will not", "won't"), ("it is", "it's"), ("I am", "I'm"),
                ("they are", "they're"), ("has not", "hasn't"), ("would not", "wouldn't")]


class Maker:
    """Makes variants by chance, the same ones for the same seed."""

    def __init__(self, seed, antonyms, lexicon, pool, friends=()):
        self.chance = random.Random(seed)
        self.antonyms = antonyms      # word: [opposites]
        self.lexicon = lexicon        # Spanish word: its first English words
        self.friends = dict(friends)  # Spanish word: what it is wrongly, and rightly, rendered by
        self.pool = pool              # English sentences to take foreign words and clauses from
        self.names = [name for text in pool for name in self.names_in(text)]

    @staticmethod
    def names_in(text):
        """Runs of capitalised words inside sentences, without months, days and adjectives of place."""
        return [m.group() for m in NAME.finditer(text)
                if m.start() > 2 and text[m.start() - 2] not in ".!?\"“:" and m.group() != "I"
                and not ADJECTIVE.search(m.group()) and m.group().split()[0] not in MONTHS + DAYS]

    def replace(self, text, table, keep_case=True):
        """One word of the text that the table has, by what the table has for it."""
        hits = [m for m in WORD.finditer(text) if m.group() in table or m.group().lower() in table]
        if not hits:
            return None
        m = self.chance.choice(hits)
        value = table.get(m.group(), table.get(m.group().lower()))
        if not isinstance(value, str):
            value = self.chance.choice(list(value))
        if keep_case and m.group()[0].isupper() and m.group() != "I":
            value = value[0].upper() + value[1:]
        return text[:m.start()] + value + text[m.end():]

    def figure(self, text):
        hits = list(re.finditer(r"\d[\d,.]*\d|\d", text))
        return self.chance.choice(hits) if hits else None

    # -- faults -----------------------------------------------------------------------------------
    def number_digit(self, text, source):
        m = self.figure(text)
        if not m:
            return None
        places = [i for i in range(m.start(), m.end()) if text[i].isdigit()]
        i = self.chance.choice(places)
        digit = self.chance.choice([d for d in "123456789" if d != text[i]])
        return text[:i] + digit + text[i + 1:]

    def number_transposed(self, text, source):
        pairs = [m.start() for m in re.finditer(r"(?=\d\d)", text) if text[m.start()] != text[m.start() + 1]]
        if not pairs:
            return None
        i = self.chance.choice(pairs)
        return text[:i] + text[i + 1] + text[i] + text[i + 2:]

    def decimal_shift(self, text, source):
        m = re.search(r"\d+\.\d+", text)
        if m:
            whole, part = m.group().split(".")
            new = whole + part[0] + ("." + part[1:] if part[1:] else "")
            return text[:m.start()] + new + text[m.end():]
        m = re.search(r"\b\d{1,3}(?:,\d{3})+\b", text)
        return text[:m.start()] + m.group().rsplit(",", 1)[0] + text[m.end():] if m else None

    def number_word(self, text, source):
        return self.replace(text, {n: [x for x in NUMBERS[:9] if x != n] for n in NUMBERS})

    def ordinal(self, text, source):
        return self.replace(text, {n: [x for x in ORDINALS if x != n] for n in ORDINALS})

    def scale(self, text, source):
        return self.replace(text, {"million": "billion", "billion": "million", "trillion": "billion",
                                   "thousand": "million", "millions": "billions",
                                   "thousands": "millions", "hundreds": "thousands"})

    def currency(self, text, source):
        m = re.search(r"US\$|[$€£]", text)
        if m:
            return text[:m.start()] + CURRENCIES[m.group()] + text[m.end():]
        return self.replace(text, CURRENCIES)

    def unit(self, text, source):
        return self.replace(text, UNITS) if re.search(r"\d|\b(" + "|".join(NUMBERS) + r")\b", text) else None

    def percent_points(self, text, source):
        new = re.sub(r"\bper ?cent\b|%", " percentage points", text, count=1)
        return new.replace("  ", " ") if new != text else None

    def month(self, text, source):
        return self.replace(text, {n: [x for x in MONTHS if x != n] for n in MONTHS})

    def weekday(self, text, source):
        return self.replace(text, {n: [x for x in DAYS if x != n] for n in DAYS})

    def year(self, text, source):
        m = re.search(r"\b(1[5-9]|20)\d\d\b", text)
        return text[:m.start()] + str(int(m.group()) + self.chance.choice([-10, -3, -1, 1, 2, 5])) + text[m.end():] if m else None

    def entity(self, text, source):
        names = self.names_in(text)
        if not names or not self.names:
            return None
        old = self.chance.choice(names)
        new = self.chance.choice(self.names)
        return None if new == old else re.sub(r"\b" + re.escape(old) + r"\b", new, text, count=1)

    def entity_lost(self, text, source):
        names = self.names_in(text)
        return re.sub(r"\s*\b" + re.escape(self.chance.choice(names)) + r"\b", "", text, count=1) if names else None

    def omission_clause(self, text, source):
        hits = [m for m in re.finditer(r",[^,;:]{12,90}(?=[,.;])", text) if "\"" not in m.group()]
        hits += list(re.finditer(r" (?:in|of|with|for|from|by|on|at|to|that|which|who|because|and) (?:[\w'-]+ ){2,6}[\w'-]+(?=[ ,.;])", text))
        if not hits:
            return None
        m = self.chance.choice(hits)
        return text[:m.start()] + text[m.end():]

    def omission_word(self, text, source):
        hits = [m for m in WORD.finditer(text) if m.group().lower() not in FUNCTION and len(m.group()) > 3]
        if len(hits) < 4:
            return None
        m = self.chance.choice(hits)
        return (text[:m.start()] + text[m.end():]).replace("  ", " ")

    def truncated(self, text, source):
        words = text.split()
        if len(words) < 10:
            return None
        return " ".join(words[:int(len(words) * self.chance.uniform(0.45, 0.8))]).rstrip(",;:") + "."

    def splice(self, text, source):
        words = text.split()
        if len(words) < 8:
            return None
        other = self.chance.choice(self.pool).split()
        return " ".join(words[:len(words) // 2] + other[len(other) // 2:]) if len(other) > 7 else None

    def addition(self, text, source):
        other = self.chance.choice(self.pool)
        hits = list(re.finditer(r" (?:in|of|with|for|from|by|because|after|before|despite) (?:[\w'-]+ ){2,5}[\w'-]+(?=[ ,.;])", other))
        if not hits:
            return None
        clause = self.chance.choice(hits).group()
        places = [m.start() for m in re.finditer(r"[,.;]", text)]
        i = self.chance.choice(places) if places else len(text)
        return text[:i] + clause + text[i:]

    def addition_word(self, text, source):
        hits = [m for m in re.finditer(r"\b(?:the|a|an) (?=[a-z]{3})", text)]
        if hits and self.chance.random() < 0.6:
            m = self.chance.choice(hits)
            article = "a " if m.group().lower() == "an " else m.group()
            return text[:m.start()] + article + self.chance.choice(ADJECTIVES) + " " + text[m.end():]
        hits = [m for m in WORD.finditer(text) if m.group() in AUXILIARIES]
        if not hits:
            return None
        m = self.chance.choice(hits)
        return text[:m.end()] + " " + self.chance.choice(ADVERBS) + text[m.end():]

    def negation_added(self, text, source):
        hits = [m for m in WORD.finditer(text) if m.group() in AUXILIARIES and text[m.end():m.end() + 4] != " not"]
        if not hits:
            return None
        m = self.chance.choice(hits)
        return text[:m.end()] + " not" + text[m.end():]

    def negation_dropped(self, text, source):
        for old, new in ((r" not\b", ""), (r"n['’]t\b", ""), (r"\bcannot\b", "can"), (r"\bnever\b ?", ""),
                         (r"\b[Nn]o ", "a "), (r"\bwithout\b", "with")):
            changed = re.sub(old, new, text, count=1)
            if changed != text:
                return changed
        return None

    def antonym(self, text, source):
        return self.replace(text, self.antonyms)

    def modality(self, text, source):
        return self.replace(text, MODALS)

    def hedge_added(self, text, source):
        hits = [m for m in WORD.finditer(text) if m.group() in AUXILIARIES]
        if not hits:
            return None
        m = self.chance.choice(hits)
        return text[:m.end()] + " " + self.chance.choice(HEDGES) + text[m.end():]

    def hedge_dropped(self, text, source):
        changed = re.sub(r"\b(?:" + "|".join(HEDGES + MORE_HEDGES) + r"|according to [\w ]+),? ", "", text, count=1)
        return changed if changed != text else None

    def quantifier(self, text, source):
        return self.replace(text, QUANTIFIERS)

    def comparison(self, text, source):
        return self.replace(text, COMPARATORS)

    def tense(self, text, source):
        return self.replace(text, TENSES)

    def person(self, text, source):
        return self.replace(text, PERSONS)

    def gender(self, text, source):
        return self.replace(text, GENDERS)

    def all_genders(self, text, source):
        changed = WORD.sub(lambda m: GENDERS.get(m.group(), GENDERS.get(m.group().lower(), m.group())), text)
        return changed if changed != text else None

    def untranslated(self, text, source):
        words = {m.group().lower() for m in WORD.finditer(text)}
        hits = [(s, e) for s in re.findall(r"\b[a-záéíóúñü]{4,}\b", source)
                for e in self.lexicon.get(s, [])[:3] if e in words and len(e) > 3 and e != s]
        if not hits:
            return None
        spanish, english = self.chance.choice(hits)
        return re.sub(r"\b" + re.escape(english) + r"\b", spanish, text, count=1, flags=re.I)

    def quote_lost(self, text, source):
        if not QUOTED.search(source):
            return None
        changed = re.sub(r"[\"“”«»]", "", text)
        return changed if changed != text else None

    def quote_moved(self, text, source):
        if not QUOTED.search(source):
            return None
        m = re.search(r"([\"“])([^\"”]{12,})([\"”])", text)
        if not m:
            return None
        words = m.group(2).split()
        if len(words) < 4:
            return None
        cut = self.chance.randint(1, len(words) - 2)
        inside, outside = " ".join(words[:cut]), " ".join(words[cut:])
        return text[:m.start()] + m.group(1) + inside + m.group(3) + " " + outside + text[m.end():]

    def question(self, text, source):
        if text.endswith("."):
            return text[:-1] + "?"
        return text[:-1] + "." if text.endswith("?") else None

    def shuffled(self, text, source):
        words = text.rstrip(".").split()
        if len(words) < 6:
            return None
        self.chance.shuffle(words)
        return " ".join(words) + "."

    def roles(self, text, source):
        """Two names exchanged that a verb or preposition parts, and that stand there once."""
        names = [n for n in dict.fromkeys(self.names_in(text)) if text.count(n) == 1]
        pairs = []
        for a in names:
            for b in names:
                between = text[text.index(a) + len(a):text.index(b)].split()
                if any(w.islower() and w not in JOINING for w in between):
                    pairs.append((a, b))
        if not pairs:
            return None
        a, b = self.chance.choice(pairs)
        return re.sub(r"\b(" + re.escape(a) + "|" + re.escape(b) + r")\b", lambda m: b if m.group() == a else a, text)

    def subject_object(self, text, source):
        """Who does something exchanged with whom it is done to."""
        hits = list(re.finditer(r"\b(I|[Hh]e|[Ss]he|[Ww]e|[Tt]hey) ((?:had |has |have |would |will )?[a-z]{3,}(?:ed|w|t|ld|ve|k)) "
                                r"(me|him|her|us|them)(?=[.,;:!?]| (?:to|in|on|at|and|with|for|from|about|that)\b)", text))
        if hits:
            m = self.chance.choice(hits)
            subject, object_ = SUBJECTS[m.group(3)], OBJECTS[m.group(1).lower()]
            if SUBJECTS[object_] == subject:
                return None
            if m.group(1)[0].isupper() and m.group(1) != "I":
                subject = subject[0].upper() + subject[1:]
            return text[:m.start()] + subject + " " + m.group(2) + " " + object_ + text[m.end():]
        noun = r"((?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir) [a-z]+|[A-Z][a-z]+)"
        m = re.search(r"(?:^|(?<=[.,;] )|(?<=that ))" + noun + r" ((?:had |has |have )?(?:[a-z]{3,}ed|saw|told|met|beat|made|gave|"
                      r"sent|led|took|killed|left|found|sold|bought)) " + noun + r"(?=[.,;:]| [a-z])", text)
        if not m or m.group(1).lower() == m.group(3).lower():
            return None
        first, second = m.group(3), m.group(1)
        if text[m.start()].isupper():
            first = first[0].upper() + first[1:]
            if second.split()[0].lower() in ("the", "a", "an", "his", "her", "their"):
                second = second[0].lower() + second[1:]
        return text[:m.start()] + first + " " + m.group(2) + " " + second + text[m.end():]

    def false_friend(self, text, source):
        """A word rendered by what it looks like."""
        words = {m.group().lower() for m in WORD.finditer(text)}
        hits = [(right, wrong) for word in re.findall(r"[a-záéíóúñü]+", source.lower()) if word in self.friends
                for right in self.friends[word][1] if right in words
                for wrong in self.friends[word][0]]
        if not hits:
            return None
        right, wrong = self.chance.choice(hits)
        return re.sub(r"\b" + re.escape(right) + r"\b",
                      lambda m: wrong[0].upper() + wrong[1:] if m.group()[0].isupper() else wrong, text, count=1, flags=re.I)

    # -- harmless ---------------------------------------------------------------------------------
    def contraction(self, text, source):
        for long, short in CONTRACTIONS:
            if long in text:
                return text.replace(long, short, 1)
            if short in text:
                return text.replace(short, long, 1)
        return None

    def spelling(self, text, source):
        return self.replace(text, SPELLINGS) or self.replace(text, {v: k for k, v in SPELLINGS.items()})

    def synonym(self, text, source):
        return self.replace(text, SYNONYMS)

    def quote_style(self, text, source):
        if "\"" not in text and "“" not in text:
            return None
        return re.sub(r"[\"“]([^\"“”]*)[\"”]", r"‘\1’" if self.chance.random() < 0.3 else r"“\1”" if "\"" in text else r'"\1"', text)

    def thousands(self, text, source):
        changed = re.sub(r"(\d),(\d{3})", r"\1\2", text)
        return changed if changed != text else None

    def percent(self, text, source):
        changed = re.sub(r" per ?cent\b", "%", text, count=1)
        return changed if changed != text else re.sub(r"%", " percent", text, count=1) if "%" in text else None

    def digits(self, text, source):
        m = re.search(r"\b(" + "|".join(NUMBERS[:11]) + r")\b", text)
        if m:
            return text[:m.start()] + str(NUMBERS.index(m.group()) + 2) + text[m.end():]
        m = re.search(r"(?<![\d,.$€£-])([2-9])(?![\d,.%-])", text)
        return text[:m.start()] + NUMBERS[int(m.group()) - 2] + text[m.end():] if m else None

    def date_order(self, text, source):
        m = re.search(r"\b(" + "|".join(MONTHS) + r") (\d{1,2})\b", text)
        if m:
            return text[:m.start()] + m.group(2) + " " + m.group(1) + text[m.end():]
        m = re.search(r"\b(\d{1,2}) (" + "|".join(MONTHS) + r")\b", text)
        return text[:m.start()] + m.group(2) + " " + m.group(1) + text[m.end():] if m else None

    def bracket(self, text, source):
        hits = [m for m in WORD.finditer(text) if m.group() in ("he", "she", "they", "it", "the")]
        if not hits:
            return None
        m = self.chance.choice(hits)
        return text[:m.start()] + "[" + m.group() + "]" + text[m.end():]

    def ellipsis(self, text, source):
        m = re.search(r",[^,;:\"]{10,60},", text)
        return text[:m.start()] + " ..." + text[m.end():] if m else None

    def dash(self, text, source):
        m = re.search(r", ([^,;:\"]{5,60}), ", text)
        return text[:m.start()] + " – " + m.group(1) + " – " + text[m.end():] if m else None


FAULTS = ("number_digit number_transposed decimal_shift number_word ordinal scale currency unit "
          "percent_points month weekday year entity entity_lost omission_clause omission_word "
          "truncated splice addition addition_word negation_added negation_dropped antonym modality "
          "hedge_added hedge_dropped quantifier comparison tense person gender all_genders "
          "untranslated quote_lost quote_moved question shuffled roles subject_object "
          "false_friend").split()
HARMLESS = ("contraction spelling synonym quote_style thousands percent digits date_order bracket "
            "ellipsis dash").split()
