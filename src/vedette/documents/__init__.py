"""Reports as received: files, folders, pages, feeds, mailboxes and archives as Documents.

Takes: paths, folders, http(s) addresses, "-" for the standard input; what the user says of publisher, date, marking.
Gives: `read_documents`, one `Received` (Document, original bytes, warnings) or Issue at a time, in the order of the
inputs; `count_inputs`, an estimate of how many there will be.
Keeps: the original bytes and their hash, pages, and which stretches of the text are not the report's own words.
Refuses: what goes beyond `Limits`, what is no text, addresses inside private networks; each refusal is an Issue.
Measured by: `tests/documents` (every span is the slice that it claims to be; nothing raises on fuzzed bytes).
"""

from vedette.documents.assembly import Received
from vedette.documents.fetching import Fetcher
from vedette.documents.inputs import count_inputs
from vedette.documents.limits import Limits
from vedette.documents.receiving import ReadOptions, read_documents

__all__ = ["Fetcher", "Limits", "ReadOptions", "Received", "count_inputs", "read_documents"]
