"""What the classifier of sentence ends looks at; SentenceFeatures in Swift does the same.

A chunk is what stands between white space, in UTF-8. Everything is a number: a feature is the hash of its
template's number and of one or two numbers that say what was seen.

Written for this program. Licence: Apache-2.0, as the program. Standard library only.
"""
import re

MASK = 0xFFFFFFFF
# What kind of decision a place asks for.
UNSTOPPED, SMALL, STOPPED = range(3)
# Marks, by what they are good for.
(NONE, COMMA, COLON, SEMICOLON, DASH, CLOSER, QUOTE, GREATER, RULE, OPENER, STOP, OTHER) = range(12)
# Shapes of chunks. EYE is the English word I; EDGE the end of the text; MARKS a chunk without letters.
(LOWER, CAPITAL, CAPITALS, SINGLE, EYE, DIGITS, ADDRESS, MIXED, DATE, EDGE, MARKS) = range(11)
NAMELIKE = (CAPITAL, CAPITALS, SINGLE, EYE, DIGITS, ADDRESS, DATE)
# Bytes of a chunk: a longer one is an address or a rule. Bytes of a word that are hashed.
LONGEST_CHUNK = 64
LONGEST_WORD = 32
# How far behind a place the next stop is looked for.
FARTHEST_STOP = 256
ASCII_MARKS = {
    ord(","): COMMA, ord(":"): COLON, ord(";"): SEMICOLON, ord("-"): DASH, ord(")"): CLOSER, ord("]"): CLOSER,
    ord("}"): CLOSER, ord('"'): QUOTE, ord("'"): QUOTE, ord(">"): GREATER, ord("*"): RULE, ord("_"): RULE,
    ord("="): RULE, ord("~"): RULE, ord("#"): RULE, ord("("): OPENER, ord("["): OPENER, ord("{"): OPENER,
    ord("<"): OPENER, ord("."): STOP, ord("!"): STOP, ord("?"): STOP}


def mixed(value):
    """The 24 bits that a hash is cut to: a model has few keys, and most of their differences fit two bytes."""
    value = (value ^ value >> 15) * 0x85EBCA77 & MASK
    return (value ^ value >> 13) >> 8


def word_hash(word):
    value = 0x811C9DC5
    for byte in word:
        value = (value ^ byte) * 0x9E3779B1 & MASK
    return mixed(value)


def key(template, first=0, second=0):
    value = template * 0x9E3779B1 & MASK
    value = ((value ^ first) * 0x85EBCA77 + 0x165667B1) & MASK
    value ^= value >> 16
    value = ((value ^ second) * 0xC2B2AE3D + 0x27D4EB2F) & MASK
    return mixed(value)


def is_ascii_word(byte):
    return 48 <= byte <= 57 or 65 <= byte <= 90 or 97 <= byte <= 122


def mark(text, offset):
    """The kind of the mark whose first byte is at `offset`."""
    byte = text[offset]
    if byte < 0x80:
        return ASCII_MARKS.get(byte, OTHER)
    if byte == 0xC2:
        return QUOTE if text[offset + 1] in (0xAB, 0xBB) else OTHER
    if byte == 0xE2 and text[offset + 1] == 0x80:
        last = text[offset + 2]
        if 0x90 <= last <= 0x95:
            return DASH
        if 0x98 <= last <= 0x9F or last in (0xB9, 0xBA):
            return QUOTE
        if last == 0xA6:
            return STOP
    return OTHER


def mark_length(text, offset):
    """The bytes of the mark that begins at `offset`; 0 if a word does."""
    byte = text[offset]
    if byte < 0x80:
        return 0 if is_ascii_word(byte) else 1
    if byte == 0xC2:
        return 0 if text[offset + 1] in (0xAA, 0xB5, 0xBA) else 2
    return 3 if byte == 0xE2 and 0x80 <= text[offset + 1] <= 0x83 else 0


def mark_length_before(text, floor, offset):
    """The bytes of the mark that ends before `offset`; 0 if a word does."""
    byte = text[offset - 1]
    if byte < 0x80:
        return 0 if is_ascii_word(byte) else 1
    if offset - 2 >= floor and text[offset - 2] == 0xC2:
        return 0 if byte in (0xAA, 0xB5, 0xBA) else 2
    return 3 if offset - 3 >= floor and text[offset - 3] == 0xE2 and 0x80 <= text[offset - 2] <= 0x83 else 0


