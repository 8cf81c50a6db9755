"""Addresses below /anmeldung/: what staff need of allauth, and nothing of its signing up."""

from functools import wraps
from typing import Any

from allauth.account import views as account
from allauth.mfa.base import views as mfa
from allauth.mfa.recovery_codes import views as codes
from allauth.mfa.totp import views as totp
from allauth.mfa.webauthn import views as webauthn
from allauth.usersessions import views as sessions
from django.forms import BaseForm
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.template.response import TemplateResponse
from django.urls import URLPattern, path, re_path

_patterns = [
    path("", account.login, name="account_login"),
    path("abmelden/", account.logout, name="account_logout"),
    path("geschlossen/", account.account_inactive, name="account_inactive"),
    path("bestaetigen/", account.reauthenticate, name="account_reauthenticate"),
    path("passwort/", account.password_change, name="account_change_password"),
    path("passwort/setzen/", account.password_set, name="account_set_password"),
    path("passwort/vergessen/", account.password_reset, name="account_reset_password"),
    path(
        "passwort/vergessen/gesendet/",
        account.password_reset_done,
        name="account_reset_password_done",
    ),
    re_path(
        r"^passwort/neu/(?P<uidb36>[0-9A-Za-z]+)-(?P<key>.+)/$",
        account.password_reset_from_key,
        name="account_reset_password_from_key",
    ),
    path(
        "passwort/neu/",
        account.password_reset_from_key_done,
        name="account_reset_password_from_key_done",
    ),
    path("sitzungen/", sessions.list_usersessions, name="usersessions_list"),
    path("sicherheit/", mfa.index, name="mfa_index"),
    path("code/", mfa.authenticate, name="mfa_authenticate"),
    path("code/bestaetigen/", mfa.reauthenticate, name="mfa_reauthenticate"),
    path("sicherheit/app/", totp.activate_totp, name="mfa_activate_totp"),
    path("sicherheit/app/aus/", totp.deactivate_totp, name="mfa_deactivate_totp"),
    path("sicherheit/codes/", codes.view_recovery_codes, name="mfa_view_recovery_codes"),
    path(
        "sicherheit/codes/neu/", codes.generate_recovery_codes, name="mfa_generate_recovery_codes"
    ),
    path(
        "sicherheit/codes/datei/", codes.download_recovery_codes, name="mfa_download_recovery_codes"
    ),
    path("passkey/", webauthn.login_webauthn, name="mfa_login_webauthn"),
    path(
        "passkey/bestaetigen/", webauthn.reauthenticate_webauthn, name="mfa_reauthenticate_webauthn"
    ),
    path("sicherheit/passkeys/", webauthn.list_webauthn, name="mfa_list_webauthn"),
    path("sicherheit/passkeys/neu/", webauthn.add_webauthn, name="mfa_add_webauthn"),
    path(
        "sicherheit/passkeys/<int:pk>/entfernen/",
        webauthn.remove_webauthn,
        name="mfa_remove_webauthn",
    ),
    path("sicherheit/passkeys/<int:pk>/", webauthn.edit_webauthn, name="mfa_edit_webauthn"),
]


def _in_our_frame(pattern: URLPattern) -> URLPattern:
    """allauth's pages with our frame and labels.

    It tells its templates a `site` of its own, where ours reads the frame of the page, and says
    each label a second time inside the field.
    """
    view = pattern.callback

    @wraps(view)
    def framed(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        response: HttpResponseBase = view(request, *args, **kwargs)
        if isinstance(response, TemplateResponse) and response.context_data:
            response.context_data.pop("site", None)
            _drop_placeholders(response.context_data.get("form"))
        return response

    pattern.callback = framed
    return pattern


def _drop_placeholders(form: BaseForm | None) -> None:
    for field in form.fields.values() if form else ():
        field.widget.attrs.pop("placeholder", None)


urlpatterns = [_in_our_frame(pattern) for pattern in _patterns]
