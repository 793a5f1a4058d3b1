"""Tells which count is a part of which total: "nine people, among them two children"."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from vedette.counts import part_words as words
from vedette.counts.find import find_counts
from vedette.counts.items import CountItem, place_count
from vedette.counts.numbers import read_number, read_ordinal
from vedette.counts.quantity import read_quantity
from vedette.counts.sentences import cut_sentences
from vedette.counts.tokens import split_tokens
from vedette.records import CountValue, Span

_NEAR = 3  # sentences between a total and a list that adds up to it


def find_parts(counts: Sequence[CountValue], text: str, sentences: Sequence[Span] = ()) -> tuple[int | None, ...]:
    """For counts of one event and one role, give for each the index of the total that it is a part of, or None.

    `sentences` are the document's, in reading order; without them the text is cut at its full stops. A part is told by
    the words around it ("of whom", "including", "among the dead") or, in a list, by adding up to a total nearby.
    """
    borders = list(sentences) or cut_sentences(text)
    items = sorted(
        (place_count(index, count, borders) for index, count in enumerate(counts) if count.low or count.high),
        key=lambda item: (item.span.start, item.span.end, item.index),
    )
    found = _Finder(text, borders, items).totals() if len(items) > 1 else {}
    return tuple(found.get(index) for index in range(len(counts)))


class _Finder:
    """Looks for the totals of one event's counts; `parts` maps the index of a part to that of its total."""

    def __init__(self, text: str, sentences: list[Span], items: list[CountItem]) -> None:
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
            self._add_up(total, lists)
        return self.parts

    def _assign(self, members: Sequence[CountItem], total: CountItem) -> None:
        for item in members:
            if total.holds(item) and self.parts.get(total.index) != item.index:
                self.parts.setdefault(item.index, total.index)

    def _lists(self) -> list[list[CountItem]]:
        """Put counts together that one list names ("two nurses, a guard and a driver")."""
        lists: list[list[CountItem]] = []
        for item in self.items:
            previous = lists[-1][-1] if lists else None
            if previous is not None and previous.sentence == item.sentence and previous.span.end <= item.span.start:
                gap = self._between(previous, item)
                if words.LIST_GAP.fullmatch(gap) and not words.BREAKS_LIST.search(gap):
                    lists[-1].append(item)
                    continue
            lists.append([item])
        return lists

    def _told_total(self, item: CountItem, members: Sequence[CountItem]) -> CountItem | None:
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
            or self._goes_on(item, after)
            or self._nth(item, words.NTH_BEFORE.search(before))
        )

    def _anchored(self, part: CountItem) -> CountItem | None:
        """Give the count that "most" or "half" was worked out from."""
        anchor = part.anchor
        return next((item for item in self.items if anchor is not None and item.span.overlaps(anchor)), None)

    def _of_size(self, part: CountItem, told: re.Match[str] | None) -> CountItem | None:
        """Find the total that "of the nine" or "among the nine dead" speaks of, by its size."""
        number = read_number(split_tokens(told["size"]), 0) if told else None
        if number is None:
            return None
        same = [item for item in self.items if number.value in {item.low, item.high} and item.holds(part)]
        return min(same, key=lambda item: abs(item.span.start - part.span.start), default=None)

    def _partitive(self, part: CountItem, before: str, after: str) -> CountItem | None:
        """Read "two of them", "one of whom was a nurse", "two soldiers among them", "six, two with serious wounds"."""
        of_them = words.OF_THEM_AFTER.match(after) or words.OF_THEM_BEFORE.search(before)
        if of_them or words.OF_THEM_INSIDE.search(part.span.text):
            return self._same_sentence(part) or self._earlier(part)
        if words.COMMA_BEFORE.search(before) and words.SAYS_HOW_AFTER.match(after):
            return self._same_sentence(part)
        if part.span.text.lower() == "one" and words.ONE_APPOSED_AFTER.match(after):
            return self._same_sentence(part)
        return self._same_sentence(part, near=False) if words.REMAINS_AFTER.match(after) else None

    def _of_harmed(self, part: CountItem, before: str, after: str, members: Sequence[CountItem]) -> CountItem | None:
        """Read "four of the dead", "a nurse was among the dead": of the last total that is no part itself."""
        own = {*self.parts}
        if words.AMONG_AFTER.match(after) or words.AMONG_BEFORE.search(before):
            own |= {item.index for item in members}
        elif not (words.OF_HARMED_AFTER.match(after) or words.OF_HARMED_BEFORE.search(before)):
            return None
        return self._same_sentence(part, skip=own, near=False) or self._earlier(part)

    def _of_noun(self, part: CountItem, told: re.Match[str] | None) -> CountItem | None:
        """Find the count of soldiers that "two of the soldiers" belongs to."""
        whom = set(told["whom"].lower().split()) if told else set()
        same = [item for item in self.items if item.whom in whom and item.span.end <= part.span.start]
        return next((item for item in reversed(same) if item.holds(part)), None)

    def _same_sentence(self, part: CountItem, *, skip: Collection[int] = (), near: bool = True) -> CountItem | None:
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

    def _narrowed(self, total: CountItem, part: CountItem) -> CountItem:
        """In "12 of the 31 remained in custody, ten of them without counsel", they are the 12."""
        for item in self.items:
            if item.span.end <= total.span.start and words.OF_THE.fullmatch(self._between(item, total)):
                return item if item.holds(part) else total
        return total

    def _earlier(self, part: CountItem) -> CountItem | None:
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

    def _opened(self, part: CountItem) -> CountItem | None:
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

    def _sentence_head(self, part: CountItem, before: str, after: str) -> CountItem | None:
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

    def _goes_on(self, part: CountItem, after: str) -> CountItem | None:
        """Let a bare number go on where the count before it, in the same sentence, is a part."""
        before = [item for item in self.items if item.span.end <= part.span.start and item.sentence == part.sentence]
        total = self._total_of(before[-1]) if before else None
        if total is None or not (words.GOES_ON_AFTER.match(after) or words.THE_REST.fullmatch(part.span.text)):
            return None
        gap = self._between(before[-1], part)
        if words.RIVAL_SOURCE.search(gap):
            return None
        told = sum(item.low for item in before if self.parts.get(item.index) == total.index)
        return total if told + part.low <= total.low else None

    def _total_of(self, part: CountItem) -> CountItem | None:
        return next((item for item in self.items if item.index == self.parts.get(part.index)), None)

    def _nth(self, part: CountItem, told: re.Match[str] | None) -> CountItem | None:
        """Find the total that "a sixth victim" makes full."""
        nth = read_ordinal(split_tokens(told["nth"])[0]) if told else None
        return next((item for item in self.items if item.low == nth and item.holds(part)), None)

    def _running(self, part: CountItem) -> CountItem | None:
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

    def _add_up(self, total: CountItem, lists: list[list[CountItem]]) -> None:
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
        near = range(total.sentence - _NEAR, total.sentence + _NEAR + 1)
        whole = [
            [item for item in free if item.sentence == sentence] for sentence in near if sentence != total.sentence
        ]
        listed = [members for members in lists if members[0].sentence != total.sentence]
        for members in (*whole, *(same for same in listed if same[0].sentence in near)):
            if len(members) > 1 and all(item in free for item in members) and self._is_sum(members, total):
                self._assign(members, total)
                return

    def _is_sum(self, members: Sequence[CountItem], total: CountItem) -> bool:
        return sum(item.low for item in members) == total.low

    def _is_apposed(self, total: CountItem, members: Sequence[CountItem]) -> bool:
        """Tell "two surveyors, a Thai and a Lao, were" from "two officers, a woman and her son died"."""
        opener = self._between(total, members[0])
        after = self.text[members[-1].span.end : self._around(total)[1]]
        return bool(
            words.OPENS_LIST.search(opener) or (words.COMMA.search(opener) and words.CLOSES_APPOSITION.match(after))
        )

    def _around(self, item: CountItem) -> tuple[int, int]:
        border = self.sentences[item.sentence]
        return border.start, border.end

    def _between(self, left: CountItem, right: CountItem) -> str:
        return self.text[left.span.end : right.span.start]

    def _is_rival(self, item: CountItem) -> bool:
        """Tell whether the text names this number only to set it aside ("eleven coffins, not nine")."""
        return words.SET_ASIDE.search(self.text[max(0, item.span.start - 24) : item.span.start]) is not None

    def _has_other_number(self, left: CountItem, right: CountItem) -> bool:
        known = [item.span for item in self.items]
        start = left.span.end
        return any(
            not any(span.start < start + found.end and start + found.start < span.end for span in known)
            for found in self._numbers_in(self._between(left, right))
        )

    def _numbers_in(self, text: str) -> list[Span]:
        """Give the numbers of people in a stretch of text, but not a last "one" that itself opens parts."""
        return [found for found in find_counts(text) if text[found.end :].strip()]
