"""Running text as mail and the web have it, made of tidy sentences: stops and capitals left out, headings,
greetings, signatures and lines of mail joined to the text.

Written for this program. Licence: Apache-2.0, as the program. Standard library only.
"""
import random
import re

GREETINGS = [
    "Hi {a},", "Hello {a},", "Dear {a},", "{a},", "{a},", "{a}:", "{a} -", "Hi {a}!", "Dear Mr. {b},", "Dear {a} {b},",
    "Hey {a},", "All,", "Hi all,", "Hi", "Hello everyone", "Good morning {a},", "Dear All:", "{a}"]
CLOSINGS = [
    "Thanks,", "Thanks", "Thank you,", "Regards,", "Best regards,", "Best,", "Sincerely,", "Cheers,", "Cheers",
    "Kind regards,", "Take care,", "Yours,", "Love,", "Respectfully,", "Thx", "See you,", "Many thanks"]
PHONES = ["Phone: {:03}-{:04}", "Tel. {:03} {:04}", "{:03}.{:04}", "ext. {:03}{:04}"]
EMOTICONS = [":)", ":-)", ":(", ":D", ";)", "lol", "LOL", "haha", "xx", "!!", "..."]
NUMBERS = ["{k}.{n} ", "{n}. ", "({n}) ", "Figure {k}.{n} ", "Chapter {n} ", "Part {n}: "]
MONTHS = ("January February March April May June July August September October November December").split()
# A line that ends in one of these is a piece of a sentence.
UNFINISHED = frozenset("the a an of to and or in on for with by from at is are be as that this which if when it its".split())
# How often a source is drawn from.
SHARES = {"addresses": 3, "wesnoth": 3, "debian": 2, "tico": 1.5, "geneval": 1.5, "xquad": 1.5, "mozorg": 1.5,
          "pydocs": 1.5, "libo": 1, "bible": 0.3}
TIDY = 0.45


def is_prose(sentence):
    letters = sum(character.isalpha() or character == " " for character in sentence)
    return 3 <= len(sentence) <= 500 and "::" not in sentence and not re.search(r"[`|]", sentence) \
        and letters >= 0.8 * len(sentence)


def is_heading(line):
    words = line.split()
    return words[0][:1].isupper() and line[-1] not in ",;" and words[-1].strip(",:;").lower() not in UNFINISHED


def unstopped(sentence):
    """The sentence without its stop, unless a mark closes behind it."""
    return sentence.rstrip(".!?… ") if sentence[-1] in ".!?…" else sentence


class Disorder:
    def __init__(self, texts, names, seed):
        self.random = random.Random(seed)
        self.texts = texts
        self.names = names
        self.sources = [name for name in SHARES if name in texts]
        self.shares = [SHARES[name] for name in self.sources]

    def name(self):
        return self.random.choice(self.names)

    def drawn(self, source, count):
        """So many sentences that follow one another."""
        segments = self.texts[source]
        place = self.random.randrange(len(segments))
        found = []
        while len(found) < count and place < len(segments):
            found += [sentence for sentence in segments[place] if is_prose(sentence)]
            place += 1
        return found[:count]

    def mail_line(self):
        """What programs write around mails and posts."""
        chance = self.random
        first, last = self.name(), self.name()
        date = f"{chance.randrange(1, 13):02}/{chance.randrange(1, 29):02}/{chance.randrange(1996, 2025)}"
        time = f"{chance.randrange(24):02}:{chance.randrange(60):02}" + chance.choice((" AM", " PM", ""))
        month = f"{chance.choice(MONTHS)} {chance.randrange(1, 29)}, 20{chance.randrange(10, 26)}"
        address = f"{first.lower()}.{last.lower()}@example.com"
        return chance.choice((
            [f"{first} {last}", f"{date} {time}"], [f"{first} {last}", f"{date} {time}"], [f"{first} {last} {date} {time}"],
            [f'"{last}, {first}" <{address}> {date} {time}'], [f"Posted by {first} at {time}"], [f"Email: {address}"],
            [f"From: {first} {last}", f"Sent: {month} {time}"], [month], [f"http://www.example.com/{first.lower()}"],
            [chance.choice("-=*_") * chance.randrange(5, 60)]))

    def mail_end(self):
        """A greeting, or a closing with a signature."""
        chance = self.random
        if chance.random() < 0.5:
            return [chance.choice(GREETINGS).format(a=self.name(), b=self.name())]
        signature = chance.choice((self.name(), f"{self.name()} {self.name()}"))
        lines = [signature]
        if chance.random() < 0.6:
            closing = chance.choice(CLOSINGS)
            lines = [f"{closing} {signature}"] if chance.random() < 0.5 else [closing, signature]
        if chance.random() < 0.15:
            lines.append(chance.choice(PHONES).format(chance.randrange(1000), chance.randrange(10000)))
        return lines

    def heading(self):
        """A short line without a stop, in one of the ways that headings are set; none if none was drawn."""
        chance = self.random
        found = self.drawn(chance.choices(self.sources, self.shares)[0], 1)
        words = unstopped(found[0]).split() if found else []
        if not 2 <= len(words) <= 9:
            return []
        way = chance.random()
        if way < 0.5:
            words = [word if place and word in UNFINISHED else word[:1].upper() + word[1:]
                     for place, word in enumerate(words)]
        elif way < 0.6:
            words = [word.upper() for word in words]
        line = " ".join(words)
        return [line] if is_heading(line) else []

    def paragraph(self):
        """The sentences of a paragraph, in order."""
        chance = self.random
        source = chance.choices(self.sources, self.shares)[0]
        drawn = self.drawn(source, chance.choice((1, 2, 3, 4, 5, 6, 8, 12, 20)))
        tidy = chance.random() < TIDY
        dropped = chance.choice((0.1, 0.25, 0.5, 0.8))
        small = chance.choice((0, 0, 0, 0.1, 0.5))
        mail = chance.choice((0, 0, 0.15, 0.3))
        lines = chance.choice((0, 0, 0, 0.25))
        headings = chance.choice((0, 0, 0, 0.05) if tidy else (0, 0, 0.05, 0.2))
        cut = chance.choice((0, 0, 0, 0.1))
        numbered = chance.random() < 0.15
        chapter = chance.randrange(1, 9)
        # Dashes inside sentences stand off as often as not.
        dash = chance.choice((None, " — ", " -- ", " – ", " - "))
        sentences = []
        for number, sentence in enumerate(drawn):
            if sentence[-1] not in ".!?…\"”’)'»":
                if not is_heading(sentence) or tidy and sentence[-1] != ":" and chance.random() < 0.7:
                    continue
            if dash:
                sentence = re.sub("—|--", dash, sentence)
            if not tidy:
                if chance.random() < mail:
                    sentences += self.mail_end()
                if chance.random() < lines:
                    sentences += self.mail_line()
                if chance.random() < dropped:
                    sentence = unstopped(sentence)
                if chance.random() < small and sentence[:1].isupper() and sentence[1:2].islower():
                    sentence = sentence[0].lower() + sentence[1:]
                if chance.random() < 0.03:
                    sentence += " " + chance.choice(EMOTICONS)
            if chance.random() < headings:
                sentences += self.heading()
            words = sentence.split()
            if chance.random() < cut and len(words) > 4:
                words = words[:chance.randrange(2, len(words))]
                sentence = " ".join(words).rstrip(".,;:") + chance.choice((" —", "—", " --", " -", " –"))
            if numbered and chance.random() < 0.3:
                sentence = chance.choice(NUMBERS).format(k=chapter, n=number + 1) + sentence
            sentences.append(sentence)
        return sentences
