"""When the named feasts and months of the civil, Christian, Islamic, Persian, Jewish, Hindu and Chinese years fall."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache

from vedette.dates.stamps import last_of_month

Days = tuple[dt.date, dt.date]

# Months of the Islamic year.
_MUHARRAM, _SAFAR, _RABI_AL_AWWAL, _RAMADAN, _SHAWWAL, _DHUL_HIJJA = 1, 2, 3, 9, 10, 12
# The Umm al-Qura table that hijridate carries reaches from the first to before the second.
_HIJRI_FIRST, _HIJRI_LAST = 1343, 1500
# An Islamic year is some 354.37 days; 1 Muharram of year 1 was in July 622.
_HIJRI_EPOCH, _HIJRI_YEARS_PER_YEAR = 622, 1.0307


def _stretch(first: dt.date, length: int) -> Days:
    return first, first + dt.timedelta(days=length - 1)


def _fixed(month: int, day: int, length: int = 1) -> Callable[[int], Iterator[Days]]:
    def days(year: int) -> Iterator[Days]:
        yield _stretch(dt.date(year, month, day), length)

    return days


def _from_easter(offset: int, length: int = 1) -> Callable[[int], Iterator[Days]]:
    def days(year: int) -> Iterator[Days]:
        from dateutil.easter import easter

        yield _stretch(easter(year) + dt.timedelta(days=offset), length)

    return days


def _hijri(month: int, day: int | None = None, length: int = 1) -> Callable[[int], Iterator[Days]]:
    """Give each time that a day of the Islamic year, or a whole month, begins in a civil year."""

    def days(year: int) -> Iterator[Days]:
        from hijridate import Hijri

        about = int((year - _HIJRI_EPOCH) * _HIJRI_YEARS_PER_YEAR)
        for hijri_year in range(max(about - 1, _HIJRI_FIRST), min(about + 3, _HIJRI_LAST)):
            held = Hijri(hijri_year, month, day or 1)
            first = dt.date(*held.to_gregorian().datetuple())
            if first.year == year:
                yield _stretch(first, length if day else held.month_length())

    return days


def _either_eid(year: int) -> Iterator[Days]:
    """Give both feasts that are called Eid, where the text does not say which."""
    yield from sorted((*_hijri(_SHAWWAL, 1, 3)(year), *_hijri(_DHUL_HIJJA, 10, 4)(year)))


def _orthodox_easter(offset: int, length: int = 1) -> Callable[[int], Iterator[Days]]:
    def days(year: int) -> Iterator[Days]:
        from dateutil.easter import EASTER_ORTHODOX, easter

        yield _stretch(easter(year, EASTER_ORTHODOX) + dt.timedelta(days=offset), length)

    return days


def _holiday(country: str, name: str, length: int = 1) -> Callable[[int], Iterator[Days]]:
    """Give a public holiday's first day in a country whose calendar has it."""

    def days(year: int) -> Iterator[Days]:
        import holidays

        found = holidays.country_holidays(country, years=[year], language="en_US", observed=False)
        first = min((day for day, title in found.items() if name in title), default=None)
        if first is not None:
            yield _stretch(first, length)

    return days


def _nth_weekday(month: int, weekday: int, nth: int) -> Callable[[int], Iterator[Days]]:
    """Give the nth weekday of a month (-1 is the last)."""

    def days(year: int) -> Iterator[Days]:
        if nth > 0:
            first = dt.date(year, month, 1)
            day = first + dt.timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (nth - 1))
        else:
            last = last_of_month(year, month)
            day = last - dt.timedelta(days=(last.isoweekday() - weekday) % 7)
        yield day, day

    return days


