"""Makes the one quick file, ``data/registry.json``, of the YAML and CSV files that people edit.

Run it after an edit: ``python -m vedette.actors.compile``. A test holds that the file is up to date.
"""

from __future__ import annotations

import csv
import json
from importlib import resources
from pathlib import Path
from typing import Any

from vedette.actors.registry import OWN, PRESS
from vedette.actors.wording import acronym_key, content_words, fold, is_acronym, skeleton
from vedette.codebook.countries import load_countries
from vedette.errors import UsageError

_RELATIONS = ("part_of", "splinter_of", "member_of", "ally_of", "rival_of", "supports")
_COMMON_TOKEN = 60  # a word that stands in more names than this does not help to find one


def compile_registry() -> str:
    """Read every data file, check it, and give the JSON text, ending in a newline."""
    entries = _entries()
    _check(entries)
    tables: dict[str, Any] = {
        "kinds": {name: _kind(row) for name, row in _yaml("kinds").items()},
        "organs": {row["id"]: _organ(row) for row in _yaml("organs")},
        "seats": _seats(_yaml("seats"), entries),
        "areas": _areas(),
        "roles": _roles(_yaml("roles")),
        "titles": _titles(_yaml("titles")),
        "words": _yaml("words"),
        "entries": entries,
        "index": _index(entries),
    }
    return json.dumps(tables, ensure_ascii=False, separators=(",", ":")) + "\n"


def _yaml(name: str) -> Any:
    import yaml

    # the base loader keeps every scalar a string: no "NO" (Norway) read as False
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    return yaml.load(_data(f"{name}.yaml"), Loader=loader)  # noqa: S506 - makes strings only


def _data(name: str) -> str:
    return resources.files("vedette.actors").joinpath(f"data/{name}").read_text(encoding="utf-8")


def _entries() -> dict[str, dict[str, Any]]:
    groups = resources.files("vedette.actors").joinpath("data/groups")
    names = sorted(path.name.removesuffix(".yaml") for path in groups.iterdir() if path.name.endswith(".yaml"))
    entries: dict[str, dict[str, Any]] = {}
    sources = [("group", row) for name in names for row in _yaml(f"groups/{name}")]
    sources += [("org", row) for row in _yaml("organisations")]
    sources += [("media", row | {"kind": "media"}) for row in _yaml("media")]
    sources += [("state", row) for row in _yaml("forces")]
    for prefix, row in sources:
        actor_id = f"{prefix}:{row['id']}"
        if actor_id in entries:
            raise UsageError(f"{actor_id} stands twice in the actor files")
        entries[actor_id] = _entry(row)
    return entries


def _entry(row: dict[str, Any]) -> dict[str, Any]:
    since, until = _years(row.get("years", ""))
    labels = [[row["name"], OWN, False], *([text, OWN, False] for text in row.get("own", []))]
    labels += [[text, OWN, True] for text in row.get("former", [])]
    labels += [[text, PRESS, False] for text in row.get("press", [])]
    labels += [
        [text, f"government of {country}", False] for country, texts in row.get("gov", {}).items() for text in texts
    ]
    made = {
        "name": row["name"],
        "kind": row["kind"],
        "in": row.get("in", []),
        "since": since,
        "until": until,
        "labels": labels,
        "ties": [_tie(text) for text in row.get("ties", [])],
    }
    return made | ({"affiliate": _full_id(row["affiliate"])} if "affiliate" in row else {})


def _years(text: str) -> tuple[int | None, int | None]:
    if not text:
        return None, None
    since, _, until = text.partition("-")
    return (int(since) if since else None), (int(until) if until else None)


def _tie(text: str) -> list[Any]:
    relation, other, *years = text.split()
    since, until = _years(years[0] if years else "")
    return [relation, _full_id(other), since, until]


def _full_id(short: str) -> str:
    if ":" in short:
        return f"state:{short}"
    return short if short not in _organisation_ids() else f"org:{short}"


def _organisation_ids() -> frozenset[str]:
    return frozenset({"un", "au", "eu", "nato", "ecowas", "eac", "sadc"})


