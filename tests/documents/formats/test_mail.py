"""Messages and mailboxes."""

from __future__ import annotations

import datetime as dt
from email.message import EmailMessage
from pathlib import Path

import pytest

from tests.documents.samples import (
    REPORT,
    SECOND,
    documents,
    issues,
    mail,
    only,
    only_issue,
    pdf,
    receive_bytes,
    sections,
    small,
)
from vedette.records import DateKnown, SectionKind

BODY = """\
A bomb went off in the main market of Dera Qazi on Tuesday morning,
killing four people and wounding at least 12, the district police chief
told reporters.

On Mon, 5 Jan 2026 at 10:00, Desk <desk@example.org> wrote:
> Nine people were killed in Sarband.

--\x20
Dera Desk
Room 3
"""


def read(tmp_path: Path, message: EmailMessage) -> list[str]:
    return [found.document.text for found in documents(receive_bytes(tmp_path, "a.eml", message.as_bytes()))]


def test_a_message_states_its_title_its_publisher_and_its_date(tmp_path: Path) -> None:
    message = mail(REPORT, Subject="Re: Blast – Dera Qazi", Date="Tue, 20 Jan 2026 23:30:00 -0500")
    document = only(receive_bytes(tmp_path, "a.eml", message.as_bytes())).document
    assert (document.title, document.publisher) == ("Blast – Dera Qazi", "Dera Desk")
    assert (document.published.known, document.published.date) == (DateKnown.STATED, dt.date(2026, 1, 20))
    assert document.text == f"Blast – Dera Qazi\n\n{REPORT}"


@pytest.mark.parametrize(
    ("headers", "publisher"),
    [
        ({"List-Id": "Hill Alerts <alerts.example.org>"}, "Hill Alerts"),
        ({"List-Id": "<alerts.example.org>"}, "Dera Desk"),
        ({"From": "desk@example.org"}, "example.org"),
    ],
)
def test_the_publisher_is_the_list_or_the_sender(tmp_path: Path, headers: dict[str, str], publisher: str) -> None:
    data = mail(REPORT, **headers).as_bytes()
    assert only(receive_bytes(tmp_path, "a.eml", data)).document.publisher == publisher


def test_quotations_and_signatures_are_boilerplate(tmp_path: Path) -> None:
    found = sections(only(receive_bytes(tmp_path, "a.eml", mail(BODY, Subject="Blast").as_bytes())))
    assert [words for kind, words in found if kind is SectionKind.BOILERPLATE] == [
        "On Mon, 5 Jan 2026 at 10:00, Desk <desk@example.org> wrote:",
        "Nine people were killed in Sarband.",
        "--",
        "Dera Desk",
        "Room 3",
    ]


def test_a_message_that_only_sends_another_on_is_that_other(tmp_path: Path) -> None:
    body = f"---------- Forwarded message ----------\nFrom: A <a@example.org>\nSubject: Blast\n\n{REPORT}\n"
    found = sections(only(receive_bytes(tmp_path, "a.eml", mail(body, Subject="Fwd: Blast").as_bytes())))
    assert (SectionKind.BOILERPLATE, "From: A <a@example.org>") in found
    assert REPORT not in [words for _, words in found]


def test_html_stands_in_where_there_is_no_plain_text(tmp_path: Path) -> None:
    message = EmailMessage()
    message["From"], message["Subject"] = "a@example.org", "Blast"
    message.set_content(f"<table><tr><td><p>{REPORT}</p><p>{SECOND}</p></td></tr></table>", subtype="html")
    assert read(tmp_path, message) == [f"Blast\n\n{REPORT}\n\n{SECOND}"]


def test_of_two_versions_of_the_text_the_plain_one_is_read_unless_it_only_points_to_the_other(tmp_path: Path) -> None:
    message = mail(REPORT, Subject="Blast")
    message.add_alternative("<p>Other words.</p>", subtype="html")
    assert read(tmp_path, message) == [f"Blast\n\n{REPORT}"]
    stub = mail("View this email in your browser", Subject="Blast")
    stub.add_alternative(f"<p>{REPORT}</p>", subtype="html")
    assert read(tmp_path, stub) == [f"Blast\n\n{REPORT}"]


def test_a_file_inside_the_version_that_is_not_read_is_not_lost(tmp_path: Path) -> None:
    message = mail(REPORT, Subject="Blast")
    message.add_alternative("<p>Other words.</p>", subtype="html")
    html = message.get_payload(1)
    assert isinstance(html, EmailMessage)
    html.add_related(pdf([["Four died in town."]]), maintype="application", subtype="pdf", filename="note.pdf")
    assert read(tmp_path, message) == [f"Blast\n\n{REPORT}", "Four died in town."]


