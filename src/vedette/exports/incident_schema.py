"""Incidents, judgements and changes as pydantic models: what stands in their JSONL lines, key by key.

`docs/reference/incidents.md` repeats the descriptions, and a test holds the two together.
"""

from __future__ import annotations

import datetime as dt

from pydantic import Field

from vedette.exports.schema import CodingModel, Fraction, Index, Model, Spans
from vedette.records import (
    BestRule,
    CauseKind,
    Certainty,
    ChangeKind,
    DatePrecision,
    EventType,
    JudgementKind,
    Marking,
    PlacePrecision,
    ReviewState,
    Role,
    Stance,
)

_SOURCES = "how many independent sources tell it"
_REPORTS = "which reports tell it, by index in the incident's `reports`"
_TOLD = "each telling: in which report, and who says so there"


class TellingModel(Model):
    """One report's statement of a value."""

    report: Index = Field(description="index in the incident's `reports`")
    said_by: tuple[str, ...] = Field(description="who says so there, innermost first; empty: the publisher itself")
    certainty: Certainty | None = Field(description="of actors: how they are tied to the deed")
    spans: Spans = Field(description="the words, in that report's document")


class _RivalModel(Model):
    sources: int = Field(description=_SOURCES)
    reports: tuple[Index, ...] = Field(description=_REPORTS)
    told: tuple[TellingModel, ...] = Field(description=_TOLD)


class BareDateModel(Model):
    """A date by itself."""

    from_: dt.date | None = Field(alias="from", description="first day; null where that side is open")
    to: dt.date | None = Field(description="last day, inclusive; null where that side is open")
    precision: DatePrecision | None = Field(description="how exact the words are; null where a person set it")


class BarePlaceModel(Model):
    """A place by itself."""

    name: str = Field(description="the gazetteer's name where resolved, else the words")
    geonames_id: int | None = Field(description="its number in GeoNames")
    lat: float | None = Field(description="degrees north, WGS 84")
    lon: float | None = Field(description="degrees east, WGS 84")
    country: str | None = Field(description="ISO 3166-1 alpha-2")
    admin1: str | None = Field(description="name of the province or state")
    precision: PlacePrecision | None = Field(description="how exact it is")


class BareActorModel(Model):
    """An actor by itself."""

    name: str = Field(description="the registry's name where resolved, else the words")
    actor_id: str | None = Field(description="key in the registry")
    kind: str | None = Field(description="'state', 'armed-group', 'generic', …")
    category: str | None = Field(description="what a victim or target is")


class BareCountModel(Model):
    """A count by itself."""

    low: int | None = Field(description="at least")
    high: int | None = Field(description="at most; null where open")
    of: str | None = Field(description="whom it counts, in the report's words")


class BareTextModel(Model):
    """Words by themselves."""

    text: str = Field(description="the words")


class RivalDateModel(BareDateModel, _RivalModel):
    """One date that reports tell."""


class RivalPlaceModel(BarePlaceModel, _RivalModel):
    """One place that reports tell."""


class RivalActorModel(BareActorModel, _RivalModel):
    """One actor that reports tell."""


class RivalCountModel(BareCountModel, _RivalModel):
    """One count that reports tell."""

    role: Role = Field(description="killed, injured, …")
    is_part: bool = Field(description="whether it is part of a total that the report tells too")


class RivalTextModel(BareTextModel, _RivalModel):
    """A weapon, damage or another thing that reports tell, and a victim of whom only words are known."""

    role: Role = Field(description="weapon, damage, object, recipient")


class ToldByModel(Model):
    """One document's part in an incident."""

    document: str = Field(description="the document's id")
    name: str = Field(description="its name")
    event: str = Field(description="id of its event")
    publisher: str | None = Field(description="who published it")
    published: dt.date | None = Field(description="when; null where not stated")
    copy_of: str | None = Field(description="id of the document whose text it repeats")


class BestModel(Model):
    """The value that is put first for one role."""

    role: Role = Field(description="of which role")
    rule: BestRule = Field(description="by which rule")
    low: int | None = Field(description="of a count: the lower bound")
    high: int | None = Field(description="of a count: the upper bound; null where open")
    corrected: str | None = Field(description="what a person wrote instead")
    judgement: int | None = Field(description="number of the judgement by which")


class ClaimModel(Model):
    """A claim or denial of responsibility that one report tells of."""

    type: EventType = Field(description="CLAIM or DENY")
    report: Index = Field(description="index in the incident's `reports`")
    by: tuple[str, ...] = Field(description="who claims or denies")
    stance: Stance = Field(description="how real the report says it is")


class ContradictionModel(Model):
    """Values that cannot all be true."""

    role: Role = Field(description="of which role")
    weight: Fraction = Field(description="how grave: the gravest 1")
    values: tuple[RivalDateModel | RivalPlaceModel | RivalCountModel | RivalActorModel | RivalTextModel, ...] = Field(
        description="the values"
    )


