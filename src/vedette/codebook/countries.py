"""The countries and territories of ISO 3166-1: their names, capitals and demonyms in English."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from functools import cache
from importlib import resources


@dataclass(frozen=True, slots=True)
class Country:
    """One country or territory; `iso2` is ISO 3166-1 alpha-2, `iso3` alpha-3 (XK and XKX for Kosovo).

    `capitals` begins with the seat of government; other seats and spellings follow. `demonyms` are adjectives and
    nationals ("Afghan", "Afghans"), plurals among them.
    """

    iso2: str
    iso3: str
    name: str
    other_names: tuple[str, ...]
    capitals: tuple[str, ...]
    demonyms: tuple[str, ...]

    @property
    def names(self) -> tuple[str, ...]:
        """Every name of the country, the usual one first."""
        return (self.name, *self.other_names)


@cache
def load_countries() -> dict[str, Country]:
    """Read the table that ships with the package, by `iso2` in its order."""
    text = resources.files("vedette.codebook").joinpath("countries.csv").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if not line.startswith("#")]
    return {row["iso2"]: _country(row) for row in csv.DictReader(lines)}


@cache
def demonyms() -> dict[str, tuple[str, ...]]:
    """Give, for each demonym ("Afghan", "Afghans"), the `iso2` codes it can mean ("Congolese" means two)."""
    codes: dict[str, tuple[str, ...]] = {}
    for country in load_countries().values():
        for word in country.demonyms:
            codes[word] = (*codes.get(word, ()), country.iso2)
    return codes


def _country(row: dict[str, str]) -> Country:
    demonyms = _parts(row["demonyms"])
    plurals = tuple(f"{word}s" for word in demonyms if _takes_s(word) and f"{word}s" not in demonyms)
    return Country(
        iso2=row["iso2"],
        iso3=row["iso3"],
        name=row["name"],
        other_names=_parts(row["other_names"]),
        capitals=_parts(row["capital"]),
        demonyms=demonyms + plurals,
    )


def _parts(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part)


def _takes_s(word: str) -> bool:
    """Tell whether the plural is the word with -s: not "Chinese", "British", "Swiss", "French" or "Frenchmen"."""
    return not word.endswith(("s", "ese", "sh", "ch", "x", "z", "men", "woman", "chman", "shman", "xman"))
