"""What a network shows of its sites: who they are, how much they have, and what is new there."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.utils import timezone
from django.utils.translation import get_language, gettext, ngettext

from verbund.tenancy.domain.queries import archive_years, members_of, memberships_of, networks_of
from verbund.tenancy.enums import TenantKind, TenantStatus
from verbund.tenancy.models import Tenant, TenantPlugin
from verbund.tenancy.registry import MembershipInfo

from .models import SearchRow, Visibility
from .places import place_of
from .presentation import kind_label


def network_of(tenant: Tenant) -> Tenant | None:
    """The portal's own network, or the first that a city belongs to."""
    if tenant.kind == TenantKind.NETWORK:
        return tenant
    return next(iter(networks_of(tenant)), None)


def shared_rows(tenants: Sequence[Tenant]) -> "QuerySet[SearchRow]":
    """Rows that these sites let the network find, of plugins that they have on."""
    plugin_is_on = TenantPlugin.objects.filter(
        tenant=OuterRef("tenant"), label=OuterRef("plugin"), enabled=True
    )
    return SearchRow.objects.filter(
        Q(plugin="") | Exists(plugin_is_on),
        Q(visible_until__isnull=True) | Q(visible_until__gt=timezone.now()),
        tenant__in=tenants,
        visibility=Visibility.NETWORK,
    )


def latest(tenants: Sequence[Tenant], count: int) -> list[dict[str, Any]]:
    """The newest entries of these sites as arguments of `card`."""
    return teasers(newest_rows(tenants)[:count], tenants)


def newest_rows(tenants: Sequence[Tenant]) -> "QuerySet[SearchRow]":
    """The dated rows of these sites in the reader's language; the key ends their order.

    An archived site has nothing new: it is found by the search alone.
    A language in which nobody has written anything gets the German ones.
    """
    current = [one for one in tenants if one.status != TenantStatus.ARCHIVED]
    dated = shared_rows(current).filter(date__isnull=False, date__lte=timezone.localdate())
    newest = dated.order_by("-date", "-updated", "pk")
    language = get_language() or settings.LANGUAGE_CODE
    if language != settings.LANGUAGE_CODE and not newest.filter(language=language).exists():
        language = settings.LANGUAGE_CODE
    return newest.filter(language=language)


def teasers(rows: Iterable[SearchRow], tenants: Sequence[Tenant]) -> list[dict[str, Any]]:
    """Arguments of `card`, each with its site."""
    language = get_language() or settings.LANGUAGE_CODE
    sites = {tenant.pk: tenant for tenant in tenants}
    return [_teaser(row, sites[row.tenant_id], language) for row in rows]


def _teaser(row: SearchRow, site: Tenant, language: str) -> dict[str, Any]:
    return {
        "title": row.title,
        "url": site.base_url + row.path,
        "teaser": row.summary,
        "date": row.date,
        "topic": row.topics[0] if row.topics else "",
        "source": site,
        "lang": row.language if row.language != language else "",
    }


def cities(network: Tenant) -> list[dict[str, Any]]:
    """The members of today as the component `cities` takes them; one query for all numbers."""
    facts = {info.tenant: info for info in memberships_of(network)}
    members = members_of(network)
    numbers = _numbers(members)
    return [_city(tenant, facts[tenant.uuid], numbers.get(tenant.pk, [])) for tenant in members]


def _city(
    tenant: Tenant, membership: MembershipInfo, numbers: list[dict[str, Any]]
) -> dict[str, Any]:
    archived = archive_years(tenant)
    since = gettext("member since %(year)d") % {"year": membership.joined.year}
    return {
        "tenant": tenant,
        "name": tenant.name,
        "url": tenant.base_url + "/",
        "association": tenant.association,
        "focus": membership.focus,
        "numbers": numbers,
        "status": "off" if archived else "ok",
        "status_text": gettext("archive %s, can be read") % archived if archived else since,
    }


def _numbers(tenants: Sequence[Tenant]) -> dict[int, list[dict[str, Any]]]:
    """How much of each kind a site shares, the kind with most first."""
    counted = (
        shared_rows(tenants)
        .values_list("tenant_id", "kind")
        .annotate(number=Count("pk"))
        .order_by("-number", "kind")
    )
    found: dict[int, list[dict[str, Any]]] = {}
    for tenant_id, kind, number in counted:
        found.setdefault(tenant_id, []).append({"number": number, "label": kind_label(kind)})
    return found


def places(items: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those cities that the drawn map knows."""
    found = [(item, place_of(item["tenant"])) for item in items]
    return [
        {"name": item["name"], "url": item["url"], "lon": place[0], "lat": place[1]}
        for item, place in found
        if place is not None
    ]


def size_note(tenants: Sequence[Tenant]) -> str:
    """How much there is to be found, and when it was counted."""
    count = shared_rows(tenants).count()
    entries = ngettext("%(count)d entry", "%(count)d entries", count) % {"count": count}
    return f"{entries}\n{gettext('As of today')}"
