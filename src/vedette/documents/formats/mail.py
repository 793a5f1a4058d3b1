"""E-mail messages: the body is one document, known attachments are parcels of their own."""

from __future__ import annotations

import email
import email.policy
import email.utils
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from typing import Any

from vedette.documents.cleaning import clean_field, clean_line, clean_text
from vedette.documents.dates import stated_date
from vedette.documents.decoding import decode
from vedette.documents.drafts import Draft, Remark, TextBuilder
from vedette.documents.formats.contract import Context
from vedette.documents.formats.html_blocks import Block, parse_html, visible_blocks
from vedette.documents.formats.mail_text import mail_blocks
from vedette.documents.formats.plain import cut_to
from vedette.documents.limits import Limits
from vedette.documents.parcels import Metadata, Parcel
from vedette.documents.sniffing import Kind
from vedette.documents.troubles import Refused, Unreadable

_STUB = re.compile(r"view (?:this|it|the) .{0,40}(?:browser|online)|does not support html", re.IGNORECASE)
_REPLY = re.compile(r"^(?:(?:re|fwd?|aw|wg|tr)\s*(?:\[\d+\])?:\s*)+", re.IGNORECASE)


@dataclass(slots=True)
class _Parts:
    """What a message holds: blocks of its body and files attached."""

    limits: Limits
    body: list[Block] = field(default_factory=list)
    files: list[Message] = field(default_factory=list)
    remarks: tuple[Remark, ...] = ()
    count: int = 0


def read_mail(parcel: Parcel, context: Context) -> Iterator[Draft | Parcel]:
    """Read a message: subject, sender and date from its header, the text as plain or as HTML, then attachments."""
    data = parcel.read(context.limits.file_bytes)
    if parcel.depth >= context.limits.nesting + 1:
        raise Refused("nested", f"The message stands {parcel.depth} deep in others; save it on its own.")
    message, parts = _take_apart(data, context)
    published, remarks = stated_date(_header(message, "Date"))
    metadata = Metadata(
        title=_REPLY.sub("", _header(message, "Subject") or "") or None,
        publisher=_publisher(message),
        published=published,
        url=_web_address(_header(message, "Archived-At")),
    )
    builder = TextBuilder()
    for words, kind in parts.body:
        builder.add(words, kind)
    if len(builder) or not parts.files:
        yield Draft(
            parcel.name,
            data,
            Kind.MAIL,
            builder.text(),
            metadata,
            marks=builder.marks(),
            remarks=(*remarks, *parts.remarks),
        )
    for number, part in enumerate(parts.files, start=1):
        yield from _attachment(part, number, parcel)


def _take_apart(data: bytes, context: Context) -> tuple[Message, _Parts]:
    parts = _Parts(context.limits)
    try:
        # The old policy never raises on a damaged header; the new one does on dozens of kinds.
        message = email.message_from_bytes(data, policy=email.policy.compat32)
        _collect(message, parts)
    except RecursionError as error:
        raise Refused("nested", "The message's parts are nested too deeply; save the inner one on its own.") from error
    return message, parts


def _collect(part: Message, parts: _Parts, *, body: bool = True) -> None:
    """Go through a message's parts; `body` is False below a version of the text that is not read."""
    parts.count += 1
    if parts.count > parts.limits.mail_parts:
        most = parts.limits.mail_parts
        raise Refused("too-many-parts", f"The message has more than {most} parts; save those that matter on their own.")
    kind = part.get_content_type()
    if kind == "message/rfc822":
        parts.files.append(part)
    elif part.is_multipart():
        children = [child for child in part.get_payload() if isinstance(child, Message)]
        chosen = _best_alternative(children) if kind == "multipart/alternative" else None
        for child in children:
            # Mail programs put attachments even inside a version that is not chosen.
            _collect(child, parts, body=body and chosen in (None, child))
    elif kind in ("text/plain", "text/html") and not _is_attached(part):
        if body:
            parts.body.extend(_body_blocks(part, kind, parts))
    elif _is_attached(part) or part.get_content_maintype() == "application":
        parts.files.append(part)


def _best_alternative(children: list[Message]) -> Message | None:
    """Choose the plain version, unless it only says that there is another."""
    plain = next((child for child in children if child.get_content_type() == "text/plain"), None)
    if plain is not None:
        text = _text(plain).strip()
        if text and not (len(text) < 400 and _STUB.search(text)):
            return plain
    return children[-1] if children else None


def _body_blocks(part: Message, kind: str, parts: _Parts) -> list[Block]:
    if kind == "text/plain":
        text, cut = cut_to(clean_text(_text(part)), parts.limits.text_chars)
        parts.remarks += cut
        return mail_blocks(text)
    text, cut = cut_to(_text(part), parts.limits.markup_bytes)
    parts.remarks += cut
    root = parse_html(text)
    return [] if root is None else visible_blocks(root, furniture=True)


def _text(part: Message) -> str:
    payload = part.get_payload(decode=True)
    charset = part.get_param("charset")
    return decode(payload if isinstance(payload, bytes) else b"", charset if isinstance(charset, str) else None).text


def _is_attached(part: Message) -> bool:
    return part.get_content_disposition() == "attachment" or bool(part.get_filename())


def _attachment(part: Message, number: int, parcel: Parcel) -> Iterator[Parcel]:
    """Give an attached file; pictures that only decorate the message are passed over."""
    if part.get_content_maintype() == "image" and part.get_content_disposition() != "attachment":
        return
    if part.get_content_type() == "message/rfc822":
        inner = part.get_payload()
        if isinstance(inner, list) and inner and isinstance(inner[0], Message):
            yield parcel.inside(f"message-{number}.eml", _as_bytes(inner[0]), media_type=Kind.MAIL)
        return
    payload = part.get_payload(decode=True)
    name = clean_line(_decoded(part.get_filename() or "")) or f"attachment-{number}"
    charset = part.get_param("charset")
    yield parcel.inside(
        name,
        payload if isinstance(payload, bytes) else b"",
        media_type=part.get_content_type(),
        charset=charset if isinstance(charset, str) else None,
    )


def _as_bytes(message: Message) -> bytes:
    try:
        return message.as_bytes()
    except Exception as error:  # the generator raises KeyError, UnicodeError and others on what the parser let pass
        raise Unreadable("broken", f"The attached message is damaged ({type(error).__name__}).") from error


def _header(message: Message, name: str) -> str | None:
    return clean_field(_decoded(message.get(name)))


def _decoded(value: Any) -> str:
    """Decode the encoded words of a header, and its raw bytes where a program wrote those."""
    from email.header import decode_header

    text = str(value or "")
    try:
        chunks = decode_header(text)
    except Exception:  # binascii.Error and ValueError on damaged encoded words: then the raw text must do
        return text
    return "".join(chunk if isinstance(chunk, str) else decode(chunk, charset).text for chunk, charset in chunks)


def _publisher(message: Message) -> str | None:
    """Give the mailing list's name, else the sender's, else the sender's domain."""
    list_name = (_header(message, "List-Id") or "").split("<")[0].strip().strip('"')
    name, address = email.utils.parseaddr(_header(message, "From") or "")
    return list_name or clean_field(name) or clean_field(address.rpartition("@")[2])


def _web_address(value: str | None) -> str | None:
    address = (value or "").strip("<>")
    return address if address.startswith(("http://", "https://")) else None