def test_attachments_of_known_kinds_are_documents_of_their_own(tmp_path: Path) -> None:
    message = mail("See the files.", Subject="Files")
    message.add_attachment(pdf([["Four died in town."]]), maintype="application", subtype="pdf", filename="note.pdf")
    message.add_attachment(SECOND, filename="more.txt")
    message.add_attachment(mail(REPORT, Subject="Inner"))
    message.add_attachment(b"\x89PNG123", maintype="image", subtype="png", filename="logo.png", disposition="inline")
    found = receive_bytes(tmp_path, "a.eml", message.as_bytes())
    names = [received.document.name.rpartition("a.eml")[2] for received in documents(found)]
    assert names == ["", "/note.pdf", "/more.txt", "/message-3.eml"]
    assert issues(found) == []


def test_an_encoded_subject_and_an_unknown_charset_are_read(tmp_path: Path) -> None:
    data = (
        b"From: =?utf-8?q?Caf=C3=A9?= <a@example.org>\nSubject: =?bad-charset?q?Blast?= =?utf-8?b?w6k=?=\n"
        b"Content-Type: text/plain; charset=no-such\n\nThe caf\xe9 was hit.\n"
    )
    document = only(receive_bytes(tmp_path, "a.eml", data)).document
    assert document.publisher == "Café"
    assert document.text.endswith("The café was hit.")


def test_a_date_that_does_not_exist_is_a_warning(tmp_path: Path) -> None:
    data = mail(REPORT, Subject="Blast").as_bytes().replace(b"Subject:", b"Date: Xyz, 99 Foo 2026\nSubject:")
    received = only(receive_bytes(tmp_path, "a.eml", data))
    assert [issue.code for issue in received.issues] == ["bad-date"]


def test_a_mailbox_gives_each_message_by_its_number(tmp_path: Path) -> None:
    first, second = (mail(text, Subject=text[:6]).as_bytes() for text in (REPORT, "Second.\n\n>From the start."))
    data = b"From a@b Tue Jan 20 10:00:00 2026\n" + first + b"\n\nFrom a@b Tue Jan 20 10:00:00 2026\n" + second
    found = documents(receive_bytes(tmp_path, "a.mbox", data))
    assert [received.document.name.rpartition("#")[2] for received in found] == ["1", "2"]
    assert "From the start" in found[1].document.text


def test_a_message_too_large_in_a_mailbox_costs_only_itself(tmp_path: Path) -> None:
    start = b"From a@b Tue Jan 20 10:00:00 2026\n"
    data = start + mail("x " * 3000).as_bytes() + b"\n" + start + mail(REPORT).as_bytes()
    found = receive_bytes(tmp_path, "a.mbox", data, small(file_bytes=2_000))
    assert [issue.code for issue in issues(found)] == ["too-large"]
    assert len(documents(found)) == 1


def test_parts_without_end_are_refused(tmp_path: Path) -> None:
    message = mail(REPORT, Subject="Many")
    for number in range(20):
        message.add_attachment(b"x", maintype="text", subtype="plain", filename=f"{number}.txt")
    assert (
        only_issue(receive_bytes(tmp_path, "a.eml", message.as_bytes(), small(mail_parts=10))).code == "too-many-parts"
    )


def test_parts_nested_without_end_are_refused(tmp_path: Path) -> None:
    opening = "".join(f'Content-Type: multipart/mixed; boundary="b{n}"\n\n--b{n}\n' for n in range(3000))
    data = f"From: a@example.org\nSubject: x\nMIME-Version: 1.0\n{opening}".encode()
    found = receive_bytes(tmp_path, "a.eml", data)
    assert [issue.code for issue in issues(found)] in (["nested"], ["too-many-parts"])


def test_messages_in_messages_are_followed_to_a_bound(tmp_path: Path) -> None:
    message = mail(REPORT, Subject="0")
    for number in range(1, 9):
        outer = mail(f"Level {number}", Subject=str(number))
        outer.add_attachment(message)
        message = outer
    found = receive_bytes(tmp_path, "a.eml", message.as_bytes())
    assert [issue.code for issue in issues(found)] == ["nested"]


def test_a_text_with_fields_on_top_is_no_message(tmp_path: Path) -> None:
    data = f"Subject: Blast\nDate: 2026-01-20\nSource: Hill Post\n\n{REPORT}".encode()
    document = only(receive_bytes(tmp_path, "a.txt", data)).document
    assert (document.media_type, document.publisher) == ("text/plain", "Hill Post")
