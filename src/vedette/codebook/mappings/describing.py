"""The rules as tables for people: what the reference of codings shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from vedette.codebook.mappings.facts import party_groups, party_rows
from vedette.codebook.mappings.tables import Rule, Table, load_schemes

_KEYS = {
    "type": "type",
    "mode": "mode",
    "stance": "stance",
    "actor": "an actor is",
    "recipient": "a recipient is",
    "side": "an actor or a recipient is",
    "only": "all recipients are",
    "category": "a recipient's category is",
    "kind": "a recipient's kind is",
    "sector": "a recipient's sector is",
    "count": "some are told to be",
    "says": "the words are of",
    "abroad": "from abroad",
    "contested": "rival actors of several classes",
}


def describe_schemes() -> str:
    """Give all rules as Markdown: a section a scheme, a table for each of its decisions, in the order of asking."""
    lines: list[str] = []
    for scheme in load_schemes():
        lines += [f"## {scheme.name}", "", f"{scheme.about}.", ""]
        lines += [part for table in scheme.tables for part in _table(table)]
    return "\n".join([*lines, *_parties()]) + "\n"


def _parties() -> Iterator[str]:
    yield "## Classes of parties"
    yield ""
    yield "Read from the top; the first that fits. Whoever fits none is `unknown`."
    yield ""
    yield "| class | kind | PLOVER sector | category | words of |"
    yield "|---|---|---|---|---|"
    for row in party_rows():
        cells = (", ".join(row.get(key, ())) for key in ("kind", "sector", "category", "says"))
        yield f"| `{row['class']}` | {' | '.join(cells)} |"
    yield ""
    yield "| short name | stands for |"
    yield "|---|---|"
    yield from (f"| `{name}` | {', '.join(classes)} |" for name, classes in party_groups().items())


def _table(table: Table) -> Iterator[str]:
    each = "" if table.each == "event" else f", asked of each {table.each}"
    all_fit = ", every rule that fits gives one" if table.gathers else ""
    yield f"### {', '.join(f'`{field}`' for field in table.fields)}{each}{all_fit}"
    yield ""
    yield "| rule | where | gives | because |"
    yield "|---|---|---|---|"
    for rule in table.rules:
        yield f"| `{rule.name}` | {_when(rule.written.get('when') or {}) or 'else'} | {_gives(rule)} | {rule.why} |"
    yield ""


def _gives(rule: Rule) -> str:
    values = [value for value in rule.gives.values() if value]
    return " / ".join("the same" if value == "=category" else value for value in values) or "*not decided*"


def _when(row: Mapping[str, Any]) -> str:
    return "; ".join(part for key, values in row.items() for part in _condition(key, values))


def _condition(key: str, values: Any) -> Iterator[str]:
    if key == "not":
        yield " ".join(
            ("and not:", " or ".join(part for one, held in values.items() for part in _condition(one, held)))
        )
    elif key == "coded":
        for name, wanted in values.items():
            yield f"`{name}` is {' or '.join(wanted)}"
    else:
        yield f"{_KEYS[key]} {' or '.join(values)}"
