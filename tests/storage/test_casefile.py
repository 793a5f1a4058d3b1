"""What goes into a case comes out of it, once and whole."""

from __future__ import annotations

import dataclasses
import datetime as dt
import hashlib
import itertools
from pathlib import Path

import pytest
import sqlalchemy as sa
from hypothesis import HealthCheck, given, settings

from tests.exports.small import TEXT, account
from tests.exports.strategies import accounts
from tests.storage.small import happening, original, told
from vedette.errors import StorageError, UsageError
from vedette.records import Account, Assertion, Basis, CountValue, Issue, Role, Severity, Span
from vedette.storage import CaseFile, open_case
from vedette.storage.engines import engine_for, reading
from vedette.storage.tables import metadata

_versions = itertools.count()
UNREAD = Issue(Severity.ERROR, "too-large", "big.pdf", "big.pdf has 90 MB; the limit is 50 MB")


def _everything(target: str) -> dict[str, list[tuple[object, ...]]]:
    """Give all rows of all tables."""
    engine = engine_for(target)
    with reading(engine) as connection:
        rows = {
            table.name: [tuple(row) for row in connection.execute(sa.select(table).order_by(*table.primary_key))]
            for table in metadata.sorted_tables
        }
    engine.dispose()
    return rows


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(drawn=accounts())
def test_an_account_comes_out_as_it_went_in(case: CaseFile, drawn: Account) -> None:
    case.add(drawn, original(drawn), f"v{next(_versions)}")
    assert case.account(drawn.document.id) == drawn


def test_accounts_come_in_the_order_of_their_ids_whoever_came_first(case: CaseFile) -> None:
    many = [told(f"Report number {number}.", happening(f"e{number}")) for number in range(150)]
    for each in many:  # their ids are hashes, so that this order is none
        assert case.add(each, original(each), "1")
    assert list(case.accounts()) == sorted(many, key=lambda each: each.document.id)
    assert case.document_ids() == tuple(sorted(each.document.id for each in many))


def test_reading_the_same_input_again_changes_nothing(case: CaseFile, target: str) -> None:
    assert case.add(account(), TEXT.encode(), "1")
    before = _everything(target)
    assert not case.add(account(), TEXT.encode(), "1")
    with open_case(target) as again:
        assert not again.add(account(), TEXT.encode(), "1")
    assert _everything(target) == before


def test_another_version_of_the_reader_replaces_the_account_and_leaves_nothing_of_the_old(
    case: CaseFile, target: str
) -> None:
    case.add(account(), TEXT.encode(), "1")
    assert case.has(account().document.id, "1")
    bare = Account(account().document)
    assert case.add(bare, TEXT.encode(), "2")
    assert not case.has(account().document.id, "1")
    assert case.has(account().document.id, "2")
    assert list(case.accounts()) == [bare]
    left = {name for name, rows in _everything(target).items() if rows}
    assert left == {"runs", "documents", "originals", "sections"}


def test_an_account_that_cannot_be_kept_leaves_the_old_one(case: CaseFile, target: str) -> None:
    case.add(account(), TEXT.encode(), "1")
    before = _everything(target)
    event = dataclasses.replace(account().events[0], triggers=(Span(0, 4, "boom"),))
    with pytest.raises(ValueError, match="boom"):
        case.add(dataclasses.replace(account(), events=(event,)), TEXT.encode(), "2")
    assert _everything(target) == before


@pytest.mark.parametrize("data", [b"", b"short", b"plain words " * 500, bytes(range(256))])
def test_the_bytes_that_came_in_come_out(case: CaseFile, data: bytes) -> None:
    sha256 = hashlib.sha256(data).hexdigest()
    document = dataclasses.replace(account().document, id=sha256[:16], sha256=sha256)
    case.add(Account(document), data, "1")
    assert case.original(document.id) == data


def test_other_bytes_than_those_that_were_hashed_are_refused(case: CaseFile) -> None:
    with pytest.raises(ValueError, match="hash"):
        case.add(account(), b"other bytes", "1")
    assert case.document_ids() == ()


@pytest.mark.parametrize("title", ["nul \0", "half a pair \ud83d"])
def test_text_that_no_database_keeps_is_refused_with_a_reason(case: CaseFile, title: str) -> None:
    document = dataclasses.replace(account().document, title=title)
    with pytest.raises(StorageError, match="NUL or half"):
        case.add(Account(document), TEXT.encode(), "1")


def test_a_count_past_all_counting_is_refused_with_a_reason(case: CaseFile) -> None:
    absurd = Assertion(Role.KILLED, CountValue(2**63, None, Basis.STATED, ()), 0.5)
    report = told("Very many died.", happening("e1", absurd))
    with pytest.raises(StorageError, match="count"):
        case.add(report, original(report), "1")


