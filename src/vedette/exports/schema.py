"""The JSON at the border as pydantic models, and the JSON Schema of each.

The models say what stands in the JSONL line, key by key; `docs/reference/jsonl.md` repeats their descriptions and a
test holds the two together. Keys that only the full form has are marked so and may be absent.
"""

from __future__ import annotations

import datetime as dt
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from vedette.errors import UsageError
from vedette.links import WordKind
from vedette.records import (
    AttributionKind,
    Basis,
    Certainty,
    DateKnown,
    DatePrecision,
    EventType,
    Marking,
    PlacePrecision,
    Relation,
    Role,
    SectionKind,
    Severity,
    Stance,
    Trend,
)

Fraction = Annotated[float, Field(ge=0, le=1)]
Index = Annotated[int, Field(ge=0)]


class Model(BaseModel):
    """What all of them share: no key that is not named here, and keys spelled as in the JSON."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True, frozen=True)


class SpanModel(Model):
    """A piece of the document's text."""

    start: Index = Field(description="first character, counted from 0")
    end: Index = Field(description="one past the last character")
    text: str = Field(description="the characters themselves")


Spans = tuple[SpanModel, ...]
SPANS = "the words that the value comes from"
SAID = "index of the innermost attribution that says so; null where the publisher itself does"
CONFIDENCE = "how sure the reader is, 0 to 1"
FULL = " (full form only)"
UNREAD = ": stated, relative, inferred, published; null where no value could be made of the words"


class DateModel(Model):
    """When: two days, both inclusive."""

    from_: dt.date | None = Field(alias="from", description="first day; null where the text leaves that side open")
    to: dt.date | None = Field(description="last day; null where the text leaves that side open")
    precision: DatePrecision | None = Field(description="how exact the words are")
    basis: Basis | None = Field(description="where the days come from" + UNREAD)
    relation: str | None = Field(description="how a date hangs on its anchor, where the anchor's day is not known")
    anchor: SpanModel | None = Field(description="the date or happening that a relative date hangs on")
    attribution: Index | None = Field(description=SAID)
    confidence: Fraction = Field(description=CONFIDENCE)
    spans: Spans = Field(description=SPANS)


class PlaceCandidateModel(Model):
    """One gazetteer entry that the words could mean."""

    name: str = Field(description="the gazetteer's name")
    geonames_id: int | None = Field(description="its number in GeoNames")
    lat: float | None = Field(description="degrees north, WGS 84")
    lon: float | None = Field(description="degrees east, WGS 84")
    country: str | None = Field(description="ISO 3166-1 alpha-2")
    admin1: str | None = Field(description="name of the province or state")
    admin2: str | None = Field(description="name of the district")
    precision: PlacePrecision = Field(description="what it is: a site, a town, …")
    score: float = Field(description="0 to 1, comparable within one mention")


class PlaceModel(Model):
    """Where."""

    name: str = Field(description="the gazetteer's name where resolved, else the words")
    geonames_id: int | None = Field(description="its number in GeoNames; null where not resolved")
    lat: float | None = Field(description="degrees north, WGS 84; null where not resolved")
    lon: float | None = Field(description="degrees east, WGS 84; null where not resolved")
    country: str | None = Field(description="ISO 3166-1 alpha-2")
    admin1: str | None = Field(description="name of the province or state")
    admin2: str | None = Field(description="name of the district")
    precision: PlacePrecision | None = Field(description="how exact it is")
    basis: Basis | None = Field(description="where the place comes from" + UNREAD)
    radius_km: float | None = Field(description="uncertainty of an area ('30 km north of'); null elsewhere")
    why: str = Field(description="why this candidate won")
    attribution: Index | None = Field(description=SAID)
    confidence: Fraction = Field(description=CONFIDENCE)
    spans: Spans = Field(description=SPANS)
    candidates: tuple[PlaceCandidateModel, ...] = Field(default=(), description="what else the words could mean" + FULL)


class ActorCandidateModel(Model):
    """One registry entry that a name could mean."""

    actor_id: str = Field(description="its key in the registry")
    name: str = Field(description="the registry's name")
    score: float = Field(description="0 to 1, comparable within one mention")
    label_of: str | None = Field(description="whose label the matched name is")


