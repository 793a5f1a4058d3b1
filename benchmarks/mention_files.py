"""Corpora in which mentions of events are marked as the same across documents: ECB+ and MEANTIME, both in CAT's XML.

ECB+ (Cybulska and Vossen 2014, CC BY 3.0): of each document only the sentences that its list of checked sentences names
(``ECBplus_coreference_sentences.csv``, which stands above the folder of topics) take part. MEANTIME (Minard et al.
2016, CC BY 4.0): every event mention that refers to an instance.
"""

from __future__ import annotations

import csv
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SENTENCES = "ECBplus_coreference_sentences.csv"
_ACTIONS = ("ACTION", "NEG_ACTION")
_SLOTS = {"HUMAN": "who", "NON_HUMAN": "what", "LOC": "where", "TIME": "when"}


@dataclass(frozen=True, slots=True)
class EventMention:
    """One mention: its words, the sentence and document they stand in, and what is marked in the same sentence.

    `label` is the same for mentions of one happening. `slots` are the words of those who take part ("who", "what"), of
    places ("where") and times ("when"): in ECB+ all of the sentence, in MEANTIME those tied to the mention.
    """

    document: str
    topic: str
    place: int
    words: tuple[str, ...]
    sentence: tuple[str, ...]
    slots: dict[str, tuple[str, ...]]
    label: str


def read_mentions(data: Path) -> tuple[list[EventMention], dict[str, tuple[str, ...]]]:
    """Read every mention below a folder, and the words of every document; ValueError where there are none."""
    checked = _checked_sentences(data)
    mentions: list[EventMention] = []
    documents: dict[str, tuple[str, ...]] = {}
    for file in sorted(data.rglob("*.xml")):
        root = ET.parse(file).getroot()  # noqa: S314 - as above
        found = list(_mentions(root, file, checked.get(file.stem, set()) if checked else None))
        if found:
            documents[file.stem] = tuple(token.text or "" for token in root.iter("token"))
            mentions += found
    if not mentions:
        raise ValueError(f"{data}: no file below it marks which mentions of events are the same")
    return mentions, documents


def _checked_sentences(data: Path) -> dict[str, set[int]]:
    """Read the list of checked sentences, from the folder or those above it; empty where there is none."""
    path = next((folder / SENTENCES for folder in (data, *data.parents) if (folder / SENTENCES).exists()), None)
    checked: dict[str, set[int]] = {}
    if path is not None:
        for row in csv.DictReader(path.read_text(encoding="utf-8").splitlines()):
            checked.setdefault(f"{row['Topic']}_{row['File']}", set()).add(int(row["Sentence Number"]))
    return checked


def _mentions(root: ET.Element, file: Path, sentences: set[int] | None) -> Iterator[EventMention]:
    tokens = {token.get("t_id", ""): (int(token.get("sentence", 0)), token.text or "") for token in root.iter("token")}
    marked = [mark for mark in root.find("Markables") or () if mark.find("token_anchor") is not None]
    places = {mark.get("m_id", ""): [anchor.get("t_id", "") for anchor in mark.iter("token_anchor")] for mark in marked}
    kinds = {mark.get("m_id", ""): mark.tag for mark in marked}
    labels, tied = _labels(root), _tied(root)
    whole: dict[int, list[str]] = {}
    for sentence, word in tokens.values():
        whole.setdefault(sentence, []).append(word)
    order = list(tokens)
    for identity, kind in kinds.items():
        if not (kind.startswith(_ACTIONS) or kind == "EVENT_MENTION"):
            continue
        sentence = tokens[places[identity][0]][0]
        label = labels.get(identity)
        if (sentences is not None and sentence not in sentences) or (kind == "EVENT_MENTION" and label is None):
            continue
        around = tied.get(identity) if kind == "EVENT_MENTION" else None
        slots: dict[str, list[str]] = {}
        for other, slot in ((other, _slot(kinds[other])) for other in kinds):
            beside = other in around if around is not None else tokens[places[other][0]][0] == sentence
            if slot and beside:
                slots.setdefault(slot, []).extend(tokens[token][1] for token in places[other])
        yield EventMention(
            file.stem,
            file.parent.name,
            order.index(places[identity][0]),
            tuple(tokens[token][1] for token in places[identity]),
            tuple(whole[sentence]),
            {slot: tuple(words) for slot, words in slots.items()},
            label or f"{file.stem}/{identity}",
        )


def _slot(kind: str) -> str | None:
    if kind == "ENTITY_MENTION":
        return "who"
    if kind == "TIMEX3":
        return "when"
    return next((slot for prefix, slot in _SLOTS.items() if kind.startswith(prefix)), None)


def _labels(root: ET.Element) -> dict[str, str]:
    """Give the instance that each mention refers to; one within a document alone is named after the document."""
    instances = {mark.get("m_id", ""): mark.get("instance_id") for mark in root.find("Markables") or ()}
    name = root.get("doc_id", "")
    labels: dict[str, str] = {}
    for relation in root.find("Relations") or ():
        target = relation.find("target")
        if relation.tag in ("CROSS_DOC_COREF", "INTRA_DOC_COREF", "REFERS_TO") and target is not None:
            reached = target.get("m_id", "")
            label = (relation.get("note") if relation.tag == "CROSS_DOC_COREF" else None) or instances.get(reached)
            for source in relation.iter("source"):
                labels[source.get("m_id", "")] = label or f"{name}/{reached}"
    return labels


def _tied(root: ET.Element) -> dict[str, set[str]]:
    """Give what MEANTIME ties to each event mention: those who take part, times."""
    tied: dict[str, set[str]] = {}
    for relation in root.find("Relations") or ():
        source, target = relation.find("source"), relation.find("target")
        if relation.tag in ("HAS_PARTICIPANT", "TLINK") and source is not None and target is not None:
            tied.setdefault(source.get("m_id", ""), set()).add(target.get("m_id", ""))
    return tied
