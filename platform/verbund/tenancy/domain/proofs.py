"""Whether somebody owns a host: a TXT record of the DNS, or a file that it serves.

Whoever asks hands in how to look: tests answer themselves, the worker asks the network.
"""

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable, Sequence
from contextlib import closing

import dns.exception
import dns.resolver

RECORD = "_verbund"
FILE = "/.well-known/verbund.txt"
PREFIX = "verbund="
SECONDS = 5.0
MOST = 1000  # bytes of the file that are read

Records = Callable[[str], Sequence[str]]
"""Name → texts of its TXT records."""
Addresses = Callable[[str], Sequence[str]]
"""Host → its addresses."""
Fetch = Callable[[str, str], str]
"""Host, address → what the file says, asked for at this very address."""


class NotPublic(ValueError):
    """The host leads into a network of ours, or of nobody's."""


def txt_records(name: str) -> Sequence[str]:
    """Asks the resolver of the system; a name without records has none."""
    try:
        answer = dns.resolver.resolve(name, "TXT", lifetime=SECONDS)
    except dns.exception.DNSException:
        return ()
    return [b"".join(record.strings).decode("utf-8", "replace") for record in answer]


def addresses_of(host: str) -> Sequence[str]:
    try:
        found = socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)
    except OSError:
        return ()
    return sorted({str(address[0]) for *_rest, address in found})


def public_address(host: str, addresses: Addresses) -> str:
    """The first address of the host.

    :raises NotPublic: one of them is private, local, reserved or otherwise not of the Internet.
    """
    found = [ipaddress.ip_address(address) for address in addresses(host)]
    if not found or not all(_is_public(address) for address in found):
        raise NotPublic(host)
    return str(found[0])


def _is_public(address: "ipaddress.IPv4Address | ipaddress.IPv6Address") -> bool:
    inner = getattr(address, "ipv4_mapped", None) or address
    return inner.is_global and not inner.is_multicast


def fetch_file(host: str, address: str) -> str:
    """What the host says at FILE, by https and then by http; follows no redirect.

    Connects to ``address``, which was looked at: a name that changes its mind in between leads
    nowhere else.
    """
    for port, wrap in ((443, True), (80, False)):
        try:
            return _ask(host, address, port, wrap)
        except (OSError, http.client.HTTPException):
            continue
    return ""


def _ask(host: str, address: str, port: int, encrypted: bool) -> str:
    plain = socket.create_connection((address, port), SECONDS)
    # Before the proof a host has no certificate of ours: the file is what counts.
    context = ssl._create_unverified_context() if encrypted else None  # noqa: S323
    wired = context.wrap_socket(plain, server_hostname=host) if context else plain
    with closing(wired):
        connection = http.client.HTTPConnection(host, port, timeout=SECONDS)
        connection.sock = wired
        connection.request("GET", FILE, headers={"Host": host, "Connection": "close"})
        answer = connection.getresponse()
        return answer.read(MOST).decode("utf-8", "replace") if answer.status == 200 else ""


def is_proven(
    domain: str,
    token: str,
    *,
    records: Records = txt_records,
    addresses: Addresses = addresses_of,
    fetch: Fetch = fetch_file,
) -> bool:
    """Whether the record or the file holds the token."""
    wanted = PREFIX + token
    if any(text.strip() == wanted for text in records(f"{RECORD}.{domain}")):
        return True
    try:
        address = public_address(domain, addresses)
    except NotPublic:
        return False
    return fetch(domain, address).strip() == wanted
