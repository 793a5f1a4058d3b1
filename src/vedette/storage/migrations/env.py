"""Runs the migrations on the connection that `schema.upgrade` hands over."""

from alembic import context

from vedette.storage.schema import VERSION_TABLE
from vedette.storage.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    version_table=VERSION_TABLE,
)
with context.begin_transaction():
    context.run_migrations()
