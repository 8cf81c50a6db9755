"""A site's hosts in the console: wanted, proven by whoever owns them, canonical, given up."""

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db.transaction import non_atomic_requests
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from verbund.console.access import operator_of
from verbund.console.forms import DomainForm
from verbund.console.frame import page
from verbund.onboarding.domain.canonical import make_canonical
from verbund.plugin.jobs import enqueue
from verbund.tenancy.domain.domains import claim_domain, give_up_domain
from verbund.tenancy.domain.proofs import FILE, PREFIX, RECORD
from verbund.tenancy.models import Tenant

ACTS = {"aufgeben": give_up_domain, "hauptadresse": make_canonical}


def index(request: HttpRequest, schema: str) -> HttpResponse:
    """All hosts with what is still to be done for their proof; the form wants one more."""
    tenant = get_object_or_404(Tenant, schema_name=schema)
    form = DomainForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            claim_domain(tenant, form.cleaned_data["domain"], by=operator_of(request).uuid)
        except ValidationError as error:
            form.add_error("domain", error.messages)
        else:
            messages.success(request, _("Noted. It is served as soon as it is proven."))
            return redirect("console:domains", schema)
    return page(
        request,
        "domains",
        _("Domains of %s") % tenant.name,
        form=form,
        site_tenant=tenant,
        domains=list(tenant.domains.all()),
        claims=[
            {
                "claim": claim,
                "record": f"{RECORD}.{claim.domain}",
                "file": f"https://{claim.domain}{FILE}",
                "text": f"{PREFIX}{claim.token}",
            }
            for claim in tenant.claims.all()
        ],
    )


@require_POST
def check(request: HttpRequest, schema: str) -> HttpResponse:
    """Has the worker look now."""
    enqueue("console.check_claims")
    messages.success(request, _("The worker looks at once. Load the page again in a moment."))
    return redirect("console:domains", schema)


# A new canonical host is noted inside the site too, which no open transaction allows.
@non_atomic_requests
@require_POST
def act(request: HttpRequest, schema: str, name: str) -> HttpResponse:
    """Makes a host canonical or gives one up."""
    tenant = get_object_or_404(Tenant, schema_name=schema)
    try:
        ACTS[name](tenant, request.POST.get("domain", ""), by=operator_of(request).uuid)
        messages.success(request, _("Done, and noted in the log."))
    except ValidationError as error:
        messages.error(request, " ".join(error.messages))
    return redirect("console:domains", schema)
