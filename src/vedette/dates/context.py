"""What is known around a time expression: the document's own day, and the date that the text last spoke of."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from vedette.dates.stamps import Stamp
from vedette.records import Basis, Span


@dataclass(frozen=True, slots=True)
class Context:
    """The anchors that an expression may hang on.

    `day` is the document's own day: stated, or worked out from the text (`day_basis` INFERRED, `day_spans` its
    evidence), or None. `focus` is the date last spoken of; `looks_ahead` says that the words around speak of the
    future; `narrative` that the text tells a history in which bare dates follow one another.
    """

    day: dt.date | None = None
    day_basis: Basis = Basis.RELATIVE
    day_spans: tuple[Span, ...] = ()
    focus: Stamp | None = None
    focus_span: Span | None = None
    looks_ahead: bool = False
    narrative: bool = False
    latest: dt.date | None = None

    @property
    def today(self) -> Stamp | None:
        """Give the document's own day as a stamp."""
        return Stamp.of_day(self.day) if self.day else None

    @property
    def end(self) -> dt.date | None:
        """Give where "since" stretches to: the document's day, or the latest date in the text."""
        return self.day or self.latest
