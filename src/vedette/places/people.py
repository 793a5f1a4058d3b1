"""Find the surnames that a document uses, so that "Carter said" later on is no town."""

from __future__ import annotations

import re

from vedette.places.scan import Token
from vedette.places.words import Words

_SPEECH = (
    "said|says|told|added|adds|asked|wrote|noted|explained|recalled|testified|pleaded|replied|argued|warned|insisted|"
    "admitted|agreed|announced|believes|claimed|commented|continued|declined|denied|laughed|joked|suggested|thinks|wants"
)
_SPEAKS = re.compile(rf"(?:,? who)? (?:{_SPEECH}|has said|also said|then said)\b")
# After a capital these make it the government that sits there ("Ankara has asked").
_GOVERNS = re.compile(
    rf" (?:also |has |have |had |would |will )?(?:{_SPEECH}|accused?|accuses|asks|backs|blames|called|calls|condemned|"
    r"considers|demanded|demands|expects|fears|hopes|insists|pledged|pressed|regards|rejected|rejects|responded|sees|"
    r"seeks|summoned|supports|urged|urges|views|vowed|wants|warns)\b"
)
_AGED = re.compile(r",? (?:\(\d{1,2}\)|\d{1,3}(?:,| of\b| years))")
_INITIAL = re.compile(r"\b[A-Z]\. ?$")


def find_surnames(text: str, tokens: list[Token], words: Words) -> frozenset[str]:
    """Give the lower case surnames of people whom the text names in full, with a title, with an age, or as speakers."""
    found = set()
    for number, token in enumerate(tokens):
        if not token.capital or len(token.text) < 3:
            continue
        before = tokens[number - 1] if number else None
        named = before is not None and text[before.end : token.start] in (" ", ". ") and _opens_person(before, words)
        if (
            named
            or (_INITIAL.search(text[max(0, token.start - 4) : token.start]) and text[token.end : token.end + 1] != ".")
            or _AGED.match(text, token.end)
        ):
            found.add(token.lower)
    return frozenset(found - words.unit_kinds.keys() - words.after)


def governs(text: str, end: int) -> bool:
    """Tell whether what ends at `end` does what only governments do."""
    return bool(_GOVERNS.match(text, end))


def speaks(text: str, token: Token) -> bool:
    """Tell whether the token is the subject of a verb of speech: a person or a body, no place."""
    return bool(_SPEAKS.match(text, token.end))


def _opens_person(token: Token, words: Words) -> bool:
    return token.capital and (token.lower in words.given or token.lower in words.titles)
