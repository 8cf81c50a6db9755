"""The part of /konto/ in which a member sees what she and her organisations asked for."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_POST

from verbund.plugin import AccountSection, TodoItem, render_area


def _overview(request: HttpRequest) -> HttpResponse:
    # Here and below: models cannot be imported when this file is read.
    from plugins.resources.own import calendar_url, own_rows, pool_url

    context = {
        "title": _("Borrowed"),
        "rows": own_rows(request),
        "pool_url": pool_url(),
        "calendar_url": calendar_url(request),
    }
    return render_area(request, "resources/konto.html", context)


@require_POST
def _calendar(request: HttpRequest) -> HttpResponse:
    """Makes the secret address of her own calendar, or takes it back."""
    from plugins.resources.own import end_calendar, make_calendar

    act = make_calendar if request.POST.get("kalender") == "an" else end_calendar
    act(request)
    return redirect("resources_konto:overview")


def _urlpatterns() -> list[URLPattern]:
    return [
        path("", _overview, name="overview"),
        path("kalender/", _calendar, name="calendar"),
    ]


def _todo(request: HttpRequest) -> list[TodoItem]:
    from plugins.resources.own import offered

    count, url = offered(request)
    words = ngettext("%d counter-offer waits for you", "%d counter-offers wait for you", count)
    return [TodoItem(words % count, count, url)] if count else []


account_sections = (
    AccountSection(
        "ressourcen",
        gettext_lazy("Borrowed"),
        urlpatterns=_urlpatterns,
        todo=_todo,
        order=300,
    ),
)
