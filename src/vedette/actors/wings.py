"""Reads a group by the area that its name is told with: "Islamic State in Kabul", "al-Qaeda's Yemeni branch"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from vedette.actors.index import find_matches
from vedette.actors.lexicon import listed
from vedette.actors.nations import nations_in, words_of
from vedette.actors.phrase import Phrase
from vedette.actors.registry import PRESS, Entry, load_registry
from vedette.actors.scene import ARMED_GROUP, Read, Scene, of_entry, of_words
from vedette.actors.wording import fold, singular
from vedette.records import Span

_BRANCH = r"(?:branch|affiliate|wing|arm|offshoot|chapter|franchise|province)"
_FORMS = (
    re.compile(r"(?P<group>.+?) in (?:the )?(?P<area>[A-Z].+)"),
    re.compile(rf"(?P<group>.+?)(?:['’]s)? (?P<area>[A-Z][\w -]+?) {_BRANCH}"),
    re.compile(rf"(?P<area>[A-Z][\w -]+?) {_BRANCH} of (?:the )?(?P<group>.+)"),
)


def read_wing(phrase: Phrase, span: Span, scene: Scene) -> Read | None:
    """Read a known group told with an area as itself where it is at home there, else as its wing there.

    A wing whose main country it is goes before one that is there as well; where two are level, both stay candidates.
    """
    for form in _FORMS:
        found = form.fullmatch(phrase.core)
        groups = _groups(found["group"]) if found else ()
        if found and groups:
            return _read(found["area"], groups, phrase, span, scene)
    return None


def wings_in(actor_id: str, country: str, year: int | None = None) -> tuple[Entry, ...]:
    """Give the parts of an actor that the registry knows to be in a country, those at home there first."""
    wings = (load_registry().entry(wing) for wing in _wings().get(actor_id, ()))
    there = [wing for wing in wings if country in wing.countries and not _is_later(wing, year)]
    return tuple(wing for wing in there if wing.kind.kind == ARMED_GROUP)


def _read(area: str, groups: tuple[Entry, ...], phrase: Phrase, span: Span, scene: Scene) -> Read:
    country = _country(area, scene)
    wings = {wing.id: wing for group in groups for wing in (wings_in(group.id, country, scene.year) if country else ())}
    best = _best(groups, [*wings.values()], country) if country else []
    if len(best) == 1:
        return Read(of_entry(best[0], span, PRESS), f"what {groups[0].id} is in {area} ({country}): {best[0].id}")
    ids = dict.fromkeys(entry.id for entry in (*best, *wings.values(), *groups))
    told = (ARMED_GROUP, groups[0].kind.sector, groups[0].kind.category)
    value = replace(of_words(span, phrase.core, told), candidates=scene.listed([*ids]))
    return Read(value, f"the registry does not tell which wing of {groups[0].id} is in {area}")


def _best(groups: Sequence[Entry], wings: Sequence[Entry], country: str) -> list[Entry]:
    """Give who is at home in the country, the groups before their wings, else who is there as well, wings first."""
    home_first = (
        [group for group in groups if group.countries[:1] == (country,)],
        [wing for wing in wings if wing.countries[0] == country],
        list(wings),
        [group for group in groups if country in group.countries],
    )
    return next((found for found in home_first if found), [])


def _groups(name: str) -> tuple[Entry, ...]:
    """Give the armed groups that a name can mean, with or without "fighters" behind it."""
    words = name.split()
    shorter = " ".join(words[:-1]) if len(words) > 1 and singular(fold(words[-1])) in listed("members") else ""
    matches = find_matches(name) or (find_matches(shorter) if shorter else ())
    return tuple({match.entry.id: match.entry for match in matches if match.entry.kind.kind == ARMED_GROUP}.values())


def _country(area: str, scene: Scene) -> str | None:
    """Give the country of an area that is told by one word for it and nothing else."""
    hits = nations_in(area)
    whole = len(hits) == 1 and (hits[0].first, hits[0].last) == (0, len(words_of(area)))
    return scene.country(hits[0].countries) if whole else None


def _is_later(entry: Entry, year: int | None) -> bool:
    return year is not None and entry.since is not None and year < entry.since - 1


@cache
def _wings() -> dict[str, tuple[str, ...]]:
    """Give the ids of the direct parts of each actor."""
    registry = load_registry()
    found: dict[str, list[str]] = {}
    for actor_id in registry.ids:
        for tie in registry.entry(actor_id).ties:
            if tie.relation == "part_of":
                found.setdefault(tie.other, []).append(actor_id)
    return {whole: tuple(parts) for whole, parts in found.items()}
