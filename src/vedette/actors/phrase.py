"""Takes a noun phrase apart: what stands before the name, the main words, what follows, and "members of" whom."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vedette.actors.wording import bare

_BEFORE = re.compile(
    r"^(?:the|an?|this|that|these|those|its|his|her|their|our|your|my|some|several|many|most|all|both|other|another|more|any|"
    r"every|each|no|about|around|approximately|roughly|at least|at most|up to|more than|fewer than|less than|nearly|almost|"
    r"over|only|dozens of|hundreds of|scores of|thousands of|an? (?:group|number|handful|band|party|team) of|"
    r"(?:group|party|band|team|couple|pair|crowd) of|\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|"
    r"thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|"
    r"dozen|dozens|hundred|thousand|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)-\w+|first|second|third|fourth|"
    r"fifth|sixth|last|same|so-called|certain)\s+",
    re.IGNORECASE,
)
_HEDGES = re.compile(
    r"^(?:suspected|alleged|presumed|unidentified|unknown|masked|hooded|armed|heavily armed|banned|outlawed|proscribed|rival|"
    r"self-styled|self-denominated|self-proclaimed|fellow|local|senior|top|newly formed|shadowy|previously unknown|terrorist|"
    r"little-known|militant|rebel|insurgent|jihadist|islamist|separatist|extremist|armed group|dreaded|notorious|pro-government|"
    r"government-backed|foreign-backed|slain|dead|captured|wounded|young|hundreds of|guerrilla|paramilitary|criminal|group|"
    r"movement|organisation|organization|outfit|militia|gang|cartel|network)\s+(?=\S)",
    re.IGNORECASE,
)
_HARD_CUT = re.compile(
    r",|;| [-–—] |\s\(|\s\[| (?:who|which|that|whose|whom|led by|loyal to|commanded by|headed by|known as|called|named|wearing|"
    r"dressed|carrying|riding|signing as|aligned with|backed by|linked to|identified as|affiliated|working|returning|"
    r"travelling|traveling|believed|accused|aged|posing|hiding|driving|queueing|waiting|employed|assigned|posted|deployed|"
    r"nominally|formerly|presenting|calling (?:himself|herself)) "
)
_SOFT_CUT = re.compile(r" (?:from|in|on|at|with|near|to|for|under|against|during|outside|inside|around|by|between|along|over) ")
_OF = re.compile(r"^(?P<head>.+?) (?:of|from|within|belonging to|loyal to|in) (?:the |an? )?(?P<whole>.+)$")
_SELF_NAMED = re.compile(
    r"\b(?:calling (?:itself|themselves)|known as|called|named|signing as|alias|nicknamed|dubbed|which calls itself)"
    r" (?:the )?(?P<name>[“\"]?[^,;()]+)"
)
_INNER_BRACKET = re.compile(r"\s*\(([^()]{2,30})\)\s*$")


@dataclass(frozen=True, slots=True)
class Phrase:
    """One span's words, taken apart.

    `core` is without articles, numbers and quotation marks; `main` ends where a clause or a preposition begins, `rest` is
    what follows; `name` is the core without hedges ("suspected", "banned"); `bracket` is what stood in brackets at the end;
    `self_named` is the name in "a group calling itself X".
    """

    text: str
    core: str
    main: str
    rest: str
    name: str
    bracket: str | None
    self_named: str | None
    former: bool

    @property
    def of(self) -> tuple[str, str] | None:
        """The head and the whole of "members of the Front", where the core has that form."""
        found = _OF.match(self.core)
        return (found["head"], bare(found["whole"])) if found else None


def take_apart(text: str) -> Phrase:
    """Take the words of one span apart; every part is a piece of `text`."""
    core = bare(text)
    bracket = None
    found = _INNER_BRACKET.search(core)
    if found:
        bracket, core = bare(found.group(1)), bare(core[: found.start()])
    core = _strip(core, _BEFORE)
    main, rest = _split(core)
    named = _SELF_NAMED.search(core)
    name = bare(_strip(main, _HEDGES))
    former = re.search(r"\b(?:former|ex-?|retired|one-time|erstwhile)\b", core[: len(main)], re.IGNORECASE) is not None
    return Phrase(text, core or text, main or core, rest, name, bracket, bare(named["name"]) if named else None, former)


def _strip(text: str, pattern: re.Pattern[str]) -> str:
    while True:
        shorter = pattern.sub("", text, count=1)
        if shorter == text or not shorter:
            return text
        text = shorter.lstrip("“”\"'’ ")


def _split(core: str) -> tuple[str, str]:
    at = len(core)
    hard = _HARD_CUT.search(core, 1)
    if hard:
        at = hard.start()
    for soft in _SOFT_CUT.finditer(core):
        before = core[: soft.start()].split()[-1]
        if soft.start() < at and before.islower():  # "men on motorcycles", not "Front for the Defence of the Awash"
            at = soft.start()
            break
    return bare(core[:at]), core[at:].strip(" ,;")
