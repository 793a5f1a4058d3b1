"""Arguments of gold triggers in another scheme's words: what `wikievents` and `rams` have in common.

A table beside each of them says, by the longest prefix of the name of a type of theirs, which type (and mode, where it
can be told) of ours it is, and which role of theirs each of our roles fills there. The reader is asked with each gold
trigger given. Two figures: ``argument`` wants the arguments whose type and role stand in the table; ``argument.all``
wants every argument of the data, so that what our scheme lacks is wanted and missed.

A span's head is found without a parser, by this rule: the last word before the first comma, bracket, preposition or
relative pronoun, an owner before an 's passed over ("members of the militia" → "members"; "the army's base near
Ardel" → "base"). Heads match where they are the same word at the same place.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from benchmarks.scoring import Tally, interval, match_once, percent
from vedette.reading import ReaderModel, read_document
from vedette.records import Document, EventType, Reading, Role, Span, Trigger

Told = tuple[str, Span]


@dataclass(frozen=True, slots=True)
class GoldEvent:
    """One gold event in the words of its own scheme; `arguments` are roles with their spans."""

    type: str
    trigger: Span
    arguments: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Sort:
    """What one type of theirs is in ours: type, mode where it can be told, and our roles by the name of theirs."""

    type: EventType
    mode: str | None
    roles: Mapping[Role, str]


class Scheme:
    """A table of another scheme's types."""

    def __init__(self, table: Path) -> None:
        """Read the table at `table`."""
        self.sorts: dict[str, Sort] = {}
        for prefix, row in yaml.safe_load(table.read_text(encoding="utf-8")).items():
            kind, _, mode = row["is"].partition("/")
            roles = {Role(ours): theirs for ours, theirs in row["roles"].items()}
            self.sorts[prefix] = Sort(EventType(kind), mode or None, roles)

    def sort_of(self, name: str) -> Sort | None:
        """Give what a type of theirs is in ours, or None where ours has no such type."""
        known = [prefix for prefix in self.sorts if name.lower().startswith(prefix)]
        return self.sorts[max(known, key=len)] if known else None


_WORDS = re.compile(r"[\w’'-]+")
_HEAD_ENDS = re.compile(
    r"\s*[,;:(\[–—]|\s(?:of|in|on|at|from|for|by|with|without|near|to|into|against|between|over|under|who|whom|whose|"
    r"which|that|where|including|after|before|during)\s",
)


def head(span: Span) -> Span:
    """Find the head of a phrase by the rule above; a phrase of no words is its own head."""
    end = _HEAD_ENDS.search(span.text, 1)
    words = list(_WORDS.finditer(span.text, 0, end.start() if end else len(span.text)))
    words = [word for word in words if word.group() not in {"'s", "’s"}]
    if not words:
        return span
    last = words[-1]
    return Span(span.start + last.start(), span.start + last.end(), last.group())


_ALIKE: dict[str, Callable[[Span, Span], bool]] = {
    "head": lambda one, two: head(one) == head(two),
    "exact": lambda one, two: one == two,
    "overlap": lambda one, two: one.overlaps(two),
}


