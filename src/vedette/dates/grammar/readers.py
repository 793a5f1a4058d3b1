"""Readers of what takes several tokens: quantities, ordinals, days of the month, years."""

from __future__ import annotations

from collections.abc import Iterator

from vedette.dates.expressions import Quantity
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.lexicon import load_lexicon
from vedette.dates.patterns import Reading
from vedette.dates.tokens import Token

_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_FIRST_YEAR, _LAST_YEAR = 1000, 2100  # numbers outside are years only with BC or AD
_LAST_DAY = 31
_FIRST_ROUND_DECADE = 2000  # "the 1900s" is a century, "the 2000s" a decade
_CENTURY_SPLIT = 30  # two-digit years below it belong to this century, the others to the last
_VAGUE_AMOUNTS = frozenset({"several", "some", "many", "few", "numerous", "various", "countless"})
_SCALES = {"hundred": 100, "thousand": 1000, "million": 1_000_000}
_NO_DOT = frozenset({"may", "june", "july"})
_NUMBER_STARTS = "CARDINAL TENS # a an several some many few dozen dozens numerous various countless half couple"


def full_year(text: str) -> int:
    """Give a year in two figures its century."""
    year = int(text)
    if len(text) > 2:
        return year
    return year + (2000 if year < _CENTURY_SPLIT else 1900)


def _at(reading: Reading, position: int) -> Token | None:
    return reading.tokens[position] if position < len(reading.tokens) else None


def _is(reading: Reading, position: int, *words: str) -> bool:
    token = _at(reading, position)
    return token is not None and token.lower in words


def read_digits(token: Token | None) -> int | None:
    """Read a whole number in digits, with or without commas between the thousands."""
    if token is None or "#" not in token.keys:
        return None
    bare = token.text.replace(",", "")
    return int(bare) if bare.isascii() and bare.isdecimal() and len(bare) < 10 else None


def read_integer(reading: Reading, position: int) -> tuple[int, int] | None:
    """Read a number under a hundred in words, or one in digits; give it with the position after it."""
    token = _at(reading, position)
    if token is None:
        return None
    digits = read_digits(token)
    if digits is not None:
        return digits, position + 1
    if "CARDINAL" in token.keys:
        return token.keys["CARDINAL"], position + 1
    if "TENS" not in token.keys:
        return None
    tens = token.keys["TENS"]
    after = position + 2 if _is(reading, position + 1, "-", "‑") else position + 1
    ones = _at(reading, after)
    if ones is not None and 0 < ones.keys.get("CARDINAL", 0) < 10:
        return tens + ones.keys["CARDINAL"], after + 1
    return tens, position + 1


def _read_scaled(reading: Reading, position: int) -> tuple[int, int] | None:
    """Read a number with hundreds and thousands ("two hundred", "a dozen")."""
    if _is(reading, position, "a", "an"):
        scale = _at(reading, position + 1)
        if scale is not None and scale.lower in _SCALES:
            return _SCALES[scale.lower], position + 2
        return (12, position + 2) if _is(reading, position + 1, "dozen") else (1, position + 1)
    read = read_integer(reading, position)
    if read is None:
        return None
    value, after = read
    scale = _at(reading, after)
    if scale is not None and scale.lower in _SCALES:
        return value * _SCALES[scale.lower], after + 1
    if _is(reading, after, "dozen"):
        return value * 12, after + 1
    return value, after


def _decimal(token: Token | None) -> float | None:
    if token is None or "#" not in token.keys or token.text.count(".") != 1:
        return None
    whole, _, part = token.text.partition(".")
    return float(token.text) if whole.isdecimal() and part.isdecimal() else None


@GRAMMAR.reader("QUANTITY", _NUMBER_STARTS, inside="couple number handful hundred thousand million dozen of")
def read_quantity(reading: Reading, position: int) -> Iterator[tuple[Quantity, int]]:
    """Read how many: "three", "two to three", "a few", "several", "one and a half", "2.5"."""
    decimal = _decimal(_at(reading, position))
    if decimal is not None:
        yield Quantity(decimal), position + 1
        return
    yield from _read_vague(reading, position)
    if _is(reading, position, "half") and _is(reading, position + 1, "a", "an"):
        yield Quantity(0.5), position + 2
    read = _read_scaled(reading, position)
    if read is None:
        return
    value, after = read
    if _is(reading, after, "1/2", "½"):
        yield Quantity(value + 0.5), after + 1
    if _is(reading, after, "and") and _is(reading, after + 1, "a") and _is(reading, after + 2, "half"):
        yield Quantity(value + 0.5), after + 3
    if _is(reading, after, "to", "or", "-", "–"):
        most = read_integer(reading, after + 1)
        if most is not None and most[0] > value:
            yield Quantity(value, most[0]), most[1]
    yield Quantity(value), after


