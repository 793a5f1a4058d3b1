"""Times that hang on a happening rather than on a date: "two days after the attack", "a week before the vote".

The day of the happening is taken from the text: the day told in a sentence that names it with the same word, else the
first day that the report tells of. In "arrived on Saturday, three days after it had been asked for" the words give
the day of what comes after them, reckoned back from Saturday.
"""

from __future__ import annotations

from bisect import bisect_left

from vedette.dates.expressions import Anchor, Calendar, Duration, Expression, Quantity, Shift
from vedette.dates.grammar import GRAMMAR
from vedette.dates.patterns import Found
from vedette.dates.stamps import Stamp, Unit
from vedette.dates.timeline import Entry, Timeline
from vedette.records import Span

_NOUN_REACH = 7  # tokens after "after" within which the happening is named
_STEM = 5  # letters by which two forms of a word are taken for one
_LONGEST_PHRASE = 9
_PLAIN = frozenset("the a an his her its their that this of in at on had was were have been".split())
_SIDES = {"after": 1, "before": -1, "afterwards": 1}


def hang_on_happening(timeline: Timeline, span: Span, first: int, last: int) -> tuple[Found, Span] | None:
    """Read a span as so long before or after a happening; give it as a shift from that day, with the day's words."""
    read = _read_length(timeline, first, last)
    if read is None:
        return None
    length, side_at = read
    tokens = timeline.reading.tokens
    side = _SIDES[tokens[side_at].lower]
    if GRAMMAR.parse("TIMEX", timeline.reading, side_at + 1) or tokens[side_at + 1].lower in ("that", "this"):
        return None
    opens = first == 0 or timeline.sentences[first] != timeline.sentences[first - 1]
    if side > 0 and not opens:
        anchor = _near_entry(timeline, first) or _first_day(timeline)
        direction = -1
    else:
        anchor = _day_of_happening(timeline, side_at + 1) or _first_day(timeline)
        direction = side
    if anchor is None or anchor.stamp is None or anchor.span.overlaps(span):
        return None
    shifted = Shift(length.quantity, length.unit, direction, Anchor.FOCUS, of=_spelled(anchor.stamp))
    return Found(first, last, shifted, "so long before or after a happening"), anchor.span


def _read_length(timeline: Timeline, first: int, last: int) -> tuple[Duration, int] | None:
    """Read "five days" or "week" at the start of a span, with "after" or "before" next to it."""
    tokens = timeline.reading.tokens
    start = first + 1 if tokens[first].lower in ("in", "the", "about", "almost", "nearly", "exactly", "just") else first
    for side_at in range(start + 1, min(len(tokens) - 1, start + _LONGEST_PHRASE, last + 1)):
        if tokens[side_at].lower not in _SIDES:
            continue
        for found in GRAMMAR.parse("DURATION", timeline.reading, start):
            if found.last == side_at and isinstance(found.expression, Duration):
                return found.expression, side_at
        if side_at == start + 1 and "UNIT" in tokens[start].keys:
            unit = tokens[start].keys["UNIT"]
            return Duration(Quantity(1), Unit[unit.upper()] if unit != "night" else Unit.DAY), side_at
    return None


def _spelled(stamp: Stamp) -> Expression:
    return Calendar(year=stamp.year, month=stamp.month, day=stamp.day)


def _is_day(entry: Entry) -> bool:
    return entry.stamp is not None and entry.stamp.date is not None and not isinstance(entry.found.expression, Duration)


def _near_entry(timeline: Timeline, first: int) -> Entry | None:
    """Give the last day told before these tokens in the same sentence."""
    sentence = timeline.sentences[first]
    held = [
        entry
        for entry in timeline.entries
        if entry.found.last <= first and timeline.sentences[entry.found.first] == sentence and _is_day(entry)
    ]
    return held[-1] if held else None


def _first_day(timeline: Timeline) -> Entry | None:
    """Give the first day that the report tells of: that of its news."""
    return next((entry for entry in timeline.entries if _is_day(entry)), None)


def _day_of_happening(timeline: Timeline, position: int) -> Entry | None:
    """Find the day told in the nearest earlier sentence that names the happening with the same word."""
    stems = _stems(timeline, position)
    starts = timeline.sentences
    own = starts[position]
    for entry in reversed(timeline.entries):
        sentence = starts[entry.found.first]
        if sentence >= own or not _is_day(entry):
            continue
        if stems & _sentence_stems(timeline, sentence):
            return entry
    return None


def _stems(timeline: Timeline, position: int) -> set[str]:
    words = [token.lower for token in timeline.reading.tokens[position : position + _NOUN_REACH]]
    return {word[:_STEM] for word in words if len(word) >= _STEM and word.isalpha() and word not in _PLAIN}


def _sentence_stems(timeline: Timeline, sentence: int) -> set[str]:
    first = bisect_left(timeline.sentences, sentence)
    last = bisect_left(timeline.sentences, sentence + 1)
    return {token.lower[:_STEM] for token in timeline.reading.tokens[first:last] if len(token.lower) >= _STEM}
