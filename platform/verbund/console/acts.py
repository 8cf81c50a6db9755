"""What can be done to a site in the console: a button, a form, and one domain function each."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _
from django_stubs_ext import StrOrPromise

from verbund.archives.domain.deleting import keep_site, plan_deletion
from verbund.archives.models import PlannedDeletion
from verbund.console.forms import (
    DeleteForm,
    MaintenanceForm,
    NameForm,
    PluginForm,
    QuotaForm,
    SuspendForm,
    TestForm,
)
from verbund.plugin.gate import is_enabled
from verbund.plugin.switching import disable_plugin, enable_plugin
from verbund.tenancy.domain import life
from verbund.tenancy.domain.acts import Change, record_act
from verbund.tenancy.enums import TenantKind, TenantStatus
from verbund.tenancy.models import Tenant

Run = Callable[[Tenant, dict[str, Any], UUID], Change]


@dataclass(frozen=True)
class SiteAct:
    """``name`` stands in the address; ``text`` says what will happen; ``shown`` says when."""

    name: str
    label: StrOrPromise
    text: StrOrPromise
    run: Run
    form: type[forms.Form] = forms.Form
    shown: Callable[[Tenant], bool] = lambda tenant: True


def _closable(tenant: Tenant) -> bool:
    return tenant.kind != TenantKind.OPERATOR


def _is_planned(tenant: Tenant) -> bool:
    return PlannedDeletion.objects.filter(tenant=tenant).exists()


def _may_be(status: TenantStatus) -> Callable[[Tenant], bool]:
    return lambda tenant: _closable(tenant) and tenant.status != status


def switch_plugin(
    tenant: Tenant, label: str, on: bool, *, by: UUID | None = None, dry_run: bool = False
) -> Change:
    """On with what it needs, or off; what it holds stays.

    :raises PluginInUse: another plugin that is on needs it. :raises UnknownPlugin: no such one.
    """
    change = Change("plugin", tenant.name, {label: is_enabled(label, tenant)}, {label: on})
    if not change or dry_run:
        return change
    if on:
        enable_plugin(tenant, label)
    else:
        disable_plugin(tenant, label)
    record_act("plugin", tenant, by=by, before=change.before, after=change.after)
    return change


ACTS: tuple[SiteAct, ...] = (
    SiteAct(
        "oeffnen",
        _("Open to everybody"),
        _("From the next request everybody reads the site."),
        lambda site, data, by: life.open_site(site, by=by),
        shown=_may_be(TenantStatus.READY),
    ),
    SiteAct(
        "vorbereiten",
        _("Back into preparation"),
        _("Only the site’s own people read it; others see that it is being built."),
        lambda site, data, by: life.prepare(site, by=by),
        shown=_may_be(TenantStatus.DRAFT),
    ),
    SiteAct(
        "aussetzen",
        _("Suspend"),
        _("Nobody reads or works there. A page says your note and whom to ask. Nothing is lost."),
        lambda site, data, by: life.suspend(site, data["note"], by=by),
        SuspendForm,
        _may_be(TenantStatus.SUSPENDED),
    ),
    SiteAct(
        "archivieren",
        _("Archive the site"),
        _(
            "Everything can be read, nothing can be written, by staff either. The search finds it "
            "with its years, the network’s news leave it out."
        ),
        lambda site, data, by: life.archive(site, by=by),
        shown=_may_be(TenantStatus.ARCHIVED),
    ),
    SiteAct(
        "umbenennen",
        _("Rename"),
        _("Name and association change on all pages; addresses and the schema stay."),
        lambda site, data, by: life.rename(site, data["name"], data["association"], by=by),
        NameForm,
    ),
    SiteAct(
        "speicher",
        _("Room for uploads"),
        _("At the limit new pictures and files are refused, with words that say why."),
        lambda site, data, by: life.set_quota(site, data["size"], by=by),
        QuotaForm,
    ),
    SiteAct(
        "test",
        _("Test site"),
        _("Each page says that the site is a test; search engines are asked to leave it out."),
        lambda site, data, by: life.mark_as_test(site, data["is_test"], by=by),
        TestForm,
    ),
    SiteAct(
        "wartung",
        _("Maintenance"),
        _("Everybody, staff too, sees that work goes on, with your note."),
        lambda site, data, by: life.set_maintenance(site, data["on"], data["note"], by=by),
        MaintenanceForm,
        _closable,
    ),
    SiteAct(
        "loeschen",
        _("Delete"),
        _(
            "It is suspended at once and goes after 30 days, with people, pages and uploads. "
            "Until then you can keep it."
        ),
        lambda site, data, by: plan_deletion(site, data["typed"], by=by),
        DeleteForm,
        lambda tenant: _closable(tenant) and not _is_planned(tenant),
    ),
    SiteAct(
        "behalten",
        _("Keep it"),
        _("It is not deleted, and is again what it was before."),
        lambda site, data, by: keep_site(site, by=by),
        shown=_is_planned,
    ),
    SiteAct(
        "erweiterung",
        _("Extensions"),
        _("Switched off, its pages answer with 404 and its content stays."),
        lambda site, data, by: switch_plugin(site, data["plugin"], data["on"], by=by),
        PluginForm,
    ),
)


def acts_for(tenant: Tenant) -> list[SiteAct]:
    return [act for act in ACTS if act.shown(tenant)]


def act_named(name: str, tenant: Tenant) -> SiteAct | None:
    """None for what there is not, or not for a site as it is now."""
    return next((act for act in acts_for(tenant) if act.name == name), None)
