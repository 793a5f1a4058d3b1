"""Tells numbers that count no people: dates, ages, times, measures, money, shares, names, numbers of things."""

from __future__ import annotations

from collections.abc import Callable

from vedette.counts.numbers import read_number
from vedette.counts.quantity import Quantity
from vedette.counts.shares import is_fraction
from vedette.counts.tables import nouns, words
from vedette.counts.tokens import Token, Tokens, touches

_LEAST_SUM = 1000  # below this, "N5" is a road and "12 in ransom" are hostages
_MOST_SHARED = 10  # "one in ten" is a share, "one in fifteen" hardly
_STEPS = 5  # words from a number on among which the noun it counts must stand ("two burnt-out army vehicles")


MONEY = "a sum of money"
THINGS = "a measure, or a number of things"


def is_no_count(tokens: Tokens, quantity: Quantity) -> bool:
    """Tell whether the number at these tokens is surely no count of people."""
    return why_no_count(tokens, quantity) is not None


def why_no_count(tokens: Tokens, quantity: Quantity) -> str | None:
    """Say what a number is that surely counts no people, None where it may count some."""
    checks = _CHECKS[-1:] if quantity.vague else _CHECKS
    return next((what for check, what in checks if check(tokens, quantity)), None)


def _word(tokens: Tokens, at: int) -> str:
    return tokens[at].lower if 0 <= at < len(tokens) else ""


def _is_glued(tokens: Tokens, quantity: Quantity) -> bool:
    """Part of a bigger sign: 7.62, AK-47, 12-year-old, N-25, M4, 24/7, 12:30, 12%."""
    first, last = tokens[quantity.start], tokens[quantity.end - 1]
    before = tokens[quantity.start - 1] if quantity.start else None
    after = tokens[quantity.end] if quantity.end < len(tokens) else None
    if before is not None and touches(before, first) and (before.text in words("signs") or before.text[0].isalpha()):
        return True
    if after is None or not touches(last, after):
        return False
    beyond = tokens[quantity.end + 1] if quantity.end + 1 < len(tokens) else None
    goes_on = beyond is not None and touches(after, beyond) and beyond.text[0].isalnum()
    return after.text in "%°" or after.text[0].isalpha() or (after.text in words("signs") and goes_on)


def _is_date(tokens: Tokens, quantity: Quantity) -> bool:
    before, after = _word(tokens, quantity.start - 1), _word(tokens, quantity.end)
    figure = tokens[quantity.end - 1].text
    if figure.isdigit() and int(figure) <= 31 and after in words("months"):
        return after != "may" or tokens[quantity.end].text[0].isupper()
    if after == "of" and _word(tokens, quantity.end + 1) in words("months"):
        return True
    alone = quantity.end == quantity.start + 1 and figure.isdigit()
    if not alone or _names_people(tokens, quantity.end):
        return _opens_list_of_days(tokens, quantity)
    in_month = before in words("months") and tokens[quantity.start - 1].text[0].isupper()
    if (in_month or before in words("weekdays")) and int(figure) <= 31:
        return True
    year = 1900 <= int(figure) <= 2099 or (1000 <= int(figure) < 1900 and before in {"in", "since", "from", "of", "by"})
    return year or _opens_list_of_days(tokens, quantity)


def _names_people(tokens: Tokens, at: int) -> bool:
    """Tell whether a noun for people stands right here, or after one word that describes them."""
    near = _ahead(tokens, at, 2)
    return bool(near) and (near[0] in nouns().people or (near[0].isalpha() and near[-1] in nouns().people))


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
    if quantity.start < 2 or quantity.end != quantity.start + 1 or tokens[quantity.start - 1].text not in ",(":
        return False
    named = tokens[quantity.start - 2]
    person = named.text[0].isupper() or (named.lower in nouns().people and named.lower not in nouns().plurals)
    closes = _word(tokens, quantity.end) in {",", ".", ")", ";", ""}
    return closes and person and 0 < (quantity.low or 0) < 110


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
    opened = before in words("before_time") or tokens[quantity.start].lower in words("before_time")
    return opened and (of_day or (before == "past" and not after))


def _is_money(tokens: Tokens, quantity: Quantity) -> bool:
    """Rs 5 lakh, N5 million, a ransom of 5 lakh, 20 lakh in ransom."""
    number = tokens[quantity.start]
    before = tokens[quantity.start - 1] if quantity.start else None
    if before is not None:
        dotted = before.text == "." and _word(tokens, quantity.start - 2) in words("currency")
        lettered = before.text in words("currency_letters") and touches(before, number)
        if before.lower in words("currency") or dotted or (lettered and (quantity.low or 0) >= _LEAST_SUM):
            return True
    return _is_sum(tokens, quantity) and not _names_people(tokens, quantity.end)


