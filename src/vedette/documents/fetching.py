"""One page from the web, within bounds and never from inside the user's own network."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from vedette.documents.addresses import Resolver, public_address, resolve, split_address
from vedette.documents.limits import Limits
from vedette.documents.troubles import Refused, Unreadable, size_in_words

if TYPE_CHECKING:
    import httpx

_REDIRECTS = (301, 302, 303, 307, 308)
_REFUSED_TYPES = ("image/", "video/", "audio/", "font/")
_PORTS = {"http": 80, "https": 443}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave: the bytes, what the server says they are, and the address after all redirects."""

    data: bytes
    url: str
    media_type: str | None
    charset: str | None


@dataclass(frozen=True, slots=True)
class Fetcher:
    """Fetches pages; tests hand in their own transport, resolver and clock (seconds)."""

    limits: Limits
    transport: httpx.BaseTransport | None = None
    resolver: Resolver = resolve
    clock: Callable[[], float] = time.monotonic

    def fetch(self, url: str) -> Fetched:
        """Fetch one address; each redirect is checked like the first address."""
        import httpx

        deadline = self.clock() + self.limits.fetch_seconds
        # Proxies and passwords from the environment would go around the check of the address.
        with httpx.Client(
            transport=self.transport, trust_env=False, follow_redirects=False, timeout=self.limits.fetch_seconds
        ) as client:
            for _ in range(self.limits.redirects + 1):
                try:
                    answer = self._one_hop(client, url, deadline)
                except (httpx.HTTPError, httpx.InvalidURL) as error:
                    message = f"{url[:200]} could not be fetched ({type(error).__name__}: {error}). Try again later."
                    raise Unreadable("not-fetched", message) from error
                if isinstance(answer, Fetched):
                    return answer
                url = answer
        raise Refused(
            "too-many-redirects", f"More than {self.limits.redirects} redirects; give the page's own address."
        )

    def _one_hop(self, client: httpx.Client, url: str, deadline: float) -> Fetched | str:
        """Give the answer, or the address that the server sends on to."""
        request = self._request(client, url)
        response = client.send(request, stream=True)
        try:
            if response.status_code in _REDIRECTS and "location" in response.headers:
                return _joined(url, response.headers["location"])
            if response.status_code != 200:
                raise Unreadable("http-status", f"The server answered {response.status_code} for {url[:200]}.")
            media_type, charset = _content_type(response)
            return Fetched(self._body(response, deadline), url, media_type, charset)
        finally:
            response.close()

    def _request(self, client: httpx.Client, url: str) -> httpx.Request:
        """Address the request to the very address that was checked, and name the host in its header and for TLS."""
        import httpx

        split_address(url)
        target = httpx.URL(url)
        host = target.raw_host.decode("ascii").strip("[]")
        address = public_address(host, target.port or _PORTS[target.scheme], self.resolver)
        named = f"[{host}]" if ":" in host else host
        return client.build_request(
            "GET",
            target.copy_with(host=address, username=None, password=None, fragment=None),
            headers={
                "Host": f"{named}:{target.port}" if target.port else named,
                "User-Agent": "vedette",
                "Accept-Encoding": "gzip, identity",
            },
            extensions={"sni_hostname": host},
        )

    def _body(self, response: httpx.Response, deadline: float) -> bytes:
        chunks, size = [], 0
        for chunk in response.iter_bytes():
            size += len(chunk)
            if size > self.limits.file_bytes:
                most = size_in_words(self.limits.file_bytes)
                raise Refused("too-large", f"The page has more than {most}, the most that is fetched.")
            if self.clock() > deadline:
                raise Refused("too-slow", f"The page was not there after {self.limits.fetch_seconds:g} seconds.")
            chunks.append(chunk)
        return b"".join(chunks)


def _joined(url: str, location: str) -> str:
    """Give the address that a redirect from `url` leads to."""
    try:
        return urljoin(url, location)
    except ValueError as error:
        raise Refused("bad-address", f"{url[:100]!a} redirects to no web address ({error}).") from error


def _content_type(response: httpx.Response) -> tuple[str | None, str | None]:
    """Give media type and charset, or refuse what cannot hold text."""
    media_type = response.headers.get("content-type", "").partition(";")[0].strip().lower() or None
    if media_type and media_type.startswith(_REFUSED_TYPES):
        raise Refused("unsupported", f"The address holds {media_type}, which is not read.")
    return media_type, response.charset_encoding
