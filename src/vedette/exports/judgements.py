"""Judgements, and what changed between two states, as JSON Lines."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import BinaryIO

from vedette.exports.incidents import value_to_json
from vedette.exports.jsonl import json_to_line
from vedette.exports.values import Json
from vedette.records import Cause, Change, Dissent, Judgement, Put, ValueChange
from vedette.records.judgement import find_undone


def judgement_to_json(judgement: Judgement) -> Json:
    """Give one judgement."""
    return {
        "number": judgement.number,
        "kind": judgement.kind,
        "groups": [
            [{"document": event.document_id, "event": event.event_id} for event in group] for group in judgement.groups
        ],
        "by": judgement.by,
        "at": judgement.at.isoformat(),
        "why": judgement.why,
        "undoes": judgement.undoes,
        "role": judgement.role,
        "value": judgement.value,
        "human": judgement.human,
        "of_event": judgement.of_event,
    }


def write_judgements_jsonl(
    judgements: Iterable[Judgement],
    dissents: Mapping[int, Dissent],
    stream: BinaryIO,
    left_out: Collection[int] = (),
) -> None:
    """Write one judgement a line, with what took it back, and what the program would say where that is not the same."""
    told = list(judgements)
    undone = find_undone(told)
    for judgement in told:
        if judgement.number in left_out:
            continue
        line = {
            **judgement_to_json(judgement),
            "undone_by": undone.get(judgement.number),
            "program": _dissent_to_json(dissents.get(judgement.number)),
        }
        stream.write(json_to_line(line).encode() + b"\n")


def write_changes_jsonl(changes: Iterable[Change], stream: BinaryIO) -> None:
    """Write one change a line."""
    stream.writelines(json_to_line(change_to_json(change)).encode() + b"\n" for change in changes)


def change_to_json(change: Change) -> Json:
    """Give one change; incidents by their ids, reports by document and name."""
    return {
        "change": change.kind,
        "old": [incident.id for incident in change.old],
        "new": [incident.id for incident in change.new],
        "added": [{"document": document, "name": name} for document, name in change.added],
        "dropped": [{"document": document, "name": name} for document, name in change.dropped],
        "values": [_value_change(value) for value in change.values],
        "review": None if change.review is None else {"old": change.review[0], "new": change.review[1]},
        "because": [_cause(cause) for cause in change.causes],
    }


def _value_change(change: ValueChange) -> Json:
    return {"role": change.role, "old": _put(change.old), "new": _put(change.new)}


def _put(put: Put | None) -> Json | None:
    if put is None:
        return None
    value = None if put.value is None else value_to_json(put.value)
    return {"value": value, "low": put.low, "high": put.high, "corrected": put.corrected}


def _cause(cause: Cause) -> Json:
    return {
        "kind": cause.kind,
        "document": cause.document,
        "name": cause.name,
        "versions": None if cause.versions is None else {"old": cause.versions[0], "new": cause.versions[1]},
        "judgement": None if cause.judgement is None else judgement_to_json(cause.judgement),
    }


def _dissent_to_json(dissent: Dissent | None) -> Json | None:
    if dissent is None:
        return None
    best = dissent.best
    rival = best.rival if best is not None and dissent.incident is not None else None
    value = None if rival is None or dissent.incident is None else value_to_json(dissent.incident.rivals[rival].value)
    return {
        "groups": [
            [{"document": event.document_id, "event": event.event_id} for event in group] for group in dissent.groups
        ],
        "value": value,
    }
