"""The lists beside the events: what was read, who is quoted, which ties are told, which issues there were."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from vedette.records import Account, DateKnown, Document, Issue, Marking, Severity
from vedette.views.chain import trace_voices, word_voices
from vedette.views.labels import RELATIONS
from vedette.views.passage import find_passages
from vedette.views.report.cards import Clerk, Quote
from vedette.views.wording import name_publisher, per_cent, word_day

QUOTES_SHOWN = 8


@dataclass(frozen=True, slots=True)
class Entry:
    """One document of the list; `link` is None unless it is an ordinary web address that gives no name away."""

    number: int
    name: str
    title: str
    publisher: str
    published: str
    marking: Marking
    language: str
    link: str | None
    events: int
    issues: tuple[str, ...]
    lost: bool


@dataclass(frozen=True, slots=True)
class Saying:
    """One thing that a source says: of what kind, by which chain, and the clause in its sentence."""

    kind: str
    chain: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Somebody who is quoted, with the first few of their sayings; `count` is how many there are."""

    name: str
    count: int
    publishers: tuple[str, ...]
    sayings: tuple[Saying, ...]


@dataclass(frozen=True, slots=True)
class Bond:
    """A tie between two actors, with the sentences that tell it."""

    a: str
    relation: str
    b: str
    trend: str
    publisher: str
    sure: int
    quotes: tuple[Quote, ...]


def list_documents(accounts: Sequence[Account], clerk: Clerk) -> tuple[Entry, ...]:
    """List the documents in the order in which they were given."""
    return tuple(_entry(number, account, clerk) for number, account in enumerate(accounts))


def list_sources(accounts: Sequence[Account], clerk: Clerk) -> tuple[Source, ...]:
    """List who is quoted, those quoted most first."""
    sayings: dict[str, list[tuple[str, Account, int]]] = {}
    for account in accounts:
        mask = clerk.mask_of(account.document.id)
        for index, attribution in enumerate(account.attributions):
            name = mask.apply(attribution.source.text)
            sayings.setdefault(_same_source(name), []).append((name, account, index))
    sources = [_source(said, clerk) for said in sayings.values()]
    return tuple(sorted(sources, key=lambda source: (-source.count, source.name.casefold())))


def list_ties(accounts: Sequence[Account], clerk: Clerk) -> tuple[Bond, ...]:
    """List the ties in the order in which they are told."""
    bonds: list[Bond] = []
    for account in accounts:
        document = account.document
        mask = clerk.mask_of(document.id)
        for tie in account.ties:
            passages = find_passages(account, (*tie.a.spans, *tie.b.spans))
            bonds.append(
                Bond(
                    a=mask.apply(tie.a.name),
                    relation=RELATIONS[tie.relation],
                    b=mask.apply(tie.b.name),
                    trend=tie.trend.value if tie.trend else "",
                    publisher=mask.apply(name_publisher(document)),
                    sure=per_cent(tie.confidence),
                    quotes=clerk.quotes(passages, document.text, document.id),
                )
            )
    return tuple(bonds)


def list_issues(accounts: Sequence[Account], more: Sequence[Issue], clerk: Clerk) -> tuple[tuple[bool, str, str], ...]:
    """List all issues, losses first: whether the document was lost, its name, what happened."""
    found = [issue for account in accounts for issue in account.issues]
    told = list(dict.fromkeys((*found, *more)))
    rows = []
    for issue in sorted(told, key=lambda issue: issue.severity is not Severity.ERROR):
        mask = clerk.mask_of(issue.document_id or "")
        lost = issue.severity is Severity.ERROR
        rows.append((lost, mask.apply(issue.name), f"{mask.apply(issue.message)} ({issue.code})"))
    return tuple(rows)


def word_published(document: Document) -> str:
    """Say when a document was published and how that is known."""
    published = document.published
    if published.known is DateKnown.STATED and published.date:
        return word_day(published.date)
    if published.known is DateKnown.INFERRED and published.not_before:
        return f"not before {word_day(published.not_before)}, by the dates in its text"
    return "date not known"


def _entry(number: int, account: Account, clerk: Clerk) -> Entry:
    document = account.document
    mask = clerk.mask_of(document.id)
    return Entry(
        number=number,
        name=mask.apply(document.name),
        title=mask.apply(document.title or ""),
        publisher=mask.apply(name_publisher(document)),
        published=word_published(document),
        marking=document.marking,
        language=document.language or "",
        link=document.url if document.url and _harmless(document.url) and not mask.find(document.url) else None,
        events=len(account.events),
        issues=tuple(mask.apply(issue.message) for issue in account.issues),
        lost=any(issue.severity is Severity.ERROR for issue in account.issues),
    )


def _harmless(url: str) -> bool:
    try:
        return urlsplit(url).scheme in ("http", "https")
    except ValueError:
        return False


def _same_source(name: str) -> str:
    return name.casefold().removeprefix("the ").strip()


def _source(said: list[tuple[str, Account, int]], clerk: Clerk) -> Source:
    publishers = [clerk.mask_of(a.document.id).apply(name_publisher(a.document)) for _, a, _ in said]
    return Source(
        name=said[0][0],
        count=len(said),
        publishers=tuple(dict.fromkeys(publishers)),
        sayings=tuple(_saying(account, index, clerk) for _, account, index in said[:QUOTES_SHOWN]),
    )


def _saying(account: Account, index: int, clerk: Clerk) -> Saying:
    attribution, document = account.attributions[index], account.document
    passages = find_passages(account, (attribution.content,))
    return Saying(
        kind=attribution.kind.value.replace("-", " "),
        chain=clerk.mask_of(document.id).apply(word_voices(trace_voices(account, index))),
        quotes=clerk.quotes(passages, document.text, document.id),
    )
