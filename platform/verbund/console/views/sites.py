"""The overview, a site's own page, and what is done there."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.transaction import non_atomic_requests
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _

from verbund.console import words
from verbund.console.access import operator_of
from verbund.console.acts import act_named, acts_for
from verbund.console.domain.queries import networks, site_row, site_rows
from verbund.console.domain.todo import problems
from verbund.console.forms import initial_of
from verbund.console.frame import page
from verbund.tenancy.domain.acts import acts_of
from verbund.tenancy.models import Tenant

NEWEST = 10


def overview(request: HttpRequest) -> HttpResponse:
    """All sites, what needs a hand first, and what was done last."""
    rows = site_rows()
    return page(
        request,
        "overview",
        _("Overview"),
        table=words.overview_table(rows),
        todo=problems(rows),
        acts=words.lines_of(acts_of()[:NEWEST]),
    )


def site(request: HttpRequest, schema: str) -> HttpResponse:
    tenant = get_object_or_404(Tenant, schema_name=schema)
    row = site_row(tenant)
    return page(
        request,
        "site",
        tenant.name,
        row=row,
        site_tenant=row.tenant,
        facts=words.facts_of(row),
        todo=problems([row]),
        site_acts=acts_for(tenant),
        acts=words.lines_of(acts_of(tenant)[:NEWEST]),
    )


# Switching an extension enters the site, which no open transaction allows.
@non_atomic_requests
def act(request: HttpRequest, schema: str, name: str) -> HttpResponse:
    """Says what will happen; the button does it.

    :raises Http404: no such site, or nothing of this name for it.
    """
    tenant = get_object_or_404(Tenant, schema_name=schema)
    found = act_named(name, tenant)
    if found is None:
        raise Http404(name)
    form = found.form(
        request.POST if request.method == "POST" else None, initial=initial_of(tenant)
    )
    if request.method == "POST" and form.is_valid():
        try:
            change = found.run(tenant, form.cleaned_data, operator_of(request).uuid)
        except (ValidationError, ValueError) as error:
            form.add_error(None, _messages(error))
        else:
            said = _("Done, and noted in the log.") if change else _("It was so already.")
            messages.success(request, said)
            return redirect("console:site", schema)
    context: dict[str, Any] = {"act": found, "form": form, "site_tenant": tenant}
    return page(request, "act", str(found.label), **context)


def network_list(request: HttpRequest) -> HttpResponse:
    tables = [(network, words.memberships_table(network, all_of)) for network, all_of in networks()]
    return page(request, "networks", _("Networks"), tables=tables)


def log(request: HttpRequest) -> HttpResponse:
    """Who did what to which site, the newest first."""
    shown = words.log_page(request, acts_of())
    return page(request, "log", _("Log"), acts=words.lines_of(shown), acts_page=shown)


def _messages(error: Exception) -> list[str]:
    return error.messages if isinstance(error, ValidationError) else [str(error)]
