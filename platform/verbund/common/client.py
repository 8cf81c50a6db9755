"""The address that a request comes from, as far as it can be known."""

import ipaddress
from functools import cache

from django.conf import settings
from django.http import HttpRequest


def client_address(request: HttpRequest) -> str:
    """The client's address; X-Forwarded-For is believed only from proxies that settings name.

    Read from its end: each proxy of ours appends the address that it saw, so that the last one
    that is no proxy is the client. What stands before it anybody can write.
    """
    address = request.META.get("REMOTE_ADDR", "")
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR", "").split(",")
    for earlier in reversed([part.strip() for part in forwarded if part.strip()]):
        if not _is_proxy(address):
            break
        if not _is_address(earlier):
            break
        address = earlier
    return address


def address_key(request: HttpRequest) -> str:
    """By what tries are counted: an IPv4 address, or the network of 64 bits of an IPv6 one."""
    address = client_address(request)
    if not _is_address(address):
        return address
    parsed = ipaddress.ip_address(address)
    if isinstance(parsed, ipaddress.IPv6Address):
        return str(ipaddress.ip_network((parsed, 64), strict=False))
    return str(parsed)


def _is_proxy(address: str) -> bool:
    # A server behind a Unix socket has no address: only its own proxy reaches it.
    if not address:
        return bool(settings.VERBUND_PROXIES)
    if not _is_address(address):
        return False
    parsed = ipaddress.ip_address(address)
    return any(parsed in network for network in _networks(tuple(settings.VERBUND_PROXIES)))


@cache
def _networks(
    proxies: tuple[str, ...],
) -> tuple[ipaddress.IPv4Network | ipaddress.IPv6Network, ...]:
    return tuple(ipaddress.ip_network(proxy, strict=False) for proxy in proxies)


def _is_address(text: str) -> bool:
    try:
        ipaddress.ip_address(text)
    except ValueError:
        return False
    return True
