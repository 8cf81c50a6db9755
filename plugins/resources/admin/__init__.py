"""The admin: one menu item, the pool's own page behind it, and the lists that it leads to."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from plugins.resources.admin.counter import handing_out, taking_back
from plugins.resources.admin.day import day
from plugins.resources.admin.deciding import deciding
from plugins.resources.admin.feeds import feeds
from plugins.resources.admin.hub import VIEWSETS, hub
from plugins.resources.admin.papers import labels, paper
from plugins.resources.admin.piece import find, piece
from plugins.resources.admin.report import report, report_csv, report_pdf
from plugins.resources.admin.requests import RequestsView
from plugins.resources.roles import CHANGE_REQUESTS, VIEW_REQUESTS
from verbund.plugin import AdminView, MenuItem, Snippet

menu_items = (
    MenuItem(
        name="resources",
        label=_("Resources"),
        url=lambda: reverse("resources_admin:index"),
        permission=VIEW_REQUESTS,
        icon="folder-open-inverse",
        order=170,
    ),
)

snippets = tuple(Snippet(viewset) for viewset in VIEWSETS)

_RESULTS = RequestsView.as_view(results_only=True)
admin_views = (
    AdminView("index", "", hub, VIEW_REQUESTS),
    AdminView("requests", "anfragen/", RequestsView.as_view(), VIEW_REQUESTS),
    AdminView("requests_results", "anfragen/results/", _RESULTS, VIEW_REQUESTS),
    AdminView("request", "anfragen/<int:pk>/", deciding, CHANGE_REQUESTS),
    AdminView("hand_out", "anfragen/<int:pk>/ausgabe/", handing_out, CHANGE_REQUESTS),
    AdminView("take_back", "anfragen/<int:pk>/ruecknahme/", taking_back, CHANGE_REQUESTS),
    AdminView("paper", "anfragen/<int:pk>/<slug:kind>.pdf", paper, VIEW_REQUESTS),
    AdminView("day", "tag/", day, VIEW_REQUESTS),
    AdminView("find", "suchen/", find, VIEW_REQUESTS),
    AdminView("piece", "stueck/<str:code>/", piece, CHANGE_REQUESTS),
    AdminView("report", "bericht/", report, VIEW_REQUESTS),
    AdminView("report_csv", "bericht.csv", report_csv, VIEW_REQUESTS),
    AdminView("report_pdf", "bericht.pdf", report_pdf, VIEW_REQUESTS),
    AdminView("feeds", "kalender/", feeds, VIEW_REQUESTS),
    AdminView("labels", "etiketten.pdf", labels, VIEW_REQUESTS),
)
