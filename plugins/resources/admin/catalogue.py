"""What is lent, where, and on what terms: lists and forms by Wagtail's own means."""

from typing import Any

from django.db.models import Count, QuerySet
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, InlinePanel, MultiFieldPanel
from wagtail.admin.ui.tables import BooleanColumn, Column

from plugins.resources.admin.frame import PoolViewSet
from plugins.resources.models import Article, Category, ClosedDay, Kit, PickupPoint, Terms

_HEAD = [
    FieldPanel("name"),
    FieldPanel("category"),
    FieldPanel("summary"),
    FieldPanel("text"),
    FieldPanel("image"),
]
_BUFFERS = MultiFieldPanel(
    [FieldRowPanel([FieldPanel("buffer_before"), FieldPanel("buffer_after")])],
    heading=_("Time kept free"),
)


def where_shown(*more: str) -> MultiFieldPanel:
    """The ticks and the address, last in each form."""
    names = ("shown", *more, "slug")
    return MultiFieldPanel([FieldPanel(name) for name in names], heading=_("Where it stands"))


class CategoryViewSet(PoolViewSet):
    model = Category
    icon = "tag"
    menu_label = _("Categories")
    list_display = ("name", "order")
    panels = [FieldPanel("name"), FieldPanel("slug"), FieldPanel("order")]


class ArticleViewSet(PoolViewSet):
    model = Article
    icon = "pick"
    menu_label = _("Articles")
    list_display = (
        "name",
        "category",
        Column("pieces", label=_("Pieces"), accessor="pieces"),
        BooleanColumn("shown", label=_("Shown")),
    )
    list_filter = ("category", "shown")
    search_fields = ("name", "summary")
    search_backend_name = None
    panels = [
        *_HEAD,
        InlinePanel("images", heading=_("More pictures"), label=_("Picture")),
        FieldPanel("measures"),
        FieldPanel("accessories"),
        FieldPanel("instructions"),
        FieldPanel("value"),
        _BUFFERS,
        where_shown("in_network"),
    ]

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Article]":
        articles = Article.objects.select_related("category")
        return articles.annotate(pieces=Count("units")).order_by("name", "pk")


class KitViewSet(PoolViewSet):
    model = Kit
    icon = "group"
    menu_label = _("Kits")
    list_display = ("name", "category", BooleanColumn("shown", label=_("Shown")))
    list_filter = ("category",)
    search_fields = ("name", "summary")
    search_backend_name = None
    panels = [
        *_HEAD,
        InlinePanel("parts", heading=_("What is in it"), label=_("Part"), min_num=1),
        where_shown(),
    ]

    def get_queryset(self, request: HttpRequest) -> "QuerySet[Kit]":
        return Kit.objects.select_related("category").order_by("name", "pk")


class PickupPointViewSet(PoolViewSet):
    model = PickupPoint
    icon = "home"
    menu_label = _("Pick-up points")
    list_display = ("name", "street", "city")
    panels = [
        FieldPanel("name"),
        FieldPanel("street"),
        FieldRowPanel([FieldPanel("postcode"), FieldPanel("city")]),
        FieldPanel("note"),
        InlinePanel("hours", heading=_("Opening hours"), label=_("Opening hours")),
        FieldPanel("holidays"),
    ]


class ClosedDayViewSet(PoolViewSet):
    model = ClosedDay
    icon = "calendar"
    menu_label = _("Closed days")
    list_display = ("reason", "first", "last", "point")
    list_filter = ("point",)

    def get_queryset(self, request: HttpRequest) -> "QuerySet[ClosedDay]":
        return ClosedDay.objects.select_related("point").order_by("-first", "pk")


class TermsViewSet(PoolViewSet):
    """Requests keep the version that was accepted: there is no way to change one."""

    model = Terms
    icon = "doc-full"
    menu_label = _("Terms of lending")
    list_display = ("__str__", "since")
    inspect_view_enabled = True
    form_fields: Any = ["version", "text", "since"]
