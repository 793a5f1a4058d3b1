"""What is known around a time expression: the document's own day, and the dates that the text has spoken of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from vedette.dates.stamps import Stamp, Unit
from vedette.records import Basis, Span

_LONG_BEFORE = 4  # days


@dataclass(frozen=True, slots=True)
class Mentioned:
    """A date that the text has spoken of: what, where, and in which sentence."""

    stamp: Stamp
    span: Span
    sentence: int


@dataclass(frozen=True, slots=True)
class Context:
    """The anchors that an expression may hang on.

    `day` is the day from which the document speaks: that on which it came out, or that of its dateline, if this is
    up to two days earlier; else worked out from the text (`day_basis` INFERRED), or None. `day_spans` is the dateline,
    where the day is taken from it; `evidence` are the words that an INFERRED value rests on. `near_day`, `near_month`
    and `near` are what the text last spoke of, to the day, to the month or finer, and at all; `main_day` is the latest
    day told so far. `era` is a date of an earlier year that the text has gone back to. `quarter` is the business
    quarter last spoken of. `looks_ahead` says that the words around speak of the future; `narrative` that the text
    tells a history, in which bare dates follow one another; `period` is the stretch that a digest says it covers;
    `latest` the latest day in the text; `whole_week` that it names nearly all days of a week; `until` the day up to
    which the clause around reckons "since"; `sentence` the number of the sentence. `country` is the ISO code of the
    country that the document is of; `day_first` says whether it writes the day or the month first in dates of figures.
    """

    day: dt.date | None = None
    day_basis: Basis = Basis.RELATIVE
    day_spans: tuple[Span, ...] = ()
    evidence: tuple[Span, ...] = ()
    near_day: Mentioned | None = None
    near_month: Mentioned | None = None
    near: Mentioned | None = None
    era: Mentioned | None = None
    main_day: Mentioned | None = None
    quarter: Mentioned | None = None
    looks_ahead: bool = False
    narrative: bool = False
    latest: dt.date | None = None
    period: tuple[dt.date, dt.date] | None = None
    whole_week: bool = False
    sentence: int = 0
    until: dt.date | None = None
    country: str | None = None
    day_first: bool | None = None

    @property
    def today(self) -> Stamp | None:
        """Give the document's own day as a stamp."""
        return Stamp.of_day(self.day) if self.day else None

    @property
    def end(self) -> dt.date | None:
        """Give where "since" stretches to: the document's day, or the latest date in the text."""
        return self.day or self.latest

    @property
    def clock_day(self) -> Mentioned | None:
        """Give the day on which a time of day without one falls: in news the latest told, unless another is near by."""
        near, main = self.near_day, self.main_day
        if self.day is None or self.narrative or self.era is not None or near is None or main is None:
            return near
        told, latest = near.stamp.date, main.stamp.date
        if told is None or latest is None or latest > self.day or near.sentence == self.sentence:
            return near
        looked_back = self.sentence - near.sentence > 1 or (latest - told).days > _LONG_BEFORE
        return main if looked_back else near

    def near_for(self, unit: Unit) -> Mentioned | None:
        """Give the date last spoken of that is fine enough for steps of a unit."""
        if unit <= Unit.WEEK:
            return self.near_day
        if unit <= Unit.HALF:
            return self.near_month
        return self.near
