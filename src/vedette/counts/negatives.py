"""Tells numbers that count no people: dates, ages, times, measures, money, names with a number, numbers of things."""

from __future__ import annotations

from vedette.counts.quantity import Quantity
from vedette.counts.tables import nouns, words
from vedette.counts.tokens import Token, Tokens, touches

_EXTRA_THING_STEPS = 3  # words between a number and the noun it counts ("two burnt-out army vehicles")


def is_no_count(tokens: Tokens, quantity: Quantity) -> bool:
    """Tell whether the number at these tokens is surely no count of people."""
    if quantity.vague:
        return _counts_things(tokens, quantity)
    return (
        _is_glued(tokens, quantity)
        or _is_date(tokens, quantity)
        or _is_age(tokens, quantity)
        or _is_time(tokens, quantity)
        or _is_money(tokens, quantity)
        or _is_name(tokens, quantity)
        or _counts_things(tokens, quantity)
    )


def _word(tokens: Tokens, at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _is_glued(tokens: Tokens, quantity: Quantity) -> bool:
    """Part of a bigger sign: 7.62, AK-47, 12-year-old, N-25, 24/7, 12:30, 12%."""
    first, last = tokens[quantity.start], tokens[quantity.end - 1]
    before = tokens[quantity.start - 1] if quantity.start else None
    after = tokens[quantity.end] if quantity.end < len(tokens) else None
    if before is not None and touches(before, first) and before.text in words("signs"):
        return True
    if after is None or not touches(last, after):
        return False
    beyond = tokens[quantity.end + 1] if quantity.end + 1 < len(tokens) else None
    goes_on = beyond is not None and touches(after, beyond) and beyond.text[0].isalnum()
    return after.text in "%°" or after.text[0].isalpha() or (after.text in words("signs") and goes_on)


def _is_date(tokens: Tokens, quantity: Quantity) -> bool:
    first = tokens[quantity.start]
    before, after = _word(tokens, quantity.start - 1), _word(tokens, quantity.end)
    if after in words("months") and tokens[quantity.end - 1].text.isdigit():
        return after != "may" or tokens[quantity.end].text[0].isupper()
    if before in words("months") and tokens[quantity.start - 1].text[0].isupper():
        return True
    if after == "of" and _word(tokens, quantity.end + 1) in words("months"):
        return True
    plain_year = quantity.end == quantity.start + 1 and first.text.isdigit() and 1900 <= int(first.text) <= 2099
    if plain_year:
        return not any(word in nouns().people for word in _ahead(tokens, quantity.end, 3))
    joined = (
        before in {"and", "to", "–", "-"} and _word(tokens, quantity.start - 2).isdigit() and after in words("months")
    )
    return joined or _opens_list_of_days(tokens, quantity)


def _opens_list_of_days(tokens: Tokens, quantity: Quantity) -> bool:
    """The 16 of "between 16 and 29 July", the 11 of "11 and 12 February", the 9 of "the 9th to 11 May"."""
    end = quantity.end
    if not tokens[quantity.end - 1].text.isdigit():
        return False
    joined = _word(tokens, end) in {"and", "to", "-", "–", "or"} and _word(tokens, end + 1).isdigit()
    return joined and _word(tokens, end + 2) in words("months")


def _is_age(tokens: Tokens, quantity: Quantity) -> bool:
    before, after = _word(tokens, quantity.start - 1), _word(tokens, quantity.end)
    first = tokens[quantity.start]
    if before in words("before_age") or _word(tokens, quantity.start - 2) in words("before_age"):
        return True
    if before in {"and", "to", "or"} and any(
        _word(tokens, quantity.start - back) in words("before_age") for back in (3, 4)
    ):
        return True
    if (
        first.lower in {"under", "over"}
        and after not in nouns().people
        and _word(tokens, quantity.start - 1) in words("under_age")
    ):
        return True
    # "a girl of four", "a man of 23", but not "a group of 12" or "a total of 12".
    singular = _word(tokens, quantity.start - 2)
    if before == "of" and singular in nouns().people and singular not in nouns().plurals and not singular.endswith("s"):
        return True
    return _is_apposed_age(tokens, quantity)


def _is_apposed_age(tokens: Tokens, quantity: Quantity) -> bool:
    """The 22 of "Jairo Chuquimarca, 22, and": a bare number between signs, after a name or a person."""
    before = tokens[quantity.start - 1] if quantity.start >= 2 else None
    if before is None or before.text not in {",", "("}:
        return False
    closes = _word(tokens, quantity.end) in {",", ".", ")", ";", ""}
    named = tokens[quantity.start - 2]
    person = named.text[0].isupper() or named.lower in nouns().people
    return closes and person and quantity.low == quantity.high and 0 < (quantity.low or 0) < 110


def _is_time(tokens: Tokens, quantity: Quantity) -> bool:
    before, after = _word(tokens, quantity.start - 1), _word(tokens, quantity.end)
    first = tokens[quantity.start].text
    if after in words("after_time"):
        return True
    if after in {"a", "p"} and _word(tokens, quantity.end + 1) == "." and _word(tokens, quantity.end + 2) == "m":
        return True
    if first.isdigit() and len(first) == 4 and first.startswith("0"):
        return True
    in_the = (_word(tokens, quantity.end + 1), _word(tokens, quantity.end + 2))
    of_day = after == "in" and in_the[0] == "the" and in_the[1] in {"morning", "afternoon", "evening"}
    return before in words("before_time") and (of_day or (before == "past" and not after))


def _is_money(tokens: Tokens, quantity: Quantity) -> bool:
    before = tokens[quantity.start - 1] if quantity.start else None
    if before is None:
        return False
    dotted = before.text == "." and _word(tokens, quantity.start - 2) in words("currency")
    return before.lower in words("currency") or dotted or before.text in words("currency")


def _is_name(tokens: Tokens, quantity: Quantity) -> bool:
    """Highway 12, Section 144, Ward 7, Group of Seven; a number after a name's sign."""
    before: Token | None = tokens[quantity.start - 1] if quantity.start else None
    if before is None:
        return False
    if before.text == "." and quantity.start >= 2:
        before = tokens[quantity.start - 2] if tokens[quantity.start - 2].lower in {"no", "nr", "art"} else before
    number = tokens[quantity.start]
    figure_name = (
        before.lower in words("named")
        and number.text[0].isdigit()
        and (before.text[0].isupper() or len(before.text) <= 3)
    )
    return figure_name or (before.lower == "group" and before.text[0].isupper())


def _counts_things(tokens: Tokens, quantity: Quantity) -> bool:
    """The first noun after the number is a thing or a measure, and no person stands before it."""
    at = quantity.end
    if _word(tokens, at) == "of" and not quantity.vague:
        return False
    for step, word in enumerate(_ahead(tokens, at, _EXTRA_THING_STEPS + 1)):
        if word in nouns().people:
            return False
        if word in nouns().measures:
            return step <= 1
        if word in nouns().things:
            following = _word(tokens, at + step + 1)
            # "two army officers", "three bank guards": the thing only describes the people behind it.
            return following not in nouns().people
        if not word.isalpha() and word not in {"-", "’s", "'s"}:
            return False
        if word in words("stops_things"):
            return False
    return False


def _ahead(tokens: Tokens, at: int, many: int) -> list[str]:
    return [token.lower for token in tokens[at : at + many]]
