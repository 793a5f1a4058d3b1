"""The pattern layer: rules over tokens, written as short patterns, and the search for the longest that fits.

A pattern is a row of items parted by spaces: `word` is that word, `CATEGORY` a category of the lexicon or a reader,
`a|b` either; `name:` before an item hands its meaning to the rule's function, `?` after it makes it optional,
`~` before it demands that no space stands before it. A reader takes several tokens ("twenty-five").
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from vedette.dates.expressions import Expression
from vedette.dates.tokens import Token

Reader = Callable[["Reading", int], Iterator[tuple[Any, int]]]
Build = Callable[..., Expression | None]

_PLACE = frozenset({"reading", "first", "last"})


@dataclass(frozen=True, slots=True)
class Found:
    """An expression that stands in tokens `first` to `last` (exclusive), and the rule that found it."""

    first: int
    last: int
    expression: Expression
    rule: str


@dataclass(slots=True)
class Reading:
    """One text's tokens, with what has been parsed at each position (each is parsed once)."""

    text: str
    tokens: list[Token]
    memo: dict[tuple[str, int], tuple[Found, ...]] = field(default_factory=dict)
    lower_case: bool = False


@dataclass(frozen=True, slots=True)
class Item:
    """One item of a pattern."""

    choices: tuple[str, ...]
    name: str | None
    optional: bool
    glued: bool


@dataclass(frozen=True, slots=True, eq=False)  # compared by identity: rules are looked up very often
class Rule:
    """A pattern, what to make of it, and the name it is explained by."""

    name: str
    items: tuple[Item, ...]
    build: Build
    looks: frozenset[str]


@dataclass(slots=True, eq=False)
class Step:
    """An item made ready for matching: its choices sorted by kind, and every key that a token may fit it by."""

    name: str | None
    optional: bool
    glued: bool
    words: frozenset[str]
    categories: tuple[str, ...]
    readers: tuple[tuple[Reader, frozenset[str]], ...]
    layers: tuple[str, ...]
    starts: frozenset[str]


@dataclass(slots=True, eq=False)
class Ready:
    """A rule made ready for matching."""

    rule: Rule
    steps: tuple[Step, ...]
    starts: frozenset[str]


def _parse_item(raw: str) -> Item:
    optional, raw = raw.endswith("?"), raw.removesuffix("?")
    name, colon, rest = raw.partition(":")
    if not colon:
        name, rest = "", raw
    glued, rest = rest.startswith("~"), rest.removeprefix("~")
    return Item(tuple(rest.split("|")), name or None, optional, glued)


