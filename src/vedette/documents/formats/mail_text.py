"""The plain text of a message: its own words, what it quotes, its signature."""

from __future__ import annotations

import re

from vedette.documents.formats.html_blocks import Block
from vedette.documents.wrapping import paragraphs_of
from vedette.records import SectionKind

_SIGNATURE = re.compile(r"^-- ?$|^_{20,}$", re.MULTILINE)
_QUOTE_INTRODUCTION = re.compile(
    r"^(?:On\b[^\n]{5,200}(?:\n[^\n>]{0,200})?\bwrote:|-{2,}\s*(?:Original|Forwarded) [Mm]essage\s*-{2,}"
    r"|Begin forwarded message:)[ \t]*$",
    re.MULTILINE,
)
_HEADER_LINE = re.compile(r"\*?(?:From|To|Cc|Sent|Date|Subject|Reply-To)\s*:\*?\s", re.IGNORECASE)
_QUOTED = re.compile(r"^(?:>\s?)+", re.MULTILINE)


def mail_blocks(text: str) -> list[Block]:
    """Give the paragraphs of a cleaned message text, with those that are not its own words marked as boilerplate.

    What a reply quotes is a message of its own; where nothing else stands in the message, it is what was sent on.
    """
    text, signature = _split_once(text, _SIGNATURE)
    own, introduced = _split_once(text, _QUOTE_INTRODUCTION)
    blocks: list[Block] = []
    for stretch, quoted in _stretches(own):
        blocks += [(words, SectionKind.BOILERPLATE if quoted else None) for words in paragraphs_of(stretch)]
    has_own_words = any(kind is None for _, kind in blocks)
    if not has_own_words:
        blocks = [(words, None) for words, _ in blocks]
    blocks += _introduced_blocks(introduced, has_own_words)
    return blocks + [(words, SectionKind.BOILERPLATE) for words in paragraphs_of(signature)]


def _split_once(text: str, pattern: re.Pattern[str]) -> tuple[str, str]:
    match = pattern.search(text)
    return (text[: match.start()], text[match.start() :]) if match else (text, "")


def _stretches(text: str) -> list[tuple[str, bool]]:
    """Cut a text where lines with a quotation mark in front begin and end."""
    stretches: list[tuple[list[str], bool]] = []
    for line in text.split("\n"):
        quoted = line.startswith(">")
        if not stretches or stretches[-1][1] != quoted:
            stretches.append(([], quoted))
        stretches[-1][0].append(_QUOTED.sub("", line))
    return [("\n".join(lines), quoted) for lines, quoted in stretches]


def _introduced_blocks(text: str, has_own_words: bool) -> list[Block]:
    """Give what stands below "X wrote:": its header lines as boilerplate, its words as `has_own_words` decides.

    A forward with a covering note still brings the report, so only a reply's quotation is set aside.
    """
    if not text:
        return []
    match = _QUOTE_INTRODUCTION.match(text)
    header, body = (text[: match.end()], text[match.end() :]) if match else ("", text)
    forwarded = "forward" in header.lower()
    blocks: list[Block] = [(words, SectionKind.BOILERPLATE) for words in paragraphs_of(_QUOTED.sub("", header))]
    lines = _QUOTED.sub("", body.lstrip("\n")).lstrip("\n").split("\n")
    while lines and _HEADER_LINE.match(lines[0]):
        blocks.append((" ".join(lines.pop(0).split()), SectionKind.BOILERPLATE))
    kind = SectionKind.BOILERPLATE if has_own_words and not forwarded else None
    return blocks + [(words, kind) for words in paragraphs_of("\n".join(lines))]
