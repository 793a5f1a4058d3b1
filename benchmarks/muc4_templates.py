"""One document's account as MUC-4 templates, by the tables in ``muc4.yaml``.

Every violent event that the text tells as done or tried is an incident; those of one type are one template, since MUC-4
has one template for an attack with all that it did. Actors are organisations where the registry knows them or by the
last word of their phrase, else individuals; recipients are targets where the codebook calls their category a thing, and
victims where they are named persons, the only ones that the published form keeps.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import yaml

from benchmarks.template_scoring import Template, normalised
from vedette.codebook import load_codebook
from vedette.records import Account, ActorValue, Assertion, Certainty, Event, EventType, Role, Span, Stance

STANCES = frozenset({Stance.ACTUAL, Stance.ATTEMPTED, Stance.ALLEGED})
SURE_EVENT = 0.6
SURE = {"PerpInd": 0.7, "PerpOrg": 0.6, "Target": 0.4, "Victim": 0.7, "Weapon": 0.6}


@functools.cache
def mapping() -> dict[str, Any]:
    """Read the tables."""
    tables: dict[str, Any] = yaml.safe_load(Path(__file__).with_name("muc4.yaml").read_text(encoding="utf-8"))
    return tables


def as_templates(account: Account) -> list[Template]:
    """Write what a document tells as templates, one for each incident type."""
    by_type: dict[str, list[Event]] = {}
    for event in account.events:
        if event.type is EventType.ASSAULT and event.stance in STANCES and event.confidence >= SURE_EVENT:
            by_type.setdefault(incident_type(event), []).append(event)
    templates = []
    for name, events in by_type.items():
        roles: dict[str, list[str]] = {}
        for event in events:
            for role, words in fillers(event):
                roles.setdefault(role, []).append(words)
        templates.append(Template(name, {role: [[words] for words in distinct(told)] for role, told in roles.items()}))
    return templates


def incident_type(event: Event) -> str:
    """Name an event's incident type: by the words of its triggers, else by its mode."""
    words = " ".join(trigger.text.lower() for trigger in event.triggers)
    types = mapping()["types"]
    for name, table in types.items():
        if event.mode in table["modes"]:
            return str(name)
    for name, table in types.items():
        if any(stem in words for stem in table.get("words", ())):
            return str(name)
    return "attack"


def fillers(event: Event) -> Iterator[tuple[str, str]]:
    """Give an event's fillers: the MUC-4 role and the words."""
    for assertion in event.assertions:
        span = assertion.value.spans[0] if assertion.value.spans else None
        if span is not None and any(map(str.isalpha, span.text)):
            found = _roles(assertion, span)
            yield from ((role, words) for role, words in found if assertion.confidence >= SURE[role])


def _roles(assertion: Assertion, span: Span) -> Iterator[tuple[str, str]]:
    value = assertion.value
    if assertion.role is Role.WEAPON:
        yield "Weapon", span.text
    elif not isinstance(value, ActorValue):
        return
    elif assertion.role is Role.ACTOR and assertion.certainty is not Certainty.DENIED:
        yield from perpetrators(value, span.text)
    elif assertion.role is Role.RECIPIENT and value.category in _things():
        yield "Target", span.text
    elif assertion.role is Role.RECIPIENT and value.kind == "person":
        yield "Victim", without_title(span.text)


_MEMBERS_OF = re.compile(r"\b(?:of|from) (?:the )?(?=\S)")


def perpetrators(value: ActorValue, words: str) -> Iterator[tuple[str, str]]:
    """Tell an actor as an organisation, or as individuals and the organisation that they are said to be of."""
    if is_organisation(words) or value.actor_id:
        yield "PerpOrg", words
        return
    yield "PerpInd", words
    *_, last = _MEMBERS_OF.split(words, maxsplit=1)
    if last != words and is_organisation(last):
        yield "PerpOrg", last


def without_title(words: str) -> str:
    """Take the titles and offices from before a name: "ambassador lia calderon" → "lia calderon"."""
    told = words.split()
    after = max((at + 1 for at, word in enumerate(told[:-1]) if word.lower() in mapping()["titles"]), default=0)
    return " ".join(told[after:])


@functools.cache
def _things() -> frozenset[str]:
    return frozenset(category.name for category in load_codebook().categories if category.thing)


_HEAD_ENDS = re.compile(r"\s(?:of|in|from|for|at|who|that|\()\b|\s\(|,")


def is_organisation(words: str) -> bool:
    """Tell whether an actor's phrase names an organisation, by the last word of its head."""
    head = _HEAD_ENDS.split(words.lower(), maxsplit=1)[0].split()
    return bool(head) and head[-1] in mapping()["organisations"]


def distinct(told: Iterable[str]) -> list[str]:
    """Keep one phrase for each entity: of phrases whose words are all in another, the first that was told."""
    kept: list[str] = []
    for phrase in told:
        words = set(normalised(phrase).split())
        if words and not any(words <= (other := set(normalised(it).split())) or other <= words for it in kept):
            kept.append(phrase)
    return kept
