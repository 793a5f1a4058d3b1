"""The local day of a time that is told with its day in another zone: "01:30 local time (21:30 GMT on Monday)"."""

from __future__ import annotations

import datetime as dt

from vedette.dates.expressions import Calendar, Clock, Expression
from vedette.dates.stamps import Stamp

# Minutes by which a zone's clocks are before (-) or after those of UTC; names of several zones (IST, BST, CST) are not
# here, so that nothing is worked out from them.
_FROM_UTC = {"gmt": 0, "utc": 0, "z": 0, "est": -300, "edt": -240, "pst": -480, "pdt": -420, "cet": 60, "cest": 120}
_FROM_UTC |= {"eet": 120, "msk": 180, "pkt": 300}
_MINUTES_A_DAY = 1440
_EASTERNMOST = 840  # no clock is further ahead of UTC


def is_told_elsewhere(expression: Calendar) -> bool:
    """Tell a local time whose day stands beside it, with the time in another zone."""
    return (
        expression.clock is not None and isinstance(expression.within, Calendar) and expression.within.clock is not None
    )


def local_day(local: Clock, other: Stamp, told: Expression | None) -> Stamp | None:
    """Give the day on which the local clock shows `local` when the other zone's, told as `told`, shows `other`.

    Where the other zone or the half of the local day is not certain, it is the day as told.
    """
    clock = told.clock if isinstance(told, Calendar) else None
    day, zone = other.date, _FROM_UTC.get((clock.zone if clock is not None else None) or "")
    if day is None or other.hour is None or zone is None or not local.sure:
        return other.without_clock()
    then = other.hour * 60 + (other.minute or 0)
    ahead = (local.hour * 60 + (local.minute or 0) - then + zone) % _MINUTES_A_DAY
    from_utc = ahead if ahead <= _EASTERNMOST else ahead - _MINUTES_A_DAY
    return Stamp.of_day(day + dt.timedelta(days=(then - zone + from_utc) // _MINUTES_A_DAY))
