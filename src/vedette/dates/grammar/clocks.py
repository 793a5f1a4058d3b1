"""Clock times: "3:30 p.m.", "19:40 hours", "0730 local time", "half past three", "noon", with zones kept apart."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from vedette.dates.expressions import Calendar, Clock, Expression
from vedette.dates.grammar.base import GRAMMAR
from vedette.dates.grammar.readers import read_integer
from vedette.dates.patterns import Found, Reading

_HOURS, _MINUTES, _NOON = 24, 60, 12
_PARTS_OF_HOUR = {"half": 30, "quarter": 15}
_OPENS = frozenset({"(", ",", "/", "["})  # between a time and the same one in another zone
_LONGEST_TIME = 9  # tokens


def _make(hour: int, minute: int | None, second: int | None = None, *, sure: bool) -> Clock | None:
    if hour >= _HOURS or (minute or 0) >= _MINUTES or (second or 0) >= _MINUTES:
        return None
    return Clock(hour, minute, second, sure or hour > _NOON or hour == 0)


def _colon_time(text: str) -> Clock | None:
    for mark in (":", "."):
        pieces = text.split(mark)
        if len(pieces) in (2, 3) and all(piece.isdecimal() for piece in pieces):
            hour, minute, *rest = pieces
            if len(hour) <= 2 and len(minute) == 2:
                return _make(
                    int(hour), int(minute), int(rest[0]) if rest else None, sure=len(hour) == 2 and hour[0] == "0"
                )
    return None


def _meridiem(clock: Clock, mark: str) -> Clock | None:
    if clock.hour > _NOON:
        return clock
    hour = clock.hour % _NOON + (_NOON if mark.startswith("p") else 0)
    return Clock(hour, clock.minute, clock.second, sure=True)


@GRAMMAR.reader("MERIDIEM", "a.m. p.m. a.m p.m am pm")
def read_meridiem(reading: Reading, position: int) -> Iterator[tuple[str, int]]:
    """Read "a.m." or "p.m."."""
    yield reading.tokens[position].lower, position + 1


@GRAMMAR.reader("CLOCK", "# CARDINAL half quarter")
def read_clock(reading: Reading, position: int) -> Iterator[tuple[Clock, int]]:
    """Read a time of day that its own form shows to be one."""
    token = reading.tokens[position]
    colon = _colon_time(token.text) if "#" in token.keys else None
    if token.lower in _PARTS_OF_HOUR:
        yield from _past_hour(reading, position, _PARTS_OF_HOUR[token.lower])
        return
    number = read_integer(reading, position)
    clock, after = (colon, position + 1) if colon else (None, position + 1)
    if clock is None and number is not None:
        clock, after = _make(number[0], None, sure=False), number[1]
    if clock is not None and after < len(reading.tokens):
        mark = reading.tokens[after]
        if mark.lower.replace(" ", "") in ("a.m.", "p.m.", "a.m", "p.m", "am", "pm"):
            timed = _meridiem(clock, mark.lower)
            if timed:
                yield timed, after + 1
            return
        if mark.lower in ("o'clock", "o’clock"):
            yield clock, after + 1
            return
    yield from _military(reading, position)
    if colon is not None and ":" in token.text:
        hours = after < len(reading.tokens) and reading.tokens[after].lower in ("hours", "hrs", "h")
        yield Clock(colon.hour, colon.minute, colon.second, sure=colon.sure or hours), after + hours
    elif colon is not None and after < len(reading.tokens) and reading.tokens[after].lower in ("hours", "hrs"):
        yield Clock(colon.hour, colon.minute, colon.second, sure=True), after + 1


def _past_hour(reading: Reading, position: int, minutes: int) -> Iterator[tuple[Clock, int]]:
    """Read "half past three", "quarter to nine"."""
    if position + 2 >= len(reading.tokens):
        return
    side, hour = reading.tokens[position + 1].lower, read_integer(reading, position + 2)
    if side not in ("past", "to", "after", "before") or hour is None or not 1 <= hour[0] <= _NOON:
        return
    if side in ("past", "after"):
        yield Clock(hour[0], minutes, sure=False), hour[1]
    else:
        yield Clock((hour[0] - 1) % _NOON or _NOON, _MINUTES - minutes, sure=False), hour[1]


def _military(reading: Reading, position: int) -> Iterator[tuple[Clock, int]]:
    """Read "0730 hours", "1940 local time", "0730 GMT"."""
    token = reading.tokens[position]
    after = position + 1
    if len(token.text) != 4 or not token.text.isdecimal() or after >= len(reading.tokens):
        return
    clock = _make(int(token.text[:2]), int(token.text[2:]), sure=True)
    mark = reading.tokens[after].lower
    if clock is not None and mark in ("hours", "hrs", "gmt", "utc", "h", "z", "local"):
        yield clock, after + (1 if mark in ("hours", "hrs", "h") else 0)


_ZONES = "gmt utc z est edt cst cdt mst mdt pst pdt bst cet cest eet ist pkt msk"


@GRAMMAR.reader("ZONE", _ZONES + " local")
def read_zone(reading: Reading, position: int) -> Iterator[tuple[str, int]]:
    """Read a time zone, or "local time"."""
    token = reading.tokens[position]
    if token.lower != "local":
        yield token.lower, position + 1
        return
    time = position + 1 < len(reading.tokens) and reading.tokens[position + 1].lower == "time"
    yield "local", position + 1 + time


@GRAMMAR.rule("TIME", "clock", "about|around|approximately|nearly|roughly? clock:CLOCK", "clock:CLOCK zone:ZONE")
def clock_time(clock: Clock, reading: Reading, first: int, last: int, zone: str | None = None) -> Expression:
    """Make a bare time of day; a local one takes its day from the time in another zone that stands beside it."""
    if zone is None:
        return Calendar(clock=clock)
    clock = replace(clock, zone=zone)
    other = _time_beside(reading, first, last) if zone == "local" else None
    return Calendar(clock=clock, within=other)


def _time_beside(reading: Reading, first: int, last: int) -> Calendar | None:
    """Give the time with its zone and day in brackets after a local time, or before one that is in brackets."""
    tokens = reading.tokens
    if last < len(tokens) and tokens[last].text in _OPENS:
        return _zoned(GRAMMAR.parse("DATE", reading, last + 1))
    if first > 0 and tokens[first - 1].text in _OPENS:
        starts = range(max(0, first - 1 - _LONGEST_TIME), first - 1)
        ending = (held for start in starts for held in GRAMMAR.parse("DATE", reading, start) if held.last == first - 1)
        return _zoned(tuple(ending))
    return None


def _zoned(founds: tuple[Found, ...]) -> Calendar | None:
    """Give the first that is a time in a stated zone with its day."""
    dates = (held.expression for held in founds[:1] if isinstance(held.expression, Calendar))
    return next((date for date in dates if date.clock and date.clock.zone and (date.day or date.weekday)), None)


@GRAMMAR.rule(
    "TIME",
    "clock in a part of the day",
    "clock:CLOCK in the part:PART",
    "clock:CLOCK at part:PART",
    "clock:CLOCK part:PART",
)
def clock_in_part(clock: Clock, part: str) -> Expression:
    """Make a time of day whose half of the day the words give ("9 in the evening")."""
    later = part in ("AF", "EV") or (part == "NI" and clock.hour >= 6)
    hour = clock.hour % _NOON + _NOON if later and clock.hour <= _NOON else clock.hour
    return Calendar(clock=Clock(hour, clock.minute, clock.second, sure=True))


@GRAMMAR.rule("TIME", "noon or midnight", "word:noon|midday|midnight")
def noon(word: str) -> Expression:
    """Make noon or midnight."""
    return Calendar(clock=Clock(0 if word == "midnight" else _NOON, 0 if word == "midnight" else None))