class ActorModel(Model):
    """Who, without the event that they have a part in."""

    name: str = Field(description="the registry's name where resolved, else the words; '[name withheld]' when masked")
    actor_id: str | None = Field(description="key in the registry; null where not resolved")
    kind: str | None = Field(description="'state', 'armed-group', 'organisation', 'person', 'generic', …")
    sector: str | None = Field(description="PLOVER's sector: GOV, MIL, REB, CVL, …")
    category: str | None = Field(description="what a victim or target is: 'civilian', 'aid-worker', …")
    country: str | None = Field(description="ISO 3166-1 alpha-2 of the nationality or state")
    label_of: str | None = Field(description="whose label the name is, where it takes sides")
    spans: Spans = Field(description=SPANS)
    candidates: tuple[ActorCandidateModel, ...] = Field(default=(), description="what else the name could mean" + FULL)


class PartyModel(ActorModel):
    """An actor or a recipient of an event."""

    certainty: Certainty | None = Field(description="how an actor is tied to the deed; null for recipients")
    attribution: Index | None = Field(description=SAID)
    confidence: Fraction = Field(description=CONFIDENCE)


class CountModel(Model):
    """How many, in one role."""

    role: Role = Field(description="killed, injured, abducted, arrested, displaced, missing, released")
    low: int | None = Field(description="at least; null where that side is open")
    high: int | None = Field(description="at most; null where that side is open")
    of: str | None = Field(description="whom it counts, in the text's words")
    of_span: SpanModel | None = Field(description="where those words stand")
    part_of: Index | None = Field(description="index, in this list, of the total that this is a part of")
    approximate: bool = Field(description="true for 'about', 'some', 'around'")
    basis: Basis | None = Field(description="where the number comes from" + UNREAD)
    attribution: Index | None = Field(description=SAID)
    confidence: Fraction = Field(description=CONFIDENCE)
    spans: Spans = Field(description=SPANS)


class TextModel(Model):
    """Words that stand for themselves: a weapon, a demand, damage."""

    text: str = Field(description="the words")
    attribution: Index | None = Field(description=SAID)
    confidence: Fraction = Field(description=CONFIDENCE)
    spans: Spans = Field(description=SPANS)


class WordsOnlyModel(Model):
    """Words that fill a slot but that no value could be made of."""

    index: Index = Field(description="which assertion, counted in `order`")
    text: str = Field(description="the words")


class CodingModel(Model):
    """A word of another codebook for the event, and the rule that gave it."""

    scheme: str = Field(description="targets, PLOVER, ACLED, UCDP or GTD")
    field: str = Field(description="which of the scheme's fields")
    value: str | None = Field(description="the scheme's word; null where the rule could not decide")
    rule: str = Field(description="the name of the rule, as the reference of codings lists it")
    grounds: tuple[str, ...] = Field(description="what in the event the rule went by, each `fact=value`")
    index: Index | None = Field(description="which of `recipients` or `weapons` it is of; null where of the event")


class TimeOrderModel(Model):
    """How an event stands in time to another one of the same document."""

    relation: Literal["before", "after"] = Field(description="before or after the other event")
    event: str = Field(description="id of the other event")
    least_days: Index = Field(description="at least so many days lie between")
    most_days: Index | None = Field(description="at most so many; null where the words leave it open")
    rule: Literal["joined", "opening", "next-sentence"] = Field(description="how the words were read")
    spans: Spans = Field(description="the words that tell it")


class BoundsModel(Model):
    """Between which days an event lies of which no date is told."""

    from_: dt.date | None = Field(alias="from", description="not before this day; null where that side is open")
    to: dt.date | None = Field(description="not after this day; null where that side is open")
    published: bool = Field(description="true where `to` is the day of publication: what is told as done was not later")
    because: tuple[Index, ...] = Field(description="indices, in the event's `time_order`, of what sets the bounds")