_RULES: dict[str, Callable[[int], Iterator[Days]]] = {
    "new-year": _fixed(1, 1),
    "new-years-eve": _fixed(12, 31),
    "epiphany": _fixed(1, 6),
    "candlemas": _fixed(2, 2),
    "valentine": _fixed(2, 14),
    "womens-day": _fixed(3, 8),
    "may-day": _fixed(5, 1),
    "juneteenth": _fixed(6, 19),
    "independence-day": _fixed(7, 4),
    "bastille-day": _fixed(7, 14),
    "assumption": _fixed(8, 15),
    "halloween": _fixed(10, 31),
    "all-saints": _fixed(11, 1),
    "all-souls": _fixed(11, 2),
    "armistice-day": _fixed(11, 11),
    "christmas-eve": _fixed(12, 24),
    "christmas": _fixed(12, 25),
    "boxing-day": _fixed(12, 26),
    "orthodox-christmas": _fixed(1, 7),
    "orthodox-easter": _orthodox_easter(0),
    "mardi-gras": _from_easter(-47),
    "ash-wednesday": _from_easter(-46),
    "lent": _from_easter(-46, 46),
    "palm-sunday": _from_easter(-7),
    "holy-week": _from_easter(-6, 6),
    "maundy-thursday": _from_easter(-3),
    "good-friday": _from_easter(-2),
    "holy-saturday": _from_easter(-1),
    "easter": _from_easter(0),
    "easter-monday": _from_easter(1),
    "easter-weekend": _from_easter(-2, 4),
    "ascension": _from_easter(39),
    "pentecost": _from_easter(49),
    "muharram": _hijri(_MUHARRAM),
    "islamic-new-year": _hijri(_MUHARRAM, 1),
    "ashura": _hijri(_MUHARRAM, 10),
    "arbaeen": _hijri(_SAFAR, 20),
    "mawlid": _hijri(_RABI_AL_AWWAL, 12),
    "ramadan": _hijri(_RAMADAN),
    "eid-al-fitr": _hijri(_SHAWWAL, 1, 3),
    "eid-al-fitr-day": _hijri(_SHAWWAL, 1),
    "arafah": _hijri(_DHUL_HIJJA, 9),
    "eid-al-adha": _hijri(_DHUL_HIJJA, 10, 4),
    "eid": _either_eid,
    "hajj": _hijri(_DHUL_HIJJA, 8, 6),
    "nowruz": _holiday("IR", "Nowruz"),
    "lunar-new-year": _holiday("SG", "Chinese New Year"),
    "diwali": _holiday("SG", "Diwali"),
    "passover": _holiday("IL", "Pesach", 7),
    "rosh-hashanah": _holiday("IL", "Rosh Hashanah", 2),
    "yom-kippur": _holiday("IL", "Yom Kippur"),
    "sukkot": _holiday("IL", "Sukkot", 7),
    "mlk-day": _nth_weekday(1, 1, 3),
    "presidents-day": _nth_weekday(2, 1, 3),
    "mothers-day": _nth_weekday(5, 7, 2),
    "memorial-day": _nth_weekday(5, 1, -1),
    "fathers-day": _nth_weekday(6, 7, 3),
    "labor-day": _nth_weekday(9, 1, 1),
    "columbus-day": _nth_weekday(10, 1, 2),
    "thanksgiving": _nth_weekday(11, 4, 4),
}


_HIJRI_TABLE = range(_HIJRI_FIRST, _HIJRI_LAST)
_ISLAMIC = frozenset(
    {
        "muharram",
        "islamic-new-year",
        "ashura",
        "arbaeen",
        "mawlid",
        "ramadan",
        "eid-al-fitr",
        "eid-al-fitr-day",
        "arafah",
        "eid-al-adha",
        "hajj",
    }
)


def days_of_year_told(feast: str, year: int) -> tuple[Days, ...]:
    """Give the stretches of a feast in a year as told: an Islamic feast may have a year of its own calendar."""
    if feast not in _ISLAMIC or year not in _HIJRI_TABLE:
        return days_of_feast(feast, year)
    from hijridate import Gregorian

    about = _HIJRI_EPOCH + int(year / _HIJRI_YEARS_PER_YEAR)
    return tuple(
        days
        for civil in range(about - 1, about + 3)
        for days in days_of_feast(feast, civil)
        if Gregorian.fromdate(days[0]).to_hijri().year == year
    )


@cache
def days_of_feast(feast: str, year: int) -> tuple[Days, ...]:
    """Give each stretch of a feast that begins in a civil `year`: none, one, or (in the Islamic year) two."""
    try:
        return tuple(_RULES[feast](year))
    except (ValueError, OverflowError):  # the calendar's table does not reach that year
        return ()


def known_feasts() -> frozenset[str]:
    """Give the names of all feasts that have a rule."""
    return frozenset(_RULES)
