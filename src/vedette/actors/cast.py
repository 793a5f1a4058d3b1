"""The names of one document: which of them it introduces as one, and which short form stands for which full name."""

from __future__ import annotations

import re
from collections.abc import Iterable

from vedette.actors.introduced import Introduced
from vedette.actors.wording import acronym_key, content_words, fold, is_acronym

# "the Jund al-Sharq group" is Jund al-Sharq; "Support Group" with a capital is a part of the name
_ITS_KIND = re.compile(r"(?<=\w) (?:group|movement|faction|organi[sz]ation|militia|network|outfit|sect|coalition)$")


def name_key(name: str) -> str:
    """Give the key under which two spellings of a name are one: acronyms keep their case, other names do not."""
    name = _ITS_KIND.sub("", name)
    return f"^{acronym_key(name)}" if is_acronym(name) else fold(name).removeprefix("the ")


class Cast:
    """Groups of names that one document uses for one and the same actor."""

    def __init__(self, pairs: Iterable[Introduced]) -> None:
        """Join the names of each introduced pair, and pairs that share a name."""
        self._group: dict[str, list[str]] = {}
        self._armed: set[str] = set()
        for pair in pairs:
            self.join(pair.name, pair.alias)

    def join(self, name: str, alias: str) -> None:
        """Make `alias` a name of the actor that `name` stands for; the fuller name first."""
        first = self._group.get(name_key(name), [name])
        second = self._group.get(name_key(alias), [alias])
        if first is second:
            return
        joined = first + [other for other in second if other not in first]
        for other in joined:
            self._group[name_key(other)] = joined

    def names(self, name: str) -> tuple[str, ...]:
        """Give all names that the document uses for the actor called `name`, `name` itself if it is the only one."""
        return tuple(self._group.get(name_key(name), (name,)))

    def knows(self, name: str) -> bool:
        """Tell whether the document gives `name` another name."""
        return name_key(name) in self._group

    def fullest(self, name: str) -> str:
        """Give the shared name of the actor called `name`: the longest that is no acronym, the first of equals."""
        return max(self.names(name), key=lambda other: (not is_acronym(other), len(other)))

    def shorten(self, names: Iterable[str]) -> None:
        """Join each short form among `names` ("Front", "Zankey") to the one fuller name that has its words."""
        distinct = list(dict.fromkeys(names))
        words = {name: frozenset(content_words(fold(name))) for name in distinct}
        for short in distinct:
            own = words[short]
            if not own or len(own) > 2 or is_acronym(short) or self.knows(short):
                continue
            fuller = {self.fullest(name) for name in distinct if own < words[name] and not _listed_with(short, name)}
            if len(fuller) == 1:
                self.join(next(iter(fuller)), short)

    def arm(self, name: str) -> None:
        """Keep that the document speaks of `name` as of an armed group ("the rebel Front", "Front fighters")."""
        self._armed.update(name_key(other) for other in self.names(name))

    def armed(self, name: str) -> bool:
        """Tell whether the document speaks of `name` as of an armed group."""
        return any(name_key(other) in self._armed for other in self.names(name))


def _listed_with(short: str, name: str) -> bool:
    """Tell whether `name` only lists `short` beside others: "Kiapen" in "Kiapen and Tarua lines"."""
    word = re.escape(short)
    return re.search(rf"\b{word} and\b|\band {word}\b", name) is not None
