"""Takes a noun phrase apart: what stands before the name, the main words, what follows, and "members of" whom."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from vedette.actors.registry import load_registry
from vedette.actors.wording import bare, is_acronym

_OF = re.compile(r"^(?P<head>.+?) (?:of|belonging to|loyal to) (?:the |an? )?(?P<whole>.+)$")
_SELF_NAMED = re.compile(
    r"\b(?:calling (?:itself|themselves)|known as|called|named|signing as|alias|nicknamed|dubbed|which calls itself)"
    r" (?:the )?(?P<name>[“\"]?[^,;()]+)"
)
_NAME_OF_GROUP = re.compile(r"(?:Group|Party|Band) of (?:the )?[A-Z]")
_FORMER = re.compile(r"\b(?:former|ex-?|retired|one-time|erstwhile)\b", re.IGNORECASE)
_NAME_IN_BRACKETS = re.compile(r"\s\([A-Z][^()]*\)$")
_INNER_BRACKET = re.compile(r"\s*\(([^()]{2,30})\)\s*$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One span's words, taken apart.

    `core` is without articles, numbers and quotation marks; `main` ends where a clause or a preposition begins;
    `name` is the main part without hedges ("suspected", "banned"); `bracket` is an acronym in brackets at the end;
    `self_named` is the name in "a group calling itself X"; `former` tells that whoever it is, is it no more.
    """

    text: str
    core: str
    main: str
    name: str
    bracket: str | None
    self_named: str | None
    former: bool

    @property
    def of(self) -> tuple[str, str] | None:
        """The head and the whole of "members of the Front", where the core has that form."""
        found = _OF.match(self.core)
        return (found["head"], bare(found["whole"])) if found else None


@lru_cache(maxsize=5_000)
def take_apart(text: str) -> Phrase:
    """Take the words of one span apart; every part is a piece of `text`."""
    core = bare(text)
    bracket = None
    found = _INNER_BRACKET.search(core)
    if found and is_acronym(bare(found.group(1))):  # "Council (Liberation)" is a name of its own
        bracket, core = bare(found.group(1)), bare(core[: found.start()])
    core = _strip(core, _patterns()[0])
    main = _main_of(core)
    named = _SELF_NAMED.search(core)
    former = _FORMER.search(main) is not None
    name = bare(_strip(main, _patterns()[1]))
    return Phrase(text, core or text, main or core, name, bracket, bare(named["name"]) if named else None, former)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Make the patterns of ``data/words.yaml``: what stands before, hedges, hard cuts, soft cuts."""
    words = load_registry().tables["words"]
    before, hedges, hard, soft = ("|".join(words[key]) for key in ("before", "hedges", "hard_cuts", "soft_cuts"))
    tens = "twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
    by_others = r"[\w.-]+-(?:backed|aligned|linked|affiliated|led|run|controlled|allied|based|supported|trained)"
    return (
        re.compile(
            rf"^(?:{before}|\d[\d,.]*|(?:{tens})-\w+|of (?:them|us|whom|which)|of (?=(?:the|his|their|its|our)\b))\s+",
            re.IGNORECASE,
        ),
        re.compile(rf"^(?:{hedges}|{by_others})\s+(?=\S)", re.IGNORECASE),
        re.compile(rf",|;| [-–—] |\s\(|\s\[| (?:{hard}) "),
        re.compile(rf" (?:{soft}) "),
    )


def _strip(text: str, pattern: re.Pattern[str]) -> str:
    while not _NAME_OF_GROUP.match(text):
        shorter = pattern.sub("", text, count=1)
        if shorter == text or not shorter:
            return text
        text = shorter.lstrip("“”\"'’ ")
    return text


def _main_of(core: str) -> str:
    _, _, hard, soft = _patterns()
    cut = hard.search(core, 1)
    whole = _NAME_IN_BRACKETS.search(core)
    at = len(core) if cut is None or (whole and cut.start() == whole.start()) else cut.start()
    for found in soft.finditer(core):
        if found.start() < at and core[: found.start()].split()[-1].islower():
            at = found.start()
            break
    main = core[:at]
    return main if main.endswith(")") else bare(main)
