"""The corpora of which a part is marked, each read into `PartialText`s: only what is sure to mean the same with us.

How sure was measured on documents that stand in these corpora and are marked up in our scheme as well
(training/README.md): types and roles with which our markup seldom agrees are left out.
"""

from __future__ import annotations

import gzip
import itertools
import json
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from benchmarks.bare import join_words, read_rows
from benchmarks.event_arguments import Scheme
from benchmarks.wikievents import read_gold
from training.partial_text import Deed, PartialText
from vedette.records import EventType, Role, Span

_BENCHMARKS = Path(__file__).parents[1] / "benchmarks"


# PLOVER's own examples: sentences with event, source and target in brackets

PLOVER = Path("plover") / "gold_standard_records" / "PLOVER_GSR_CAMEO.txt"
# Types that mean the same with us, by their names in the version of the records (0.5). Left out are those that drew
# the lines elsewhere: COERCE took in arson, SUPPORT treaties, CONCEDE and AID much that is RETREAT, ASSAULT abductions.
_TYPES = {
    **{str(it): it for it in EventType},
    "DEMAND": EventType.REQUEST,
    "DISAPPROVE": EventType.ACCUSE,
    "INVESTIGATE": EventType.ACCUSE,
}
_LINES_ELSEWHERE = frozenset({"ASSAULT", "FIGHT", "COERCE", "SUPPORT", "CONCEDE", "AID"})
_PARTIES = {"SRC": Role.ACTOR, "TAR": Role.RECIPIENT}
_BRACKET = re.compile(r"\((SRC/TAR|SRC/LOC|TAR/LOC|SRC|TAR|LOC|EVT): ?|[()]")


def read_plover(corpora: Path) -> Iterator[PartialText]:
    """Read the sentences whose type means the same: source as actor, target as recipient.

    An event of one word is a trigger. Of one in pieces ("reached" … "a consensus") no word is sure to be ours: source
    and target belong to what the reader finds.
    """
    for row in json.loads((corpora / PLOVER).read_text(encoding="utf-8")):
        info, kind = row.get("textInfo"), _TYPES.get(row["event"])
        if not isinstance(info, dict) or kind is None or row["event"] in _LINES_ELSEWHERE:
            continue
        text, marked = strip_brackets(info["markup"])
        told = [span for label, span in marked if label == "EVT"]
        parties = tuple((_PARTIES[label], span) for label, span in marked if label in _PARTIES)
        if len(told) == 1 and " " not in told[0].text:
            yield PartialText(row["id"], text, deeds=(Deed(told[0], kind, parties),))
        else:
            yield PartialText(row["id"], text, bound=tuple((kind, role, span) for role, span in parties))


def strip_brackets(markup: str) -> tuple[str, list[tuple[str, Span]]]:
    """Take the brackets "(SRC: …)" out of a text and give what stood in them, in order; other brackets stay."""
    text, at = "", 0
    open_ones: list[tuple[str | None, int]] = []
    found: list[tuple[str, int, int]] = []
    for bracket in _BRACKET.finditer(markup):
        text, at = text + markup[at : bracket.start()], bracket.end()
        if bracket[0] == ")":
            label, start = open_ones.pop() if open_ones else (None, 0)
            text += "" if label else ")"
            found += [(label, start, len(text))] if label else []
        else:
            open_ones.append((bracket[1], len(text)))
            text += "" if bracket[1] else "("
    text += markup[at:]
    whole = [(label, Span.of(text, start, end)) for label, start, end in sorted(found, key=lambda it: it[1:])]
    return text, [(label, span) for label, span in whole if span.text.strip() == span.text != ""]


# WikiEvents: triggers with arguments

WIKIEVENTS = Path("wikievents") / "dev.jsonl"
# Of these, our markup has the same type at four in five triggers or more. Deaths and injuries are mostly results of
# another deed with us, destruction its damage, and a crime is seldom a trigger.
_SURE_SORTS = (
    "conflict.",
    "justice.arrest",
    "justice.charge",
    "justice.convict",
    "justice.investigate",
    "contact.threat",
)