def _read_vague(reading: Reading, position: int) -> Iterator[tuple[Quantity, int]]:
    token = _at(reading, position)
    if token is None:
        return
    if token.lower in ("a", "an"):
        if _is(reading, position + 1, "few", "couple"):
            after = position + 3 if _is(reading, position + 2, "of") else position + 2
            pair = _is(reading, position + 1, "couple")
            yield Quantity(2 if pair else None, mod="APPROX" if pair else None), after
        elif _is(reading, position + 1, "number", "handful") and _is(reading, position + 2, "of"):
            yield Quantity(None), position + 3
    elif token.lower == "couple" and _is(reading, position + 1, "of"):
        yield Quantity(2, mod="APPROX"), position + 2
    elif token.lower in _VAGUE_AMOUNTS:
        yield Quantity(None), position + 1
    elif token.lower == "dozens" and _is(reading, position + 1, "of"):
        yield Quantity(None), position + 2


@GRAMMAR.reader("INTEGER", "CARDINAL TENS #")
def read_plain_integer(reading: Reading, position: int) -> Iterator[tuple[int, int]]:
    """Read a whole number under a hundred in words, or any in digits."""
    read = read_integer(reading, position)
    if read is not None:
        yield read


@GRAMMAR.reader("ORDER", "ORDINAL TENS #")
def read_ordinal(reading: Reading, position: int) -> Iterator[tuple[int, int]]:
    """Read an ordinal: "third", "23rd", "twenty-first"."""
    token = reading.tokens[position]
    if "ORDINAL" in token.keys:
        yield token.keys["ORDINAL"], position + 1
        return
    digits, suffix = read_digits(token), _at(reading, position + 1)
    if digits is not None:
        if suffix is not None and suffix.glued and suffix.lower in _SUFFIXES:
            yield digits, position + 2
        return
    if "TENS" not in token.keys:
        return
    after = position + 2 if _is(reading, position + 1, "-", "‑") else position + 1
    ones = _at(reading, after)
    if ones is not None and "ORDINAL" in ones.keys and ones.keys["ORDINAL"] < 10:
        yield token.keys["TENS"] + ones.keys["ORDINAL"], after + 1


@GRAMMAR.reader("DAYNUMBER", "ORDINAL TENS #")
def read_day_number(reading: Reading, position: int) -> Iterator[tuple[int, int]]:
    """Read a day of the month: "23", "23rd", "twenty-third"."""
    for value, after in read_ordinal(reading, position):
        if 1 <= value <= _LAST_DAY:
            yield value, after
    token = reading.tokens[position]
    if token.text.isascii() and token.text.isdecimal() and len(token.text) <= 2 and 1 <= int(token.text) <= _LAST_DAY:
        yield int(token.text), position + 1


@GRAMMAR.reader("DAYORDINAL", "ORDINAL TENS #")
def read_day_ordinal(reading: Reading, position: int) -> Iterator[tuple[int, int]]:
    """Read a day of the month that is an ordinal: "the 23rd"."""
    for value, after in read_ordinal(reading, position):
        if 1 <= value <= _LAST_DAY:
            yield value, after


@GRAMMAR.reader("LASTORDINAL", "#")
def read_last_ordinal(reading: Reading, position: int) -> Iterator[tuple[int, int]]:
    """Read a day of the month that is an ordinal in digits, with no noun after it ("the 25th such attack")."""
    for value, after in read_day_ordinal(reading, position):
        follower = _at(reading, after)
        if (
            follower is None
            or not follower.text[0].isalnum()
            or follower.lower in ("of", "in", "at", "when", "and", "to")
        ):
            yield value, after


@GRAMMAR.reader("FIGUREORDINAL", "#")
def read_figure_ordinal(reading: Reading, position: int) -> Iterator[tuple[int, int]]:
    """Read a day of the month that is an ordinal in figures right after its weekday ("Sunday 7th"), before no name."""
    for value, after in read_day_ordinal(reading, position):
        follower = _at(reading, after)
        if follower is None or not follower.capital:
            yield value, after


