"""What the console knows, in words: cells of tables, lists of facts, lines of the log."""

from collections.abc import Iterable, Sequence
from typing import Any

from django.conf import settings
from django.core.paginator import Page, Paginator
from django.db.models import QuerySet
from django.http import HttpRequest
from django.template.defaultfilters import filesizeformat
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.timesince import timesince
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from verbund.accounts.models import User
from verbund.console.domain.queries import SiteRow
from verbund.pages.paging import PARAMETER
from verbund.plugin.gate import find_plugin
from verbund.tenancy.enums import TenantStatus
from verbund.tenancy.models import Membership, Network, OperatorAct
from verbund.theming import dates

A_PAGE = 50
KINDS = {
    TenantStatus.READY: "ok",
    TenantStatus.DRAFT: "wait",
    TenantStatus.SUSPENDED: "bad",
    TenantStatus.ARCHIVED: "off",
}
ACTIONS = {
    "onboard": gettext_lazy("made"),
    "take_back": gettext_lazy("taken back"),
    "export": gettext_lazy("written to a file"),
    "restore": gettext_lazy("brought back from a file"),
    "deleted": gettext_lazy("deleted"),
    "delete": gettext_lazy("deletion planned"),
    "keep": gettext_lazy("kept"),
    "claim": gettext_lazy("domain added, not proven yet"),
    "prove": gettext_lazy("domain proven"),
    "give_up": gettext_lazy("domain given up"),
    "canonical": gettext_lazy("canonical domain changed"),
    "go_live": gettext_lazy("went live"),
    "open": gettext_lazy("opened to everybody"),
    "prepare": gettext_lazy("put back into preparation"),
    "suspend": gettext_lazy("suspended"),
    "archive": gettext_lazy("archived"),
    "rename": gettext_lazy("renamed"),
    "quota": gettext_lazy("room for uploads changed"),
    "test": gettext_lazy("test banner switched"),
    "maintenance": gettext_lazy("maintenance switched"),
    "plugin": gettext_lazy("extension switched"),
}
FIELDS = {
    "schema": gettext_lazy("schema"),
    "domain": gettext_lazy("domain"),
    "file": gettext_lazy("file"),
    "due": gettext_lazy("day of deletion"),
    "status": gettext_lazy("state"),
    "status_note": gettext_lazy("note"),
    "archived_on": gettext_lazy("archived on"),
    "name": gettext_lazy("name"),
    "association": gettext_lazy("association"),
    "quota": gettext_lazy("room for files"),
    "is_test": gettext_lazy("test"),
    "maintenance": gettext_lazy("maintenance"),
    "maintenance_note": gettext_lazy("note"),
}
COLUMNS = (
    gettext_noop("Site"),
    gettext_noop("State"),
    gettext_noop("Extensions"),
    gettext_noop("In the search"),
    gettext_noop("Last published"),
    gettext_noop("Last backup"),
    gettext_noop("Uploads"),
    gettext_noop("Figures of"),
)


def overview_table(rows: Iterable[SiteRow]) -> dict[str, Any]:
    return {"columns": [_(one) for one in COLUMNS], "rows": [_cells(row) for row in rows]}


def _cells(row: SiteRow) -> list[SafeString | str]:
    facts = row.facts
    return [
        format_html(
            '<a href="{}">{}</a><br><span class="small muted">{}</span>',
            reverse("console:site", args=[row.tenant.schema_name]),
            row.tenant.name,
            row.tenant.canonical_domain or _("no domain"),
        ),
        state_of(row),
        ", ".join(plugin_title(label) for label in row.plugins) or "–",
        drift_of(row),
        _moment(facts and facts.last_published),
        _moment(row.backup),
        uploads_of(row),
        age_of(row),
    ]


def state_of(row: SiteRow) -> SafeString:
    """In word and shape, as the component `status` draws it."""
    status = TenantStatus(row.tenant.status)
    kind, text = KINDS[status], str(status.label)
    if row.tenant.maintenance:
        kind, text = "wait", _("Maintenance")
    return render_to_string("console/status.html", {"kind": kind, "text": text})


def drift_of(row: SiteRow) -> str:
    """How many entries, and what the nightly comparison had to mend."""
    if row.check is None:
        return str(row.rows)
    mended = row.check.rows_mended + (row.check.index_mended or 0)
    said = _("%d mended last night") % mended if mended else _("in order")
    return f"{row.rows}, {said}"


