"""Which stretches of a text are headline, byline, caption, pull quote or the like, so that no event comes of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from vedette.documents.drafts import Mark
from vedette.documents.phrases import wordings
from vedette.records import Section, SectionKind, Span

_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_TOP_PARAGRAPHS = 8  # bylines and datelines stand above this
_HEADLINE_DEPTH = 3  # a body repeats its title within its first paragraphs, below a logo or a date
_LONGEST_HEADLINE = 160
_LONGEST_DATELINE = 100
_SENTENCE_END = re.compile(r"[.!:;…][\"'”’)\]]*$")

_HEAD = 12  # characters by which a quotation is looked up
_QUOTED = re.compile(r"[\"“«‘']\S.{20,280}\S[\"”»’']")
_NAME = r"[A-ZÀ-Þ][\w.’'-]*"
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.’'-]+"
_DAY = r"(?:\d{1,2}\.?\s+[A-Z][a-z]{2,8}\.?|[A-Z][a-z]{2,8}\.?\s+\d{1,2})(?:,?\s+\d{4})?|[A-Z][a-z]+day|\d{4}-\d\d-\d\d"
_AGENCY = r"\([^()]{2,50}\)|\[[^\[\]]{2,50}\]"
# The town in capitals, then what an agency adds: "NAIROBI, Jan 20 (Reuters) - ", "PEMBA: ", "UNITED NATIONS, N.Y. — ".
# Labels that editors put in the same form are no towns.
_LABEL = (
    r"(?:UPDATE|BREAKING|EXCLUSIVE|SUMMARY|ANNOUNCEMENT|ANALYSIS|OPINION|FACTBOX|EXPLAINER|WATCH|VIDEO|LIVE|NOTE|ALERT"
    r"|WARNING|URGENT|STATEMENT|BACKGROUND|COMMENT|CORRECTION|TRANSLATION|PRESS|SITREP)\b"
)
_DATELINE_IN_CAPITALS = re.compile(
    rf"(?!{_LABEL}){_CAPITALS}(?:[/\s]{_CAPITALS}){{0,4}}(?:,\s*{_NAME}(?:\s{_NAME})?){{0,2}}?(?:,?\s*(?:{_DAY}))?"
    rf"(?:\s*(?:{_AGENCY}))?\s*(?:[-–—]+(?=\s)|[-–—]{{2}}|[–—]|:(?=\s))"
)
# A town in small letters is only told by the day or the agency behind it.
_DATELINE_WITH_DAY = re.compile(
    rf"{_NAME}(?:[/\s]{_NAME}){{0,4}}(?:,\s*{_NAME}(?:\s{_NAME})?){{0,2}}?"
    rf"(?:,?\s*(?:{_DAY})(?:\s*(?:{_AGENCY}))?|,?\s*(?:{_AGENCY}))\s*(?:[-–—]+(?=\s)|[–—]|:(?=\s))"
)


def find_sections(text: str, title: str | None, marks: Iterable[Mark]) -> tuple[Section, ...]:
    """Give the sections of a text in order; none overlaps another, and what the file's structure told goes first."""
    known = [Section(mark.kind, Span.of(text, mark.start, mark.end)) for mark in marks if mark.start < mark.end]
    paragraphs = list(_PARAGRAPH.finditer(text))
    headline = _headline(text, paragraphs, title)
    found = [headline, *known] if headline else known
    taken = {section.span.start for section in found}
    repeated = _pull_quotes(paragraphs)
    for number, paragraph in enumerate(paragraphs):
        if paragraph.start() in taken:
            continue
        if number in repeated:
            found.append(Section(SectionKind.PULL_QUOTE, Span.of(text, *_trimmed(text, *paragraph.span()))))
        else:
            found.extend(_section(text, paragraph, number < _TOP_PARAGRAPHS))
    return tuple(_without_overlaps(sorted(found, key=lambda section: section.span)))


