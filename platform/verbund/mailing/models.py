"""A mail between the page that wrote it and the server that takes it."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class OutgoingMail(models.Model):
    """Waits for the worker; deleted once the mail server took it.

    ``message`` is what `verbund.mailing.stored` makes of Django's EmailMessage.
    """

    message = models.JSONField()
    to = models.CharField(_("to"), max_length=500)
    subject = models.CharField(_("subject"), max_length=300)
    about = models.CharField(max_length=100, blank=True, help_text="What the sender knows it by.")
    created = models.DateTimeField(auto_now_add=True)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try = models.DateTimeField(null=True, help_text="None: given up, waits for a person.")
    error = models.TextField(_("answer of the mail server"), blank=True)

    class Meta:
        ordering = ["created"]
        indexes = [models.Index(fields=["next_try"], name="mailing_next_try")]
        verbose_name = _("mail")
        verbose_name_plural = _("mails")

    def __str__(self) -> str:
        return f"{self.subject} → {self.to}"