@GRAMMAR.reader("DOT", ".")
def read_dot(reading: Reading, position: int) -> Iterator[tuple[str, int]]:
    """Read the dot of an abbreviated month or weekday; the dot after a full name ends the sentence."""
    word = reading.tokens[position - 1] if position > 0 else None
    if word is not None and reading.tokens[position].glued and len(word.text) <= 4 and word.lower not in _NO_DOT:
        follower = _at(reading, position + 1)
        if follower is not None and not follower.glued:
            yield ".", position + 1


@GRAMMAR.reader("DAYPAIR", "#")
def read_day_pair(reading: Reading, position: int) -> Iterator[tuple[tuple[int, int], int]]:
    """Read two days of the month joined by a stroke: "30/31"."""
    one, stroke, two = reading.tokens[position].text.partition("/")
    if stroke and one.isdecimal() and two.isdecimal() and 1 <= int(one) < int(two) <= _LAST_DAY:
        yield (int(one), int(two)), position + 1


@GRAMMAR.reader("YEAR", "#")
def read_year(reading: Reading, position: int) -> Iterator[tuple[int, int]]:
    """Read a year in four digits."""
    token = reading.tokens[position]
    if _is_four_digits(token) and _FIRST_YEAR <= int(token.text) <= _LAST_YEAR:
        yield int(token.text), position + 1


@GRAMMAR.reader("SPOKENYEAR", "CARDINAL")
def read_spoken_year(reading: Reading, position: int) -> Iterator[tuple[int, int]]:
    """Read a year said in words: "nineteen ninety-seven"."""
    token = reading.tokens[position]
    after = _at(reading, position + 1)
    if token.keys["CARDINAL"] not in (18, 19) or after is None or "TENS" not in after.keys:
        return
    rest = read_integer(reading, position + 1)
    if rest is not None:
        yield token.keys["CARDINAL"] * 100 + rest[0], rest[1]


@GRAMMAR.reader("SHORTYEAR", "' ’ ‘ `")
def read_short_year(reading: Reading, position: int) -> Iterator[tuple[int, int]]:
    """Read a year in two digits after an apostrophe: "'89"."""
    token = _at(reading, position + 1)
    if token is not None and token.glued and len(token.text) == 2 and token.text.isdecimal():
        yield int(token.text), position + 2


@GRAMMAR.reader("TENYEARS", "#")
def read_decade(reading: Reading, position: int) -> Iterator[tuple[int, int]]:
    """Read a decade in digits, "1990s", as the year without its last digit."""
    token = reading.tokens[position]
    after = position + 2 if _is(reading, position + 1, "'", "’") else position + 1
    suffix = _at(reading, after)
    plural = suffix is not None and suffix.glued and suffix.lower == "s"
    if not plural or not _is_four_digits(token) or not token.text.endswith("0"):
        return
    if not token.text.endswith("00") or int(token.text) >= _FIRST_ROUND_DECADE:
        yield int(token.text) // 10, after + 1


def _is_four_digits(token: Token) -> bool:
    return len(token.text) == 4 and token.text.isascii() and token.text.isdecimal()


@GRAMMAR.reader("HUNDREDYEARS", "#")
def read_hundred(reading: Reading, position: int) -> Iterator[tuple[int, int]]:
    """Read a century in digits, "1800s", as the year without its last two."""
    token = reading.tokens[position]
    suffix = _at(reading, position + 1)
    plural = suffix is not None and suffix.glued and suffix.lower == "s"
    if plural and len(token.text) == 4 and token.text.endswith("00") and int(token.text) < 2000:
        yield int(token.text) // 100, position + 2


@GRAMMAR.reader("SHORTDECADE", "# ' ’ ‘")
def read_short_decade(reading: Reading, position: int) -> Iterator[tuple[int, int]]:
    """Read a decade in two digits, "the 80s" or "the '80s", as its digit."""
    first = position + 1 if _is(reading, position, "'", "’", "‘") else position
    token, suffix = _at(reading, first), _at(reading, first + 1)
    plural = suffix is not None and suffix.glued and suffix.lower == "s"
    if token is not None and plural and len(token.text) == 2 and token.text.isdecimal() and token.text[1] == "0":
        yield int(token.text[0]), first + 2


def lexicon_words(category: str) -> frozenset[str]:
    """Give all words of a category."""
    return frozenset(load_lexicon()[category])
