"""When the named feasts and months of the civil, Christian, Islamic, Persian, Jewish, Hindu and Chinese years fall."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterator
from functools import cache

from vedette.dates import persian
from vedette.dates.stamps import last_of_month

Days = tuple[dt.date, dt.date]

# Months of the Islamic year.
_MUHARRAM, _SAFAR, _RABI_AL_AWWAL, _RAJAB, _SHABAN, _RAMADAN, _SHAWWAL, _DHUL_HIJJA = 1, 2, 3, 7, 8, 9, 10, 12
# The Umm al-Qura table that hijridate carries reaches from the first to before the second.
_HIJRI_FIRST, _HIJRI_LAST = 1343, 1500
_PERSIAN_LAG = 621  # a Solar Hijri year begins in March of the civil year that is so much greater
_FRIDAY = 5
_DAY = dt.timedelta(days=1)
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


def _persian(month: int, day: int | None = None) -> Callable[[int], Iterator[Days]]:
    """Give the time that a day of the Solar Hijri year, or a whole month, begins in a civil year."""

    def days(year: int) -> Iterator[Days]:
        for held in (year - _PERSIAN_LAG - 1, year - _PERSIAN_LAG):
            first = persian.first_of_month(held, month) + dt.timedelta(days=(day or 1) - 1)
            if first.year == year:
                yield _stretch(first, 1 if day else persian.month_length(held, month))

    return days


@cache
def _public_days(country: str, year: int) -> tuple[tuple[dt.date, str], ...]:
    """Give the holidays of a country in a year by their English titles, those of schools and optional ones too."""
    import holidays

    calendar = getattr(holidays, country)
    kinds = tuple(kind for kind in ("public", "optional", "school") if kind in calendar.supported_categories)
    found = holidays.country_holidays(country, years=[year], language="en_US", observed=False, categories=kinds)
    return tuple(sorted((day, title) for day, titles in found.items() for title in titles.split("; ")))


def _holiday(country: str, name: str, length: int = 1) -> Callable[[int], Iterator[Days]]:
    """Give the first day of a feast in a country whose calendar has it; one that runs on from December began there.

    Days whose title is the very name go before those whose title holds it ("Dussehra (Mahashtami)").
    """

    def days(year: int) -> Iterator[Days]:
        titled = [(day, title) for at in (year - 1, year) for day, title in _public_days(country, at)]
        held = [day for day, title in titled if title == name] or [day for day, title in titled if name in title]
        first = next((day for day in held if day.year == year and day - _DAY not in held), None)
        if first is not None:
            yield _stretch(first, length)

    return days


def _quds_day(year: int) -> Iterator[Days]:
    """Give the last Friday of Ramadan."""
    for _, last in _hijri(_RAMADAN)(year):
        friday = last - dt.timedelta(days=(last.isoweekday() - _FRIDAY) % 7)
        yield friday, friday


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
    "fourth-of-july": _fixed(7, 4),
    "meskel": _fixed(9, 27),
    "songkran": _fixed(4, 13, 3),
    "thingyan": _fixed(4, 13, 4),
    "sinhala-tamil-new-year": _fixed(4, 14),
    "bengali-new-year": _fixed(4, 14),
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
    "safar": _hijri(_SAFAR),
    "rabi-al-awwal": _hijri(_RABI_AL_AWWAL),
    "rabi-al-thani": _hijri(4),
    "jumada-al-awwal": _hijri(5),
    "jumada-al-thani": _hijri(6),
    "rajab": _hijri(_RAJAB),
    "shaban": _hijri(_SHABAN),
    "shawwal": _hijri(_SHAWWAL),
    "dhu-al-qadah": _hijri(11),
    "dhu-al-hijjah": _hijri(_DHUL_HIJJA),
    "islamic-new-year": _hijri(_MUHARRAM, 1),
    "tasua": _hijri(_MUHARRAM, 9),
    "ashura": _hijri(_MUHARRAM, 10),
    "arbaeen": _hijri(_SAFAR, 20),
    "mawlid": _hijri(_RABI_AL_AWWAL, 12),
    "ramadan": _hijri(_RAMADAN),
    "isra-and-miraj": _hijri(_RAJAB, 27),
    "mid-shaban": _hijri(_SHABAN, 15),
    "laylat-al-qadr": _hijri(_RAMADAN, 27),
    "quds-day": _quds_day,
    "eid-al-ghadir": _hijri(_DHUL_HIJJA, 18),
    "eid-al-fitr": _hijri(_SHAWWAL, 1, 3),
    "eid-al-fitr-day": _hijri(_SHAWWAL, 1),
    "arafah": _hijri(_DHUL_HIJJA, 9),
    "eid-al-adha": _hijri(_DHUL_HIJJA, 10, 4),
    "eid": _either_eid,
    "hajj": _hijri(_DHUL_HIJJA, 8, 6),
    "nowruz": _persian(1, 1),
    **{f"persian-{month}": _persian(month) for month in range(1, 13)},
    "lunar-new-year": _holiday("SG", "Chinese New Year"),
    "diwali": _holiday("SG", "Diwali"),
    "holi": _holiday("IN", "Holi"),
    "maha-shivaratri": _holiday("IN", "Maha Shivaratri"),
    "ram-navami": _holiday("IN", "Ram Navami"),
    "raksha-bandhan": _holiday("IN", "Raksha Bandhan"),
    "ganesh-chaturthi": _holiday("IN", "Ganesh Chaturthi"),
    "dussehra": _holiday("IN", "Dussehra"),
    "chhath": _holiday("IN", "Chhath"),
    "guru-nanak": _holiday("IN", "Guru Nanak"),
    "vaisakhi": _holiday("IN", "Vaisakhi"),
    "vesak": _holiday("SG", "Vesak"),
    "thadingyut": _holiday("MM", "Thadingyut"),
    "khmer-new-year": _holiday("KH", "Khmer New Year", 3),
    "pchum-ben": _holiday("KH", "Pchum Ben", 3),
    "qingming": _holiday("CN", "Tomb-Sweeping"),
    "dragon-boat": _holiday("CN", "Dragon Boat"),
    "mid-autumn": _holiday("CN", "Mid-Autumn"),
    "chuseok": _holiday("KR", "Chuseok"),
    "ethiopian-new-year": _holiday("ET", "Ethiopian New Year"),
    "timkat": _holiday("ET", "Epiphany"),
    "purim": _holiday("IL", "Purim"),
    "shavuot": _holiday("IL", "Shavuot"),
    "hanukkah": _holiday("IL", "Hanukkah", 8),
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


# National days by the words of their English titles; which day it is depends on the country.
_NATIONAL = {
    "independence-day": "Independence Day",
    "republic-day": "Republic Day",
    "national-day": "National Day",
    "constitution-day": "Constitution Day",
    "victory-day": "Victory Day",
    "liberation-day": "Liberation Day",
    "revolution-day": "Revolution Day",
    "unity-day": "Unity Day",
    "armed-forces-day": "Armed Forces Day",
    "army-day": "Army Day",
    "martyrs-day": "Martyrs' Day",
}
_YEARS_BACK = 8  # a day that a government has ceased to keep, as in a war, is still spoken of

_HIJRI_TABLE = range(_HIJRI_FIRST, _HIJRI_LAST)
_PERSIAN_TABLE = range(persian.FIRST_YEAR, persian.LAST_YEAR + 1)
_PERSIAN = frozenset({"nowruz", *(f"persian-{month}" for month in range(1, 13))})
# Months whose days are counted ("15 Ramadan", "20 Mizan"), and of these the ones that are spoken of by name alone.
MONTHS = (
    _PERSIAN
    | {"muharram", "safar", "rabi-al-awwal", "rabi-al-thani", "jumada-al-awwal", "jumada-al-thani", "rajab", "shaban"}
    | {"ramadan", "shawwal", "dhu-al-qadah", "dhu-al-hijjah"}
)
KNOWN_BY_NAME = frozenset({"ramadan", "muharram", "nowruz"})
_ISLAMIC = (MONTHS - _PERSIAN) | {
    "islamic-new-year",
    "tasua",
    "ashura",
    "arbaeen",
    "mawlid",
    "isra-and-miraj",
    "mid-shaban",
    "laylat-al-qadr",
    "quds-day",
    "eid-al-fitr",
    "eid-al-fitr-day",
    "arafah",
    "eid-al-adha",
    "eid-al-ghadir",
    "hajj",
}


def is_own_year(feast: str, year: int) -> bool:
    """Tell whether a year told with a feast is one of the feast's own calendar: "Ramadan 1447", "20 Mizan 1402"."""
    return (feast in _ISLAMIC and year in _HIJRI_TABLE) or (feast in _PERSIAN and year in _PERSIAN_TABLE)


