"""Guards: whether a word or a number that could be a date is one, by what stands around it."""

from __future__ import annotations

from vedette.dates.lexicon import load_lexicon, words
from vedette.dates.patterns import Reading
from vedette.dates.tokens import Token

# Months, weekdays and seasons that are also plain words, names or abbreviations of something else.
_AMBIGUOUS_MONTHS = frozenset({"may", "march", "mar", "august", "jan", "dec", "sep"})
_AMBIGUOUS_WEEKDAYS = frozenset({"sat", "sun", "mon", "wed", "fri", "tue", "thu", "thur", "weds", "thurs", "tues"})
_BEFORE_MONTH = words("before-month")
_BEFORE_WEEKDAY = words("before-weekday")
_AFTER_FALL = frozenset({"of", "from", "in", "into", "to", "on", "below"})
_BEFORE_FALL = frozenset({"last", "this", "next", "in", "each", "every"})
_BEFORE_THE_FALL = frozenset({"in", "by", "of", "during", "until", "since"})
_BEFORE_SEASON = words("before-season")
_COUNTED = words("counted")
_OF_A_CLOCK = frozenset({"hours", "hrs", "gmt", "utc"})
_MEASURES = words("measures")
_BEFORE_YEAR = words("before-year")
_BEFORE_COUNT = words("before-count")


def _token(reading: Reading, position: int) -> Token | None:
    return reading.tokens[position] if 0 <= position < len(reading.tokens) else None


def _starts_sentence(reading: Reading, position: int) -> bool:
    before = _token(reading, position - 1)
    return before is None or before.text in '.!?:;"“”()[]•—' or before.lower == "a.m."


def is_month_word(reading: Reading, first: int, last: int, *, with_number: bool) -> bool:
    """Tell whether the month's name in these tokens is one: "May 5" and "in May" are, "may go" and "a march" not."""
    at = next(position for position in range(first, last) if "MONTH" in reading.tokens[position].keys)
    token = reading.tokens[at]
    if token.lower not in _AMBIGUOUS_MONTHS:
        return len(token.text) > 3 or with_number or token.lower == "may" or token.capital
    if not token.capital and not reading.lower_case:
        return False
    if with_number:
        return _is_near_number(reading, at)
    if len(token.lower) <= 3 and token.lower != "may":
        return token.capital and _before(reading, at) in _BEFORE_MONTH and not _is_name_after(_token(reading, at + 1))
    return _is_bare_month(reading, at, token)


def _is_near_number(reading: Reading, at: int) -> bool:
    after = _token(reading, at + 1)
    counted = _token(reading, at + 2)
    # "May 5 people" does not happen; "march 3 miles" in lower case does
    return not (
        reading.lower_case
        and after is not None
        and "#" in after.keys
        and counted is not None
        and counted.lower in _COUNTED
    )


def _before(reading: Reading, position: int) -> str:
    before = _token(reading, position - 1)
    return before.lower if before is not None else ""


def _is_bare_month(reading: Reading, at: int, token: Token) -> bool:
    before, after = _before(reading, at), _token(reading, at + 1)
    if before in _BEFORE_MONTH:
        on_a_march = before in ("on", "to", "for") and token.lower == "march"
        if token.lower == "march" and after is not None and after.lower == "of":
            return _is_of_a_year(reading, at + 2)
        return not on_a_march and not (token.lower == "march" and after is not None and after.lower == "on")
    if token.lower in ("may", "march") or reading.lower_case:
        return (
            not reading.lower_case
            and not _starts_sentence(reading, at)
            and before in ("the", ",")
            and token.lower == "may"
        )
    return not (before in ("pope", "king", "general", "president", "mr", "dr", "st") or _is_name_after(after))


def _is_of_a_year(reading: Reading, position: int) -> bool:
    """Tell "March of last year" and "March of 2019" from "the march of the miners"."""
    tokens = reading.tokens[position : position + 3]
    if not tokens:
        return False
    named = any(token.lower == "year" for token in tokens)
    return (len(tokens[0].text) == 4 and tokens[0].text.isdecimal()) or (named and tokens[0].lower != "a")


def _is_name_after(after: Token | None) -> bool:
    return after is not None and after.capital and after.text.isalpha() and not after.keys


def is_weekday_word(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a day's name in these tokens is one: "on Sun" is, "the sun" and "he sat" are not."""
    token = reading.tokens[first]
    if token.lower not in _AMBIGUOUS_WEEKDAYS:
        return token.capital or reading.lower_case or True
    if not token.capital:
        return False
    after, later = _token(reading, last), _token(reading, last + 1)
    dated = after if after is None or after.text not in ".," else later
    numbered = dated is not None and ("#" in dated.keys or "MONTH" in dated.keys)
    return numbered or (_before(reading, first) in _BEFORE_WEEKDAY and token.lower != "sun")


def is_season_word(reading: Reading, last: int) -> bool:
    """Tell whether the season before token `last` is one: "in spring" is, "the fall of Goma" and "to fall" are not."""
    at = last - 1
    token, before = reading.tokens[at], _before(reading, at)
    after = reading.tokens[last].lower if last < len(reading.tokens) else ""
    if token.lower == "fall":
        return after not in _AFTER_FALL and (before in _BEFORE_FALL or _is_in_the(reading, at))
    if token.lower == "spring" and not token.capital:
        return before in _BEFORE_SEASON and before != "to" and after not in ("of", "water", "up", "from")
    return before in _BEFORE_SEASON or not token.capital or reading.lower_case or _starts_sentence(reading, at)


def _is_in_the(reading: Reading, at: int) -> bool:
    return _before(reading, at) == "the" and _before(reading, at - 1) in _BEFORE_THE_FALL


def is_year_number(reading: Reading, first: int, last: int) -> bool:
    """Tell whether a four-digit number is a year: not after a currency or "No.", not before what it would count."""
    token = reading.tokens[first]
    before, after = _token(reading, first - 1), _token(reading, last)
    earlier = before.lower if before is not None else ""
    year = int(token.text)
    if earlier in _BEFORE_COUNT or (before is not None and before.text in "$£€#" and token.glued):
        return False
    if (after is not None and _is_counting(after)) or earlier == "at":
        return False
    if earlier in _BEFORE_YEAR or earlier in load_lexicon()["MONTH"] or earlier in load_lexicon()["SEASON"]:
        return True
    if 1900 <= year <= 2060:
        return True
    return (1400 <= year < 1900 and after is not None and after.text in ".,;)–-") or earlier == ""


def is_measured(reading: Reading, first: int, last: int) -> bool:
    """Tell a figure that measures or costs something ("9.30 km", "$9.30") from a time of day."""
    before, after = _token(reading, first - 1), _token(reading, last)
    if before is not None and before.text in "$£€#":
        return True
    if after is None:
        return False
    return (_is_counting(after) and after.lower not in _OF_A_CLOCK) or after.lower in _MEASURES


def _is_counting(after: Token) -> bool:
    if after.glued and after.text in "%°":
        return True
    return after.lower in _COUNTED or "UNITS" in after.keys
