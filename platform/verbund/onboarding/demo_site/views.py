"""The demo's overview and its mailbox."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from verbund.onboarding.demo_content.accounts import PASSWORD, accounts_of, member_of
from verbund.onboarding.demo_site.mailbox import find_mail, sent_mails
from verbund.tenancy.enums import TenantKind
from verbund.tenancy.models import Tenant

COMMANDS = (
    ("make demo", "startet alles; Strg+C beendet alles"),
    ("make test", "prüft alles"),
    ("verbund tenants list", "zeigt die Auftritte"),
    ("verbund onboard tenants/_example/tenant.toml --dry-run", "prüft eine neue Stadt"),
    ("verbund search status", "zeigt den Stand der Suche"),
    ("verbund demo unload", "entfernt die Demo-Inhalte"),
)


@require_safe
def overview(request: HttpRequest) -> HttpResponse:
    """Sites with addresses, accounts and commands."""
    tenants = Tenant.objects.prefetch_related("domains").order_by("kind", "name")
    sites = [
        {
            "tenant": tenant,
            "accounts": accounts_of(tenant),
            "member": "" if tenant.kind == TenantKind.OPERATOR else member_of(tenant),
        }
        for tenant in tenants
    ]
    context = {"sites": sites, "password": PASSWORD, "commands": COMMANDS}
    return render(request, "onboarding/demo_site/overview.html", context)


@require_safe
def mail_list(request: HttpRequest) -> HttpResponse:
    return render(request, "onboarding/demo_site/mail_list.html", {"mails": sent_mails()})


@require_safe
def mail_show(request: HttpRequest, name: str) -> HttpResponse:
    """:raises Http404: no such mail."""
    mail = find_mail(name)
    if mail is None:
        raise Http404("No such mail.")
    return render(request, "onboarding/demo_site/mail_show.html", {"mail": mail})