class Chunk:
    """A stretch without white space: its word, the marks around it, its shape."""
    __slots__ = ("text", "lead", "first", "trail", "stops", "shape", "hash", "length")

    def __init__(self, text):
        self.text = text
        self.lead = self.first = self.trail = NONE
        self.hash = self.length = self.stops = 0
        lower, upper = 0, len(text)
        if upper > LONGEST_CHUNK:
            self.shape = ADDRESS
            width = mark_length_before(text, lower, upper)
            if width:
                self.first = self.trail = mark(text, upper - width)
            return
        while lower < upper:
            width = mark_length(text, lower)
            if not width:
                break
            self.lead = mark(text, lower)
            lower += width
        if lower == upper:
            self.shape = MARKS
            self.trail = self.lead
            return
        while True:
            width = mark_length_before(text, lower, upper)
            if not width:
                break
            upper -= width
            self.first = mark(text, upper)
            if self.trail == NONE:
                self.trail = self.first
            # Which stops there are, and whether there is more than one mark.
            bit = {0x2E: 1, 0x21: 2, 0x3F: 4}.get(text[upper], 8)
            self.stops = (self.stops | bit | 16) if self.stops else bit
        word = bytearray(text[lower:upper][:LONGEST_WORD])
        capitals = small = digits = slashes = signs = 0
        begins = False
        for place, byte in enumerate(word):
            if 48 <= byte <= 57:
                digits += 1
            elif 65 <= byte <= 90:
                capitals += 1
                begins = begins or place == 0
                word[place] = byte | 0x20
            elif 97 <= byte <= 122:
                small += 1
            elif byte == 0x2F:
                slashes += 1
            elif byte in (0x40, 0x2E, 0x5F):
                signs += 1
            elif byte >= 0x80 and place and word[place - 1] == 0xC3:
                if 0x80 <= byte <= 0x9E and byte != 0x97:
                    capitals += 1
                    begins = begins or place == 1
                    word[place] = byte + 0x20
                elif byte >= 0x9F:
                    small += 1
        self.hash = word_hash(word)
        self.length = min(upper - lower, 8)
        if slashes == 2 and digits >= 3 and digits + slashes == upper - lower:
            self.shape = DATE
        elif slashes or signs:
            self.shape = ADDRESS
        elif digits:
            self.shape = DIGITS
        elif begins and capitals == 1 and not small:
            self.shape = EYE if text[lower:upper] == b"I" else SINGLE
        elif begins and not small:
            self.shape = CAPITALS
        elif begins:
            # I'm, I’ve
            self.shape = EYE if word[0] == 0x69 and len(word) > 1 and word[1] in (0x27, 0xE2) else CAPITAL
        else:
            self.shape = MIXED if capitals else LOWER


def bucket(count):
    for number, limit in enumerate((8, 16, 28, 45, 70, 100, 150, 250)):
        if count <= limit:
            return number
    return 8


def kind(before, after, common):
    """What the classifier may decide between two chunks; None if nothing."""
    stopped = before.trail == STOP or before.trail in (QUOTE, CLOSER) and before.first == STOP
    if after.shape in (LOWER, MIXED):
        # `?` and one full stop behind a word in small letters; names have `!`, Yahoo! and others.
        if after.lead == NONE and before.trail == STOP and before.first == STOP \
                and before.shape not in (MARKS, CAPITAL) and not before.text.endswith((b"..", "…".encode())):
            return SMALL
        return None
    if after.lead not in (NONE, DASH, QUOTE, OPENER) or stopped:
        return None
    if after.shape in (CAPITAL, CAPITALS, SINGLE, EYE):
        if after.hash in common or after.shape == EYE or before.trail in (COLON, DASH, GREATER, RULE):
            return UNSTOPPED
    return UNSTOPPED if after.shape == DATE else None


