"""An explanation for the terminal, readable with and without colour."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from vedette.order import Order
from vedette.records import ActorValue, Event, Role, Stance
from vedette.views.chain import word_voices
from vedette.views.explanation import Explanation, Statement
from vedette.views.labels import (
    BASES,
    CERTAINTIES,
    ROLES,
    STANCE_MARKS,
    STANCES,
    UNKNOWN,
    WORDS_ON_DEEDS,
    name_happening,
)
from vedette.views.passage import Passage, clean_text, cut_passage
from vedette.views.wording import per_cent

if TYPE_CHECKING:
    from rich.console import Console, ConsoleOptions, Group, RenderResult
    from rich.padding import Padding

LEFT, RIGHT = "»", "«"  # around the words where the terminal cannot underline
LOSERS_SHOWN = 5
NOBODY = re.compile(r"(?:no|none|nobody|neither)\b", re.IGNORECASE)


class PassageLine:
    """A sentence with its words in colour, or between marks where colour cannot be shown; a headline is named one."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        """Yield the sentence, indented."""
        from rich.padding import Padding
        from rich.text import Text

        colourless = console.color_system is None
        left, right = ('"*', '*"') if options.ascii_only else (LEFT, RIGHT)
        page = f"p. {self._passage.page}  " if self._passage.page is not None else ""
        section = f"{self._passage.section.value.replace('-', ' ')}: " if self._passage.section else ""
        line = Text(page + section, style="dim")
        for piece in cut_passage(self._passage):
            if not piece.marked:
                line.append(piece.text, style="not dim")
            elif colourless:
                line.append(f"{left}{piece.text}{right}")
            else:
                line.append(piece.text, style="bold underline yellow not dim")
        yield Padding(line, (0, 0, 0, 4))


def render_explanation(explanation: Explanation) -> Group:
    """Lay an explanation out for a rich console: the event, then value by value."""
    from rich.console import Group

    return Group(
        *_head(explanation),
        *(part for statement in explanation.statements for part in _statement(explanation, statement)),
        *_claims(explanation),
        *_series(explanation),
        *_in_time(explanation),
        *_codings(explanation),
    )


def _head(explanation: Explanation) -> Iterable[Padding | PassageLine]:
    event = explanation.event
    yield _line(
        (explanation.title, "bold"),
        (f"  {STANCE_MARKS[event.stance]} {STANCES[event.stance]}", "bold red" if _unreal(explanation) else "green"),
        ("  background" if event.background else "", "dim"),
        (f"  {per_cent(event.confidence)}% sure", "dim"),
        (f"  {event.id}", "dim"),
    )
    yield _line((f"in {explanation.document.name}", "dim"), indent=2)
    if explanation.deed is not None:
        yield _line((f"about event {explanation.deed.id}", ""), indent=2)
    yield from (PassageLine(passage) for passage in explanation.happening)
    for chain in explanation.voices:
        yield _line(("said by ", "dim"), (word_voices(chain), ""), indent=4)


def _statement(explanation: Explanation, statement: Statement) -> Iterable[Padding | PassageLine]:
    yield _line(("", ""))
    yield _line(
        (f"{ROLES[statement.role]}: ", "cyan"),
        (statement.words, "bold"),
        (f" ({statement.of})" if statement.of else "", ""),
        (f"  {CERTAINTIES[statement.certainty]}" if statement.certainty else "", "magenta"),
        (f"  {per_cent(statement.confidence)}% sure", "dim"),
    )
    yield from (PassageLine(passage) for passage in statement.passages)
    yield _line(("said by ", "dim"), (word_voices(statement.voices), ""), indent=4)
    grounds = [statement.precision, BASES[statement.basis] if statement.basis else "", statement.why]
    if any(grounds):
        yield _line(("; ".join(ground for ground in grounds if ground), "dim"), indent=4)
    if statement.part_of is not None:
        yield _line((f"part of {explanation.statements[statement.part_of].words}", "dim"), indent=4)
    for rival in statement.rivals:
        other = explanation.statements[rival]
        yield _line(("against ", "red"), (f"{other.words}, says {word_voices(other.voices)}", ""), indent=4)
    for loser in statement.losers[:LOSERS_SHOWN]:
        yield _line((f"not {loser.name}: {loser.why}", "dim"), indent=4)


def _claims(explanation: Explanation) -> Iterable[Padding | PassageLine]:
    """Yield what is claimed or denied of the event, or that nobody claims it."""
    for held in explanation.claims:
        yield _line(("", ""))
        yield _line(
            (f"{WORDS_ON_DEEDS[held.word.kind]}: ", "cyan"),
            (_who(held.event), "bold"),
            (f"  {held.event.id}  [{held.word.rule}]", "dim"),
        )
        yield from (PassageLine(passage) for passage in held.passages)


def _who(event: Event) -> str:
    """Name who claims or denies; "no group", or no word of anyone, that does not claim is anybody."""
    values = [one.value for one in event.in_role(Role.ACTOR) if isinstance(one.value, ActorValue)]
    if event.stance is Stance.NEGATED and all(NOBODY.match(span.text) for value in values for span in value.spans):
        return "anybody"
    return ", ".join(dict.fromkeys(value.name for value in values)) or UNKNOWN


def _series(explanation: Explanation) -> Iterable[Padding]:
    """Yield the parts of a series, and the series that the event is part of."""
    for label, held in (("Its parts", explanation.parts), ("Part of", explanation.part_of)):
        if held:
            yield _line()
            yield _line((label, "cyan"))
        for other, part in held:
            words = " … ".join(span.text for span in part.spans)
            yield _line(
                (name_happening(other.type, other.mode), "bold"),
                (f" “{other.triggers[0].text}”", ""),
                (f"  by “{words}”  {other.id}  [{part.rule}]", "dim"),
                indent=2,
            )


def _in_time(explanation: Explanation) -> Iterable[Padding | PassageLine]:
    """Yield what the event came before and after, and the days that this leaves."""
    for held in explanation.order:
        other = held.other
        yield _line(("", ""))
        yield _line(
            ("After: " if held.after else "Before: ", "cyan"),
            (name_happening(other.type, other.mode), "bold"),
            (f" “{other.triggers[0].text}”  {_days_between(held.order)}{other.id}  [{held.order.rule}]", "dim"),
        )
        yield from (PassageLine(passage) for passage in held.passages)
    bounds = explanation.bounds
    if bounds is not None:
        first = f"not before {bounds.from_.isoformat()}" if bounds.from_ else ""
        last = f"not after {bounds.to.isoformat()}" if bounds.to else ""
        told = " (the day of publication)" if bounds.published else ""
        yield _line(
            (f"no date is told; by this order {', '.join(part for part in (first, last) if part)}{told}", "dim"),
            indent=4,
        )


def _days_between(order: Order) -> str:
    if order.most is None:
        return f"by {order.least} days or more  " if order.least else ""
    return f"by {order.least} days  " if order.least == order.most else f"by {order.least} to {order.most} days  "


def _codings(explanation: Explanation) -> Iterable[Padding]:
    """Yield the event in other codebooks' words, each with the rule that gave it, then the rules that could not."""
    if not explanation.codings:
        return
    yield _line()
    yield _line(("In other codebooks", "cyan"))
    for coding in explanation.codings:
        if coding.value is None:
            continue
        which = "" if coding.index is None else f" {coding.index + 1}"
        grounds = f", by {', '.join(coding.grounds)}" if coding.grounds else ""
        yield _line(
            (f"{coding.scheme} {coding.field.replace('_', ' ')}{which}: ", ""),
            (coding.value, "bold"),
            (f"  {coding.why}{grounds} [{coding.rule}]", "dim"),
            indent=2,
        )
    undecided = [
        f"{coding.scheme} {coding.field.replace('_', ' ')} [{coding.rule}]"
        for coding in explanation.codings
        if coding.value is None
    ]
    if undecided:
        yield _line((f"not decided: {', '.join(dict.fromkeys(undecided))}", "dim"), indent=2)


def _unreal(explanation: Explanation) -> bool:
    return explanation.event.stance is not Stance.ACTUAL


def _line(*parts: tuple[str, str], indent: int = 0) -> Padding:
    from rich.padding import Padding
    from rich.text import Text

    line = Text()
    for text, style in parts:
        line.append(clean_text(text), style=style or None)
    return Padding(line, (0, 0, 0, indent))
