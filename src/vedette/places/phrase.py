"""Read how a phrase lies to the names in it: "30 km north of Mopti", "between A and B", "a hotel in Bamako"."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from vedette.codebook.countries import demonyms
from vedette.places.facility import FACILITY_OF
from vedette.places.scan import Name
from vedette.places.words import Words

_DISTANCE = re.compile(
    r"(?P<number>\d+(?:[.,]\d+)?|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|fifteen|twenty|thirty|"
    r"forty|fifty|sixty|eighty|a hundred|several|a few|some)(?:\s|-)*"
    r"(?P<unit>nautical miles?|kilomet(?:er|re)s?|kms?|miles?|mi|met(?:er|re)s?|m)\b"
    r"(?:\s\(\d[^)]*\))?(?P<rest>[^.;]*)$",
    re.IGNORECASE,
)
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8}
_NUMBERS |= {"nine": 9, "ten": 10, "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50}
_NUMBERS |= {"sixty": 60, "eighty": 80, "a hundred": 100, "several": 5, "a few": 4, "some": 5}
_KM = {"k": 1.0, "n": 1.852, "mi": 1.609, "m": 0.001}
_ROAD_KM = 40.0  # how far along "the road to X" may be from X
_ROAD = re.compile(
    r"\b(?:road|roads|highway|route|track|corridor|railway|line|motorway|axis|stretch|way)\b", re.IGNORECASE
)
_CAMP_KM = 15.0  # how far from a town a camp of its name may lie
_COAST = re.compile(r"\b(?:coast|coastline|shores?|waters)\b")
_OFF = re.compile(r"(?:^|\s)(?:off|(?:coast|coastline|shores?|waters) of)(?: the)?$")
_COAST_AFTER = re.compile(r"(?:['’]s?)? (?:[a-z-]+ )?(?:coast|coastline|shores?|waters)\b")
_BORDER = re.compile(r"\b(?:border|borders|frontier|borderline)\b", re.IGNORECASE)


class Relation(Enum):
    """How the place meant lies to the place named."""

    AT = "at"
    NEAR = "near"
    OFFSET = "offset"  # so far away, in a direction or not
    PART = "part"  # the north, the centre of it
    BETWEEN = "between"
    BORDER = "border"
    COAST = "coast of"


@dataclass(frozen=True, slots=True)
class Layout:
    """The relation, the number of the name that it hangs on, and its measures: km, and degrees from north.

    `other` is the second name of BETWEEN. `unnamed` are the words of a smaller place that is named or described in
    front of the anchor and is not in the index ("X" in "the village of X in Y district"), or None. `stated` is False
    where the phrase gives a direction alone, and `km` is a common measure.
    """

    relation: Relation
    anchor: int
    other: int | None = None
    km: float | None = None
    bearing: float | None = None
    unnamed: str | None = None
    stated: bool = True


def lay_out(phrase: str, start: int, names: list[Name], words: Words) -> Layout:
    """Read a phrase that begins at `start` of the text and holds `names` (at least one, in order)."""
    anchor = _anchor(phrase, start, names)
    lead = phrase[: names[0].start - start].strip().lower()
    if is_border(phrase):
        return Layout(Relation.BORDER, 0, other=1 if len(names) > 1 else None)
    if len(names) > 1 and _is_pair(phrase, start, names):
        return Layout(Relation.BETWEEN, 0, other=1)
    measured = _measured(lead, words)
    coast = _coast(phrase, start, names)
    if coast is not None:
        return Layout(Relation.COAST, coast, km=measured[0] if measured is not None else None)
    if measured is not None:
        return Layout(Relation.OFFSET, anchor, km=measured[0], bearing=measured[1], stated=measured[2])
    for cue in sorted(words.near, key=len, reverse=True):
        if re.search(rf"(?:^|\s){re.escape(cue)}(?: the)?(?: (?:(?:town|city|village) of|{FACILITY_OF}))?$", lead):
            return Layout(Relation.NEAR, anchor, km=float(words.near[cue]), unnamed=None)
    if (part := _part(lead, words)) is not None:
        return Layout(Relation.PART, anchor, bearing=part[0])
    if _is_camp_by(phrase[names[anchor].end - start :], names[anchor], words):
        return Layout(Relation.NEAR, anchor, km=_CAMP_KM)
    if len(names) == 1 and re.search(r"\b(?:road|highway|track|route|line)\b", phrase):
        return Layout(Relation.NEAR, anchor, km=_ROAD_KM)
    return Layout(Relation.AT, anchor, unnamed=_unnamed(phrase, start, names[anchor], words))


def is_road(phrase: str) -> bool:
    """Tell whether the phrase speaks of a road or a line between places."""
    return bool(_ROAD.search(phrase))


def is_border(phrase: str) -> bool:
    """Tell whether the phrase speaks of a border."""
    return bool(_BORDER.search(phrase))


def is_coast(phrase: str) -> bool:
    """Tell whether the phrase speaks of a coast; "Ivory Coast" is a name."""
    return bool(_COAST.search(phrase))


def _coast(phrase: str, start: int, names: list[Name]) -> int | None:
    """Give the number of the country whose coast or waters the phrase speaks of: "off Yemen", "the Somali coast"."""
    for number, name in enumerate(names):
        told = _OFF.search(phrase[: name.start - start].rstrip()) or _COAST_AFTER.match(phrase[name.end - start :])
        if told and any(place.kind == "country" for place, _ in name.found):
            return number
    return None


def _is_camp_by(after: str, name: Name, words: Words) -> bool:
    """Tell whether a camp is called after a town, as no camp in the index is: "the Goma camp"."""
    told = re.match(r"(?:['’]s)? ((?:[a-z]+ )?camps?)\b", after, re.IGNORECASE)
    site = any(place.kind == "site" for place, _ in name.found)
    return told is not None and told[1].lower() in words.camps and not site


def _anchor(phrase: str, start: int, names: list[Name]) -> int:
    """Give the number of the name that is the smallest place: the first, but the last of a row of genitives."""
    number = 0
    while number + 1 < len(names) and re.match(r"['’]s?\s", phrase[names[number].end - start :]):
        number += 1
    return number


def _is_pair(phrase: str, start: int, names: list[Name]) -> bool:
    """Tell whether the first two names are the ends of a stretch: "between A and B", "the A-B road", "from A to B"."""
    gap = phrase[names[0].end - start : names[1].start - start].strip().lower()
    lead = phrase[: names[0].start - start].lower()
    if re.search(r"\bbetween\b", lead) and gap == "and":
        return True
    if is_road(phrase) and gap in ("-", "–", "—", "to", "and", "/"):
        return True
    return bool(re.search(r"\b(?:from|linking|connecting)\b", lead)) and gap in ("to", "and", "with")


def _measured(lead: str, words: Words) -> tuple[float, float | None, bool] | None:
    """Read "30 km north of": km, degrees from north (None where no direction is told), whether the km are told."""
    match = _DISTANCE.search(lead)
    if match is None or not re.search(r"\b(?:of|from|off|away|outside)\b|^$", match["rest"]):
        return _direction_alone(lead, words)
    raw = match["number"].lower().replace(",", ".")
    number = float(_NUMBERS[raw]) if raw in _NUMBERS else float(raw)
    unit = match["unit"].lower()
    scale = next(_KM[start] for start in ("k", "n", "mi", "m") if unit.startswith(start))
    bearing = next(
        (words.bearings[word] for word in re.findall(r"[a-z]+(?:-[a-z]+)?", match["rest"]) if word in words.bearings),
        None,
    )
    return number * scale, bearing, True


def _direction_alone(lead: str, words: Words) -> tuple[float, float | None, bool] | None:
    """Read "north of" and "east from" without a distance as some 20 km."""
    match = re.search(r"\b([a-z]+(?:-[a-z]+)?) (?:of|from)(?: the)?$", lead)
    if match and match[1] in words.bearings and not re.search(rf"\bthe {match[1]} of", lead):
        return 20.0, words.bearings[match[1]], False
    return None


def _part(lead: str, words: Words) -> tuple[float | None] | None:
    """Read "northern", "the south of", "central" before a name: degrees from north, or None for the middle."""
    match = re.search(r"([a-z]+(?:[- ][a-z]+)?)(?: of| part of| parts of)?(?: the)?$", re.sub(r"['’]s$", "", lead))
    if match is None:
        return None
    for word in (match[1], match[1].split()[-1]):
        if word in words.parts:
            return (words.parts[word],)
        if word in words.bearings and re.search(rf"{word}(?: of(?: the)?)?$", lead):
            return (words.bearings[word],)
    return None


def _unnamed(phrase: str, start: int, anchor: Name, words: Words) -> str | None:
    """Give the capital words in front of the anchor that name a smaller place: "X" in "X village in ANCHOR"."""
    lead = phrase[: anchor.start - start]
    match = re.match(
        r"(?P<inner>.*\S)\s*(?:,|\(| in| at| of| near| on| outside| within)(?: the)?(?: [a-z-]+)*\s*$", lead
    )
    if match is None:
        return None
    inner = re.sub(r"^(?:the|an?|in|at|near|outside)\s+", "", match["inner"], flags=re.IGNORECASE)
    capitals = [word for word in re.findall(r"[^\W\d_][\w’'-]*", inner) if word[0].isupper()]
    plain = words.unit_kinds.keys() | words.before | words.parts.keys()
    named = [word for word in capitals if word.lower() not in plain and word not in demonyms()]
    return inner if named else None
