"""Addresses of every site; knows no plugin by name."""

from django.conf.urls.i18n import i18n_patterns
from django.urls import include, path
from wagtail.admin import urls as wagtailadmin_urls
from wagtail.documents import urls as wagtaildocs_urls

from verbund.accounts.login import shadows
from verbund.api.frame import make_api, openapi_view
from verbund.media.views import serve_media
from verbund.operations.views import ready
from verbund.pages.sitemap import sitemap
from verbund.pages.views import robots
from verbund.tenancy.preview import enter_preview

api = make_api()

urlpatterns = [
    path("-/ready", ready, name="ready"),
    path("-/vorschau/<str:token>/", enter_preview, name="preview"),
    path("-/", include("verbund.theming.urls")),
    path("admin/", include(shadows.admin_urls())),
    path("admin/", include("verbund.adminsite.urls")),
    path("admin/", include(wagtailadmin_urls)),
    path("documents/", include(wagtaildocs_urls)),
    path("media/<path:path>", serve_media, name="media"),
    path("api/v1/openapi.json", openapi_view(api), name="openapi"),
    path("api/v1/", api.urls),
    path("sitemap.xml", sitemap, name="sitemap"),
    path("robots.txt", robots, name="robots"),
    *i18n_patterns(
        path("anmeldung/einladung/", include("verbund.accounts.invitations_page")),
        path("anmeldung/support/", include("verbund.support.urls")),
        path("anmeldung/", include("verbund.accounts.login.urls")),
        path("betrieb/", include("verbund.console.urls")),
        path("konto/", include("verbund.member_area.urls")),
        path("suche/", include("verbund.search.urls")),
        path("", include("verbund.pages.urls")),
        prefix_default_language=False,
    ),
]

handler403 = "verbund.pages.errors.forbidden"
handler404 = "verbund.pages.errors.not_found"
handler429 = "verbund.accounts.login.views.too_many"
handler500 = "verbund.pages.errors.server_error"
