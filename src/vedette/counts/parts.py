"""Tells which count is a part of which total: "nine people, among them two children"."""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from vedette.counts import part_words as words
from vedette.counts.find import find_counts
from vedette.counts.numbers import read_number
from vedette.counts.quantity import read_quantity
from vedette.counts.tokens import split_tokens
from vedette.records import CountValue, Span

_NEAR = 3  # sentences between a total and a list that adds up to it


@dataclass(frozen=True, slots=True)
class _Item:
    index: int  # in the caller's sequence
    span: Span
    whom: str  # the last word for whom it counts, in lower case; empty where that is not told
    anchor: Span | None  # the other count that this one was worked out from
    sentence: int
    low: int
    high: int | None

    def holds(self, part: _Item) -> bool:
        """Tell whether a total of this size can hold the part and something besides."""
        if self.index == part.index or self.span == part.span:
            return False
        return part.low <= max(self.low, 2) if self.high is None else part.low < self.high


def find_parts(counts: Sequence[CountValue], text: str, sentences: Sequence[Span] = ()) -> tuple[int | None, ...]:
    """For counts of one event and one role, give for each the index of the total that it is a part of, or None.

    `sentences` are the document's, in reading order; without them the text is cut at its full stops. A part is told by
    the words around it ("of whom", "including", "among the dead") or, in a list, by adding up to a total nearby.
    """
    borders = list(sentences) or _cut_sentences(text)
    items = sorted(
        (_item(index, count, borders) for index, count in enumerate(counts) if count.low or count.high),
        key=lambda item: (item.span.start, item.span.end, item.index),
    )
    found = _Finder(text, borders, items).totals() if len(items) > 1 else {}
    return tuple(found.get(index) for index in range(len(counts)))


def _item(index: int, count: CountValue, sentences: list[Span]) -> _Item:
    span = count.spans[0]
    anchor = count.spans[1] if len(count.spans) > 1 else None
    sentence = max((at for at, border in enumerate(sentences) if border.start <= span.start), default=0)
    whom = count.of.text.lower().split()[-1] if count.of is not None else ""
    return _Item(index, span, whom, anchor, sentence, count.low or 0, count.high)


def _cut_sentences(text: str) -> list[Span]:
    edges = [0, *(match.end() for match in words.SENTENCE_END.finditer(text)), len(text)]
    return [Span.of(text, left, right) for left, right in itertools.pairwise(edges) if left < right]