def headline_in(text: str, title: str) -> tuple[int, int] | None:
    """Find a title at the top of a text: a paragraph of its own, or the words that the first paragraph begins with."""
    wanted = _bare(title)
    paragraphs = list(_PARAGRAPH.finditer(text[: 4 * len(title) + 2000]))
    for paragraph in paragraphs[:_HEADLINE_DEPTH]:
        if wanted and _bare(paragraph.group()) == wanted:
            return _trimmed(text, paragraph.start(), paragraph.end())
    if wanted and paragraphs and paragraphs[0].group().startswith(title):
        start = paragraphs[0].start()
        return _trimmed(text, start, start + len(title))
    return None


def guess_title(text: str) -> str | None:
    """Take the first paragraph for the title where it looks like one: short, no sentence, with a longer text below."""
    paragraphs = list(_PARAGRAPH.finditer(text))[:_TOP_PARAGRAPHS]
    if len(paragraphs) < 2:
        return None
    first = paragraphs[0].group().strip()
    is_sentence = _SENTENCE_END.search(first) or dateline_length(first)
    if not 10 <= len(first) <= _LONGEST_HEADLINE or is_sentence or len(first.split()) < 3:
        return None
    if any(wording.fits(first) for wording in wordings()):
        return None
    return first if max(len(paragraph.group()) for paragraph in paragraphs[1:]) > len(first) else None


def dateline_length(paragraph: str) -> int:
    """Give how many characters of a paragraph are a dateline, its dash or colon included; 0 where there is none."""
    top = paragraph[:_LONGEST_DATELINE]
    match = _DATELINE_IN_CAPITALS.match(top) or _DATELINE_WITH_DAY.match(top)
    # In a text that is all in capitals every first clause looks like a town.
    if not match or paragraph[match.end() :].isupper() or not paragraph[match.end() :].strip():
        return 0
    return match.end()


def _headline(text: str, paragraphs: list[re.Match[str]], title: str | None) -> Section | None:
    place = headline_in(text, title) if title and paragraphs else None
    return Section(SectionKind.HEADLINE, Span.of(text, *place)) if place else None


def _section(text: str, paragraph: re.Match[str], at_top: bool) -> Iterator[Section]:
    start, end = _trimmed(text, paragraph.start(), paragraph.end())
    words = text[start:end]
    kind = next((wording.kind for wording in wordings() if wording.fits(" ".join(words.split()))), None)
    if kind is not None:
        yield Section(kind, Span.of(text, start, end))
        return
    length = dateline_length(words) if at_top else 0
    if length:
        yield Section(SectionKind.DATELINE, Span.of(text, start, start + length))


def _pull_quotes(paragraphs: Sequence[re.Match[str]]) -> frozenset[int]:
    """Number the paragraphs in quotation marks whose words another, longer paragraph holds as well."""
    quoted = [number for number, paragraph in enumerate(paragraphs) if _QUOTED.fullmatch(paragraph.group().strip())]
    words = [_bare(paragraph.group()) for paragraph in paragraphs] if quoted else []
    held = _held_by_longer({words[number] for number in quoted}, words)
    return frozenset(number for number in quoted if words[number] in held)


def _held_by_longer(wanted: set[str], words: Sequence[str]) -> set[str]:
    """Give those of `wanted` that stand inside one of the longer `words`; a text of many quotations takes no longer."""
    by_head: dict[str, list[str]] = {}
    for one in wanted:
        by_head.setdefault(one[:_HEAD], []).append(one)
    lengths = sorted({len(head) for head in by_head})
    return {
        one
        for other in words
        for length in lengths
        for at in range(len(other) - length + 1)
        for one in by_head.get(other[at : at + length], ())
        if len(other) > len(one) and other.startswith(one, at)
    }


def _without_overlaps(sections: list[Section]) -> Iterator[Section]:
    end = 0
    for section in sections:
        if section.span.start >= end:
            yield section
            end = section.span.end


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


def _bare(words: str) -> str:
    """Give letters and digits only, so that quotes, dashes and case do not matter."""
    return "".join(character for character in words.casefold() if character.isalnum())
