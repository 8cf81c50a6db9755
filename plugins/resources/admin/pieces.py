"""Single pieces and rooms: a room has its one piece from the beginning."""

from django.db.models import QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel
from wagtail.admin.ui.tables import BooleanColumn

from plugins.resources.admin.catalogue import _BUFFERS, _HEAD, where_shown
from plugins.resources.admin.frame import PoolViewSet
from plugins.resources.models import Room, Unit


class UnitViewSet(PoolViewSet):
    model = Unit
    icon = "key"
    menu_label = _("Pieces")
    list_display = ("inventory_number", "article", "status", "condition", "point", "shelf", "code")
    list_filter = ("article", "room", "status", "condition", "point")
    search_fields = ("inventory_number", "code", "article__name", "room__name")
    search_backend_name = None
    panels = [
        FieldPanel("article"),
        FieldPanel("inventory_number"),
        FieldPanel("code"),
        FieldRowPanel([FieldPanel("status"), FieldPanel("condition")]),
        FieldRowPanel([FieldPanel("point"), FieldPanel("shelf")]),
        FieldPanel("bought_on"),
        FieldPanel("note"),
    ]

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Unit]":
        return Unit.objects.select_related("article", "room", "point").order_by("inventory_number")


class RoomViewSet(PoolViewSet):
    model = Room
    icon = "home"
    menu_label = _("Rooms")
    list_display = ("name", "category", "point", BooleanColumn("shown", label=_("Shown")))
    list_filter = ("category", "point")
    search_fields = ("name", "summary")
    search_backend_name = None
    panels = [
        *_HEAD,
        InlinePanel("images", heading=_("More pictures"), label=_("Picture")),
        InlinePanel("layouts", heading=_("Seats"), label=_("Kind of seating"), min_num=1),
        FieldPanel("equipment"),
        FieldPanel("accessibility"),
        FieldRowPanel([FieldPanel("kitchen"), FieldPanel("noise")]),
        FieldPanel("house_rules"),
        FieldPanel("point"),
        _BUFFERS,
        where_shown("in_network"),
    ]

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Room]":
        return Room.objects.select_related("category", "point").order_by("name", "pk")