@dataclass(slots=True)
class ArgumentScore:
    """What is counted over documents, by way of matching; `unmapped` names the types that our scheme lacks.

    With `same_sentence` only arguments in the trigger's own sentence are answers, for data that marks no others.
    """

    known: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in _ALIKE})
    all: Tally = field(default_factory=Tally)
    nearest: Tally = field(default_factory=Tally)
    by_role: dict[str, Tally] = field(default_factory=dict)
    documents: list[Tally] = field(default_factory=list)
    modes: Counter[bool] = field(default_factory=Counter)
    same_sentence: bool = False
    unmapped: Counter[str] = field(default_factory=Counter)

    def add(self, document: Document, events: Sequence[GoldEvent], scheme: Scheme, model: ReaderModel) -> None:
        """Read one document with its gold triggers given, and count."""
        sorts = [scheme.sort_of(event.type) for event in events]
        asked = {(event.trigger, sort.type) for event, sort in zip(events, sorts, strict=True) if sort}
        reading = read_document(document, model, sorted(asked)) if asked else Reading(document.id, ())
        read = {(trigger.span, trigger.type): trigger for trigger in reading.triggers}
        of_document = Tally()
        for event, sort in zip(events, sorts, strict=True):
            if sort is None:
                self.unmapped[event.type] += 1
                self.all.add(0, 0, len(event.arguments))
                continue
            trigger = read.get((event.trigger, sort.type))
            if sort.mode:
                self.modes[trigger is not None and trigger.mode == sort.mode] += 1
            within = next((it for it in reading.sentences if self.same_sentence and it.overlaps(event.trigger)), None)
            of_document.add(*self._count(event, sort, list(translated(trigger, sort, within)) if trigger else []))
            guessed = list(nearest_names(document.text, event.trigger, sort))
            self.nearest.add(*_counts(guessed, _wanted(event, sort), "head"))
        self.documents.append(of_document)

    def _count(self, event: GoldEvent, sort: Sort, given: Sequence[Told]) -> tuple[int, int, int]:
        wanted = _wanted(event, sort)
        for name in _ALIKE:
            self.known[name].add(*_counts(given, wanted, name))
        right, _, _ = counts = _counts(given, wanted, "head")
        self.all.add(right, len(given), len(event.arguments))
        for role in dict.fromkeys(role for role, _ in (*given, *wanted)):
            ours, gold = ([it for it in side if it[0] == role] for side in (given, wanted))
            self.by_role.setdefault(role, Tally()).add(*_counts(ours, gold, "head"))
        return counts

    def figures(self) -> dict[str, Any]:
        """Give the figures: ``argument`` by head, ``exact`` and ``overlap`` beside it, ``all`` by head."""
        argument: dict[str, Any] = self.known["head"].figures() | {"interval": list(interval(self.documents))}
        argument |= {name: self.known[name].figures() for name in ("exact", "overlap")}
        argument["all"] = self.all.figures()
        argument["by_role"] = {role: tally.figures()["f1"] for role, tally in sorted(self.by_role.items())}
        return {
            "argument": argument,
            "mode": percent(self.modes[True], self.modes.total()),
            "types_that_ours_lack": dict(self.unmapped.most_common()),
            "baseline": {
                "argument": self.nearest.figures()["f1"],
                "what": "nearest names: actor before, recipient after",
            },
        }


def _wanted(event: GoldEvent, sort: Sort) -> list[Told]:
    known = frozenset(sort.roles.values())
    return list(dict.fromkeys((role, span) for role, span in event.arguments if role in known))


def _counts(given: Sequence[Told], wanted: Sequence[Told], how: str) -> tuple[int, int, int]:
    alike = _ALIKE[how]
    pairs = match_once(given, wanted, lambda i, j: given[i][0] == wanted[j][0] and alike(given[i][1], wanted[j][1]))
    return len(pairs), len(given), len(wanted)


def translated(trigger: Trigger, sort: Sort, within: Span | None = None) -> Iterator[Told]:
    """Give a trigger's arguments in their roles, those that the type has; only those `within` a sentence if given."""
    told = (it for it in trigger.arguments if it.role in sort.roles and (within is None or it.span.overlaps(within)))
    yield from dict.fromkeys((sort.roles[it.role], it.span) for it in told)


_NAME = re.compile(r"\b[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)*")


def nearest_names(text: str, trigger: Span, sort: Sort) -> Iterator[Told]:
    """Guess the nearest capitalised words before the trigger as actor and after it as recipient: the baseline."""
    before = list(_NAME.finditer(text, max(0, trigger.start - 300), trigger.start))
    after = _NAME.search(text, trigger.end, trigger.end + 300)
    for role, name in ((Role.ACTOR, before[-1] if before else None), (Role.RECIPIENT, after)):
        if name and role in sort.roles:
            yield sort.roles[role], Span.of(text, *name.span())