def uploads_of(row: SiteRow) -> str:
    if row.facts is None:
        return "–"
    size = filesizeformat(row.facts.uploads)
    if row.fill is None:
        return size
    return _("%(size)s, %(percent)d %% of its room") % {"size": size, "percent": row.fill}


def age_of(row: SiteRow) -> str:
    if row.facts is None:
        return _("never")
    return _("%s ago") % timesince(row.facts.collected, depth=1)


def facts_of(row: SiteRow) -> list[dict[str, Any]]:
    """Everything about a site, for its page."""
    site, facts = row.tenant, row.facts
    return [
        _fact(_("State"), state_of(row)),
        _fact(_("Association"), site.association),
        _fact(_("Schema"), site.schema_name),
        _fact(_("Domains"), ", ".join(row.domains) or _("no domain")),
        _fact(_("Theme"), site.theme),
        _fact(_("Languages"), ", ".join(languages_of(site.languages))),
        _fact(_("Extensions"), ", ".join(plugin_title(one) for one in row.plugins) or "–"),
        _fact(_("Networks"), ", ".join(periods(site.memberships.all())) or "–"),
        _fact(_("Database"), _("current") if row.is_current else _("of another version")),
        _fact(_("In the search"), drift_of(row)),
        _fact(_("Last published"), _moment(facts and facts.last_published)),
        _fact(_("Last backup"), _moment(row.backup)),
        _fact(_("Last login"), _moment(facts and facts.last_login)),
        _fact(_("People with an account"), str(facts.staff) if facts else "–"),
        _fact(_("Public pages"), str(facts.pages) if facts else "–"),
        _fact(_("Uploads"), uploads_of(row)),
        _fact(_("Figures of"), age_of(row)),
    ]


def _fact(label: str, value: Any) -> dict[str, Any]:
    return {"label": label, "value": value}


def _moment(value: Any) -> str:
    return dates.moment(value) if value else "–"


def plugin_title(label: str) -> str:
    """Its name, or its label where it is no longer installed."""
    config = find_plugin(label)
    return str(config.title or label) if config else label


def languages_of(codes: Iterable[str]) -> list[str]:
    labels = dict(settings.LANGUAGES)
    return [str(labels.get(code, code)) for code in codes]


def periods(memberships: Iterable[Membership]) -> list[str]:
    return [f"{one.network.title} ({period(one)})" for one in memberships]


def period(membership: Membership) -> str:
    since = dates.day(membership.joined)
    if membership.left is None:
        return _("since %s") % since
    return f"{since} – {dates.day(membership.left)}"


def memberships_table(network: Network, memberships: Sequence[Membership]) -> dict[str, Any]:
    columns = [_("Site"), _("Member"), _("Focus")]
    rows = [[one.tenant.name, period(one), one.focus or "–"] for one in memberships]
    return {"columns": columns, "rows": rows}


def log_page(request: HttpRequest, acts: "QuerySet[OperatorAct]") -> "Page[OperatorAct]":
    return Paginator(acts, A_PAGE).get_page(request.GET.get(PARAMETER))


def lines_of(acts: Iterable[OperatorAct]) -> list[dict[str, Any]]:
    """Who, when, what: names of operators come from their own accounts, one query for all."""
    shown = list(acts)
    wanted = {act.by for act in shown if act.by}
    people = {user.uuid: user for user in User.objects.filter(uuid__in=wanted)}
    return [
        {
            "site": act.site,
            "url": reverse("console:site", args=[act.tenant.schema_name]) if act.tenant else "",
            "what": str(ACTIONS.get(act.action, act.action)),
            "who": _who(act, people),
            "at": act.at,
            "changes": changes_of(act),
        }
        for act in shown
    ]


def _who(act: OperatorAct, people: dict[Any, User]) -> str:
    if act.action == "go_live":
        return _("its own admins")
    if act.action == "prove":
        return _("the worker")
    if act.by is None:
        return _("command line")
    user = people.get(act.by)
    return (user.get_full_name() or user.email) if user else _("a former operator")


def changes_of(act: OperatorAct) -> list[str]:
    """Each field that differs: name, before, after."""
    names = [name for name in act.after if act.before.get(name) != act.after[name]]
    return [
        f"{FIELDS.get(name, plugin_title(name))}: {_value(act.before.get(name))} → "
        f"{_value(act.after[name])}"
        for name in names
    ]


def _value(value: Any) -> str:
    if value is None or value == "":
        return "–"
    if isinstance(value, bool):
        return _("yes") if value else _("no")
    if value in TenantStatus.values:
        return str(TenantStatus(value).label)
    return str(value)