class EventClaimModel(Model):
    """What a claim or a denial in the same document says of a deed."""

    event: str = Field(description="id of the CLAIM or DENY")
    kind: WordKind = Field(
        description="claimed; unclaimed: not by its actor or, without one, by nobody; hand-denied: a part in it; "
        "deed-denied: that it happened; denied: which of the two is not plain"
    )
    rule: str = Field(description="how the kind was read")
    spans: Spans = Field(description="the words that claim or deny")


class PartModel(Model):
    """An event of the same document that is part of a series."""

    event: str = Field(description="id of the part")
    rule: Literal["singled-out", "inside"] = Field(description="how it was read")
    spans: Spans = Field(description="the words that tell it: those that single it out, or both dates")


class EventModel(Model):
    """What one document tells of one happening."""

    id: str = Field(description="the same for the same text, whenever it is read")
    type: EventType = Field(description="PLOVER's type, or CLAIM or DENY of responsibility")
    mode: str | None = Field(description="PLOVER's mode of the type; null where none fits")
    stance: Stance = Field(description="how real the text says it is")
    background: bool = Field(description="true where it is older context, not the report's news")
    confidence: Fraction = Field(description=CONFIDENCE)
    triggers: Spans = Field(description="every mention of this same happening")
    date: DateModel | None = Field(description="the best of `dates`; null where no day is known")
    dates: tuple[DateModel, ...] = Field(description="every date told, rivals side by side")
    places: tuple[PlaceModel, ...] = Field(description="every place told")
    actors: tuple[PartyModel, ...] = Field(description="who does it, or is said to")
    recipients: tuple[PartyModel, ...] = Field(description="to whom it is done")
    counts: tuple[CountModel, ...] = Field(description="every count told, rivals side by side")
    weapons: tuple[TextModel, ...] = Field(description="with what")
    objects: tuple[TextModel, ...] = Field(description="what is demanded, agreed, rejected, claimed")
    damage: tuple[TextModel, ...] = Field(description="what was destroyed")
    of_event: str | None = Field(description="id of the event that a CLAIM or DENY speaks of")
    attributions: tuple[Index, ...] = Field(description="indices of all attributions that speak of this event")
    claims: tuple[EventClaimModel, ...] = Field(
        default=(), description="of a deed: who claims it, denies it, or that nobody claims it"
    )
    parts: tuple[PartModel, ...] = Field(default=(), description="of a series: its parts that are told one by one")
    part_of: tuple[str, ...] = Field(default=(), description="ids of the series that this is part of")
    time_order: tuple[TimeOrderModel, ...] = Field(
        default=(), description="how it stands in time to the document's other events"
    )
    bounds: BoundsModel | None = Field(
        default=None, description="where no date is told: the days that `time_order` leaves"
    )
    codings: tuple[CodingModel, ...] = Field(default=(), description="the event in the words of other codebooks")
    order: tuple[Role, ...] = Field(default=(), description="the role of each assertion, in their order" + FULL)
    words_only: tuple[WordsOnlyModel, ...] = Field(
        default=(), description="the assertions whose words no value could be made of" + FULL
    )


class PageModel(Model):
    """Where one page of a paged file begins and ends in the text."""

    number: int = Field(ge=1, description="counted from 1")
    start: Index = Field(description="its first character")
    end: Index = Field(description="one past its last character")


class SectionModel(Model):
    """A stretch of the text that is not plain body text."""

    kind: SectionKind = Field(description="what it is")
    span: SpanModel = Field(description="where it stands")


class PublishedModel(Model):
    """When a document was published, as far as is known."""

    known: DateKnown = Field(description="stated, inferred or unknown")
    date: dt.date | None = Field(description="the day, where stated")
    not_before: dt.date | None = Field(description="the bound that the text gives, where inferred")
    spans: Spans = Field(description="the words that give the bound")


class DocumentModel(Model):
    """One report as received."""

    id: str = Field(description="the first 16 hex digits of `sha256`")
    sha256: str = Field(description="hash of the original bytes")
    name: str = Field(description="where it came from, as the user would recognise it")
    title: str | None = Field(description="as the file says; null where it does not")
    publisher: str | None = Field(description="who published it")
    published: PublishedModel = Field(description="when it was published")
    language: str | None = Field(description="ISO 639-1; null where the text is too short to tell")
    marking: Marking = Field(description="TLP 2.0, inherited by everything derived")
    url: str | None = Field(description="its address")
    media_type: str = Field(description="what kind of file it is")
    characters: Index = Field(description="how long its text is")
    pages: tuple[PageModel, ...] = Field(description="empty where the file has no pages")
    sections: tuple[SectionModel, ...] = Field(default=(), description="stretches that are not body text" + FULL)
    text: str | None = Field(default=None, description="what all spans point into" + FULL)


