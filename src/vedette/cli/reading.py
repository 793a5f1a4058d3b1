"""`vedette read`: documents in, events out and into the case file."""

from __future__ import annotations

import datetime as dt
import hashlib
import sys
from collections.abc import Callable
from contextlib import nullcontext
from typing import TYPE_CHECKING

import click

from vedette.cli.options import DEFAULT_CASE, Day, Tlp, format_option, names_option
from vedette.cli.printing import print_accounts, print_issues, progress, stderr_console
from vedette.errors import StorageError
from vedette.records import Account, Issue, Marking, Severity

if TYPE_CHECKING:
    from vedette.documents import ReadOptions
    from vedette.pipeline import Read
    from vedette.storage import CaseFile


@click.command("read")
@click.argument("paths", nargs=-1, required=True, metavar="PATH|URL|-...")
@click.option("--db", default=DEFAULT_CASE, show_default=True, help="The case file; 'none' keeps nothing.")
@click.option("--published", type=Day(), help="When it was published (2026-03-12); goes before what the file says.")
@click.option("--publisher", help="Who published it; goes before what the file says.")
@click.option("--marking", type=Tlp(), default=Marking.CLEAR, show_default=True, help="With whom it may be shared.")
@format_option
@click.option("--workers", type=click.IntRange(1, 64), default=1, show_default=True, help="Processes that read.")
@click.option("--quiet", is_flag=True, help="No progress bar and no summary.")
@names_option
@click.option("--fetch-links", is_flag=True, help="Fetch the pages that the items of a feed link to.")
def read_command(
    paths: tuple[str, ...], db: str, published: dt.date | None, publisher: str | None, marking: Marking,
    form: str, workers: int, quiet: bool, names: bool, fetch_links: bool,
) -> None:  # fmt: skip
    """Read documents (files, folders, addresses, or - for standard input) into the case file and print their events.

    \b
    Examples:
      vedette read report.pdf --published 2026-03-12 --publisher "The Herald"
      vedette read inbox/ --workers 2
      cat article.txt | vedette read - --db none --format jsonl
    """
    from vedette.documents import ReadOptions

    options = ReadOptions(
        published=published,
        publisher=publisher,
        marking=marking,
        fetch_links=fetch_links,
        today=dt.date.today(),  # noqa: DTZ011 - the user's own day
    )
    accounts, issues, kept = read_into_case(paths, options, db, workers, quiet)
    print_accounts(accounts, form, names)
    print_issues([*issues, *(issue for account in accounts for issue in account.issues)])
    if not quiet:
        _summary(accounts, issues, kept, db)
    if any(issue.severity is Severity.ERROR for issue in issues):
        sys.exit(1)


def read_into_case(
    paths: tuple[str, ...], options: ReadOptions, db: str, workers: int, quiet: bool
) -> tuple[list[Account], list[Issue], int]:
    """Read and keep documents; give every account (read now or before), the issues, and how many were new."""
    from vedette.documents import count_inputs, read_documents
    from vedette.pipeline import read_all, reader_version
    from vedette.storage import open_case

    issues: list[Issue] = []
    accounts: list[Account] = []
    new = 0
    version = reader_version() + _stated(options)
    with open_case(db) if db != "none" else nullcontext() as case:
        seen: list[str] = []
        received = read_documents(paths, options, getattr(sys.stdin, "buffer", None))
        results = read_all(received, workers, _known(case, version, seen))
        with progress(results, "Reading", count_inputs(paths), quiet) as items:
            for item in items:
                if isinstance(item, Issue):
                    issues.append(item)
                    if case is not None:
                        case.add_issue(item)
                    continue
                fault = _keep(item, case, version)
                if fault is not None:
                    issues.append(fault)
                    continue
                new += 1
                accounts.append(item.account)
        if case is not None:
            accounts = sorted(
                [*accounts, *(case.account(document_id) for document_id in seen)], key=lambda one: one.document.id
            )
    return accounts, issues, new


def _known(case: CaseFile | None, version: str, seen: list[str]) -> Callable[[str], bool]:
    """Say whether a document has been read by this version before, and remember those that were asked about."""

    def known(document_id: str) -> bool:
        if case is None or not case.has(document_id, version):
            return False
        seen.append(document_id)
        return True

    return known


def _stated(options: ReadOptions) -> str:
    """Name what the user says of the documents: said otherwise, the same bytes are read anew."""
    said = (options.published, options.publisher, options.marking)
    if said == (None, None, Marking.CLEAR):
        return ""
    return "+" + hashlib.sha256(repr(tuple(map(str, said))).encode()).hexdigest()[:8]


def _keep(read: Read, case: CaseFile | None, version: str) -> Issue | None:
    """Put a document into the case file; one that it cannot hold is lost, with the reason, and the run goes on."""
    if case is None:
        return None
    document = read.account.document
    try:
        case.add(read.account, read.original, version)
    except StorageError as error:
        issue = Issue(Severity.ERROR, "cannot-be-kept", document.name, str(error), document.id)
        case.add_issue(issue)
        return issue
    return None


def _summary(accounts: list[Account], issues: list[Issue], new: int, db: str) -> None:
    lost = sum(issue.severity is Severity.ERROR for issue in issues)
    events = sum(len(account.events) for account in accounts)
    before = len(accounts) - new
    parts = [
        f"{_counted(new, 'document')} read" + (f", {before} read before" if before else ""),
        _counted(events, "event"),
        *([f"{lost} not read"] if lost else []),
        "nothing kept" if db == "none" else f"kept in {db}",
    ]
    stderr_console().print(" · ".join(parts), style="dim")


def _counted(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
