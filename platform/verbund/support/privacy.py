"""What a site holds of operators who helped in it, and how long."""

from collections.abc import Iterator
from datetime import timedelta

from django.conf import settings
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verbund.plugin.contributions import Erasure, Kept, PersonalData, PersonalRecord, Retention
from verbund.support.domain.logins import outdated
from verbund.support.models import SupportLogin


def export(email: str) -> Iterator[PersonalRecord]:
    for login in SupportLogin.objects.filter(operator_email__iexact=email):
        data = {
            str(_("name")): login.operator_name,
            str(_("reason")): login.reason,
            str(_("since")): login.began,
            str(_("until")): login.ended or login.ends,
        }
        yield PersonalRecord(_("Support login"), data)


def erase(email: str, dry_run: bool) -> Erasure:
    """Nothing: the site must be able to say who had access to its data."""
    if not SupportLogin.objects.filter(operator_email__iexact=email).exists():
        return Erasure()
    until = timezone.localdate() + timedelta(days=settings.VERBUND_JOURNAL_DAYS)
    reason = _("The site must be able to say who had access to its data.")
    return Erasure(kept=(Kept(_("Support logins"), reason, until),))


def _drop() -> int:
    return outdated().delete()[0]


personal_data = (PersonalData("support", _("Support"), export, erase, order=15),)
retentions = (
    Retention(
        "support",
        _("Support logins"),
        settings.VERBUND_JOURNAL_DAYS,
        _("So that the site can say who had access to its data."),
        lambda: outdated().count(),
        _drop,
        order=15,
    ),
)
