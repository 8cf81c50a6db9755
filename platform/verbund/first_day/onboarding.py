"""The platform's own first steps; plugins add theirs in the file of the same name."""

from allauth.mfa.models import Authenticator
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from wagtail.models import Page

from verbund.accounts.domain.queries import waiting_invitations
from verbund.accounts.login.policy import FACTORS
from verbund.accounts.models import User
from verbund.first_day.domain.profile import missing_facts
from verbund.pages.models import HomePage, LegalKind, LegalPage
from verbund.plugin.contributions import FirstStep
from verbund.tenancy.context import current_tenant
from verbund.tenancy.domain.queries import networks_of
from verbund.tenancy.enums import TenantKind


def _profile() -> bool:
    return not missing_facts(current_tenant())


def _legal_pages() -> bool:
    live = set(LegalPage.objects.live().values_list("kind", flat=True))
    return live >= {kind.value for kind in LegalKind}


def _home() -> bool:
    """Somebody of the site has published it: the first version comes from nobody."""
    home = HomePage.objects.filter(locale__language_code="de").first()
    return bool(home and home.live_revision and home.live_revision.user_id)


def _invited() -> bool:
    people = User.objects.people().filter(is_active=True).count()
    return people > 1 or waiting_invitations().exists()


def _second_factor() -> bool:
    people = User.objects.people().filter(is_active=True)
    return Authenticator.objects.filter(type__in=FACTORS, user__in=people).exists()


def _network() -> bool:
    return bool(networks_of(current_tenant()))


def _edit_home() -> str:
    home = HomePage.objects.filter(locale__language_code="de").first()
    return reverse("wagtailadmin_pages:edit", args=[home.pk]) if home else ""


def _explore_legal() -> str:
    page: Page | None = LegalPage.objects.first()
    parent = page.get_parent() if page else Page.get_first_root_node()
    return reverse("wagtailadmin_explore", args=[parent.pk])


first_steps = (
    FirstStep(
        "profile",
        _("Legal profile and contact are complete"),
        _(
            "The law on digital services wants to know who stands behind a site: board, register, "
            "who is responsible. The Impressum is made of it."
        ),
        lambda: reverse("first_day:profile"),
        _profile,
        must=True,
        order=100,
    ),
    FirstStep(
        "legal_pages",
        _("Impressum, data protection and accessibility are public"),
        _("Each site needs all three. Their text is made from your profile and your extensions."),
        _explore_legal,
        _legal_pages,
        must=True,
        order=110,
    ),
    FirstStep(
        "home",
        _("The home page is yours"),
        _("It is what most people see first, and often the only thing."),
        _edit_home,
        _home,
        order=200,
    ),
    FirstStep(
        "people",
        _("Somebody else is invited"),
        _("If only one person can get in, a holiday is enough to close the editing."),
        lambda: reverse("accounts_invitations:index"),
        _invited,
        order=300,
    ),
    FirstStep(
        "second_factor",
        _("A second factor protects the way in"),
        _("A password alone is guessed or stolen sooner or later."),
        lambda: reverse("mfa_index"),
        _second_factor,
        order=310,
    ),
    FirstStep(
        "network",
        _("The site belongs to its network"),
        _("Then its news and its search reach all cities. The operators enter it: ask them."),
        lambda: "",
        _network,
        shown=lambda: current_tenant().kind == TenantKind.CITY,
        order=400,
    ),
)
