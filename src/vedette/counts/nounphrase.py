"""Counts the people that a noun phrase without a number names: "a guard", "an imam and his nephew", "patients"."""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass

from vedette.counts.negatives import is_no_count
from vedette.counts.numbers import read_ordinal
from vedette.counts.quantity import Quantity, read_quantity
from vedette.counts.tables import nouns, words
from vedette.counts.tokens import Token, Tokens, split_tokens

_PLURAL_NAME = re.compile(
    r".*(?:ans|nis|qis|lis|shis|eks|iks|khs|rds|ites|ists|ers|ots|arks|edes|erbs|oats|rabs|hais|urks)"
)
_SINGULAR_S = ("ss", "us", "sis", "xis", "'s", "’s")


@dataclass(frozen=True, slots=True)
class Heads:
    """How many people a noun phrase names, and the words that show it."""

    low: int
    high: int | None
    why: tuple[str, ...]


def count_heads(text: str, *, capitals: bool = True, one: bool = False) -> Heads:
    """Count whom a noun phrase names: one for a singular or a name, two or more for a bare plural, sums over "and".

    `capitals` is False for a text in one case only, where "hoyos" may be a man: there only known nouns are plurals.
    `one` says that "a" or the like stands before the phrase: "a Swiss" is one, "Swiss" are many.
    """
    members = _members(split_tokens(text))
    found = [_one_member(member, capitals=capitals, one=one and at == 0) for at, member in enumerate(members)]
    low = sum(heads.low for heads in found)
    highs = [heads.high for heads in found if heads.high is not None]
    high = sum(highs) if len(highs) == len(found) else None
    return Heads(low, high, tuple(why for heads in found for why in heads.why))


def is_plural(word: Token, *, alone: bool = True, capitals: bool = True) -> bool:
    """Tell whether a noun is a plural by its form; `alone` says that a capital is not part of a longer name."""
    if word.lower in nouns().plurals:
        return alone or not word.text[0].isupper()
    if word.text[0].isupper() or not capitals:
        # "Hoyos" is a man and "Afghans" are many; only what ends like a people counts as a plural.
        return alone and capitals and bool(_PLURAL_NAME.fullmatch(word.lower))
    return len(word.lower) > 3 and word.lower.endswith("s") and not word.lower.endswith(_SINGULAR_S)


def _members(tokens: Tokens) -> list[Tokens]:
    """Cut "an imam and his nephew", "X, Y, and Z", "a woman with a baby" into their members."""
    cuts: list[int] = []
    ends_in_and = any(token.lower == "and" for token in tokens)
    for at in range(1, len(tokens) - 1):
        word, following = tokens[at].lower, tokens[at + 1]
        listed = (
            (word in {"and", "&", "plus"} and _opens_member(tokens, at, following))
            or (word == "with" and following.lower in words("determiners") and _names_person(tokens[at + 2 : at + 4]))
            or (word == "," and ends_in_and and following.lower not in {"who", "which", "whose"})
        )
        if listed:
            cuts.append(at)
    edges = [-1, *cuts, len(tokens)]
    parts = [tokens[left + 1 : right] for left, right in itertools.pairwise(edges)]
    return [part for part in parts if any(token.text[0].isalnum() and token.lower != "and" for token in part)]


def _opens_member(tokens: Tokens, at: int, following: Token) -> bool:
    """Tell whether what follows an "and" is a further person, not a further word of the same description."""
    if following.lower in words("determiners") or read_quantity(tokens, at + 1) is not None:
        return True
    if following.text[0].isupper() or any(token.text == "," for token in tokens[:at]):
        return True
    return "of" not in {token.lower for token in tokens[:at]}


def _names_person(tokens: Tokens) -> bool:
    return any(token.lower in nouns().people for token in tokens)


def _one_member(tokens: Tokens, *, capitals: bool, one: bool) -> Heads:
    member = tuple(token for token in tokens if token.lower != "and")
    text = " ".join(token.text for token in member)
    # A number counts only where the member opens with it ("her two sons"); "a boy of six" has an age in it.
    first = 1 if len(member) > 1 and member[0].lower in words("determiners") - {"one"} else 0
    quantity = read_quantity(member, first) or read_quantity(member, 0)
    if quantity is not None and quantity.low is not None and not _is_adjective(member, quantity.end):
        return Heads(quantity.low, quantity.high, (f"“{text}” has its number",))
    head = _head(member)
    if head is not None and head.lower in nouns().things and member[0].lower in words("kin_pronouns"):
        return Heads(0, 0, (f"“{text}” names no person",))
    if head is None:
        return Heads(1, 1, (f"“{text}” is taken for one",))
    return _head_count(head, member, capitals=capitals, one=one)


def _head_count(head: Token, member: Tokens, *, capitals: bool, one: bool) -> Heads:
    if head.lower in nouns().sizes:
        size = nouns().sizes[head.lower]
        return Heads(size, size, (f"“{head.text}” are {size}",))
    if head.lower in words("singular_pronouns"):
        return Heads(1, 1, (f"“{head.text}” is one person",))
    if head.lower in words("plural_pronouns"):
        return Heads(2, None, (f"“{head.text}” are more than one",))
    if head.lower in nouns().collectives:
        told = _size_told(member, member.index(head) + 1)
        if told is not None and told.low is not None:
            return Heads(told.low, told.high, (f"“{head.text}” of so many",))
        return Heads(2, None, (f"“{head.text}” stands for more than one",))
    has_article = one or member[0].lower in words("singular_articles") or read_ordinal(member[0]) is not None
    if not has_article and is_plural(head, alone=len(member) == 1, capitals=capitals):
        return Heads(2, None, (f"“{head.text}” is a plural without a number",))
    return Heads(1, 1, (f"“{head.text}” is one",))


def _size_told(member: Tokens, at: int) -> Quantity | None:
    """Read "of five" after "family" and "of six doctors" after "team"; the family of two policemen is not two."""
    of = at < len(member) and member[at].lower == "of"
    quantity = read_quantity(member, at + 1) if of else None
    if quantity is None or is_no_count(member, quantity):
        return None
    return quantity if member[at - 1].lower not in words("kin_groups") or quantity.end == len(member) else None


def _is_adjective(tokens: Tokens, end: int) -> bool:
    """Tell whether a number is the first part of "12-year-old" or the like."""
    return end < len(tokens) and tokens[end].text in "-‐‑"


def _head(tokens: Tokens) -> Token | None:
    """Give the last noun before anything that describes it."""
    head: Token | None = None
    for token in tokens:
        if not token.text[0].isalpha():
            if head is not None and token.text in ",(–—":
                break
            continue
        participle = token.lower.endswith(("ing", "ed")) and head is not None and head.lower in nouns().people
        if head is not None and (participle or token.lower in words("after_head")):
            break
        head = token
    return head