def _is_sum(tokens: Tokens, quantity: Quantity) -> bool:
    """A number beside a noun for what is paid, with no currency."""
    if _word(tokens, quantity.start - 1) == "of" and _word(tokens, quantity.start - 2) in words("sums"):
        return True
    goes_as = _word(tokens, quantity.end) in {"in", "as"} and (quantity.low or 0) >= _LEAST_SUM
    beyond = quantity.end + (2 if _word(tokens, quantity.end + 1) in words("articles") else 1)
    return goes_as and _word(tokens, beyond) in words("sums")


def _is_share(tokens: Tokens, quantity: Quantity) -> bool:
    """The one and the five of "one in five Malians", the two of "two thirds"; "two in three villages" counts two."""
    if is_fraction(tokens, quantity.start):
        return True
    return _is_one_in(tokens, quantity.start) or _is_one_in(tokens, quantity.start - 2)


def _is_one_in(tokens: Tokens, at: int) -> bool:
    """Tell whether "one in five" begins here, with no noun for things behind it."""
    first = read_number(tokens, at) if at >= 0 else None
    if first is None or not tokens[at].text.isalpha() or _word(tokens, first.end) != "in":
        return False
    second = read_number(tokens, first.end + 1)
    if second is None or not tokens[first.end + 1].text.isalpha() or not first.value < second.value <= _MOST_SHARED:
        return False
    beyond = _ahead(tokens, second.end, 3)
    return not any(word in nouns().things or word in nouns().measures for word in beyond)


def _is_name(tokens: Tokens, quantity: Quantity) -> bool:
    """Highway 12, Section 144, Ward 7, Army of the Two Rivers, the 2 that numbers a paragraph."""
    number = tokens[quantity.start]
    before: Token | None = tokens[quantity.start - 1] if quantity.start else None
    figure = number.text[0].isdigit()
    if figure and _word(tokens, quantity.end) == "." and (before is None or before.text in ".:"):
        return quantity.end + 1 < len(tokens) and tokens[quantity.end + 1].text[0].isupper()
    if before is None:
        return False
    if not figure:
        after = tokens[quantity.end] if quantity.end < len(tokens) else None
        named = number.text[0].isupper() and before.text[0].isalpha() and after is not None and after.text[0].isupper()
        return named or (before.text == "Group")
    if before.text == "." and _word(tokens, quantity.start - 2) in {"no", "nr", "art"}:
        return True
    like_a_name = before.text[0].isupper() or len(before.text) <= 3
    return before.lower in words("named") and like_a_name


def _is_difference(tokens: Tokens, quantity: Quantity) -> bool:
    """The 5 of "raised by five" and the 11 of "11 fewer than in February"."""
    after = (_word(tokens, quantity.end), _word(tokens, quantity.end + 1))
    if after[0] in {"fewer", "less"} or after == ("more", "than"):
        return True
    near = {token.lower for token in tokens[max(0, quantity.start - 4) : quantity.start]}
    return _word(tokens, quantity.start - 1) == "by" and bool(near & words("changes"))


def _counts_things(tokens: Tokens, quantity: Quantity) -> bool:
    """The first noun after the number is a thing or a measure, and it does not describe people behind it."""
    at = quantity.end
    if _word(tokens, at) == "of":
        if not quantity.vague:
            return False
        at += 1
    ahead = _ahead(tokens, at, _STEPS)
    if not ahead and tokens[quantity.start].text.isdigit() and _word(tokens, quantity.start - 2) in {",", "(", ";"}:
        # "(bombing 1, shooting 1)": a table in a sentence
        return _word(tokens, quantity.start - 1) in nouns().things
    for step, word in enumerate(ahead):
        following = ahead[step + 1 :]
        if word in nouns().people and not (following and following[0] in nouns().things):
            return False
        if word in nouns().measures and step <= 1:
            return True
        if word in nouns().things:
            # "two army officers", "three bank guards": the thing only describes the people behind it.
            return not any(further in nouns().people for further in following)
    return False


def _ahead(tokens: Tokens, at: int, many: int) -> list[str]:
    """Give the words of the noun phrase that begins here, as far as no other word ends it."""
    found: list[str] = []
    for place in range(at, min(at + many, len(tokens))):
        word = tokens[place].lower
        fate = word in words("fates") and _word(tokens, place + 1) != "-"  # "three wounded", but "two burnt-out cars"
        ends = fate or word in words("stops_things") or read_number(tokens, place) is not None
        # "army and police officers" is one phrase, "12 and bombs fell" is not.
        ends = ends or (word in {"and", "or"} and (not found or found[-1] not in nouns().things))
        if ends or (not word[0].isalpha() and word not in {"-", "’", "'"}):
            break
        found.append(word)
    return found


_CHECKS: tuple[tuple[Callable[[Tokens, Quantity], bool], str], ...] = (
    (_is_money, MONEY),
    (_is_glued, "part of a longer sign"),
    (_is_date, "a date"),
    (_is_age, "an age"),
    (_is_time, "a time of day"),
    (_is_share, "a share"),
    (_is_name, "part of a name"),
    (_is_difference, "a difference"),
    (_counts_things, THINGS),
)
