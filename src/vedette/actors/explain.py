"""Shows how one phrase is read: for a person who wonders why, and for the command line."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from vedette.actors.index import find_matches
from vedette.actors.nations import Surroundings, tokens_of
from vedette.actors.phrase import take_apart
from vedette.actors.registry import Entry, load_registry
from vedette.actors.resolve import read_actors
from vedette.records import ActorValue, Document, Span


@dataclass(frozen=True, slots=True)
class Explanation:
    """What `phrase` was read as and `why`, in words.

    `entry` is the registry's where it was resolved. `matches` are the ids that the name has in the registry, each with
    the label that fits and whose it is; `countries` are those that the context speaks of, each with its share, 0 to 1.
    """

    phrase: str
    value: ActorValue
    why: str
    name: str
    matches: tuple[tuple[str, str, str], ...]
    countries: tuple[tuple[str, float], ...]
    entry: Entry | None


def explain_actor(phrase: str, context: str = "") -> Explanation:
    """Read `phrase` as it would be read in a document whose text is `context`.

    Where `phrase` stands in `context`, its first place counts; else it is read as if it stood after it.
    """
    text = context if phrase in context else f"{context}\n{phrase}".strip()
    start = text.index(phrase) if context else 0
    digest = hashlib.sha256(text.encode()).hexdigest()
    document = Document(digest[:16], digest, "phrase", "text/plain", text)
    read = read_actors(document, [Span.of(text, start, start + len(phrase))])[0]
    surroundings = Surroundings(tokens_of(text))
    codes = sorted({code for hit in surroundings.hits for code in hit.countries})
    shares = sorted(((code, round(surroundings.share([code]), 3)) for code in codes), key=lambda row: (-row[1], row[0]))
    name = take_apart(phrase).name
    return Explanation(
        phrase=phrase,
        value=read.value,
        why=read.why,
        name=name,
        matches=tuple((match.entry.id, match.label.text, match.label.of) for match in find_matches(name)),
        countries=tuple(shares),
        entry=load_registry().entry(read.value.actor_id) if read.value.actor_id else None,
    )