def read_wikievents(corpora: Path) -> Iterator[PartialText]:
    """Read the triggers whose type means the same, with those arguments whose role does."""
    scheme = Scheme(_BENCHMARKS / "wikievents.yaml")
    for row in read_rows(corpora / WIKIEVENTS):
        document, events = read_gold(row)
        deeds = []
        for event in events:
            sort = scheme.sort_of(event.type)
            if sort is not None and event.type.lower().startswith(_SURE_SORTS):
                ours = {theirs: role for role, theirs in sort.roles.items()}
                held = [(ours[role], span) for role, span in event.arguments if role in ours]
                deeds.append(Deed(event.trigger, sort.type, tuple(dict.fromkeys(held))))
        yield PartialText(document.name, document.text, deeds=tuple(deeds))


# Gun Violence Database: who shot whom, where and when

GVDB = Path("gvdb") / "dev.json"
_GVDB_KINDS = {"SHO-NAME": "party", "VIC-NAME": "party", "DAT-LOC": "place", "DAT-TIME": "date"}
_GVDB_ROLES = {"SHO-NAME": Role.ACTOR, "VIC-NAME": Role.RECIPIENT}


def read_gvdb(corpora: Path) -> Iterator[PartialText]:
    """Read the names of shooters and victims, the spot and the day; the victims' names belong to the shooting."""
    for row in read_rows(corpora / GVDB):
        text, words = join_words(row["full_text"])
        marked = [
            (label, Span.of(text, words[first].start, words[last - 1].end))
            for first, last, label, *_ in row["spans"]
            if first < last <= len(words)
        ]
        yield PartialText(
            row["doc_key"],
            text,
            bound=tuple(
                (EventType.ASSAULT, _GVDB_ROLES[label], span) for label, span in marked if label in _GVDB_ROLES
            ),
            mentions=tuple((_GVDB_KINDS[label], span) for label, span in marked if label in _GVDB_KINDS),
        )


# MUC-4: the fillers of documents with one template

MUC4 = Path("muc4") / "gtt" / "train.json.gz"
_MUC4_KINDS = {"PerpInd": "party", "Victim": "party", "Weapon": "weapon"}
_MUC4_ROLES = {"Victim": Role.RECIPIENT, "Weapon": Role.WEAPON}  # who attacks in one sentence is often hit in another


def read_muc4(corpora: Path) -> Iterator[PartialText]:
    """Read the documents that tell of one attack: its perpetrators, victims and weapons, wherever they are named."""
    for row in read_rows(corpora / MUC4):
        templates = row["templates"]
        if len(templates) != 1 or templates[0]["incident_type"] not in ("attack", "bombing"):
            continue
        text = row["doctext"]
        named = [
            (slot, span)
            for slot in _MUC4_KINDS
            for words in itertools.chain.from_iterable(templates[0][slot])
            for span in spans_of(text, words[0])
        ]
        yield PartialText(
            row["docid"],
            text,
            bound=tuple((EventType.ASSAULT, _MUC4_ROLES[slot], span) for slot, span in named if slot in _MUC4_ROLES),
            mentions=tuple((_MUC4_KINDS[slot], span) for slot, span in named),
        )


def spans_of(text: str, words: str) -> Iterator[Span]:
    """Give every place where these words stand in a text, as whole words."""
    for found in re.finditer(rf"(?<!\w){re.escape(words)}(?!\w)", text):
        yield Span.of(text, *found.span())


# GUM: texts of other walks of life

GUM = "gum"
_ELSEWHERE = ("academic", "voyage")  # genres in which nothing of ours is told


def read_gum(corpora: Path) -> Iterator[PartialText]:
    """Read papers and travel guides: what they teach is their genre."""
    for genre in _ELSEWHERE:
        for file in sorted((corpora / GUM).glob(f"GUM_{genre}_*.conllu.gz")):
            lines = gzip.decompress(file.read_bytes()).decode("utf-8").splitlines()
            sentences = [line.removeprefix("# text = ") for line in lines if line.startswith("# text = ")]
            yield PartialText(file.name.partition(".")[0], " ".join(sentences), genre=0)


READERS: Mapping[str, Callable[[Path], Iterator[PartialText]]] = {
    "plover": read_plover,
    "wikievents": read_wikievents,
    "gvdb": read_gvdb,
    "muc4": read_muc4,
    "gum": read_gum,
}
