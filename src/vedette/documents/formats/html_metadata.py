"""What a page's own metadata says of it: JSON-LD, meta elements, <time>; never a guess from its words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import urljoin, urlsplit

from vedette.documents.cleaning import clean_field
from vedette.documents.dates import date_from_field
from vedette.documents.parcels import Metadata

_TITLES = ("og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title", "parsely-title")
_SITES = ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher", "citation_publisher")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "parsely-pub-date", "dc.date.issued",
    "dcterms.issued", "dc.date", "dcterms.date", "dcterms.created", "citation_publication_date", "publication_date",
    "publish_date", "publish-date", "pubdate", "sailthru.date", "article.published", "date",
)  # fmt: skip
_ARTICLE = re.compile(r"Article|Posting|Report|Statement|WebPage|BlogPost", re.IGNORECASE)
_MOST_LD_BYTES = 500_000
_MOST_LD_NODES = 500


def html_metadata(root: Any, base_url: str | None) -> Metadata:
    """Read an lxml tree's metadata; JSON-LD comes first for the date, as editors' systems write it themselves."""
    meta = _meta_fields(root)
    nodes = list(_linked_data(root))
    publisher = _first(meta, _SITES) or _ld_publisher(nodes)
    return Metadata(
        title=_without_site(_title(root, meta, nodes), publisher),
        publisher=publisher,
        published=_date(root, meta, nodes),
        url=_canonical(root, meta, base_url),
        language=_language(root),
    )


def _meta_fields(root: Any) -> dict[str, str]:
    """Give the first content of each named meta element, under its name in lower case."""
    fields: dict[str, str] = {}
    for element in root.iter("meta"):
        content = clean_field(element.get("content"))
        for attribute in ("property", "name", "itemprop"):
            name = element.get(attribute)
            if name and content:
                fields.setdefault(name.strip().lower(), content)
    return fields


def _first(fields: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((fields[name] for name in names if name in fields), None)


def _linked_data(root: Any) -> Iterator[dict[str, Any]]:
    """Give the JSON-LD objects that describe an article or the page, articles first."""
    nodes: list[dict[str, Any]] = []
    for script in root.iter("script"):
        if "ld+json" in (script.get("type") or "") and script.text and len(script.text) < _MOST_LD_BYTES:
            try:
                nodes.extend(_objects(json.loads(script.text, strict=False)))
            except (ValueError, RecursionError):
                continue
    described = [node for node in nodes if _ARTICLE.search(_kind(node))]
    yield from sorted(described, key=lambda node: "webpage" in _kind(node).lower())


def _objects(value: Any) -> list[dict[str, Any]]:
    """Give the objects of a JSON-LD value: itself, a list's, a graph's."""
    found: list[dict[str, Any]] = []
    waiting = [value]
    while waiting and len(found) < _MOST_LD_NODES:
        current = waiting.pop(0)
        if isinstance(current, list):
            waiting.extend(current[:_MOST_LD_NODES])
        elif isinstance(current, dict):
            found.append(current)
            waiting.append(current.get("@graph"))
    return found


def _kind(node: dict[str, Any]) -> str:
    kind = node.get("@type")
    return " ".join(str(part) for part in kind) if isinstance(kind, list) else str(kind or "")


def _ld_publisher(nodes: list[dict[str, Any]]) -> str | None:
    for node in nodes:
        publisher = node.get("publisher")
        publisher = publisher[0] if isinstance(publisher, list) and publisher else publisher
        name = clean_field(publisher.get("name") if isinstance(publisher, dict) else publisher)
        if name:
            return name
    return None


def _title(root: Any, meta: dict[str, str], nodes: list[dict[str, Any]]) -> str | None:
    headings = [clean_field(heading.text_content()) for heading in root.iter("h1")]
    if len(headings) == 1 and headings[0]:
        return headings[0]
    headline = next((name for node in nodes if (name := clean_field(node.get("headline")))), None)
    element = next(root.iter("title"), None)
    written = clean_field(element.text_content()) if element is not None else None
    return headline or _first(meta, _TITLES) or next(filter(None, headings), None) or written


def _without_site(title: str | None, publisher: str | None) -> str | None:
    """Take the publisher off the end of a title, where pages put it for the browser's tab."""
    if not title or not publisher:
        return title
    shorter = re.sub(rf"\s+[-–—|:»·]\s+{re.escape(publisher)}$", "", title, flags=re.IGNORECASE)
    return shorter or title


def _date(root: Any, meta: dict[str, str], nodes: list[dict[str, Any]]) -> Any:
    stated = [node.get("datePublished") for node in nodes] + [meta.get(name) for name in _DATES]
    stated += [element.get("datetime") or element.get("content") or element.text for element in _time_elements(root)]
    for value in stated:
        date = date_from_field(value) if isinstance(value, str) else None
        if date:
            return date
    return None


def _time_elements(root: Any) -> list[Any]:
    """Give <time> elements that date the page: marked as such, or the only one outside of lists of other stories."""
    times = [*root.iter("time"), *root.xpath("//*[@itemprop='datePublished']")]
    marked = [time for time in times if time.get("pubdate") is not None or time.get("itemprop") == "datePublished"]
    if marked:
        return marked
    own = [time for time in times if not any(True for _ in time.iterancestors("aside", "nav", "footer", "li"))]
    inside = [time for time in own if any(True for _ in time.iterancestors("article"))] or own
    return inside[:1] if len({time.get("datetime") for time in inside}) <= 2 else []


def _canonical(root: Any, meta: dict[str, str], base_url: str | None) -> str | None:
    links = [link.get("href") for link in root.iter("link") if (link.get("rel") or "").lower() == "canonical"]
    for candidate in (*links, meta.get("og:url")):
        url = _absolute(candidate, base_url)
        if url:
            return url
    return base_url


def _absolute(url: str | None, base_url: str | None) -> str | None:
    try:
        joined = urljoin(base_url or "", (url or "").strip())
        parts = urlsplit(joined)
    except ValueError:
        return None
    return clean_field(joined) if parts.scheme in ("http", "https") and parts.netloc else None


def _language(root: Any) -> str | None:
    html = root if root.tag == "html" else next(root.iter("html"), None)
    value = ((html.get("lang") if html is not None else None) or "").strip()[:2].lower()
    return value if re.fullmatch("[a-z]{2}", value) else None