class WordsModel(Model):
    """A part of an attribution: the words and where they stand."""

    text: str = Field(description="the words")
    spans: Annotated[Spans, Field(min_length=1, max_length=1)] = Field(description="where they stand; always one")


class AttributionModel(Model):
    """Who says so."""

    source: WordsModel = Field(description="who says it")
    cue: WordsModel = Field(description="the words that show that something is said; the source where none is named")
    content: WordsModel = Field(description="what is said")
    kind: AttributionKind = Field(description="what the source does by saying it")
    within: Index | None = Field(description="index of the attribution that this one is nested in")
    confidence: Fraction = Field(description=CONFIDENCE)


class TieModel(Model):
    """A lasting relation between two actors, read 'a RELATION b'."""

    a: ActorModel = Field(description="the one of whom it is told")
    b: ActorModel = Field(description="the other")
    relation: Relation = Field(description="how `a` stands to `b`")
    trend: Trend | None = Field(description="where it is going")
    attribution: Index | None = Field(default=None, description=SAID)
    events: tuple[str, ...] = Field(default=(), description="ids of the events between the two that tell it")
    dates: tuple[DateModel, ...] = Field(default=(), description="days told of these events in the same sentence")
    confidence: Fraction = Field(description=CONFIDENCE)
    spans: Spans = Field(description="the words of both actors")


class IssueModel(Model):
    """Something that went wrong with one document."""

    severity: Severity = Field(description="error: the document was lost; warning: it was kept")
    code: str = Field(description="of what kind")
    name: str = Field(description="where it came up, as the user would recognise it")
    message: str = Field(description="what was found and what to do")
    document_id: str | None = Field(description="the document, where it was taken in")


class AccountModel(Model):
    """All that one document tells: one line of the JSONL output."""

    document: DocumentModel = Field(description="the report")
    events: tuple[EventModel, ...] = Field(description="what it tells of")
    attributions: tuple[AttributionModel, ...] = Field(description="who says so; events point here by index")
    ties: tuple[TieModel, ...] = Field(description="how actors stand to each other")
    issues: tuple[IssueModel, ...] = Field(description="what went wrong in reading it")
    sentences: Spans = Field(default=(), description="the sentences, in reading order" + FULL)


MODELS: dict[str, type[Model]] = {
    "account": AccountModel,
    "actor": ActorModel,
    "actor-candidate": ActorCandidateModel,
    "attribution": AttributionModel,
    "bounds": BoundsModel,
    "coding": CodingModel,
    "count": CountModel,
    "date": DateModel,
    "document": DocumentModel,
    "event": EventModel,
    "event-claim": EventClaimModel,
    "issue": IssueModel,
    "page": PageModel,
    "part": PartModel,
    "party": PartyModel,
    "place": PlaceModel,
    "place-candidate": PlaceCandidateModel,
    "published": PublishedModel,
    "section": SectionModel,
    "span": SpanModel,
    "text": TextModel,
    "tie": TieModel,
    "time-order": TimeOrderModel,
    "words": WordsModel,
    "words-only": WordsOnlyModel,
}


def schema_names() -> tuple[str, ...]:
    """Name every record that has a schema."""
    return tuple(_all_models())


def json_schema(name: str) -> dict[str, Any]:
    """Give the JSON Schema (draft 2020-12) of one record as it stands in the JSONL output."""
    models = _all_models()
    if name not in models:
        raise UsageError(f"there is no schema {name!r}; there are: {', '.join(models)}")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **models[name].model_json_schema(by_alias=True)}


def _all_models() -> dict[str, type[Model]]:
    # Imported here: they are built of what stands above.
    from vedette.exports.incident_schema import INCIDENT_MODELS

    return {**MODELS, **INCIDENT_MODELS}
