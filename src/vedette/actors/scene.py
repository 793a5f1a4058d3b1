"""What is the same for all phrases of one document, and what one phrase was read as."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vedette.actors.cast import Cast
from vedette.actors.nations import Surroundings
from vedette.actors.registry import Entry, Registry
from vedette.records import ActorCandidate, ActorValue, Span

GENERIC = "generic"
PERSON = "person"
ARMED_GROUP = "armed-group"
_AT_HOME = frozenset({"worker", "civilian", "student", "child", "teacher", "religious", "medical"})


@dataclass(frozen=True, slots=True)
class Read:
    """What one phrase was read as, and why, in words."""

    value: ActorValue
    why: str


@dataclass(frozen=True, slots=True)
class Scene:
    """The registry, the document's countries and names, its text, the year it was published, if known.

    `caseless` tells that the text had no capitals of its own.
    """

    registry: Registry
    surroundings: Surroundings
    cast: Cast
    text: str
    year: int | None
    caseless: bool = False

    def listed(self, ids: Sequence[str], score: float = 0.5) -> tuple[ActorCandidate, ...]:
        """Give registry actors as candidates of one score."""
        return tuple(ActorCandidate(actor, self.registry.entry(actor).name, score) for actor in ids)

    def country(self, countries: Sequence[str]) -> str | None:
        """Give the one country that a word ("Congolese") means in this document, None where that is not clear."""
        if len(countries) < 2:
            return countries[0] if countries else None
        shares = sorted(((self.surroundings.share([code]), code) for code in countries), reverse=True)
        return shares[0][1] if shares[0][0] >= 2 * shares[1][0] and shares[0][0] > 0 else None

    def organ_id(self, organ: str, country: str) -> str:
        """Give the actor that is this organ of this country, the state itself for its government."""
        state = f"state:{country.lower()}"
        return state if self.registry.tables["organs"][organ]["state"] else f"{state}:{organ}"

    def home_or_foreign(self, country: str | None, category: str | None, span: Span) -> str | None:
        """Make a worker or civilian of another country than the one that the words nearby name a foreign national."""
        if country is None or category not in _AT_HOME:
            return category
        near = self.surroundings.places_near(span.start, span.end)
        if near:
            return category if near == (country,) else "foreign-national"
        return category if self.surroundings.home == country else "foreign-national"


def of_words(span: Span, name: str, told: tuple[str | None, str | None, str | None] = (None, None, None)) -> ActorValue:
    """Give a value that has the words and, in `told`, kind, sector and category."""
    kind, sector, category = told
    return ActorValue(name, None, kind, sector, category, None, (span,))


def of_entry(entry: Entry, span: Span, label_of: str | None) -> ActorValue:
    """Give the value that a registry actor is; a group at home in several countries has no one country."""
    kind = entry.kind
    alone = len(entry.countries) == 1 or kind.kind in ("state", "media")
    country = entry.countries[0] if entry.countries and alone else None
    return ActorValue(entry.name, entry.id, kind.kind, kind.sector, kind.category, country, (span,), label_of=label_of)