def test_what_is_not_there_is_a_wrong_question(case: CaseFile) -> None:
    for ask in (case.account, case.original, case.find_event):
        with pytest.raises(UsageError):
            ask("0123456789abcdef")
    assert not case.has("0123456789abcdef", "1")
    assert list(case.accounts()) == []


def test_an_event_is_found_by_the_beginning_of_its_id(case: CaseFile) -> None:
    one = told("One.", happening("aa11"), happening("aa12"), happening("aa1"), happening("b%"))
    case.add(one, original(one), "1")
    assert case.find_event("aa11") == (one, one.events[0])
    assert case.find_event("b") == (one, one.events[3])
    assert case.find_event("aa1") == (one, one.events[2]), "a whole id wins over those that begin with it"
    with pytest.raises(UsageError, match=r"aa11 .*aa12 ") as ambiguous:
        case.find_event("aa")
    assert one.document.id in str(ambiguous.value)
    for wrong in ("c", "", "%", "_a"):
        with pytest.raises(UsageError, match="no event"):
            case.find_event(wrong)


def test_an_issue_is_kept_once(case: CaseFile) -> None:
    assert case.add_issue(UNREAD)
    assert not case.add_issue(UNREAD)
    assert case.add_issue(dataclasses.replace(UNREAD, name="other.pdf"))
    case.add(account(), TEXT.encode(), "1")
    assert case.issues() == (*account().issues, UNREAD, dataclasses.replace(UNREAD, name="other.pdf"))


def test_an_issue_with_a_name_that_is_not_text_is_kept_with_the_name_spelled_out(case: CaseFile) -> None:
    odd = dataclasses.replace(UNREAD, name="caf\udce9\0.pdf")
    assert case.add_issue(odd)
    assert not case.add_issue(odd)
    assert [issue.name for issue in case.issues()] == ["caf\\udce9\\u0000.pdf"]


def test_an_issue_goes_when_its_document_is_read_after_all(case: CaseFile) -> None:
    case.add_issue(dataclasses.replace(UNREAD, document_id=account().document.id))
    case.add_issue(UNREAD)
    case.add(Account(account().document), TEXT.encode(), "1")
    assert case.issues() == (UNREAD,)


def test_a_run_says_which_version_read_when(target: str) -> None:
    zone = dt.timezone(dt.timedelta(hours=5))
    times = itertools.count(1)
    one, two = told("One."), told("Two.")
    with open_case(target, clock=lambda: dt.datetime(2026, 3, next(times), 1, 0, tzinfo=zone)) as case:
        assert case.runs() == ()
        case.add(one, original(one), "1")
        case.add(two, original(two), "1")
        case.add(two, original(two), "2")
        case.add(two, original(two), "2")
        runs = [(run.version, run.started.isoformat()) for run in case.runs()]
    assert runs == [("1", "2026-02-28T20:00:00+00:00"), ("2", "2026-03-01T20:00:00+00:00")]


def test_a_reader_sees_whole_accounts_while_another_process_writes(case: CaseFile, target: str) -> None:
    with open_case(target) as writer:
        reader = None
        for number in range(70):
            each = told(f"Report {number}.", happening(f"e{number}"))
            writer.add(each, original(each), "1")
            if number == 66:
                reader = case.accounts()
                next(reader)  # the first chunk is loaded, the second not yet
        assert reader is not None
        seen = list(reader)
    assert len(seen) == 66
    assert all(len(each.events) == 1 for each in seen)


def test_the_words_of_every_value_can_be_had_by_sql_alone(case: CaseFile, target: str) -> None:
    case.add(account(), TEXT.encode(), "1")
    words = sa.text(
        'SELECT assertions.role, substr(documents.text, spans.start + 1, spans."end" - spans.start)'
        " FROM assertion_spans spans JOIN documents ON documents.id = spans.document_id"
        " JOIN assertions ON assertions.document_id = spans.document_id"
        " AND assertions.event = spans.event AND assertions.position = spans.assertion"
        " WHERE assertions.role IN ('place', 'weapon') ORDER BY 1"
    )
    engine = engine_for(target)
    with reading(engine) as connection:
        assert [tuple(row) for row in connection.execute(words)] == [("place", "Karachi"), ("weapon", "bomb")]
    engine.dispose()


def test_a_case_on_a_path_object_opens_too(tmp_path: Path) -> None:
    with open_case(tmp_path / "case.db") as case:
        assert case.document_ids() == ()
