"""The tables.

Made by Alembic's autogenerate from `tables.py` as it stood; what it makes is frozen, whatever `tables.py` becomes.
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from vedette.storage.schema import APPLICATION_ID

revision = "0001"
down_revision = None

_JSON = sa.JSON().with_variant(JSONB(), "postgresql")


def upgrade() -> None:
    """Make all tables, and mark an SQLite file as a case file."""
    if op.get_context().dialect.name == "sqlite":
        op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    op.create_table(
        "runs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("started", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_runs")),
    )
    op.create_table(
        "unread",
        sa.Column("key", sa.String(), autoincrement=False, nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("about", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("pk_unread")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_unread_about"), "unread", ["about"], unique=False)
    op.create_table(
        "documents",
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("sha256", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("media_type", sa.String(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("title", sa.String(), nullable=True),
        sa.Column("publisher", sa.String(), nullable=True),
        sa.Column("published_known", sa.String(), nullable=False),
        sa.Column("published", sa.Date(), nullable=True),
        sa.Column("published_not_before", sa.Date(), nullable=True),
        sa.Column("url", sa.String(), nullable=True),
        sa.Column("language", sa.String(), nullable=True),
        sa.Column("marking", sa.String(), nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["run_id"], ["runs.id"], name=op.f("fk_documents_run_id")),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_documents")),
        sa.UniqueConstraint("id", name=op.f("uq_documents_id")),
    )
    op.create_table(
        "attributions",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("within", sa.Integer(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("source_start", sa.Integer(), nullable=False),
        sa.Column("source_end", sa.Integer(), nullable=False),
        sa.Column("cue_start", sa.Integer(), nullable=False),
        sa.Column("cue_end", sa.Integer(), nullable=False),
        sa.Column("content_start", sa.Integer(), nullable=False),
        sa.Column("content_end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_attributions_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "position", name=op.f("pk_attributions")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "events",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("type", sa.String(), nullable=False),
        sa.Column("mode", sa.String(), nullable=True),
        sa.Column("stance", sa.String(), nullable=False),
        sa.Column("background", sa.Boolean(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("of_event", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_events_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "position", name=op.f("pk_events")),
        sa.UniqueConstraint("document_id", "id", name=op.f("uq_events_document_id_id")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_events_id"), "events", ["id"], unique=False)
    op.create_index(op.f("ix_events_type"), "events", ["type"], unique=False)
    op.create_table(
        "issues",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("severity", sa.String(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.Column("about", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_issues_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "position", name=op.f("pk_issues")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "originals",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("packing", sa.String(), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_originals_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_originals")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "pages",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_pages_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "position", name=op.f("pk_pages")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "published_spans",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_published_spans_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "position", name=op.f("pk_published_spans")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sections",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_sections_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "position", name=op.f("pk_sections")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "sentences",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_sentences_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "position", name=op.f("pk_sentences")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "ties",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("relation", sa.String(), nullable=False),
        sa.Column("trend", sa.String(), nullable=True),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_ties_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "position", name=op.f("pk_ties")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "assertions",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("role", sa.String(), nullable=False),
        sa.Column("value", sa.String(), nullable=False),
        sa.Column("confidence", sa.Double(), nullable=False),
        sa.Column("attribution", sa.Integer(), nullable=True),
        sa.Column("certainty", sa.String(), nullable=True),
        sa.Column("part_of", sa.Integer(), nullable=True),
        sa.Column("basis", sa.String(), nullable=True),
        sa.Column("date_from", sa.Date(), nullable=True),
        sa.Column("date_to", sa.Date(), nullable=True),
        sa.Column("date_precision", sa.String(), nullable=True),
        sa.Column("date_relation", sa.String(), nullable=True),
        sa.Column("anchor_start", sa.Integer(), nullable=True),
        sa.Column("anchor_end", sa.Integer(), nullable=True),
        sa.Column("name", sa.String(), nullable=True),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("geonames_id", sa.BigInteger(), nullable=True),
        sa.Column("lat", sa.Double(), nullable=True),
        sa.Column("lon", sa.Double(), nullable=True),
        sa.Column("admin1", sa.String(), nullable=True),
        sa.Column("admin2", sa.String(), nullable=True),
        sa.Column("place_precision", sa.String(), nullable=True),
        sa.Column("radius_km", sa.Double(), nullable=True),
        sa.Column("why", sa.Text(), nullable=True),
        sa.Column("low", sa.BigInteger(), nullable=True),
        sa.Column("high", sa.BigInteger(), nullable=True),
        sa.Column("approximate", sa.Boolean(), nullable=True),
        sa.Column("of_start", sa.Integer(), nullable=True),
        sa.Column("of_end", sa.Integer(), nullable=True),
        sa.Column("actor_id", sa.String(), nullable=True),
        sa.Column("actor_kind", sa.String(), nullable=True),
        sa.Column("sector", sa.String(), nullable=True),
        sa.Column("category", sa.String(), nullable=True),
        sa.Column("label_of", sa.String(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("candidates", _JSON, nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id", "event"],
            ["events.document_id", "events.position"],
            name=op.f("fk_assertions_document_id_event"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_assertions_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "event", "position", name=op.f("pk_assertions")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_assertions_actor_id"), "assertions", ["actor_id"], unique=False)
    op.create_index(op.f("ix_assertions_country"), "assertions", ["country"], unique=False)
    op.create_index(op.f("ix_assertions_date_from_date_to"), "assertions", ["date_from", "date_to"], unique=False)
    op.create_index(op.f("ix_assertions_lat_lon"), "assertions", ["lat", "lon"], unique=False)
    op.create_table(
        "event_attributions",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("attribution", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id", "event"],
            ["events.document_id", "events.position"],
            name=op.f("fk_event_attributions_document_id_event"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_event_attributions_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "event", "position", name=op.f("pk_event_attributions")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tie_actors",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("tie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("side", sa.String(), autoincrement=False, nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("country", sa.String(), nullable=True),
        sa.Column("actor_id", sa.String(), nullable=True),
        sa.Column("actor_kind", sa.String(), nullable=True),
        sa.Column("sector", sa.String(), nullable=True),
        sa.Column("category", sa.String(), nullable=True),
        sa.Column("label_of", sa.String(), nullable=True),
        sa.Column("candidates", _JSON, nullable=True),
        sa.ForeignKeyConstraint(
            ["document_id", "tie"],
            ["ties.document_id", "ties.position"],
            name=op.f("fk_tie_actors_document_id_tie"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_tie_actors_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "tie", "side", name=op.f("pk_tie_actors")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_tie_actors_actor_id"), "tie_actors", ["actor_id"], unique=False)
    op.create_table(
        "triggers",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id", "event"],
            ["events.document_id", "events.position"],
            name=op.f("fk_triggers_document_id_event"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_triggers_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "event", "position", name=op.f("pk_triggers")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "assertion_spans",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("event", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("assertion", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id", "event", "assertion"],
            ["assertions.document_id", "assertions.event", "assertions.position"],
            name=op.f("fk_assertion_spans_document_id_event_assertion"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_assertion_spans_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "event", "assertion", "position", name=op.f("pk_assertion_spans")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "tie_spans",
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("tie", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("side", sa.String(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("start", sa.Integer(), nullable=False),
        sa.Column("end", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["document_id", "tie", "side"],
            ["tie_actors.document_id", "tie_actors.tie", "tie_actors.side"],
            name=op.f("fk_tie_spans_document_id_tie_side"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["document_id"], ["documents.id"], name=op.f("fk_tie_spans_document_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("document_id", "tie", "side", "position", name=op.f("pk_tie_spans")),
        sqlite_with_rowid=False,
    )
