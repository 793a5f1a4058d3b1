"""What merging keeps, so that one more report is compared with its neighbours alone; judgements of one event."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make the tables, and tell of each judgement whether it speaks of one event."""
    op.add_column("judgements", sa.Column("of_event", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.create_table(
        "merging",
        sa.Column("only", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("method", sa.String(), nullable=False),
        sa.Column("judgement", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("only", name=op.f("pk_merging")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "merged_documents",
        sa.Column("document_id", sa.String(), autoincrement=False, nullable=False),
        sa.Column("version", sa.String(), nullable=False),
        sa.Column("run_id", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("document_id", name=op.f("pk_merged_documents")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "merged_events",
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("document_id", sa.String(), nullable=False),
        sa.Column("event_id", sa.String(), nullable=False),
        sa.Column("sketch", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("number", name=op.f("pk_merged_events")),
        sa.UniqueConstraint("document_id", "event_id", name=op.f("uq_merged_events_document_id_event_id")),
    )
    op.create_table(
        "merged_keys",
        sa.Column("key", sa.String(), autoincrement=False, nullable=False),
        sa.Column("line", sa.LargeBinary(), autoincrement=False, nullable=False),
        sa.Column("event", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("key", "line", name=op.f("pk_merged_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index(op.f("ix_merged_keys_event"), "merged_keys", ["event"], unique=False)
    op.create_table(
        "merged_pairs",
        sa.Column("one", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("two", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.PrimaryKeyConstraint("one", "two", name=op.f("pk_merged_pairs")),
        sqlite_with_rowid=False,
    )
