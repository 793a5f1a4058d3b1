"""From a length of time to days: "for three weeks", "within days", "the next few days", "the last days of May".

How long loose words are ("some", "a few") follows the report corpus (`reports/SCHEMA.md`, "Dates").
"""

from __future__ import annotations

import datetime as dt

from vedette.dates.context import Context
from vedette.dates.expressions import Duration
from vedette.dates.periods import NOTHING, Range, back_by, range_of_stamp
from vedette.dates.stamps import Stamp, Unit

VAGUE_DAYS = 14  # "days later", "within days" are 1 to 14 days
_DAY = dt.timedelta(days=1)
_DAY_HOURS = 24  # "within the hour" ends on the day that it began
_SEVERAL = 3  # "for weeks" is some three of them
_WEEK_DAYS = 7  # "the next few days", "the last days of May"
_RECENT = {Unit.DAY: _WEEK_DAYS, Unit.MONTH: 6}  # "in recent days", "in recent months"
_FEW_DAYS = 4  # "the past few days"


def range_of_length(expression: Duration, context: Context) -> Range:
    """Work out the days of a length that is part of no other stretch; both sides None where the anchor is unknown."""
    if expression.window == "first":
        return NOTHING
    if expression.window == "next" or (expression.window == "within" and context.looks_ahead):
        return _ahead(expression, context)
    if expression.window == "after":
        return _after(expression, context)
    if expression.window == "given":
        return _given(expression, context)
    within = _within(expression, context) if expression.window == "within" else None
    return within if within is not None else _behind(expression, context)


def part_of(whole: Range, expression: Duration) -> Range:
    """Give the first or the last so many units of a stretch."""
    amount = expression.quantity.value or (_WEEK_DAYS if expression.unit is Unit.DAY else _SEVERAL)
    if whole.first is None or whole.last is None:
        return NOTHING
    if expression.window == "ending":
        start = back_by(whole.last + _DAY, amount, expression.unit)
        return Range(start, whole.last)
    if expression.window == "last":
        before = back_by(whole.last + _DAY, amount, expression.unit)
        return Range(max(whole.first, before) if before else None, whole.last)
    after = back_by(whole.first, -amount, expression.unit)
    return Range(whole.first, min(whole.last, after - _DAY) if after else None)


def month_nearer(context: Context) -> Stamp | None:
    """Give the month that the text last spoke of, where that is nearer in it than any day."""
    near, month = context.near_day, context.near_month
    if month is None or month.stamp.unit is not Unit.MONTH or context.sentence - month.sentence > 1:
        return None
    return month.stamp if near is None or near.sentence < month.sentence else None


def _ahead(expression: Duration, context: Context) -> Range:
    some = _SEVERAL
    if expression.unit is Unit.DAY:
        some = _WEEK_DAYS if expression.window == "next" else VAGUE_DAYS
    end = back_by(context.day, -(expression.quantity.value or some), expression.unit) if context.day else None
    return Range(context.day, end) if end else NOTHING


def _given(expression: Duration, context: Context) -> Range:
    """Give "declared 30 days of emergency rule": on from the day told in the sentence, else from the document's."""
    near = _day_told(context)
    start = near if near is not None and (context.day is None or _is_in_sentence(context)) else context.day
    until = back_by(start, -(expression.quantity.value or _SEVERAL), expression.unit) if start is not None else None
    return Range(start, until) if until is not None else NOTHING


def _after(expression: Duration, context: Context) -> Range:
    """Give "the following two years": on from the date last told, "the following two days" from the day after it."""
    near = context.near_for(expression.unit)
    start = near.stamp.first_day() if near is not None else None
    some = _WEEK_DAYS if expression.unit is Unit.DAY else _SEVERAL
    end = back_by(start, -(expression.quantity.value or some), expression.unit) if start is not None else None
    if start is None or end is None:
        return NOTHING
    return Range(start + _DAY if expression.unit is Unit.DAY else start, end)


def _within(expression: Duration, context: Context) -> Range | None:
    """Give "within a week" from the month or the day last told; None where it hangs on neither."""
    amount, unit, near = expression.quantity.value, expression.unit, _day_told(context)
    month = month_nearer(context)
    if month is not None and amount is not None and unit < Unit.MONTH:
        bounds = range_of_stamp(month)
        end = back_by(bounds.last, -amount, unit) if bounds.last is not None else None
        return Range(bounds.first, end) if end is not None else NOTHING
    if near is None:
        return None
    if unit <= Unit.HOUR and (amount or _DAY_HOURS) < _DAY_HOURS:
        return Range(near, near)
    if unit is Unit.DAY and amount is None:
        return Range(near + _DAY, near + _DAY * VAGUE_DAYS)
    return Range(near, back_by(near, -(amount or 1), unit)) if unit < Unit.MONTH else None


def _behind(expression: Duration, context: Context) -> Range:
    """Give a length up to the date in the same sentence, else up to the document's day."""
    amount, unit, near = expression.quantity.value, expression.unit, _day_told(context)
    told = expression.window is None and (context.day is None or _is_in_sentence(context))
    end = near if told and context.near_day is not None else context.end
    if expression.window is None and context.until is not None:
        end = context.until  # "held for nine days, they were freed on Monday"
    some = _FEW_DAYS if unit is Unit.DAY and expression.window == "past" else _SEVERAL
    if expression.window == "recent":
        some = _RECENT.get(unit, _SEVERAL)
    start = back_by(end, amount if amount is not None else some, unit) if end else None
    return Range(start, end) if start else NOTHING


def _day_told(context: Context) -> dt.date | None:
    return context.near_day.stamp.date if context.near_day is not None else None


def _is_in_sentence(context: Context) -> bool:
    """Tell whether the day last told stands in the same sentence."""
    return context.near_day is not None and context.near_day.sentence == context.sentence
