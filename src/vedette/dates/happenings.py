"""Times that hang on a happening rather than on a date: "two days after the attack", "a week before the vote".

The day of the happening is taken from the text: the day told in a sentence that names it with the same word, else the
first day that the report tells of. In "arrived on Saturday, three days after it had been asked for" the words give
the day of what comes after them, reckoned back from Saturday.
"""

from __future__ import annotations

from bisect import bisect_left

from vedette.dates.expressions import Anchor, Bound, Bounded, Calendar, Duration, Expression, Quantity, Shift
from vedette.dates.grammar import GRAMMAR
from vedette.dates.lexicon import words
from vedette.dates.patterns import Found
from vedette.dates.stamps import Stamp, Unit
from vedette.dates.timeline import Entry, Timeline
from vedette.records import Span

_NOUN_REACH = 7  # tokens after "after" within which the happening is named
# In "the attack came three weeks after a drone was shot down" the words reckon back from the attack.
_COMING = frozenset({"came", "comes", "come", "happened", "took", "place", "follows", "exactly", "a", "the"})
_CLAUSE = 8  # tokens after "after" within which the happening's own date stands
_JOINS = frozenset({"and", "but", "while", "when"})
_SHORTEST = 4  # letters of a word that may name a happening
_STEM = 5  # letters by which two forms of a word are taken for one
_LONGEST_PHRASE = 9
_PLAIN = words("plain")
_SIDES = {"after": 1, "before": -1}
_NO_HAPPENING = words("no-happening")


def hang_on_happening(timeline: Timeline, span: Span, first: int, last: int) -> tuple[Found, Span | None] | None:
    """Read a span as so long before or after a happening; give it as a shift from that day, with the day's words."""
    opened = _read_opened(timeline, span, first, last)
    if opened is not None:
        return opened
    read = _read_length(timeline, first, last)
    if read is None:
        return None
    length, side_at = read
    tokens = timeline.reading.tokens
    side = _SIDES[tokens[side_at].lower]
    if not _names_happening(timeline, side_at + 1):
        return None
    opens = first == 0 or timeline.sentences[first] != timeline.sentences[first - 1]
    if side > 0 and opens and _near_any(timeline, first) is None:
        today = Shift(length.quantity, length.unit, -1, Anchor.DOCUMENT)
        return Found(first, last, today, "so long after a happening, told today"), None
    inside = _dated_inside(timeline, side_at + 1, last)
    near = _near_entry(timeline, first) if side > 0 and not opens and inside is None else None
    if near is None and inside is None and side > 0 and not opens and tokens[first - 1].lower in _COMING:
        near = _first_day(timeline)
    anchor = inside or near or _day_of_happening(timeline, side_at + 1) or _last_told(timeline, first, opens)
    direction = side if near is None else -1
    if anchor is None or anchor.stamp is None or anchor.span.overlaps(span):
        return None
    part = "NI" if tokens[side_at - 1].lower in ("night", "nights") else None
    shifted = Shift(length.quantity, length.unit, direction, Anchor.FOCUS, of=_spelled(anchor.stamp), part=part)
    return Found(first, last, shifted, "so long before or after a happening"), anchor.span


def _names_happening(timeline: Timeline, position: int) -> bool:
    """Tell whether words that name a happening follow, rather than a date or the end of the phrase."""
    if position >= len(timeline.reading.tokens) or GRAMMAR.parse("TIMEX", timeline.reading, position):
        return False
    word = timeline.reading.tokens[position]
    return word.text[0].isalpha() and word.lower not in _NO_HAPPENING


def _read_opened(timeline: Timeline, span: Span, first: int, last: int) -> tuple[Found, Span] | None:
    """Read "the eve of the vote" and "since the strike": a day or a stretch that a happening without a date opens."""
    words = [token.lower for token in timeline.reading.tokens[first:last]]
    eve = words.index("eve") if "eve" in words[:-1] and words[words.index("eve") + 1] == "of" else -1
    named = first + eve + 2 if eve >= 0 else first + 1
    if (eve < 0 and words[:1] != ["since"]) or not _names_happening(timeline, named):
        return None
    if any(GRAMMAR.parse("POINT", timeline.reading, position) for position in range(named, last)):
        return None
    anchor = _day_of_happening(timeline, named) or _first_day(timeline)
    if anchor is None or anchor.stamp is None or anchor.span.overlaps(span):
        return None
    day = _spelled(anchor.stamp)
    if eve >= 0:
        return Found(
            first, last, Shift(Quantity(1), Unit.DAY, -1, Anchor.FOCUS, of=day), "eve of a happening"
        ), anchor.span
    return Found(first, last, Bounded(Bound.SINCE, day), "since a happening"), anchor.span


