"""Judgements, what was last held to be one incident, and where ids that are gone lead."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "judgements",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("by", sa.String(), nullable=False),
        sa.Column("at", sa.String(), nullable=False),
        sa.Column("why", sa.Text(), nullable=False),
        sa.Column("undoes", sa.Integer(), nullable=True),
        sa.Column("role", sa.String(), nullable=True),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("human", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_judgements")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "judgement_events",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("part", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("position", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.ForeignKeyConstraint(
            ["number"], ["judgements.number"], name=op.f("fk_judgement_events_number"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("number", "part", "position", name=op.f("pk_judgement_events")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "incident_events",
        sa.Column("document_id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("event_id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("incident", sa.String(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", "event_id", name=op.f("pk_incident_events")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_incident_events_incident"), "incident_events", ["incident"], unique=False)
    op.create_table(
        "forwarding",
        sa.Column("old", sa.String(), autoincrement=False, nullable=False),
        sa.Column("new", sa.String(), nullable=True),
        sa.PrimaryKeyConstraint("old", name=op.f("pk_forwarding")),
        sqlite_with_rowid=False,
    )