class IncidentModel(Model):
    """What happened, as far as all documents tell: one line of `vedette incidents --format jsonl`."""

    id: str = Field(description="made of the event of the earliest report; begins with an i")
    type: EventType = Field(description="what kind of happening")
    mode: str | None = Field(description="in which way")
    stance: Stance = Field(description="how real most reports say it is")
    date: BareDateModel | None = Field(description="the date that is put first")
    dates: tuple[RivalDateModel, ...] = Field(description="every date told")
    places: tuple[RivalPlaceModel, ...] = Field(description="every place told")
    actors: tuple[RivalActorModel, ...] = Field(description="everybody who is said to have done it")
    recipients: tuple[RivalActorModel | RivalTextModel, ...] = Field(description="to whom it was done")
    counts: tuple[RivalCountModel, ...] = Field(description="every count told, of all roles")
    other: tuple[RivalTextModel | RivalActorModel, ...] = Field(description="weapons, damage and other things")
    best: tuple[BestModel, ...] = Field(description="what is put first, role by role")
    reports: tuple[ToldByModel, ...] = Field(
        description="events that tell of it, the earliest report first; one document may have several"
    )
    independent_sources: int = Field(description="how many sources that is, copies left out")
    claims: tuple[ClaimModel, ...] = Field(description="claims and denials of responsibility")
    contradictions: tuple[ContradictionModel, ...] = Field(description="what cannot all be true, the gravest first")
    codings: tuple[CodingModel, ...] = Field(description="the incident in the words of other codebooks")
    confidence: Fraction = Field(description="how surely the reports tell of one happening; 1 where a person says so")
    review: ReviewState = Field(description="what people have said of it as a whole")
    reviews: tuple[int, ...] = Field(description="numbers of the judgements that say so, the one that holds last")
    corrections: tuple[int, ...] = Field(description="numbers of the judgements that set a value")
    marking: Marking = Field(description="the strictest of its documents' markings")


class EventRefModel(Model):
    """One event of one document."""

    document: str = Field(description="the document's id")
    event: str = Field(description="the event's id")


class DissentModel(Model):
    """What the program would do if no person had judged."""

    groups: tuple[tuple[EventRefModel, ...], ...] = Field(description="how it would group the events of the judgement")
    value: BareDateModel | BarePlaceModel | BareCountModel | BareActorModel | BareTextModel | None = Field(
        description="what it would put first; null on groups, and where nothing is told"
    )


class JudgementModel(Model):
    """One decision."""

    number: int = Field(description="counts up: the order of replay")
    kind: JudgementKind = Field(description="what is decided")
    groups: tuple[tuple[EventRefModel, ...], ...] = Field(description="the events it speaks of")
    by: str = Field(description="who decided")
    at: dt.datetime = Field(description="when, in UTC")
    why: str = Field(description="the reason given; may be empty")
    undoes: int | None = Field(description="undo: the judgement taken back")
    role: Role | None = Field(description="correct: the role whose value is set")
    value: str | None = Field(description="correct: what was written for it")
    human: bool = Field(description="whether a person decided, whose word stands above any rule's")
    of_event: bool = Field(description="accept, reject: whether of the one event, not of its incident")


class HistoryModel(JudgementModel):
    """A judgement with what has become of it: one line of `vedette history --format jsonl`."""

    undone_by: int | None = Field(description="the judgement that took it back")
    program: DissentModel | None = Field(description="what the program would do instead; null where it agrees")


class PutModel(Model):
    """What is put first for one role."""

    value: BareDateModel | BarePlaceModel | BareCountModel | BareActorModel | BareTextModel | None = Field(
        description="the value; null where a person set one that no report tells"
    )
    low: int | None = Field(description="of a count: the lower bound")
    high: int | None = Field(description="of a count: the upper bound; null where open")
    corrected: str | None = Field(description="what a person wrote")


class ValueChangeModel(Model):
    """What is put first for one role, before and now."""

    role: Role = Field(description="of which role")
    old: PutModel | None = Field(description="before; null where nothing was told")
    new: PutModel | None = Field(description="now; null where nothing is told")


class ReviewChangeModel(Model):
    """What people said of an incident, before and now."""

    old: ReviewState = Field(description="before")
    new: ReviewState = Field(description="now")


class DocumentRefModel(Model):
    """One document."""

    document: str = Field(description="its id")
    name: str = Field(description="its name")


class VersionsModel(Model):
    """By which versions a document was read."""

    old: str = Field(description="before")
    new: str = Field(description="now")


class CauseModel(Model):
    """One thing that a change comes from."""

    kind: CauseKind = Field(description="a report, a reading, a judgement, …")
    document: str | None = Field(description="of reports and readings: the document's id")
    name: str | None = Field(description="its name")
    versions: VersionsModel | None = Field(description="of readings: the reader's versions")
    judgement: JudgementModel | None = Field(description="of judgements: the judgement")


class ChangeModel(Model):
    """What has become of some incidents: one line of `vedette diff --format jsonl`."""

    change: ChangeKind = Field(description="new, gone, joined, split, rearranged, renamed, changed")
    old: tuple[str, ...] = Field(description="ids of the incidents before")
    new: tuple[str, ...] = Field(description="ids of the incidents now")
    added: tuple[DocumentRefModel, ...] = Field(description="reports that tell of it only now")
    dropped: tuple[DocumentRefModel, ...] = Field(description="reports that tell of it no longer")
    values: tuple[ValueChangeModel, ...] = Field(description="what is put first now and was not")
    review: ReviewChangeModel | None = Field(description="what people say of it, where that changed")
    because: tuple[CauseModel, ...] = Field(description="what it comes from")


INCIDENT_MODELS: dict[str, type[Model]] = {
    "best": BestModel,
    "cause": CauseModel,
    "change": ChangeModel,
    "claim": ClaimModel,
    "contradiction": ContradictionModel,
    "dissent": DissentModel,
    "event-ref": EventRefModel,
    "history": HistoryModel,
    "incident": IncidentModel,
    "judgement": JudgementModel,
    "put": PutModel,
    "rival-actor": RivalActorModel,
    "rival-count": RivalCountModel,
    "rival-date": RivalDateModel,
    "rival-place": RivalPlaceModel,
    "rival-text": RivalTextModel,
    "telling": TellingModel,
    "told-by": ToldByModel,
    "value-change": ValueChangeModel,
}
