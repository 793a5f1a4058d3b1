"""Search over titles and texts: FTS5 on SQLite, a tsvector with a GIN index on PostgreSQL.

Both keep themselves: whatever puts a document in or takes it out, the index follows. Both stem English words.
"""

from alembic import op

revision = "0002"
down_revision = "0001"

_SQLITE = (
    # The index holds no second copy of the text: it reads it from `documents`.
    """
    CREATE VIRTUAL TABLE documents_search USING fts5(
        title, text, content='documents', content_rowid='number', tokenize='porter unicode61 remove_diacritics 2'
    )
    """,
    """
    CREATE TRIGGER documents_search_insert AFTER INSERT ON documents BEGIN
        INSERT INTO documents_search (rowid, title, text) VALUES (new.number, new.title, new.text);
    END
    """,
    """
    CREATE TRIGGER documents_search_delete AFTER DELETE ON documents BEGIN
        INSERT INTO documents_search (documents_search, rowid, title, text)
        VALUES ('delete', old.number, old.title, old.text);
    END
    """,
    """
    CREATE TRIGGER documents_search_update AFTER UPDATE ON documents BEGIN
        INSERT INTO documents_search (documents_search, rowid, title, text)
        VALUES ('delete', old.number, old.title, old.text);
        INSERT INTO documents_search (rowid, title, text) VALUES (new.number, new.title, new.text);
    END
    """,
    "INSERT INTO documents_search (documents_search) VALUES ('rebuild')",
)

_POSTGRESQL = (
    # A tsvector holds at most 1 MiB. Of a text with more different words than that, as much is indexed as fits.
    """
    CREATE FUNCTION vedette_search(title text, body text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE AS $$
    DECLARE
        kept integer := length(body);
    BEGIN
        LOOP
            BEGIN
                RETURN setweight(to_tsvector('pg_catalog.english', left(coalesce(title, ''), 1000)), 'A')
                    || setweight(to_tsvector('pg_catalog.english', left(body, kept)), 'B');
            EXCEPTION WHEN program_limit_exceeded THEN
                kept := kept / 2;
            END;
        END LOOP;
    END
    $$
    """,
    "ALTER TABLE documents ADD COLUMN search tsvector GENERATED ALWAYS AS (vedette_search(title, text)) STORED",
    "CREATE INDEX ix_documents_search ON documents USING gin (search)",
)


def upgrade() -> None:
    """Make the index over what is kept already, and see that it follows what comes."""
    for statement in _SQLITE if op.get_context().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)
