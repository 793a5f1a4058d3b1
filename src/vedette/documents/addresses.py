"""Which network addresses may be fetched from: public ones only."""

from __future__ import annotations

import ipaddress
import socket
from collections.abc import Callable
from urllib.parse import SplitResult, urlsplit

from vedette.documents.troubles import Refused, Unreadable

Resolver = Callable[[str, int], list[str]]

# Public by the letter, but they carry an IPv4 address inside, and routers hand packets on to it: RFC 3056 (6to4),
# RFC 6052 and 8215 (NAT64), RFC 4380 (Teredo).
_CARRIERS = tuple(
    ipaddress.ip_network(block) for block in ("2002::/16", "64:ff9b::/96", "64:ff9b:1::/48", "2001::/32", "::/96")
)


def resolve(host: str, port: int) -> list[str]:
    """Ask the system for a host's addresses."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreadable("no-such-host", f"The host {host!r} is not known ({error}). Check the address.") from error
    return [str(entry[4][0]) for entry in found]


def split_address(url: str) -> SplitResult:
    """Take an address apart, or refuse one that is not http or https."""
    try:
        url.encode("utf-8")
        parts = urlsplit(url)
        host, _ = parts.hostname, parts.port
    except ValueError as error:  # UnicodeEncodeError among them
        raise Refused("bad-address", f"{url[:100]!a} is no web address ({error}). Correct it.") from error
    if parts.scheme not in ("http", "https") or not host:
        raise Refused("bad-address", f"{url[:100]!a} is no http or https address. Only those are fetched.")
    return parts


def public_address(host: str, port: int, resolver: Resolver) -> str:
    """Give the address to connect to; refuse when any address of the host is not public.

    The caller must connect to this very address: a second look-up could give another one (DNS rebinding).
    """
    literal = _parse(host)
    addresses = [host] if literal else resolver(host, port)
    if not addresses:
        raise Unreadable("no-such-host", f"The host {host!r} has no address. Check it.")
    for address in addresses:
        parsed = _parse(address)
        if parsed is None or not _is_public(parsed):
            raise Refused(
                "private-address",
                f"{host!r} leads to {address}, inside a private or reserved network. Save the page and give the file.",
            )
    return addresses[0]


def _parse(address: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return None


def _is_public(address: ipaddress.IPv4Address | ipaddress.IPv6Address) -> bool:
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return _is_public(address.ipv4_mapped)
        if any(address in block for block in _CARRIERS):
            return False
    return address.is_global and not address.is_multicast and not address.is_reserved
