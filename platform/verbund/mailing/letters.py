"""A letter in the look of the site: one text, sent as plain words and as HTML."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.core.mail import EmailMultiAlternatives
from django.template.loader import render_to_string
from django.utils.translation import get_language_bidi, override

from verbund.mailing.stored import ABOUT
from verbund.tenancy.context import current_tenant
from verbund.theming.tokens import Tokens, tokens_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from django.core.mail import EmailAttachment


@dataclass(frozen=True)
class Letter:
    """What is written; every text is plain words in the reader's language."""

    subject: str
    heading: str
    text: tuple[str, ...] = ()
    action: tuple[str, str] | None = None
    """Label and address of the one button; a path is completed with the site's host."""
    code: str = ""
    after: tuple[str, ...] = ()
    """What stands below in smaller letters: until when, what if it was not me."""
    attachments: "tuple[EmailAttachment, ...]" = field(default=())


def send_letter(
    to: "str | Sequence[str]",
    write: "Callable[[], Letter]",
    *,
    language: str = "de",
    about: str = "",
    reply_to: str = "",
    unsubscribe: str = "",
) -> None:
    """Sends what ``write`` returns, called in the language of the reader, inside a tenant.

    :param unsubscribe: for mails to many: a path that takes a POST without anything and ends
        them (RFC 8058); it is shown as a button by mail programs.
    :param about: what the sender knows the mail by when `mail_given_up` names it.
    :raises NoTenant: outside a tenant.
    """
    tenant = current_tenant()
    with override(language):
        letter = write()
        context = {
            "letter": letter,
            "tenant": tenant,
            "url": _absolute(letter.action[1], tenant.base_url) if letter.action else "",
            "colours": _colours(tokens_of(tenant)),
            "language": language,
            "dir": "rtl" if get_language_bidi() else "ltr",
        }
        message = EmailMultiAlternatives(
            subject=" ".join(letter.subject.split()),
            body=render_to_string("mailing/letter.txt", context),
            to=[to] if isinstance(to, str) else list(to),
            reply_to=[reply_to] if reply_to else None,
            headers=_headers(about, _absolute(unsubscribe, tenant.base_url)),
            attachments=list(letter.attachments),
        )
        message.attach_alternative(render_to_string("mailing/letter.html", context), "text/html")
    message.send()


def _headers(about: str, unsubscribe: str) -> dict[str, str]:
    headers = {"Auto-Submitted": "auto-generated"}
    if about:
        headers[ABOUT] = about
    if unsubscribe:
        headers["List-Unsubscribe"] = f"<{unsubscribe}>"
        headers["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click"
    return headers


def _colours(tokens: Tokens) -> dict[str, dict[str, str]]:
    """By names that a template can say: surface_2 instead of surface-2."""
    return {
        mode: {role.replace("-", "_"): colour for role, colour in colours.items()}
        for mode, colours in (("light", tokens.light), ("dark", tokens.dark))
    }


def _absolute(address: str, base_url: str) -> str:
    return f"{base_url}{address}" if address.startswith("/") else address
