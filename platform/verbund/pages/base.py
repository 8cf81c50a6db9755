"""What all page types share: language, description, social picture, and the plugins' gate."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import Resolver404, URLPattern, URLResolver
from django.urls.resolvers import RegexPattern
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.compat import HTTPMethod
from wagtail.models import Page, PageViewRestriction
from wagtail.url_routing import RouteResult

from verbund.pages.checks import ContentProblem, picture_problems
from verbund.pages.forms import PageForm
from verbund.pages.parts import PagePart
from verbund.pages.trail import HOME_DEPTH
from verbund.pages.visibility import has_ended, private_paths
from verbund.plugin.config import PluginConfig
from verbund.plugin.gate import find_plugin, model_is_on
from verbund.tenancy.names import RESERVED_SLUGS

_RESERVED = RESERVED_SLUGS | {code for code, _name in settings.LANGUAGES}


class BasePage(Page):
    """A page of a site. A page type of a plugin that is off is not there."""

    social_image = models.ForeignKey(
        "media.Image",
        models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("picture for sharing"),
        help_text=_("Shown when somebody shares the page. Without one: the page's own picture."),
    )

    promote_panels: ClassVar[list[Any]] = [
        MultiFieldPanel(
            [
                FieldPanel("slug"),
                FieldPanel("seo_title"),
                FieldPanel("search_description"),
                FieldPanel("social_image"),
            ],
            heading=_("For search engines and sharing"),
        ),
        MultiFieldPanel([FieldPanel("show_in_menus")], heading=_("Navigation")),
    ]

    base_form_class = PageForm
    # A page is read; who takes what is sent says so (MainPage).
    allowed_http_methods: ClassVar[list[HTTPMethod]] = [
        HTTPMethod.GET,
        HTTPMethod.HEAD,
        HTTPMethod.OPTIONS,
    ]
    password_required_template = "pages/password_required.html"  # noqa: S105  # a template

    class Meta:
        abstract = True

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        return model_is_on(cls._meta.app_label) and super().can_create_at(parent)

    def clean(self) -> None:
        super().clean()
        if self.depth in {None, HOME_DEPTH + 1} and self.slug in _RESERVED:
            text = _("“%(slug)s” is an address of the system. Choose another one.")
            raise ValidationError({"slug": ValidationError(text, params={"slug": self.slug})})

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        if not model_is_on(self._meta.app_label):
            raise Http404("The plugin of this page is off.")
        if has_ended(self):
            raise Http404("The end of this page has come.")
        self._nothing_is_private = not private_paths(request)
        if not path_components:
            return super().route(request, [])
        child = self.get_children().filter(slug=path_components[0]).first()
        if child is None:
            raise Http404("There is no page of this name here.")
        page = child.specific
        # The way down is remembered: the trail needs no query.
        page._cached_parent_obj = self
        return page.route(request, path_components[1:])

    def get_view_restrictions(self) -> "QuerySet[PageViewRestriction]":
        """As Wagtail's; a site without any restriction is asked once a request."""
        if getattr(self, "_nothing_is_private", False):
            return PageViewRestriction.objects.none()
        return super().get_view_restrictions()

    def get_context(self, request: HttpRequest, *args: Any, **kwargs: Any) -> dict[str, Any]:
        # The frame asks what it stands around: its languages, its place in the menu.
        request.shown_page = self  # type: ignore[attr-defined]  # read by pages.translations
        return super().get_context(request, *args, **kwargs)

    def content_problems(self) -> list[ContentProblem]:
        """What a reader would stumble over; told to the editor after saving, never in her way."""
        return picture_problems(self)

    @property
    def teaser_text(self) -> str:
        """A sentence or two about the page, for lists and sharing."""
        return self.search_description

    @property
    def teaser_image(self) -> Any:
        """The picture that stands for the page in lists; None without one."""
        return self.social_image

    @property
    def sharing_image(self) -> Any:
        return self.social_image or self.teaser_image


class MainPage(BasePage):
    """A plugin's main page: one a language, its slug fixed by the plugin, its urls.py below.

    A view of that urls.py is called with the request, the page, and what the address holds;
    the one of the empty path is the page itself.
    """

    fixed_slug: ClassVar[str] = ""
    parent_page_types: ClassVar[list[str]] = ["pages.HomePage"]
    show_in_menus_default = True
    # Its views take forms; each says itself which methods it knows.
    allowed_http_methods: ClassVar[list[HTTPMethod]] = [
        *BasePage.allowed_http_methods,
        HTTPMethod.POST,
    ]

    class Meta:
        abstract = True

    @classmethod
    def can_create_at(cls, parent: Page) -> bool:
        if not super().can_create_at(parent):
            return False
        return not cls.objects.child_of(parent).exists()

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.slug = self.fixed_slug
        super().full_clean(*args, **kwargs)

    def route(self, request: HttpRequest, path_components: list[str]) -> RouteResult:
        own = super().route(request, []) if path_components == [] else None
        if own is not None:
            return own
        if self.live and model_is_on(self._meta.app_label):
            match = self._match(_below(path_components))
            if match is not None:
                return RouteResult(self, kwargs={"match": match})
        return super().route(request, path_components)

    def serve(self, request: HttpRequest, *args: Any, match: Any = None, **kwargs: Any) -> Any:
        match = match or self._match("")
        if match is None:
            return super().serve(request, *args, **kwargs)
        return match.func(request, self, *match.args, **match.kwargs)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> Any:
        return self.serve(request)

    def sub_url(self, name: str, **kwargs: Any) -> str:
        """The address of one of the plugin's views below this page, from the site's root."""
        return (self.url or "/") + self._resolver().reverse(name, **kwargs)

    def _match(self, path: str) -> Any:
        try:
            return self._resolver().resolve(path)
        except Resolver404:
            return None

    @classmethod
    def _resolver(cls) -> URLResolver:
        plugin = find_plugin(cls._meta.app_label)
        module = plugin.file("urls") if isinstance(plugin, PluginConfig) else None
        patterns: list[URLPattern | URLResolver] = getattr(module, "urlpatterns", [])
        return URLResolver(RegexPattern(r"^"), patterns)


def _below(components: list[str]) -> str:
    """An address below a main page as its urls.py says it: a file's name ends without a slash."""
    end = "" if "." in components[-1] else "/"
    return "/".join(components) + end


def render_page(
    page: Page, request: HttpRequest, template: str, part: PagePart | None = None, **extra: Any
) -> HttpResponse:
    """A view's page in the frame of its main page: same context, another template.

    ``part`` is what the view shows of it: head, way down the tree and sharing speak of that.
    """
    from django.template.response import TemplateResponse

    request.shown_part = part  # type: ignore[attr-defined]  # read by pages.meta and pages.trail
    context = page.get_context(request) | {"part": part} | extra
    return TemplateResponse(request, template, context)