def days_of_year_told(feast: str, year: int, country: str | None = None) -> tuple[Days, ...]:
    """Give the stretches of a feast in a year as told: a feast of another calendar may have a year of its own."""
    if not is_own_year(feast, year):
        return days_of_feast(feast, year, country)
    if feast in _PERSIAN:
        begun = persian.new_year(year), persian.new_year(year + 1)
        stretches = (days for civil in (begun[0].year, begun[1].year) for days in days_of_feast(feast, civil))
        return tuple(days for days in stretches if begun[0] <= days[0] < begun[1])
    from hijridate import Gregorian

    about = _HIJRI_EPOCH + int(year / _HIJRI_YEARS_PER_YEAR)
    return tuple(
        days
        for civil in range(about - 1, about + 3)
        for days in days_of_feast(feast, civil)
        if Gregorian.fromdate(days[0]).to_hijri().year == year
    )


@cache
def days_of_feast(feast: str, year: int, country: str | None = None) -> tuple[Days, ...]:
    """Give each stretch of a feast that begins in a civil `year`: none, one, or (in the Islamic year) two.

    A national day needs the ISO code of its country; without, nothing is told.
    """
    if is_national(feast):
        return _national_day(_NATIONAL[feast], year, country) if country is not None else ()
    try:
        return tuple(_RULES[feast](year))
    except (ValueError, OverflowError):  # the calendar's table does not reach that year
        return ()


def is_national(feast: str) -> bool:
    """Tell a day that each country has at its own time: "Independence Day"."""
    return feast in _NATIONAL


def _national_day(title: str, year: int, country: str) -> tuple[Days, ...]:
    """Give the one day of this title in a country's year, or that of the last years in which it was kept."""
    for kept in range(year, year - _YEARS_BACK, -1):
        named = [(day, name) for day, name in _kept_in(country, kept) if title in name]
        held = [day for day, name in named if name == title] or [day for day, _ in named]
        if held:
            return (_stretch(held[0].replace(year=year), 1),) if len(held) == 1 else ()
    return ()


def _kept_in(country: str, year: int) -> tuple[tuple[dt.date, str], ...]:
    try:
        return _public_days(country, year)
    except (AttributeError, NotImplementedError):  # a country whose holidays the library does not have
        return ()


def known_feasts() -> frozenset[str]:
    """Give the names of all feasts that have a rule."""
    return frozenset(_RULES) | frozenset(_NATIONAL)
