"""Scoring of templates: a type, and for each role its entities, each a list of mention strings.

Two published measures. *CEAF-REE* as the evaluation of GTT (Du et al. 2021) computes it: in each document the templates
are paired one to one so that the document's micro F1 is highest; only templates of one type pair; a paired type is
right; an entity is right where all its given mentions are mentions of one gold entity of its role. As there, several
given entities may be right by the same gold entity. *CEAF-RME* (Chen et al. 2023, φ3) counts mentions: templates, and
within them entities, are paired one to one so that the most mentions of the same type and role are shared; types
themselves count nothing. Strings are compared in lower case without punctuation and articles.

Two deviations, of no weight on the published data: ties between pairings fall to the more right, not to the first
found; a gold template of several types ("bombing / attack") counts its mentions once in CEAF-RME.
"""

from __future__ import annotations

import re
import string
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from benchmarks.scoring import best_assignment, percent

ROLES = ("PerpInd", "PerpOrg", "Target", "Victim", "Weapon")
TYPE = "incident_type"

Entity = Sequence[str]


@dataclass(frozen=True, slots=True)
class Template:
    """One incident: its type (gold: perhaps several, parted by " / ") and the entities in each role."""

    type: str
    roles: Mapping[str, Sequence[Entity]]

    def entities(self, role: str) -> list[frozenset[str]]:
        """Give a role's entities as sets of normalised mentions; empty ones are left out."""
        found = (frozenset(filter(None, map(normalised, entity))) for entity in self.roles.get(role, ()))
        return [entity for entity in found if entity]


_ARTICLES = re.compile(r"\b(?:a|an|the)\b")
_PUNCTUATION = str.maketrans("", "", string.punctuation)


def normalised(text: str) -> str:
    """Write a mention as it is compared."""
    return " ".join(_ARTICLES.sub(" ", text.lower().translate(_PUNCTUATION)).split())


@dataclass(slots=True)
class Shares:
    """Right of those given, and right of those wanted: the two differ where several are right by the same one."""

    right_given: int = 0
    given: int = 0
    right_wanted: int = 0
    wanted: int = 0

    def add(self, other: Shares) -> None:
        """Count more."""
        self.right_given += other.right_given
        self.given += other.given
        self.right_wanted += other.right_wanted
        self.wanted += other.wanted

    def figures(self) -> dict[str, float]:
        """Give precision, recall and F1 in percent."""
        precision = self.right_given / self.given if self.given else 0.0
        recall = self.right_wanted / self.wanted if self.wanted else 0.0
        return {
            "f1": percent(2 * precision * recall, precision + recall),
            "precision": percent(precision, 1),
            "recall": percent(recall, 1),
            "wanted": self.wanted,
        }


@dataclass(slots=True)
class ReeScore:
    """CEAF-REE over documents, by role and with the type."""

    shares: dict[str, Shares] = field(default_factory=lambda: {name: Shares() for name in (TYPE, *ROLES)})

    def add(self, given: Sequence[Template], wanted: Sequence[Template]) -> None:
        """Count one document."""
        for name, shares in score_document(given, wanted).items():
            self.shares[name].add(shares)

    def figures(self) -> dict[str, dict[str, float]]:
        """Give the figures of each role, of the type, and of all together (``micro``)."""
        micro = Shares()
        for shares in self.shares.values():
            micro.add(shares)
        return {"micro": micro.figures(), **{name: shares.figures() for name, shares in self.shares.items()}}


def score_document(given: Sequence[Template], wanted: Sequence[Template]) -> dict[str, Shares]:
    """Score one document by CEAF-REE, under the pairing of templates that is best for it."""
    result = {name: Shares() for name in (TYPE, *ROLES)}
    for templates, side in ((given, "given"), (wanted, "wanted")):
        for template in templates:
            for name in (TYPE, *ROLES):
                count = 1 if name == TYPE else len(template.entities(name))
                setattr(result[name], side, getattr(result[name], side) + count)
    for i, j in _best_pairing(given, wanted):
        for name, (right_given, right_wanted) in _right(given[i], wanted[j]).items():
            result[name].right_given += right_given
            result[name].right_wanted += right_wanted
    return result


def _right(given: Template, wanted: Template) -> dict[str, tuple[int, int]]:
    """Count what is right, by role, where these two templates are paired."""
    right = {TYPE: (1, 1)}
    for role in ROLES:
        ours, theirs = given.entities(role), wanted.entities(role)
        right[role] = (
            sum(any(one <= other for other in theirs) for one in ours),
            sum(any(one <= other for one in ours) for other in theirs),
        )
    return right


Pairing = tuple[tuple[int, int], ...]


def _best_pairing(given: Sequence[Template], wanted: Sequence[Template]) -> Pairing:
    """Find the pairing with the highest micro F1 among all that are not worse than another in both counts."""
    states: dict[int, dict[tuple[int, int], Pairing]] = {0: {(0, 0): ()}}
    for i, template in enumerate(given):
        grown = {taken: dict(found) for taken, found in states.items()}
        for j, other in enumerate(wanted):
            if template.type not in other.type:
                continue
            gains = _right(template, other).values()
            gain = sum(gain for gain, _ in gains), sum(gain for _, gain in gains)
            for taken, found in states.items():
                if not taken & 1 << j:
                    into = grown.setdefault(taken | 1 << j, {})
                    for (a, b), pairing in found.items():
                        into.setdefault((a + gain[0], b + gain[1]), (*pairing, (i, j)))
        states = {taken: _undominated(found) for taken, found in grown.items()}
    everything = [sum(1 + sum(len(t.entities(role)) for role in ROLES) for t in side) for side in (given, wanted)]

    def goodness(found: tuple[tuple[int, int], Pairing]) -> tuple[float, int]:
        (a, b), _ = found
        precision, recall = a / max(1, everything[0]), b / max(1, everything[1])
        return (2 * precision * recall / (precision + recall) if a and b else 0.0), a + b

    return max((item for found in states.values() for item in found.items()), key=goodness)[1]


def _undominated(found: dict[tuple[int, int], Pairing]) -> dict[tuple[int, int], Pairing]:
    return {
        one: pairing
        for one, pairing in found.items()
        if not any(other != one and other[0] >= one[0] and other[1] >= one[1] for other in found)
    }


@dataclass(slots=True)
class RmeScore:
    """CEAF-RME (φ3) over documents."""

    shared: int = 0
    given: int = 0
    wanted: int = 0

    def add(self, given: Sequence[Template], wanted: Sequence[Template]) -> None:
        """Count one document."""
        alike = [[_shared_mentions(one, other) for other in wanted] for one in given]
        self.shared += round(best_assignment(alike))
        for templates, side in ((given, "given"), (wanted, "wanted")):
            count = sum(len(entity) for template in templates for role in ROLES for entity in template.entities(role))
            setattr(self, side, getattr(self, side) + count)

    def figures(self) -> dict[str, float]:
        """Give precision, recall and F1 in percent."""
        return {
            "f1": percent(2 * self.shared, self.given + self.wanted),
            "precision": percent(self.shared, self.given),
            "recall": percent(self.shared, self.wanted),
            "wanted": self.wanted,
        }


def _shared_mentions(given: Template, wanted: Template) -> float:
    if given.type not in wanted.type.split(" / "):
        return 0.0
    return sum(
        best_assignment([[len(one & other) for other in wanted.entities(role)] for one in given.entities(role)])
        for role in ROLES
    )
