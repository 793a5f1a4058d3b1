"""One place on its way into the index."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(slots=True)
class Entry:
    """A place as read from its source.

    `names` begins with the name to show. `code` is the GeoNames code of an administrative unit ("PK.03.7419053").
    `parents` are the codes of what it lies in. `derived` says that the centre was worked out from what lies within.
    `fame` is in how many spellings and scripts its source names it, which tells how far it is known.
    """

    kind: str
    names: list[str]
    country: str
    geonames_id: int = 0
    code: str = ""
    parents: tuple[str, ...] = ()
    lat: float | None = None
    lon: float | None = None
    population: int = 0
    radius_km: float = 0.0
    derived: bool = False
    fame: int = 0
    short_forms: list[str] = field(default_factory=list)
    note: dict[str, object] = field(default_factory=dict)
