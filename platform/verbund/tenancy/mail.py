"""Mail of a tenant: sent by the platform, in the association's name, answered to its address."""

from collections.abc import Sequence
from email.utils import formataddr, parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend

from verbund.tenancy.context import maybe_tenant


class TenantEmailBackend(BaseEmailBackend):
    """Names the tenant in From and Reply-To, then hands over to VERBUND_MAIL_TRANSPORT."""

    def __init__(self, fail_silently: bool = False, **kwargs: Any) -> None:
        super().__init__(fail_silently=fail_silently)
        self._transport = get_connection(
            settings.VERBUND_MAIL_TRANSPORT, fail_silently=fail_silently, **kwargs
        )

    def open(self) -> bool | None:
        return self._transport.open()

    def close(self) -> None:
        self._transport.close()

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            _name_tenant(message)
        return self._transport.send_messages(email_messages) or 0


def _name_tenant(message: EmailMessage) -> None:
    tenant = maybe_tenant()
    _name, address = parseaddr(message.from_email)
    if tenant is None or address != parseaddr(settings.DEFAULT_FROM_EMAIL)[1]:
        return
    message.from_email = formataddr((tenant.association, address))
    reply_to = tenant.contact.get("email")
    if reply_to and not message.reply_to:
        message.reply_to = [reply_to]