def _near_any(timeline: Timeline, first: int) -> Entry | None:
    """Give any day told before these tokens."""
    return next((entry for entry in timeline.entries if entry.found.last <= first and _is_day(entry)), None)


def _read_length(timeline: Timeline, first: int, last: int) -> tuple[Duration, int] | None:
    """Read "five days" or "week" at the start of a span, with "after" or "before" next to it."""
    tokens = timeline.reading.tokens
    start = first + 1 if tokens[first].lower in ("in", "the", "about", "almost", "nearly", "exactly", "just") else first
    for side_at in range(start + 1, min(len(tokens) - 1, start + _LONGEST_PHRASE, last + 1)):
        if tokens[side_at].lower not in _SIDES:
            continue
        for found in GRAMMAR.parse("DURATION", timeline.reading, start):
            held = found.expression
            if found.last == side_at and isinstance(held, Duration) and held.of is None:
                return held, side_at
        if side_at == start + 1 and "UNIT" in tokens[start].keys:
            unit = tokens[start].keys["UNIT"]
            return Duration(Quantity(1), Unit[unit.upper()] if unit != "night" else Unit.DAY), side_at
    return None


def _spelled(stamp: Stamp) -> Expression:
    return Calendar(year=stamp.year, month=stamp.month, day=stamp.day, week=stamp.week)


def _is_day(entry: Entry) -> bool:
    return entry.stamp is not None and entry.stamp.date is not None and not isinstance(entry.found.expression, Duration)


def _is_fixed(entry: Entry) -> bool:
    """Tell whether an entry stands on the calendar, to the month or finer."""
    stamp = entry.stamp
    return stamp is not None and stamp.is_fixed and stamp.unit <= Unit.MONTH and stamp.first_day() is not None


def _near_entry(timeline: Timeline, first: int) -> Entry | None:
    """Give the last day told before these tokens in the same sentence, or the last month where it tells no day."""
    sentence = timeline.sentences[first]
    held = [
        entry
        for entry in timeline.entries
        if entry.found.last <= first and timeline.sentences[entry.found.first] == sentence and _is_fixed(entry)
    ]
    nearest = [entry for entry in held if _is_day(entry)] or held
    return nearest[-1] if nearest else None


def _dated_inside(timeline: Timeline, first: int, last: int) -> Entry | None:
    """Give the date that the happening's own clause tells ("two days after it took place in August of that year")."""
    tokens = timeline.reading.tokens
    for entry in timeline.entries:
        between = range(first, entry.found.first)
        if not first <= entry.found.first <= max(last, first + _CLAUSE) or not _is_fixed(entry):
            continue
        if not any(tokens[position].text in ",;:.–—" or tokens[position].lower in _JOINS for position in between):
            return entry
    return None


def _last_told(timeline: Timeline, first: int, opens: bool) -> Entry | None:
    """Give the date last told where a history goes on with "three weeks after the split"; in news the first day."""
    held = [entry for entry in timeline.entries if entry.found.last <= first and entry.told and _is_fixed(entry)]
    return held[-1] if held and opens and timeline.contexts[0].narrative else _first_day(timeline)


def _first_day(timeline: Timeline) -> Entry | None:
    """Give the first day that the report tells of: that of its news."""
    days = [entry for entry in timeline.entries if _is_day(entry)]
    return next((entry for entry in days if entry.told), days[0] if days else None)


def _day_of_happening(timeline: Timeline, position: int) -> Entry | None:
    """Find the day told in the nearest earlier sentence that names the happening with the same word."""
    stems = _stems(timeline, position)
    starts = timeline.sentences
    own = starts[position]
    for entry in reversed(timeline.entries):
        sentence = starts[entry.found.first]
        if sentence >= own or not _is_fixed(entry):
            continue
        if stems & _sentence_stems(timeline, sentence):
            return entry
    return None


def _stems(timeline: Timeline, position: int) -> set[str]:
    words = [token.lower for token in timeline.reading.tokens[position : position + _NOUN_REACH]]
    return {word[:_STEM] for word in words if len(word) >= _SHORTEST and word.isalpha() and word not in _PLAIN}


def _sentence_stems(timeline: Timeline, sentence: int) -> set[str]:
    first = bisect_left(timeline.sentences, sentence)
    last = bisect_left(timeline.sentences, sentence + 1)
    return {token.lower[:_STEM] for token in timeline.reading.tokens[first:last] if len(token.lower) >= _SHORTEST}
