"""The platform's own section of /konto/: logins, name, address, leaving."""

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from verbund.plugin.contributions import AccountSection


def _urlpatterns() -> list[URLPattern]:
    # Imported here: views need the app registry.
    from verbund.member_area.views import own

    return [
        path("", own.overview, name="overview"),
        path("name/", own.change_name, name="name"),
        path("adresse/", own.change_email, name="email"),
        path("sitzung/<int:session>/beenden/", own.end_session, name="end_session"),
        path("loeschen/", own.leave, name="leave"),
    ]


account_sections = (
    AccountSection("anmeldungen", _("Logins"), urlpatterns=_urlpatterns, order=900),
)
