"""Django's mail backend of the project: a mail is a row of the transaction that writes it.

A page that fails sends nothing, a mail server that is down stops nobody, and an answer takes as
long whether a mail follows or not.
"""

from collections.abc import Sequence

from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend

from verbund.mailing.domain.delivery import keep
from verbund.tenancy.context import maybe_tenant
from verbund.tenancy.mail import TenantEmailBackend


class KeepingEmailBackend(BaseEmailBackend):
    """Keeps a tenant's mail for the worker; mail of the platform itself goes out at once."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        if maybe_tenant() is None:
            return TenantEmailBackend(fail_silently=self.fail_silently).send_messages(
                email_messages
            )
        for message in email_messages:
            keep(message)
        return len(email_messages)
