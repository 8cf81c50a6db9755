"""Where allauth asks the house: who may log in, which words, where to, which mail."""

import time
from typing import Any, ClassVar
from urllib.parse import urlsplit

import segno
from allauth.account import app_settings
from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from verbund.accounts.login import limits
from verbund.accounts.login.secrets import cipher
from verbund.accounts.models import User
from verbund.common.client import client_address
from verbund.common.limits import TooMany, in_words
from verbund.mailing.letters import Letter, send_letter
from verbund.tenancy.context import current_tenant

NO_ADDRESS = "0.0.0.0"  # noqa: S104  # what is written where a socket has no address


class AccountAdapter(DefaultAccountAdapter):
    """Accounts are made by invitation; a mail is a letter of the site."""

    error_messages: ClassVar[dict[str, Any]] = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": gettext_lazy(
            "E-mail address and password don't belong together. Please try again."
        ),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def get_client_ip(self, request: HttpRequest) -> str:
        return client_address(request) or NO_ADDRESS

    def get_login_redirect_url(self, request: HttpRequest) -> str:
        return reverse("wagtailadmin_home")

    def is_reauthentication_required(self, *, app: str, **kwargs: Any) -> bool:
        """Not from who has logged in, in full, a moment ago."""
        return super().is_reauthentication_required(app=app, **kwargs) and not _just_came()

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """:raises ValidationError: tried too often; says how long to wait."""
        try:
            self._used = limits.count_login(request, str(credentials.get("email", "")))
        except TooMany as error:
            raise too_often(error) from error

    def _rollback_login_failed_rl_usage(self) -> None:
        for usage in self._used:
            usage.rollback()

    def _delete_login_attempts_cached_email(self, request: HttpRequest, **credentials: Any) -> None:
        place = f"{current_tenant().uuid}:{str(credentials['email']).lower()}"
        limits.ACCOUNT.reset(place)

    def send_mail(self, template_prefix: str, email: str, words: dict[str, Any]) -> None:
        write = _reset_letter if template_prefix.endswith("password_reset_key") else _notice
        language = get_language() or "de"
        send_letter(email, lambda: write(self, template_prefix, email, words), language=language)

    def render_words(self, template_prefix: str, email: str, words: dict[str, Any]) -> list[str]:
        """allauth's own text of a notice, paragraph by paragraph; its subject first."""
        message = self.render_mail(template_prefix, email, words)
        paragraphs = strip_tags(str(message.body)).split("\n\n")
        return [str(message.subject), *(part.strip() for part in paragraphs if part.strip())]

    def format_email_subject(self, subject: str) -> str:
        return subject


class SecondFactorAdapter(DefaultMFAAdapter):
    """Secrets of second factors are stored encrypted, by a key of the tenant alone."""

    def encrypt(self, text: str) -> str:
        return cipher().encrypt(text.encode()).decode()

    def decrypt(self, encrypted_text: str) -> str:
        return cipher().decrypt(encrypted_text.encode()).decode()

    def build_totp_svg(self, url: str) -> str:
        # Drawn inside the page: the policy allows no picture from a data: address.
        # Without a size it is scaled whole; a long name would else be cut off, and unreadable.
        return str(segno.make(url).svg_inline(omitsize=True, light="#fff"))

    def get_totp_issuer(self) -> str:
        return current_tenant().association

    def _get_site_name(self) -> str:
        return current_tenant().association

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        # A passkey belongs to the host: the browser offers it nowhere else.
        return {
            "id": urlsplit(current_tenant().base_url).hostname or "",
            "name": current_tenant().association,
        }


def _just_came() -> bool:
    """Whether this session began within the time in which allauth asks for nothing again."""
    request = context.request
    records = get_authentication_records(request, request.user)
    since = time.time() - app_settings.REAUTHENTICATION_TIMEOUT
    return any(record["at"] > since for record in records)


def too_often(error: TooMany) -> ValidationError:
    return ValidationError(
        _("Too many tries. Please try again in %s.") % in_words(error.retry_after),
        code="too_many_login_attempts",
    )


def _reset_letter(
    adapter: AccountAdapter, template_prefix: str, email: str, words: dict[str, Any]
) -> Letter:
    tenant, user = current_tenant(), words["user"]
    name = user.get_short_name() if isinstance(user, User) else ""
    return Letter(
        subject=_("New password for %s") % tenant.association,
        heading=_("Choose a new password"),
        text=(
            _("Hello %s,") % name,
            _("somebody asked for a new password for your account. If it was you, go on here:"),
        ),
        action=(_("Choose a new password"), words["password_reset_url"]),
        after=(
            _("The link can be used once, within one day."),
            _("You did not ask for it? Then there is nothing to do: your password stays."),
        ),
    )


def _notice(
    adapter: AccountAdapter, template_prefix: str, email: str, words: dict[str, Any]
) -> Letter:
    subject, *text = adapter.render_words(template_prefix, email, words)
    return Letter(subject=subject, heading=subject, text=tuple(text))