def _check(entries: dict[str, dict[str, Any]]) -> None:
    kinds, countries = _yaml("kinds"), load_countries()
    for actor_id, row in entries.items():
        row["ties"] = [[tie[0], _known(tie[1], entries, actor_id), *tie[2:]] for tie in row["ties"]]
        if "affiliate" in row:
            row["affiliate"] = _known(row["affiliate"], entries, actor_id)
        wrong = [code for code in row["in"] if code not in countries]
        wrong += [tie[0] for tie in row["ties"] if tie[0] not in _RELATIONS]
        if row["kind"] not in kinds:
            wrong.append(row["kind"])
        if row["since"] and row["until"] and row["since"] > row["until"]:
            wrong.append(f"{row['since']}-{row['until']}")
        if wrong:
            raise UsageError(f"{actor_id}: {', '.join(wrong)} cannot be; correct its row in the actor files")


def _known(other: str, entries: dict[str, dict[str, Any]], actor_id: str) -> str:
    full = other if ":" in other else f"group:{other}"
    if full not in entries:
        raise UsageError(f"{actor_id} has a tie to {other}, which stands in no actor file")
    return full


def _kind(row: dict[str, str]) -> list[Any]:
    category = None if row["category"] == "-" else row["category"]
    return [row["kind"], row["sector"], row["acled"], int(row["inter"]), category]


def _organ(row: dict[str, Any]) -> dict[str, Any]:
    state = row.get("state") == "true"
    words = [fold(word) for word in row["words"]]
    return {"name": row.get("name", ""), "kind": "state" if state else row["kind"], "state": state, "words": words}


def _seats(rows: dict[str, list[str]], entries: dict[str, dict[str, Any]]) -> dict[str, list[str]]:
    seats: dict[str, list[str]] = {}
    for actor_id, words in rows.items():
        if not actor_id.startswith("state:") and actor_id not in entries:
            raise UsageError(f"seats.yaml names {actor_id}, which stands in no actor file")
        for word in words:
            seats.setdefault(fold(word), []).append(actor_id)
    return seats


def _areas() -> dict[str, list[str]]:
    lines = [line for line in _data("areas.csv").splitlines() if not line.startswith("#")]
    return {row["area"]: row["countries"].split("|") for row in csv.DictReader(lines)}


def _roles(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    roles: dict[str, list[Any]] = {}
    for row in rows:
        for word in row["words"]:
            roles.setdefault(fold(word), [row["category"], row.get("sector"), row.get("thing") == "true"])
    return roles


def _titles(rows: list[dict[str, Any]]) -> dict[str, list[str | None]]:
    titles: dict[str, list[str | None]] = {}
    for row in rows:
        told: list[str | None] = [None if row[key] == "-" else row[key] for key in ("category", "sector")]
        for word in row["words"]:
            titles.setdefault(fold(word), told)
    return titles


def _index(entries: dict[str, dict[str, Any]]) -> dict[str, dict[str, list[Any]]]:
    """Make three look-ups: acronyms with their case, folded names, and the skeletons and rare words of long names."""
    acronyms: dict[str, list[Any]] = {}
    names: dict[str, list[Any]] = {}
    skeletons: dict[str, list[Any]] = {}
    words: dict[str, list[Any]] = {}
    for actor_id, row in entries.items():
        for number, (text, _, _) in enumerate(row["labels"]):
            table, key = (acronyms, acronym_key(text)) if is_acronym(text) else (names, _name_key(text))
            place = table.setdefault(key, [])
            if actor_id not in [found[0] for found in place]:
                place.append([actor_id, number])
    for key in names:
        if len(content_words(key)) >= 2 or len(key) >= 7:
            skeletons.setdefault(skeleton(key), []).append(key)
        if len(content_words(key)) >= 2:
            for word in content_words(key):
                words.setdefault(skeleton(word), []).append(key)
    rare = {word: keys for word, keys in words.items() if len(keys) <= _COMMON_TOKEN and len(word) > 1}
    return {"acronyms": acronyms, "names": names, "skeletons": skeletons, "words": rare}


def _name_key(text: str) -> str:
    return fold(text).removeprefix("the ")


if __name__ == "__main__":
    target = Path(__file__).parent / "data" / "registry.json"
    target.write_text(compile_registry(), encoding="utf-8")
