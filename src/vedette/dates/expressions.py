"""What a time expression says, before anything is known of its anchor.

The grammar makes these records from words; `resolver` turns them into stamps with an anchor.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vedette.dates.stamps import Unit


class Anchor(StrEnum):
    """What a relative expression hangs on."""

    DOCUMENT = "document"  # the day of the report ("two days ago")
    FOCUS = "focus"  # the date that the text last spoke of ("two days later")


class Pick(StrEnum):
    """Which of the many days, months or seasons of that name is meant."""

    NEAREST = "nearest"  # the words do not say
    LAST = "last"
    THIS = "this"
    NEXT = "next"
    PREVIOUS = "previous"  # the last one before the focus
    SAME = "same"  # the one of the focus
    FOLLOWING = "following"  # the first one after the focus


@dataclass(frozen=True, slots=True)
class Quantity:
    """How many: `value`, or None where the words are vague ("several days", "weeks"); `most` where a range is given."""

    value: float | None
    most: float | None = None
    mod: str | None = None


ONE = Quantity(1)
SOME = Quantity(None)


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day; `hour` runs 0 to 23 and is ambiguous by twelve hours where `sure` is false.

    `zone` is the time zone that the words name, in small letters; "local" for "local time".
    """

    hour: int
    minute: int | None = None
    second: int | None = None
    sure: bool = True
    zone: str | None = None


@dataclass(frozen=True, slots=True)
class Deictic:
    """A whole unit, so many units away: "last week" (-1), "today" (0), "the following year" (+1, from the focus).

    `bare` says that the words name a part of the day and nothing else ("by morning"); `whole` that a night is meant
    from its first day to its second ("the same night"); `part_of_it` is "earlier" or "later" in the unit that the text
    speaks of ("later that month").
    """

    unit: Unit
    offset: int
    anchor: Anchor
    part: str | None = None
    mod: str | None = None
    clock: Clock | None = None
    bare: bool = False
    whole: bool = False
    part_of_it: str | None = None


@dataclass(frozen=True, slots=True)
class Calendar:
    """A date as written; the fields it lacks are to be found.

    `within` supplies them where the words do ("July 12 last year", "Thursday of last week").
    `decade` is the year without its last digit; where `short` is set, year or decade lack their century.
    `nth` counts the weekdays of that name in the month ("the second Sunday of March"), -1 for the last.
    `day` with a feast is its day: 1 the first, -1 the last, 0 its eve ("the third day of Eid", "15 Ramadan").
    `swaps` says that day and month may stand the other way round ("06/07/2011").
    `country` is the ISO code of the country named beside a national day ("Pakistan's Independence Day").
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    week: int | None = None
    season: str | None = None
    quarter: int | None = None
    half: int | None = None
    decade: int | None = None
    century: int | None = None
    feast: str | None = None
    country: str | None = None
    part: str | None = None
    clock: Clock | None = None
    mod: str | None = None
    pick: Pick = Pick.NEAREST
    within: Expression | None = None
    short: bool = False
    swaps: bool = False
    weekend: bool = False
    nth: int | None = None


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A fiscal year by the calendar year or the two that name it, or as so many after the running one (`offset`).

    `country` is the ISO code of the country named beside it; `quarter` one of its four quarters.
    """

    year: int | None = None
    last: int | None = None
    offset: int = 0
    country: str | None = None
    quarter: int | None = None


@dataclass(frozen=True, slots=True)
class Counted:
    """The so-manieth day, month or season of its name before (-1) or after (+1) an anchor: "two Fridays ago".

    `since` is the date that it hangs on where that is in the words ("the Tuesday before Easter").
    """

    quantity: Quantity
    of: Calendar
    direction: int
    anchor: Anchor
    since: Expression | None = None


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before (-1) or after (+1) an anchor; `of` is the date it hangs on where that is in the words.

    `event` says that the anchor is a happening named in the words ("two days after the attack").
    """

    quantity: Quantity
    unit: Unit
    direction: int
    anchor: Anchor
    of: Expression | None = None
    event: bool = False
    part: str | None = None


@dataclass(frozen=True, slots=True)
class Duration:
    """A length of time; `window` says on which side of the anchor it lies, where the words do.

    `window`: "past" ("the last three years"), "recent", "next", "after" ("the following two days"), "within", "first"
    ("the first nine months"), "last", "ending", "given", or None.
    `extra` is a second, finer part ("two years and three months").
    """

    quantity: Quantity
    unit: Unit
    window: str | None = None
    extra: tuple[Quantity, Unit] | None = None
    of: Expression | None = None


@dataclass(frozen=True, slots=True)
class Recurrence:
    """A set of times: `every` is the period as an ISO duration, or the expression that recurs."""

    every: str | None = None
    of: Expression | None = None
    times: str | None = None


@dataclass(frozen=True, slots=True)
class Vague:
    """A time that is no certain one: PRESENT_REF, PAST_REF or FUTURE_REF."""

    ref: str


class Bound(StrEnum):
    """Which side of its date a stretch lies on."""

    SINCE = "since"
    UNTIL = "until"
    BY = "by"
    BEFORE = "before"
    NOT_BEFORE = "not before"
    AFTER = "after"
    FROM = "from"
    THROUGHOUT = "throughout"


@dataclass(frozen=True, slots=True)
class Bounded:
    """A stretch that a date bounds on one side ("since March"); `of` is None where a happening bounds it."""

    bound: Bound
    of: Expression | None


@dataclass(frozen=True, slots=True)
class Between:
    """A stretch from one date to another."""

    first: Expression
    last: Expression


@dataclass(frozen=True, slots=True)
class Both:
    """Two dates said together ("Saturday and Sunday"), taken as the stretch that holds both."""

    first: Expression
    last: Expression


Expression = (
    Deictic | Calendar | FiscalYear | Counted | Shift | Duration | Recurrence | Vague | Bounded | Between | Both
)
