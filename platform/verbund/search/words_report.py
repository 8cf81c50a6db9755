"""*Suchen ohne Treffer* in the portal's admin: such words, and the network's own synonyms."""

from typing import Any

from django import forms
from django.core.exceptions import PermissionDenied
from django.db.models import Max, Sum
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import URLPattern, path, reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from verbund.tenancy.context import current_tenant
from verbund.tenancy.domain.queries import search_scope
from verbund.tenancy.enums import TenantKind
from verbund.tenancy.models import Tenant

from .domain.missing import KEPT_DAYS
from .domain.synonyms import TooFew, add_synonym, remove_synonym
from .models import SearchMiss, SearchSynonym

NAMESPACE = "search_words"
PERMISSION = "accounts.manage_site"
LEAST = 3  # what fewer searches asked for is shown on wish alone
MOST_SHOWN = 100


class WordsMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        allowed: bool = request.user.has_perm(PERMISSION)
        return allowed and _is_portal()


def menu_item() -> WordsMenuItem:
    return WordsMenuItem(
        gettext_lazy("Searches without hits"),
        reverse(f"{NAMESPACE}:index"),
        name="search-words",
        icon_name="search",
        order=730,
    )


class SynonymForm(forms.Form):
    word = forms.CharField(label=gettext_lazy("Word"), max_length=80)
    others = forms.CharField(
        label=gettext_lazy("Other words for it"),
        max_length=400,
        help_text=gettext_lazy("With commas between them: Beamer, Projektor"),
    )

    def clean_others(self) -> list[str]:
        """:raises ValidationError: nothing but commas."""
        others = [one.strip()[:80] for one in self.cleaned_data["others"].split(",")]
        if not any(others):
            raise forms.ValidationError(_("Write at least one other word."))
        return others


def index(request: HttpRequest) -> HttpResponse:
    """What found nothing; `?wort=` fills the form, `?alle=1` shows rare words too."""
    network = _portal(request)
    form = SynonymForm(request.POST or None, initial={"word": request.GET.get("wort", "")})
    if request.method == "POST" and form.is_valid():
        try:
            add_synonym(network, [form.cleaned_data["word"], *form.cleaned_data["others"]])
        except TooFew:
            form.add_error("others", _("Write at least one other word."))
        else:
            messages.success(request, _("The search knows it from now on."))
            return redirect(f"{NAMESPACE}:index")
    rare = request.GET.get("alle") == "1"
    title = _("Searches without hits")
    context: dict[str, Any] = {
        "form": form,
        "words": _words(network, least=1 if rare else LEAST),
        "synonyms": SearchSynonym.objects.filter(network=network).order_by("words"),
        "rare": rare,
        "least": LEAST,
        "days": KEPT_DAYS,
        "page_title": title,
        "header_title": title,
        "header_icon": "search",
    }
    return render(request, "search/words_report.html", context)


@require_POST
def remove(request: HttpRequest, number: int) -> HttpResponse:
    remove_synonym(_portal(request), number)
    messages.success(request, _("The search has forgotten it."))
    return redirect(f"{NAMESPACE}:index")


def urls() -> list[URLPattern]:
    """Below `/admin/suche-ohne-treffer/`."""
    return [
        path("", index, name="index"),
        path("<int:number>/entfernen/", remove, name="remove"),
    ]


def _words(network: Tenant, *, least: int) -> list[dict[str, Any]]:
    """Of all sites of the network together."""
    found = (
        SearchMiss.objects.filter(tenant__in=search_scope(network))
        .values("word")
        .annotate(times=Sum("count"), last=Max("day"))
        .filter(times__gte=least)
        .order_by("-times", "word")
    )
    return [dict(one) for one in found[:MOST_SHOWN]]


def _portal(request: HttpRequest) -> Tenant:
    """:raises Http404: elsewhere than on a network's portal."""
    if not _is_portal():
        raise Http404("Words without hits are shown on a network's portal.")
    if not request.user.has_perm(PERMISSION):
        raise PermissionDenied
    return current_tenant()


def _is_portal() -> bool:
    return current_tenant().kind == TenantKind.NETWORK