class _Finder:
    """Looks for the totals of one event's counts; `parts` maps the index of a part to that of its total."""

    def __init__(self, text: str, sentences: list[Span], items: list[_Item]) -> None:
        self.text, self.sentences, self.items = text, sentences, items
        self.parts: dict[int, int] = {}

    def totals(self) -> dict[int, int]:
        """Go through the lists of counts in reading order, the told parts first, then what adds up."""
        lists = self._lists()
        for members in lists:
            for place, item in enumerate(members):
                total = self._told_total(item, members)
                if total is not None:
                    self._assign(members[place:], total)
                    break
        for total in self.items:
            self._add_up(total)
        return self.parts

    def _assign(self, members: Sequence[_Item], total: _Item) -> None:
        for item in members:
            if total.holds(item) and self.parts.get(total.index) != item.index:
                self.parts.setdefault(item.index, total.index)

    def _lists(self) -> list[list[_Item]]:
        """Put counts together that one list names ("two nurses, a guard and a driver")."""
        lists: list[list[_Item]] = []
        for item in self.items:
            previous = lists[-1][-1] if lists else None
            if previous is not None and previous.sentence == item.sentence and previous.span.end <= item.span.start:
                gap = self._between(previous, item)
                if words.LIST_GAP.fullmatch(gap) and not words.BREAKS_LIST.search(gap):
                    lists[-1].append(item)
                    continue
            lists.append([item])
        return lists

    def _told_total(self, item: _Item, members: Sequence[_Item]) -> _Item | None:
        """Give the total that the words around a count tell of."""
        start, end = self._around(item)
        before, after = self.text[start : item.span.start], self.text[item.span.end : end]
        return (
            self._anchored(item)
            or self._of_size(item, words.OF_NUMBER_AFTER.match(after))
            or self._partitive(item, before, after)
            or self._of_noun(item, words.OF_NOUN_AFTER.match(after))
            or self._running(item)
            or self._of_harmed(item, before, after, members)
            or self._opened(item)
            or self._of_size(item, words.OF_NUMBER_BEFORE.search(before))
            or self._sentence_head(item, before, after)
        )

    def _anchored(self, part: _Item) -> _Item | None:
        """Give the count that "most" or "half" was worked out from."""
        anchor = part.anchor
        return next((item for item in self.items if anchor is not None and item.span.overlaps(anchor)), None)

    def _of_size(self, part: _Item, told: re.Match[str] | None) -> _Item | None:
        """Find the total that "of the nine" or "among the nine dead" speaks of, by its size."""
        number = read_number(split_tokens(told["size"]), 0) if told else None
        if number is None:
            return None
        same = [item for item in self.items if number.value in {item.low, item.high} and item.holds(part)]
        return min(same, key=lambda item: abs(item.span.start - part.span.start), default=None)

    def _partitive(self, part: _Item, before: str, after: str) -> _Item | None:
        """Read "two of them", "one of whom was a nurse", "two soldiers among them", "six, two with serious wounds"."""
        of_them = words.OF_THEM_AFTER.match(after) or words.OF_THEM_BEFORE.search(before)
        if of_them or words.OF_THEM_INSIDE.search(part.span.text):
            return self._same_sentence(part) or self._earlier(part)
        if words.COMMA_BEFORE.search(before) and words.SAYS_HOW_AFTER.match(after):
            return self._same_sentence(part)
        return self._same_sentence(part, near=False) if words.REMAINS_AFTER.match(after) else None

    def _of_harmed(self, part: _Item, before: str, after: str, members: Sequence[_Item]) -> _Item | None:
        """Read "four of the dead", "a nurse was among the dead": of the last total that is no part itself."""
        own = {*self.parts}
        if words.AMONG_AFTER.match(after) or words.AMONG_BEFORE.search(before):
            own |= {item.index for item in members}
        elif not (words.OF_HARMED_AFTER.match(after) or words.OF_HARMED_BEFORE.search(before)):
            return None
        return self._same_sentence(part, skip=own, near=False) or self._earlier(part)

    def _of_noun(self, part: _Item, told: re.Match[str] | None) -> _Item | None:
        """Find the count of soldiers that "two of the soldiers" belongs to."""
        whom = set(told["whom"].lower().split()) if told else set()
        same = [item for item in self.items if item.whom in whom and item.span.end <= part.span.start]
        return next((item for item in reversed(same) if item.holds(part)), None)

    def _same_sentence(self, part: _Item, *, skip: Collection[int] = (), near: bool = True) -> _Item | None:
        """Give the last count before this one in its sentence; `near`: no number of something else stands between."""
        for item in reversed(self.items):
            if item.sentence != part.sentence or item.span.end > part.span.start or not item.holds(part):
                continue
            if item.index in skip or self._is_rival(item):
                continue
            if near and self._has_other_number(item, part):
                return None
            return self._narrowed(item, part)
        return None

    def _narrowed(self, total: _Item, part: _Item) -> _Item:
        """In "12 of the 31 remained in custody, ten of them without counsel", they are the 12."""
        for item in self.items:
            if item.span.end <= total.span.start and words.OF_THE.fullmatch(self._between(item, total)):
                return item if item.holds(part) else total
        return total

    def _earlier(self, part: _Item) -> _Item | None:
        """Give the nearest count in an earlier sentence that can hold this one and is no part itself."""
        able = [item for item in self.items if item.sentence < part.sentence and item.holds(part)]
        for wanted in (
            [item for item in able if item.index not in self.parts and not self._is_rival(item)],
            [item for item in able if item.index not in self.parts],
            able,
        ):
            if wanted:
                return wanted[-1]
        return None

    def _opened(self, part: _Item) -> _Item | None:
        """Find "including" or the like between a total and this part, with nothing that ends the list."""
        for total in reversed(self.items):
            if total.sentence != part.sentence or total.span.end > part.span.start or not total.holds(part):
                continue
            gap = self._between(total, part)
            if words.IN_BRACKETS.fullmatch(gap):
                return total
            opener = max(words.OPENS_PARTS.finditer(gap), key=lambda match: match.start(), default=None)
            if opener is None or words.CLOSES_PARTS.search(gap[opener.end() :]):
                continue
            if not self._numbers_in(gap[: opener.start()]):
                return total
        return None

    def _sentence_head(self, part: _Item, before: str, after: str) -> _Item | None:
        """Read "Those hurt included", "The passengers, among them", "The other three" back to an earlier total."""
        opener = words.OPENS_PARTS.search(before)
        opened = before[opener.end() :] if opener else ""
        opens = opener is not None and not (words.CLOSES_PARTS.search(opened) or words.HARM_VERB.search(opened))
        if opens and opener is not None and not self._numbers_in(before[: opener.start()]) and len(before) < 160:
            return self._earlier(part)
        number = read_quantity(split_tokens(part.span.text), 0)
        said = words.WERE_AFTER.match(after) or words.ONE_APPOSED_AFTER.match(after)
        bare = number and said and words.STARTS.fullmatch(before)
        if bare or words.TELLS_PARTS.match(before) or words.OTHER_BEFORE.search(before[-24:]):
            return self._earlier(part)
        return None

    def _running(self, part: _Item) -> _Item | None:
        """Find the running total that new deaths bring about, in the same sentence."""
        start, end = self._around(part)
        if self._is_rival(part) or not words.DIES.search(self.text[start:end]):
            return None
        for total in self.items:
            if total.sentence != part.sentence or not total.holds(part):
                continue
            left, right = sorted((total.span, part.span))
            apart = left == total.span and ";" in self.text[left.end : right.start]
            if not apart and words.RUNNING_TOTAL.search(self.text[start : total.span.start]):
                return total
        return None

    def _add_up(self, total: _Item) -> None:
        """Take counts that follow a total, or stand in one sentence near it, and add up to it, for its parts."""
        if total.low < 2 or total.index in self.parts or (total.high is not None and total.high != total.low):
            return
        free = [
            item
            for item in self.items
            if item.low == item.high and self.parts.get(item.index, total.index) == total.index and total.holds(item)
        ]
        following = [item for item in free if item.sentence == total.sentence and item.span.start >= total.span.end]
        for many in range(2, len(following) + 1):
            if self._is_sum(following[:many], total) and self._is_apposed(total, following[:many]):
                self._assign(following[:many], total)
                return
        for sentence in range(total.sentence - _NEAR, total.sentence + _NEAR + 1):
            listed = [item for item in free if item.sentence == sentence]
            if sentence != total.sentence and len(listed) > 1 and self._is_sum(listed, total):
                self._assign(listed, total)
                return

    def _is_sum(self, members: Sequence[_Item], total: _Item) -> bool:
        return sum(item.low for item in members) == total.low

    def _is_apposed(self, total: _Item, members: Sequence[_Item]) -> bool:
        """Tell "two surveyors, a Thai and a Lao, were" from "two officers, a woman and her son died"."""
        opener = self._between(total, members[0])
        after = self.text[members[-1].span.end : self._around(total)[1]]
        return bool(
            words.OPENS_LIST.search(opener) or (words.COMMA.search(opener) and words.CLOSES_APPOSITION.match(after))
        )

    def _around(self, item: _Item) -> tuple[int, int]:
        border = self.sentences[item.sentence]
        return border.start, border.end

    def _between(self, left: _Item, right: _Item) -> str:
        return self.text[left.span.end : right.span.start]

    def _is_rival(self, item: _Item) -> bool:
        """Tell whether the text names this number only to set it aside ("eleven coffins, not nine")."""
        return words.SET_ASIDE.search(self.text[max(0, item.span.start - 24) : item.span.start]) is not None

    def _has_other_number(self, left: _Item, right: _Item) -> bool:
        known = [item.span for item in self.items]
        start = left.span.end
        return any(
            not any(span.start < start + found.end and start + found.start < span.end for span in known)
            for found in self._numbers_in(self._between(left, right))
        )

    def _numbers_in(self, text: str) -> list[Span]:
        """Give the numbers of people in a stretch of text, but not a last "one" that itself opens parts."""
        return [found for found in find_counts(text) if text[found.end :].strip()]
