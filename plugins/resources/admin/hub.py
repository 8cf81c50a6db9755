"""The pool's own page of the admin: what is to do, and the way to everything else."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from django_stubs_ext import StrOrPromise

from plugins.resources.admin.catalogue import (
    ArticleViewSet,
    CategoryViewSet,
    ClosedDayViewSet,
    KitViewSet,
    PickupPointViewSet,
    TermsViewSet,
)
from plugins.resources.admin.frame import PoolViewSet, frame
from plugins.resources.admin.pieces import RoomViewSet, UnitViewSet
from plugins.resources.admin.rules import RuleViewSet

VIEWSETS: tuple[type[PoolViewSet], ...] = (
    ArticleViewSet,
    UnitViewSet,
    KitViewSet,
    RoomViewSet,
    CategoryViewSet,
    PickupPointViewSet,
    ClosedDayViewSet,
    RuleViewSet,
    TermsViewSet,
)


@dataclass(frozen=True)
class Way:
    label: StrOrPromise
    url: str
    icon: str


@require_safe
def hub(request: HttpRequest) -> HttpResponse:
    context = frame(_("Resources")) | {"work": _work(), "kept": _kept()}
    context["breadcrumbs_items"] = context["breadcrumbs_items"][:-1]
    return render(request, "resources/admin/hub.html", context)


def _work() -> list[Way]:
    return [
        Way(_("Requests"), reverse("resources_admin:requests"), "clipboard-list"),
        Way(_("List of the day"), reverse("resources_admin:day"), "calendar"),
        Way(_("Report"), reverse("resources_admin:report"), "table"),
        Way(_("Calendars"), reverse("resources_admin:feeds"), "date"),
        Way(_("Labels (PDF)"), reverse("resources_admin:labels"), "tag"),
    ]


def _kept() -> list[Way]:
    return [
        Way(one.menu_label, reverse(f"wagtailsnippets_resources_{_name(one)}:list"), one.icon)
        for one in VIEWSETS
    ]


def _name(viewset: type[PoolViewSet]) -> str:
    return str(viewset.model._meta.model_name)
