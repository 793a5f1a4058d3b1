"""Fetching: what is asked for, of whom, and what is refused. No network: transport and resolver are handed in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import httpx
import pytest

from tests.documents.samples import REPORT, documents, issues, only, only_issue, rss
from vedette.documents import Fetcher, Limits, ReadOptions, read_documents
from vedette.documents.addresses import public_address
from vedette.documents.troubles import Refused

PUBLIC = "93.184.215.14"
PAGE = f"<html><head><title>Blast</title></head><body><article><p>{REPORT}</p></article></body></html>"
HTML = {"content-type": "text/html; charset=utf-8"}


def fetcher(answer: Callable[[httpx.Request], httpx.Response], limits: Limits | None = None, **hosts: str) -> Fetcher:
    """Make a fetcher whose web is `answer`; every host is public unless `hosts` says otherwise."""
    return Fetcher(
        limits or Limits(),
        transport=httpx.MockTransport(answer),
        resolver=lambda host, _: [hosts.get(host.partition(".")[0], PUBLIC)],
    )


def always(status: int, **response: object) -> Callable[[httpx.Request], httpx.Response]:
    return lambda _: httpx.Response(status, **response)  # type: ignore[arg-type]


def read(url: str, given: Fetcher) -> list[object]:
    return list(read_documents([url], ReadOptions(), fetcher=given))


def test_a_page_is_fetched_and_read() -> None:
    received = only(read("https://example.org/a", fetcher(always(200, html=PAGE))))  # type: ignore[arg-type]
    assert received.document.text == f"Blast\n\n{REPORT}"
    assert (received.document.name, received.document.url) == ("https://example.org/a", "https://example.org/a")


def test_the_request_goes_to_the_address_that_was_checked_and_names_the_host() -> None:
    seen: list[httpx.Request] = []

    def answer(request: httpx.Request) -> httpx.Response:
        seen.append(request)
        return httpx.Response(200, html=PAGE)

    only(read("https://user:secret@news.example.org:8443/a?b=c#d", fetcher(answer)))  # type: ignore[arg-type]
    assert str(seen[0].url) == f"https://{PUBLIC}:8443/a?b=c"
    assert seen[0].headers["host"] == "news.example.org:8443"
    assert seen[0].extensions["sni_hostname"] == "news.example.org"
    assert "authorization" not in seen[0].headers


def test_the_host_is_looked_up_once_a_hop() -> None:
    asked: list[str] = []

    def resolver(host: str, _: int) -> list[str]:
        asked.append(host)
        return [PUBLIC] if len(asked) == 1 else ["127.0.0.1"]

    given = Fetcher(Limits(), transport=httpx.MockTransport(always(200, html=PAGE)), resolver=resolver)
    only(read("http://rebind.example.org/", given))  # type: ignore[arg-type]
    assert asked == ["rebind.example.org"]


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.0.0.8", "172.16.3.4", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.1", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "ff02::1", "2001:db8::1",
        "::ffff:127.0.0.1", "::ffff:10.0.0.1", "2002:7f00:1::", "64:ff9b::7f00:1", "2001:0:7f00:1::", "::7f00:1",
    ],
)  # fmt: skip
def test_addresses_that_are_not_public_are_refused(address: str) -> None:
    with pytest.raises(Refused, match="private or reserved"):
        public_address("example.org", 443, lambda *_: [address])
    with pytest.raises(Refused):
        public_address(address, 443, lambda *_: [PUBLIC])


def test_one_private_address_among_public_ones_refuses_the_host() -> None:
    with pytest.raises(Refused):
        public_address("example.org", 443, lambda *_: [PUBLIC, "10.0.0.1"])


@pytest.mark.parametrize("address", [PUBLIC, "2606:4700:4700::1111"])
def test_public_addresses_are_taken(address: str) -> None:
    assert public_address("example.org", 443, lambda *_: [address]) == address


@pytest.mark.parametrize(
    "url",
    [
        "http://2130706433/", "http://0x7f000001/", "http://127.1/", "http://localhost/", "http://[::1]/",
        "http://127.0.0.1:8080/", "http://intern.example.org/",
    ],
)  # fmt: skip
def test_private_hosts_are_refused_however_they_are_written(url: str) -> None:
    # The resolver stands in for the system's, which reads such numbers as addresses.
    given = Fetcher(Limits(), transport=httpx.MockTransport(always(200, html=PAGE)), resolver=lambda *_: ["127.0.0.1"])
    assert only_issue(read(url, given)).code == "private-address"  # type: ignore[arg-type]


def test_a_redirect_into_the_private_network_is_refused() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        assert request.headers["host"] == "example.org"
        return httpx.Response(302, headers={"location": "http://intern.example.org/secret"})

    given = fetcher(answer, intern="192.168.0.1")
    assert only_issue(read("http://example.org/", given)).code == "private-address"  # type: ignore[arg-type]


@pytest.mark.parametrize("location", ["file:///etc/passwd", "ftp://example.org/a", "gopher://example.org/"])
def test_a_redirect_to_another_scheme_is_refused(location: str) -> None:
    given = fetcher(always(301, headers={"location": location}))
    assert only_issue(read("http://example.org/", given)).code == "bad-address"  # type: ignore[arg-type]


@pytest.mark.parametrize("url", ["file:///etc/passwd", "ftp://example.org/", "http://", "http://[bad/", "gopher://x/"])
def test_only_web_addresses_are_fetched(url: str) -> None:
    assert only_issue(read(url, fetcher(always(200, html=PAGE)))).code == "bad-address"  # type: ignore[arg-type]


def test_redirects_are_followed_to_a_bound_and_the_last_address_is_kept() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        hop = int(request.url.path[1:])
        return httpx.Response(302, headers={"location": f"/{hop + 1}"}) if hop < 3 else httpx.Response(200, html=PAGE)

    document = only(read("https://example.org/0", fetcher(answer))).document  # type: ignore[arg-type]
    assert document.url == "https://example.org/3"
    loop = fetcher(always(302, headers={"location": "https://example.org/0"}))
    assert only_issue(read("https://example.org/0", loop)).code == "too-many-redirects"  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("response", "code"),
    [
        ({"status_code": 404, "text": "gone"}, "http-status"),
        ({"status_code": 500}, "http-status"),
        ({"status_code": 200, "content": b"x", "headers": {"content-type": "image/png"}}, "unsupported"),
        ({"status_code": 200, "content": b""}, "empty"),
        ({"status_code": 200, "content": b"word " * 1000}, "too-large"),
    ],
)
def test_what_is_no_report_is_an_issue(response: dict[str, object], code: str) -> None:
    given = fetcher(lambda _: httpx.Response(**response), Limits(file_bytes=4_000))  # type: ignore[arg-type]
    assert only_issue(read("https://example.org/a", given)).code == code  # type: ignore[arg-type]


def test_a_body_that_does_not_end_is_cut_off_by_size_while_it_streams() -> None:
    sent = 0

    class Endless(httpx.SyncByteStream):
        def __iter__(self):  # type: ignore[no-untyped-def]
            nonlocal sent
            while True:
                sent += 1000
                yield b"word " * 200

    given = fetcher(lambda _: httpx.Response(200, stream=Endless(), headers=HTML), Limits(file_bytes=50_000))
    assert only_issue(read("https://example.org/a", given)).code == "too-large"  # type: ignore[arg-type]
    assert sent < 100_000


def test_a_body_that_only_drips_is_cut_off_by_time() -> None:
    ticks = iter(range(0, 100_000, 7))

    class Slow(httpx.SyncByteStream):
        def __iter__(self):  # type: ignore[no-untyped-def]
            while True:
                yield b"x"

    given = Fetcher(
        Limits(),
        transport=httpx.MockTransport(lambda _: httpx.Response(200, stream=Slow(), headers=HTML)),
        resolver=lambda *_: [PUBLIC],
        clock=lambda: next(ticks),
    )
    assert only_issue(read("https://example.org/a", given)).code == "too-slow"  # type: ignore[arg-type]


def test_a_network_that_fails_is_an_issue() -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise httpx.ConnectError("refused", request=request)

    assert only_issue(read("https://example.org/a", fetcher(answer))).code == "not-fetched"  # type: ignore[arg-type]


def linking_feed(folder: Path) -> str:
    path = folder / "feed.xml"
    path.write_bytes(
        rss([
            f"<item><title>Blast {n}</title><link>https://example.org/{n}</link><description>Short {n}.</description>"
            "<pubDate>Tue, 20 Jan 2026 10:00:00 GMT</pubDate></item>"
            for n in (1, 2)
        ])
    )  # fmt: skip
    return str(path)


def test_links_of_a_feed_are_not_fetched_unless_asked(tmp_path: Path) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        raise AssertionError(request.url)

    found = list(read_documents([linking_feed(tmp_path)], ReadOptions(), fetcher=fetcher(answer)))
    assert len(documents(found)) == 2


def test_a_fetched_page_takes_the_items_place_and_an_item_whose_page_fails_stays(tmp_path: Path) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        return httpx.Response(200, html=PAGE) if request.url.path == "/1" else httpx.Response(404)

    options = ReadOptions(fetch_links=True)
    found = list(read_documents([linking_feed(tmp_path)], options, fetcher=fetcher(answer)))
    page, item = (received.document for received in documents(found))
    assert REPORT in page.text
    assert (page.publisher, str(page.published.date)) == ("Hill Country Post", "2026-01-20")
    assert item.text == "Blast 2\n\nShort 2."
    assert [issue.code for issue in issues(found)] == ["http-status"]
