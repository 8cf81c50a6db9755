"""*API-Schlüssel* in the admin: what there is, a new one, one that is taken back."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe
from wagtail.admin import messages

from verbund.api.domain.keys import make_key, revoke_key
from verbund.api.forms import NewKeyForm
from verbund.api.models import ApiKey
from verbund.plugin.gate import active
from verbund.tenancy.context import current_tenant

INDEX = "apikeys_admin:index"


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """All keys of the site, the newest first."""
    labels = {one.name: one.label for one in active("api_scopes")}
    keys = list(ApiKey.objects.select_related("made_by"))
    for key in keys:
        key.spoken_scopes = [labels.get(name, name) for name in key.scopes]  # type: ignore[attr-defined]  # for the template
    context = {"keys": keys, "can_make": bool(labels)} | _frame([])
    return render(request, "apikeys/index.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """The form; what follows it is the one page that ever shows the secret."""
    form = NewKeyForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        chosen: dict[str, Any] = form.cleaned_data
        key, secret = make_key(chosen["name"], chosen["scopes"], chosen["days"], request.user)  # type: ignore[arg-type]  # staff
        context = {"key": key, "secret": secret, "base_url": current_tenant().base_url}
        return render(request, "apikeys/made.html", context | _frame([{"label": key.name}]))
    return render(request, "apikeys/add.html", {"form": form} | _frame([{"label": _("New key")}]))


@require_http_methods(["GET", "HEAD", "POST"])
def revoke(request: HttpRequest, pk: int) -> HttpResponse:
    """Asks, then takes the key back."""
    key = get_object_or_404(ApiKey, pk=pk)
    if request.method == "POST":
        revoke_key(key, request.user)  # type: ignore[arg-type]  # staff
        messages.success(request, _("“%s” is taken back: it opens nothing any more.") % key.name)
        return redirect(INDEX)
    return render(request, "apikeys/revoke.html", {"key": key} | _frame([{"label": key.name}]))


def _frame(below: list[dict[str, str]]) -> dict[str, Any]:
    title = _("API keys")
    return {
        "page_title": below[-1]["label"] if below else title,
        "header_icon": "key",
        "breadcrumbs_items": [
            {"url": reverse("wagtailadmin_home"), "label": _("Home")},
            {"url": reverse(INDEX), "label": title},
            *({"url": "", **item} for item in below),
        ],
    }
