"""Reads a whole number phrase: a number or a range, with the words that move its bounds, or a vague word."""

from __future__ import annotations

from dataclasses import dataclass, replace

from vedette.counts.numbers import read_number
from vedette.counts.tables import Bound, bounds, vague_words
from vedette.counts.tokens import Tokens, matches

_MEANS = {
    "floor": "this many or more",
    "above": "more than this many",
    "ceiling": "this many or fewer, perhaps none",
    "below": "fewer than this many",
    "about": "about this many",
    "exact": "this many",
}


@dataclass(frozen=True, slots=True)
class Quantity:
    """Bounds as in CountValue; tokens `start` to `end` (exclusive) say it; `why` names the words that shaped it.

    `vague` is True where no number stands in the phrase; `weak` where the word counts only before people ("some").
    """

    low: int | None
    high: int | None
    approximate: bool
    start: int
    end: int
    why: tuple[str, ...] = ()
    vague: bool = False
    weak: bool = False


def read_quantity(tokens: Tokens, at: int) -> Quantity | None:
    """Read the longest number phrase that begins at this token, its bound words included; None where none does."""
    vague = read_vague(tokens, at)
    found: list[Bound] = []
    place = at
    while True:
        core = _range(tokens, place) or read_plain(tokens, place) or (_strong_vague(tokens, place) if found else None)
        if core is not None:
            break
        bound = bound_at(tokens, place)
        if bound is None:
            return vague
        found.append(bound)
        place += len(bound.words)
    if vague is not None and vague.end >= core.end:
        return vague
    end = core.end
    after = _bound_after(tokens, end)
    if after is None and matches(tokens, end, ("-",)):
        after = _bound_after(tokens, end + 1)
        end += 1 if after is not None else 0
    if after is not None:
        found.append(after)
        end += len(after.words)
    return apply_bounds(replace(core, start=at, end=end), found)


def read_vague(tokens: Tokens, at: int) -> Quantity | None:
    """Read the longest vague word or negation that begins at this token; None where none does."""
    for word in vague_words().get(tokens[at].lower if at < len(tokens) else "", ()):
        if matches(tokens, at, word.words):
            phrase = " ".join(word.words)
            why = (f"“{phrase}”: {word.why}",)
            end = at + len(word.words)
            return Quantity(word.low, word.high, word.approximate, at, end, why, vague=True, weak=word.weak)
    return None


def _strong_vague(tokens: Tokens, at: int) -> Quantity | None:
    """Read a vague word that a bound may stand before ("up to several hundred", "at least dozens")."""
    vague = read_vague(tokens, at)
    return None if vague is None or vague.weak or vague.high == 0 else vague


def apply_bounds(core: Quantity, found: list[Bound]) -> Quantity:
    """Move the bounds of a number or a range as the words beside it say; the first word that moves them decides."""
    approximate = core.approximate or any(bound.kind == "about" for bound in found)
    moving = next((bound.kind for bound in found if bound.kind not in {"about", "exact"}), None)
    low, high = core.low, core.high
    if moving == "floor":
        high = None
    elif moving == "above":
        low, high = (low if high is None else high + 1), None
    elif moving == "ceiling":
        low = 0
    elif moving == "below":
        low, high = 0, None if high is None else max(0, high - 1)
    why = core.why + tuple(f"“{' '.join(bound.words)}”: {_MEANS[bound.kind]}" for bound in found)
    return replace(core, low=low, high=high, approximate=approximate, why=why)


def bound_before(tokens: Tokens, at: int) -> Bound | None:
    """Give the longest bound phrase that ends right before this token and cannot be a plain preposition."""
    last = tokens[at - 1].lower if 0 < at <= len(tokens) else ""
    for bound in bounds().before_by_last.get(last, ()):
        start = at - len(bound.words)
        if not bound.inside_only and bound.kind != "exact" and matches(tokens, start, bound.words):
            return bound
    return None


def bound_at(tokens: Tokens, at: int) -> Bound | None:
    """Give the longest phrase at this token that could move the bounds of a number after it."""
    first = tokens[at].lower if at < len(tokens) else ""
    return next((bound for bound in bounds().before_by_first.get(first, ()) if matches(tokens, at, bound.words)), None)


def _bound_after(tokens: Tokens, at: int) -> Bound | None:
    first = tokens[at].lower if at < len(tokens) else ""
    return next((bound for bound in bounds().after_by_first.get(first, ()) if matches(tokens, at, bound.words)), None)


def read_plain(tokens: Tokens, at: int) -> Quantity | None:
    """Read the number that begins at this token, without range or bounds; None where none does."""
    number = read_number(tokens, at)
    return None if number is None else Quantity(number.value, number.value, False, at, number.end)


_JOINS = {"between": ("and",), "from": ("to",)}


def _range(tokens: Tokens, at: int) -> Quantity | None:
    """Read "between 15 and 20", "from six to nine", "12-15", "three to five", "five or six"."""
    opener = tokens[at].lower if at < len(tokens) else ""
    first_at = at + 1 if opener in _JOINS else at
    first = read_number(tokens, first_at)
    if first is None or first.end >= len(tokens):
        return None
    joins = _JOINS.get(opener, ("to", "or", "-", "–", "—"))
    if tokens[first.end].lower not in joins:
        return None
    second = read_number(tokens, first.end + 1)
    if second is None or second.value <= first.value:
        return None
    return Quantity(first.value, second.value, False, at, second.end, ("a range",))