def features(chunks, place, start, distance, ahead, decision, common):
    """The hashes that speak for or against a sentence end before a chunk.

    `start` is the number of the sentence's first chunk, `distance` the bytes since it, `ahead` those up to the
    next stop.
    """
    before, after = chunks[place - 1], chunks[place]
    next_shape, next_hash = EDGE, 0
    if place + 1 < len(chunks):
        next_shape, next_hash = chunks[place + 1].shape, chunks[place + 1].hash
    last_shape, last_hash = EDGE, 0
    # What stands before a chunk that is too long is not looked for.
    if place - 1 > start and len(before.text) <= LONGEST_CHUNK:
        last_shape, last_hash = chunks[place - 2].shape, chunks[place - 2].hash
    is_common = after.hash in common
    left = before.shape | (before.hash in common) << 4
    if decision != UNSTOPPED:
        base = 30 if decision == SMALL else 60
        right = after.shape | is_common << 4 | after.lead << 5
        stops = before.stops
        return [key(base), key(base + 1, before.hash), key(base + 2, after.hash), key(base + 3, left, stops),
                key(base + 4, left, before.length), key(base + 5, after.hash, left), key(base + 6, next_hash),
                key(base + 7, bucket(distance), stops), key(base + 8, last_hash, before.hash),
                key(base + 9, after.hash, stops), key(base + 10, next_hash, after.hash),
                key(base + 11, last_shape, left), key(base + 12, after.first, left), key(base + 13, next_shape, stops),
                key(base + 14, right, left)]
    run = 0
    while run < 5 and place - 1 - run >= start and chunks[place - 1 - run].shape in NAMELIKE \
            and len(chunks[place - 1 - run].text) <= LONGEST_CHUNK:
        run += 1
    whole = place - 1 - run < start
    following = 0
    while following < 3 and place + following + 1 < len(chunks) and chunks[place + following].trail == NONE \
            and chunks[place + following + 1].shape in (CAPITAL, CAPITALS, SINGLE, DIGITS):
        following += 1
    runs = run | following << 4
    gap = before.trail
    near, far = bucket(distance), bucket(ahead)
    left |= gap << 8
    right = after.shape | (is_common | (after.lead != NONE) << 1) << 4 | after.first << 8
    return [key(0), key(1, after.hash), key(2, right), key(3, before.hash, gap), key(4, left),
            key(5, left, right | next_shape << 12), key(6, after.hash, next_shape | after.first << 4),
            key(7, after.hash, left), key(8, next_hash, after.shape), key(9, runs, gap | is_common << 4),
            key(10, run | near << 4, gap), key(11, near), key(12, far), key(13, near | far << 4, left),
            key(14, last_hash, left), key(15, last_shape, left | right << 12), key(16, after.hash, runs),
            key(17, whole | run << 1, gap | after.shape << 4), key(18, before.hash, after.hash)]


def ahead(text, offset):
    """The bytes from `offset` to the next stop that no ASCII letter or digit follows, at most FARTHEST_STOP."""
    limit = min(len(text), offset + FARTHEST_STOP)
    for place in range(offset, limit):
        byte = text[place]
        if byte in (0x21, 0x2E, 0x3F):
            if place + 1 == len(text) or not is_ascii_word(text[place + 1]):
                return place - offset
        elif byte == 0xE2 and text[place:place + 3] == b"\xe2\x80\xa6":
            return place - offset
    return limit - offset


class Paragraph:
    """Sentences as running text: the chunks, their offsets, and which begin sentences."""

    def __init__(self, sentences):
        self.chunks, self.offsets, self.starts = [], [], set()
        words = []
        offset = 0
        for sentence in sentences:
            self.starts.add(len(self.chunks))
            for word in sentence.encode().split():
                self.chunks.append(Chunk(word))
                self.offsets.append(offset)
                words.append(word)
                offset += len(word) + 1
        self.text = b" ".join(words)

    def places(self, common, stopped=False):
        """For each place that asks for a decision: its number, the decision, its features, whether one ends there."""
        start = 0
        for place in range(1, len(self.chunks)):
            ends = place in self.starts
            before = self.chunks[place - 1]
            decision = kind(before, self.chunks[place], common)
            if stopped:
                is_stop = STOP in (before.trail, before.first)
                decision = STOPPED if ends and is_stop else None
            if decision is not None:
                distance = self.offsets[place] - self.offsets[start]
                yield place, decision, features(
                    self.chunks, place, start, distance, ahead(self.text, self.offsets[place]), decision, common), ends
            if ends:
                start = place
