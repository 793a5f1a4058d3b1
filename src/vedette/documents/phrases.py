"""The wording that shows a paragraph to be no report: `phrases.yaml`, compiled."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib import resources

from vedette.records import SectionKind


@dataclass(frozen=True, slots=True)
class Wording:
    """The patterns of one kind of section."""

    kind: SectionKind
    most_chars: int
    starts: re.Pattern[str]
    whole: re.Pattern[str]
    holds: re.Pattern[str]

    def fits(self, paragraph: str) -> bool:
        """Tell whether a paragraph is of this kind."""
        if len(paragraph) > 4 * self.most_chars:
            return False
        if self.starts.match(paragraph) or self.whole.fullmatch(paragraph):
            return True
        return len(paragraph) <= self.most_chars and bool(self.holds.search(paragraph))


@cache
def wordings() -> tuple[Wording, ...]:
    """Give the wording of bylines, captions and boilerplate, in the order in which they are tried."""
    import yaml

    table = yaml.safe_load(resources.files(__package__).joinpath("phrases.yaml").read_text(encoding="utf-8"))
    return tuple(
        Wording(
            SectionKind(kind),
            lists["most_chars"],
            _any_of(lists["starts"]),
            _any_of(lists["whole"]),
            _any_of(lists["holds"]),
        )
        for kind, lists in table.items()
    )


def _any_of(patterns: list[str]) -> re.Pattern[str]:
    """Join patterns into one; an empty list fits nothing."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or r"(?!)", re.IGNORECASE)