class Grammar:
    """A set of rules in layers; a layer's name in a pattern stands for any expression of that layer."""

    def __init__(self) -> None:
        self.readers: dict[str, tuple[Reader, frozenset[str]]] = {}
        self.layers: dict[str, list[Rule]] = {}
        self._index: dict[str, dict[str, list[Ready]]] = {}
        self._known: frozenset[str] = frozenset()
        self._lone: frozenset[str] = frozenset()
        self._inside: set[str] = set()

    def reader(self, name: str, starts: str, inside: str = "") -> Callable[[Reader], Reader]:
        """Register a reader.

        `starts` names the categories, words or `#` (digits) that it may begin with, `inside` the words that may
        follow one of those words.
        """

        def register(function: Reader) -> Reader:
            self.readers[name] = (function, frozenset(starts.split()))
            self._inside |= set(inside.split())
            return function

        return register

    def rule(self, layer: str, name: str, *patterns: str) -> Callable[[Build], Build]:
        """Register a rule; a function that names `reading`, `first` or `last` is given them, to look around."""

        def register(build: Build) -> Build:
            looks = _PLACE.intersection(inspect.signature(build).parameters)
            for pattern in patterns:
                items = tuple(_parse_item(raw) for raw in pattern.split())
                self.layers.setdefault(layer, []).append(Rule(name, items, build, looks))
            self._index.clear()
            self._known = self._lone = frozenset()
            return build

        return register

    def starts_of(self, choice: str) -> frozenset[str]:
        """Give the keys of a token that an item's choice may begin with."""
        if choice in self.readers:
            return self.readers[choice][1]
        if choice in self.layers:
            return frozenset(key for rule in self.layers[choice] for key in self._rule_starts(rule))
        return frozenset({choice})

    def _item_starts(self, item: Item) -> frozenset[str]:
        return frozenset(key for choice in item.choices for key in self.starts_of(choice))

    def _rule_starts(self, rule: Rule) -> frozenset[str]:
        starts: set[str] = set()
        for item in rule.items:
            starts |= self._item_starts(item)
            if not item.optional:
                break
        return frozenset(starts)

    def _ready(self, rule: Rule) -> Ready:
        steps = tuple(
            Step(
                name=item.name,
                optional=item.optional,
                glued=item.glued,
                words=frozenset(choice for choice in item.choices if choice not in self.readers | self.layers),
                categories=tuple(choice for choice in item.choices if choice.isupper() or choice == "#"),
                readers=tuple(self.readers[choice] for choice in item.choices if choice in self.readers),
                layers=tuple(choice for choice in item.choices if choice in self.layers),
                starts=self._item_starts(item),
            )
            for item in rule.items
        )
        return Ready(rule, steps, self._rule_starts(rule))

    def _all_words(self) -> frozenset[str]:
        """Give every word that stands in any pattern, or that a reader may begin with."""
        rules = [rule for held in self.layers.values() for rule in held]
        words = {choice for rule in rules for item in rule.items for choice in item.choices}
        return frozenset(words | self._inside).union(*(starts for _, starts in self.readers.values()))

    def _lone_words(self) -> frozenset[str]:
        """Give every word that can be all of an expression."""
        rules = [rule for held in self.layers.values() for rule in held]
        alone = [rule for rule in rules if sum(not item.optional for item in rule.items) <= 1]
        return frozenset(choice for rule in alone for item in rule.items for choice in item.choices)

    def index(self, layer: str) -> dict[str, list[Ready]]:
        """Give the layer's rules by the keys that they may begin with."""
        index = self._index.get(layer)
        if index is None:
            index = {}
            for ready in map(self._ready, self.layers[layer]):
                for key in sorted(ready.starts):
                    index.setdefault(key, []).append(ready)
            self._index[layer] = index
            self._known = self._known or self._all_words()
            self._lone = self._lone or self._lone_words()
        return index

    def can_begin(self, layer: str, reading: Reading, first: int) -> bool:
        """Tell, cheaply, whether a layer could find anything here: most words of a text are in no pattern."""
        token = reading.tokens[first]
        index = self.index(layer)
        if token.keys:
            return True
        if token.lower not in index:
            return False
        follower = reading.tokens[first + 1] if first + 1 < len(reading.tokens) else None
        if follower is None or follower.keys or follower.lower in self._known:
            return True
        return token.lower in self._lone

    def parse(self, layer: str, reading: Reading, first: int) -> tuple[Found, ...]:
        """Give what a layer finds from token `first` on, the longest first, one for each end."""
        key = (layer, first)
        known = reading.memo.get(key)
        if known is not None:
            return known
        if first >= len(reading.tokens):
            return ()
        token = reading.tokens[first]
        index = self.index(layer)
        candidates: list[Ready] = list(index.get(token.lower, ()))
        for category in token.keys:
            candidates += index.get(category, ())
        if not candidates:
            reading.memo[key] = ()
            return ()
        reading.memo[key] = ()  # a layer that reaches itself again at the same token finds nothing there
        ends: dict[int, Found] = {}
        for ready in dict.fromkeys(candidates):
            for found in self._apply(ready, reading, first):
                ends.setdefault(found.last, found)
        result = tuple(ends[last] for last in sorted(ends, reverse=True))
        reading.memo[key] = result
        return result

    def _apply(self, ready: Ready, reading: Reading, first: int) -> Iterator[Found]:
        rule = ready.rule
        for captures, last in self._match(ready.steps, 0, reading, first, {}):
            if last == first:
                continue
            place = {"reading": reading, "first": first, "last": last}
            expression = rule.build(**captures, **{name: place[name] for name in rule.looks})
            if expression is not None:
                yield Found(first, last, expression, rule.name)

    def _match(
        self, steps: tuple[Step, ...], at: int, reading: Reading, position: int, captures: dict[str, Any]
    ) -> Iterator[tuple[dict[str, Any], int]]:
        while at < len(steps):
            step = steps[at]
            if self._may_start(step, reading, position):
                break
            if not step.optional:
                return
            at += 1
        else:
            yield captures, position
            return
        for meaning, after in self._match_step(step, reading, position):
            taken = {**captures, step.name: meaning} if step.name else captures
            yield from self._match(steps, at + 1, reading, after, taken)
        if step.optional:
            yield from self._match(steps, at + 1, reading, position, captures)

    def _may_start(self, step: Step, reading: Reading, position: int) -> bool:
        if position >= len(reading.tokens):
            return False
        token = reading.tokens[position]
        if step.glued and not token.glued:
            return False
        return token.lower in step.starts or (bool(token.keys) and not step.starts.isdisjoint(token.keys))

    def _match_step(self, step: Step, reading: Reading, position: int) -> Iterator[tuple[Any, int]]:
        token = reading.tokens[position]
        if token.lower in step.words:
            yield token.lower, position + 1
        for category in step.categories:
            if category in token.keys:
                yield token.keys[category], position + 1
        for function, starts in step.readers:
            if token.lower in starts or not starts.isdisjoint(token.keys):
                yield from function(reading, position)
        for layer in step.layers:
            for found in self.parse(layer, reading, position):
                yield found.expression, found.last
