"""The tables of a case file, for SQLite and PostgreSQL alike.

Every row of a document's account hangs on its row in `documents` and goes with it. Spans are kept as offsets alone:
their words are `substr(documents.text, start + 1, end - start)`, so that they can never differ from the text.
Positions count from 0 and keep the order of the records. `docs/reference/storage.md` repeats the comments, and a test
holds the two together; another holds these tables to what the migrations make.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

Json = sa.JSON(none_as_null=True).with_variant(JSONB(none_as_null=True), "postgresql")


def _column(name: str, kind: sa.types.TypeEngine[Any], comment: str, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, kind, nullable=nullable, comment=comment)


def _maybe(name: str, kind: sa.types.TypeEngine[Any], comment: str) -> sa.Column[Any]:
    return _column(name, kind, comment, nullable=True)


def _key(name: str, kind: sa.types.TypeEngine[Any], comment: str) -> sa.Column[Any]:
    # The keys come from the records; the database never invents one.
    return sa.Column(name, kind, primary_key=True, autoincrement=False, comment=comment)


def _span(name: str, comment: str, nullable: bool = False) -> tuple[sa.Column[Any], sa.Column[Any]]:
    return (
        _column(f"{name}start", sa.Integer(), f"{comment}: first character", nullable),
        _column(f"{name}end", sa.Integer(), f"{comment}: one past the last character", nullable),
    )


def _of_document() -> sa.Column[Any]:
    return sa.Column(
        "document_id",
        sa.String(),
        sa.ForeignKey("documents.id", ondelete="CASCADE"),
        primary_key=True,
        comment="the document",
    )


def _below(table: str, columns: list[str], parent: list[str]) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(columns, [f"{table}.{name}" for name in parent], ondelete="CASCADE")


def _table(name: str, comment: str, *parts: sa.schema.SchemaItem) -> sa.Table:
    # Without a row number of SQLite's own, rows lie in the order of their keys, in which they are always read.
    return sa.Table(name, metadata, *parts, comment=comment, sqlite_with_rowid=False)


runs = sa.Table(
    "runs",
    metadata,
    sa.Column("id", sa.Integer(), primary_key=True, comment="counts up"),
    _column("version", sa.String(), "the reader's version"),
    _column("started", sa.String(), "when the run kept its first document, ISO 8601 in UTC"),
    comment="Which version of the reader read when.",
)

documents = sa.Table(
    "documents",
    metadata,
    sa.Column("number", sa.Integer(), primary_key=True, comment="counts up; the search index points here"),
    _column("id", sa.String(), "the first 16 hex digits of sha256"),
    _column("sha256", sa.String(), "hash of the original bytes"),
    _column("name", sa.String(), "where it came from, as the user would recognise it"),
    _column("media_type", sa.String(), "what kind of file it is"),
    _column("text", sa.Text(), "what all spans point into"),
    _maybe("title", sa.String(), "as the file says"),
    _maybe("publisher", sa.String(), "who published it"),
    _column("published_known", sa.String(), "stated, inferred or unknown"),
    _maybe("published", sa.Date(), "the day on which it was published, where stated"),
    _maybe("published_not_before", sa.Date(), "the bound that the text gives, where inferred"),
    _maybe("url", sa.String(), "its address"),
    _maybe("language", sa.String(), "ISO 639-1"),
    _column("marking", sa.String(), "TLP 2.0"),
    _column("version", sa.String(), "the version of the reader whose account is kept"),
    sa.Column("run_id", sa.Integer(), sa.ForeignKey("runs.id"), nullable=False, comment="the run that kept it"),
    sa.UniqueConstraint("id"),
    comment="One report as received.",
)

originals = _table(
    "originals",
    "The bytes that came in.",
    _of_document(),
    _column("packing", sa.String(), "how `data` is packed: zlib or none"),
    _column("size", sa.Integer(), "how many bytes came in"),
    _column("data", sa.LargeBinary(), "the bytes, packed"),
)

published_spans = _table(
    "published_spans",
    "The words that give the bound of an inferred date of publication.",
    _of_document(),
    _key("position", sa.Integer(), "order"),
    *_span("", "the words"),
)

pages = _table(
    "pages",
    "Where the pages of a paged file begin and end.",
    _of_document(),
    _key("position", sa.Integer(), "order"),
    _column("number", sa.Integer(), "the page's number, from 1"),
    *_span("", "the page"),
)

sections = _table(
    "sections",
    "Stretches of the text that are not plain body text.",
    _of_document(),
    _key("position", sa.Integer(), "order"),
    _column("kind", sa.String(), "headline, byline, dateline, caption, pull quote, boilerplate"),
    *_span("", "the stretch"),
)

sentences = _table(
    "sentences",
    "The sentences of the text.",
    _of_document(),
    _key("position", sa.Integer(), "order of reading"),
    *_span("", "the sentence"),
)

attributions = _table(
    "attributions",
    "Who says so.",
    _of_document(),
    _key("position", sa.Integer(), "what events and assertions point to"),
    _column("kind", sa.String(), "what the source does by saying it"),
    _maybe("within", sa.Integer(), "position of the attribution that this one is nested in"),
    _column("confidence", sa.Double(), "0 to 1"),
    *_span("source_", "the source"),
    *_span("cue_", "the cue"),
    *_span("content_", "what is said"),
)

events = _table(
    "events",
    "What one document tells of one happening.",
    _of_document(),
    _key("position", sa.Integer(), "order"),
    _column("id", sa.String(), "the event's own id"),
    _column("type", sa.String(), "PLOVER's type, or CLAIM or DENY"),
    _maybe("mode", sa.String(), "PLOVER's mode"),
    _column("stance", sa.String(), "how real the text says it is"),
    _column("background", sa.Boolean(), "whether it is older context"),
    _column("confidence", sa.Double(), "0 to 1"),
    _maybe("of_event", sa.String(), "id of the event that a CLAIM or DENY speaks of"),
    sa.UniqueConstraint("document_id", "id"),
    sa.Index(None, "id"),
    sa.Index(None, "type"),
)

triggers = _table(
    "triggers",
    "The mentions of an event.",
    _of_document(),
    _key("event", sa.Integer(), "the event's position"),
    _key("position", sa.Integer(), "order"),
    *_span("", "the mention"),
    _below("events", ["document_id", "event"], ["document_id", "position"]),
)

event_attributions = _table(
    "event_attributions",
    "The attributions that speak of an event.",
    _of_document(),
    _key("event", sa.Integer(), "the event's position"),
    _key("position", sa.Integer(), "order"),
    _column("attribution", sa.Integer(), "the attribution's position"),
    _below("events", ["document_id", "event"], ["document_id", "position"]),
)

assertions = _table(
    "assertions",
    "One value for one slot of one event; the columns of other kinds of values are null.",
    _of_document(),
    _key("event", sa.Integer(), "the event's position"),
    _key("position", sa.Integer(), "order"),
    _column("role", sa.String(), "what the value is to the event"),
    _column("value", sa.String(), "which kind of value: date, place, count, actor, text"),
    _column("confidence", sa.Double(), "0 to 1"),
    _maybe("attribution", sa.Integer(), "position of the innermost attribution; null: the publisher itself"),
    _maybe("certainty", sa.String(), "how an actor is tied to the deed"),
    _maybe("part_of", sa.Integer(), "position of the total that this count is a part of"),
    _maybe("basis", sa.String(), "date, place, count: where it comes from"),
    _maybe("date_from", sa.Date(), "date: first day"),
    _maybe("date_to", sa.Date(), "date: last day, inclusive"),
    _maybe("date_precision", sa.String(), "date: how exact"),
    _maybe("date_relation", sa.String(), "date: how it hangs on its anchor"),
    *_span("anchor_", "date: what it hangs on", nullable=True),
    _maybe("name", sa.String(), "place, actor: the registry's name, else the words"),
    _maybe("country", sa.String(), "place, actor: ISO 3166-1 alpha-2"),
    _maybe("geonames_id", sa.BigInteger(), "place: number in GeoNames"),
    _maybe("lat", sa.Double(), "place: degrees north, WGS 84"),
    _maybe("lon", sa.Double(), "place: degrees east, WGS 84"),
    _maybe("admin1", sa.String(), "place: province or state"),
    _maybe("admin2", sa.String(), "place: district"),
    _maybe("place_precision", sa.String(), "place: how exact"),
    _maybe("radius_km", sa.Double(), "place: uncertainty of an area"),
    _maybe("why", sa.Text(), "place: why this candidate won"),
    _maybe("low", sa.BigInteger(), "count: at least"),
    _maybe("high", sa.BigInteger(), "count: at most"),
    _maybe("approximate", sa.Boolean(), "count: about, some, around"),
    *_span("of_", "count: whom it counts", nullable=True),
    _maybe("actor_id", sa.String(), "actor: key in the registry"),
    _maybe("actor_kind", sa.String(), "actor: state, armed-group, person, generic, …"),
    _maybe("sector", sa.String(), "actor: PLOVER's sector"),
    _maybe("category", sa.String(), "actor: what a victim or target is"),
    _maybe("label_of", sa.String(), "actor: whose label the name is"),
    _maybe("text", sa.Text(), "text: the words"),
    _maybe("candidates", Json, "place, actor: what else the words could mean, best first; null: none"),
    _below("events", ["document_id", "event"], ["document_id", "position"]),
    sa.Index(None, "date_from", "date_to"),
    sa.Index(None, "lat", "lon"),
    sa.Index(None, "country"),
    sa.Index(None, "actor_id"),
)

assertion_spans = _table(
    "assertion_spans",
    "The words that a value comes from.",
    _of_document(),
    _key("event", sa.Integer(), "the event's position"),
    _key("assertion", sa.Integer(), "the assertion's position"),
    _key("position", sa.Integer(), "order"),
    *_span("", "the words"),
    _below("assertions", ["document_id", "event", "assertion"], ["document_id", "event", "position"]),
)

ties = _table(
    "ties",
    "A lasting relation between two actors, read: a RELATION b.",
    _of_document(),
    _key("position", sa.Integer(), "order"),
    _column("relation", sa.String(), "how a stands to b"),
    _maybe("trend", sa.String(), "growing or weakening"),
    _column("confidence", sa.Double(), "0 to 1"),
)

tie_actors = _table(
    "tie_actors",
    "The two sides of a tie.",
    _of_document(),
    _key("tie", sa.Integer(), "the tie's position"),
    _key("side", sa.String(), "a or b"),
    _column("name", sa.String(), "the registry's name, else the words"),
    _maybe("country", sa.String(), "ISO 3166-1 alpha-2"),
    _maybe("actor_id", sa.String(), "key in the registry"),
    _maybe("actor_kind", sa.String(), "state, armed-group, person, generic, …"),
    _maybe("sector", sa.String(), "PLOVER's sector"),
    _maybe("category", sa.String(), "what a victim or target is"),
    _maybe("label_of", sa.String(), "whose label the name is"),
    _maybe("candidates", Json, "who else the name could mean, best first; null: nobody"),
    _below("ties", ["document_id", "tie"], ["document_id", "position"]),
    sa.Index(None, "actor_id"),
)

tie_spans = _table(
    "tie_spans",
    "The words that name one side of a tie.",
    _of_document(),
    _key("tie", sa.Integer(), "the tie's position"),
    _key("side", sa.String(), "a or b"),
    _key("position", sa.Integer(), "order"),
    *_span("", "the words"),
    _below("tie_actors", ["document_id", "tie", "side"], ["document_id", "tie", "side"]),
)

issues = _table(
    "issues",
    "What went wrong in reading a document that is kept.",
    _of_document(),
    _key("position", sa.Integer(), "order"),
    _column("severity", sa.String(), "error or warning"),
    _column("code", sa.String(), "of what kind"),
    _column("name", sa.String(), "where it came up"),
    _column("message", sa.Text(), "what was found and what to do"),
    _maybe("about", sa.String(), "the document that the issue itself names"),
)

unread = _table(
    "unread",
    "What could not be taken in; a row goes when its document is kept after all.",
    _key("key", sa.String(), "hash of all that the issue says, so that the same issue is kept once"),
    _column("severity", sa.String(), "error or warning"),
    _column("code", sa.String(), "of what kind"),
    _column("name", sa.String(), "where it came up"),
    _column("message", sa.Text(), "what was found and what to do"),
    _maybe("about", sa.String(), "the document, where its bytes could be hashed"),
    sa.Index(None, "about"),
)

judgements = _table(
    "judgements",
    "Decisions by people and rules; rows are added and never changed. Their events may have been read anew since.",
    _key("number", sa.Integer(), "counts up: the order of replay"),
    _column("kind", sa.String(), "same, not-same, split, accept, reject, correct, undo"),
    _column("by", sa.String(), "who decided"),
    _column("at", sa.String(), "when, ISO 8601 in UTC"),
    _column("why", sa.Text(), "the reason given; may be empty"),
    _maybe("undoes", sa.Integer(), "undo: number of the judgement taken back"),
    _maybe("role", sa.String(), "correct: the role whose value is set"),
    _maybe("value", sa.Text(), "correct: what was written for it"),
    _column("human", sa.Boolean(), "whether a person decided, whose word stands above any rule's"),
    sa.Column(
        "of_event",
        sa.Boolean(),
        nullable=False,
        server_default=sa.false(),
        comment="accept, reject: whether it speaks of the one event alone, not of its incident",
    ),
)

judgement_events = _table(
    "judgement_events",
    "The events that a judgement speaks of.",
    _key("number", sa.Integer(), "the judgement"),
    _key("part", sa.Integer(), "which of its groups"),
    _key("position", sa.Integer(), "order"),
    _column("document_id", sa.String(), "the event's document"),
    _column("event_id", sa.String(), "the event's own id"),
    _below("judgements", ["number"], ["number"]),
)

incident_events = _table(
    "incident_events",
    "Which events were last held to be one incident; worked out anew from events and judgements, kept to be compared.",
    _key("document_id", sa.String(), "the event's document"),
    _key("event_id", sa.String(), "the event's own id"),
    _column("incident", sa.String(), "the incident's id"),
    sa.Index(None, "incident"),
)

forwarding = _table(
    "forwarding",
    "Where ids of incidents that are gone lead.",
    _key("old", sa.String(), "the id that is gone"),
    _maybe("new", sa.String(), "the incident that most of its events belong to now; null: its events are gone too"),
)

merging = _table(
    "merging",
    "How far merging has come; one row. What it keeps can be worked out anew from accounts and judgements.",
    _key("only", sa.Integer(), "always 1"),
    _column("method", sa.String(), "hash of the way of merging that all scores come from"),
    _column("judgement", sa.Integer(), "number of the last judgement that the groups have regard to"),
)

merged_documents = _table(
    "merged_documents",
    "The documents whose events have been compared.",
    _key("document_id", sa.String(), "the document"),
    _column("version", sa.String(), "the version of the reader whose account was compared"),
    _column("run_id", sa.Integer(), "the run that kept that account"),
)

merged_events = sa.Table(
    "merged_events",
    metadata,
    _key("number", sa.Integer(), "counts up: a short name"),
    _column("document_id", sa.String(), "the event's document"),
    _column("event_id", sa.String(), "the event's own id"),
    _column("sketch", sa.Text(), "what is compared of it, as JSON"),
    sa.UniqueConstraint("document_id", "event_id"),
    comment="The events that have been compared.",
)

merged_keys = _table(
    "merged_keys",
    "Under which keys an event is found by others.",
    _key("key", sa.String(), "a name, a place, an actor, a country"),
    _key("line", sa.LargeBinary(), "the event's place under this key: days, document and event id, in order of bytes"),
    _column("event", sa.Integer(), "the event's number in `merged_events`"),
    sa.Index(None, "event"),
)

merged_pairs = _table(
    "merged_pairs",
    "Pairs of events that have been compared, each twice, once from either side.",
    _key("one", sa.Integer(), "the one event's number in `merged_events`"),
    _key("two", sa.Integer(), "the other's"),
    _column("score", sa.Double(), "log-odds that they are one happening"),
)

# In the order in which rows are put in; what hangs on another comes after it.
OF_DOCUMENT: tuple[sa.Table, ...] = (
    originals,
    published_spans,
    pages,
    sections,
    sentences,
    attributions,
    events,
    triggers,
    event_attributions,
    assertions,
    assertion_spans,
    ties,
    tie_actors,
    tie_spans,
    issues,
)
