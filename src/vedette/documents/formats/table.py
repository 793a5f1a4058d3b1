"""Which reader reads which format."""

from __future__ import annotations

from vedette.documents.formats.archive import read_archive
from vedette.documents.formats.contract import Reader
from vedette.documents.formats.docx import read_docx
from vedette.documents.formats.feed import read_feed
from vedette.documents.formats.html import read_html
from vedette.documents.formats.json_lines import read_json_lines
from vedette.documents.formats.mail import read_mail
from vedette.documents.formats.mailbox import read_mailbox
from vedette.documents.formats.markdown import read_markdown
from vedette.documents.formats.pdf import read_pdf
from vedette.documents.formats.plain import read_plain
from vedette.documents.sniffing import Kind

READERS: dict[Kind, Reader] = {
    Kind.TEXT: read_plain,
    Kind.MARKDOWN: read_markdown,
    Kind.HTML: read_html,
    Kind.PDF: read_pdf,
    Kind.DOCX: read_docx,
    Kind.MAIL: read_mail,
    Kind.MAILBOX: read_mailbox,
    Kind.FEED: read_feed,
    Kind.JSON_LINES: read_json_lines,
    Kind.ARCHIVE: read_archive,
}
