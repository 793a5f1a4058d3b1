"""What every reader of a format takes and gives."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from vedette.documents.archives import Budget
from vedette.documents.drafts import Draft
from vedette.documents.limits import Limits
from vedette.documents.parcels import Metadata, Parcel
from vedette.records import Issue


@dataclass(frozen=True, slots=True)
class Link:
    """An address that a feed's item points to; `otherwise` is the item itself, for when it cannot be fetched."""

    url: str
    fallback: Metadata
    otherwise: Draft


@dataclass(frozen=True, slots=True)
class Context:
    """What a reader must know beside its parcel."""

    limits: Limits
    budget: Budget
    fetch_links: bool = False


Found = Draft | Issue | Parcel | Link
Reader = Callable[[Parcel, Context], Iterator[Found]]
