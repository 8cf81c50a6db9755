"""Accounts that nobody uses: never used, or not for long and after two mails."""

from datetime import datetime, timedelta

from django.conf import settings
from django.db.models import F, QuerySet
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from verbund.accounts.domain.people import is_last_admin
from verbund.accounts.domain.removal import SITES_LANGUAGE, remove_account
from verbund.accounts.models import User
from verbund.common.dates import german_date
from verbund.mailing.letters import Letter, send_letter
from verbund.tenancy.context import current_tenant

MAILS = 2


def never_used() -> list[User]:
    """Made long enough ago, and nobody has ever logged in; the last admin is not among them."""
    return _but_the_last_admin(
        _people().filter(last_login=None, date_joined__lt=_ago(settings.VERBUND_UNUSED_DAYS))
    )


def to_remind() -> list[User]:
    """Not used for long, and it is time for the first mail or for the second."""
    first = _idle().filter(idle_mails=0)
    second = _idle().filter(idle_mails=1, idle_mail_at__lt=_ago(settings.VERBUND_IDLE_NOTICE_DAYS))
    return _but_the_last_admin(first | second)


def run_out() -> list[User]:
    """Not used for long, and both mails were of no avail."""
    return _but_the_last_admin(
        _idle().filter(
            idle_mails__gte=MAILS, idle_mail_at__lt=_ago(settings.VERBUND_IDLE_NOTICE_DAYS)
        )
    )


def remind_idle() -> list[User]:
    """Mails those whose time has come; returns them."""
    found = to_remind()
    for user in found:
        user.idle_mails, user.idle_mail_at = user.idle_mails + 1, timezone.now()
        user.save(update_fields=["idle_mails", "idle_mail_at"])
        _write_to(user)
    return found


def remove_never_used() -> list[User]:
    """Removes them and returns them as they were."""
    with override(SITES_LANGUAGE):
        return _removed(never_used(), _("never used"))


def remove_run_out() -> list[User]:
    with override(SITES_LANGUAGE):
        return _removed(run_out(), _("not used for long"))


def back_again(user: User) -> None:
    """She has logged in: what the mails said does not hold any more."""
    reminded = User.objects.filter(pk=user.pk, idle_mails__gt=0)
    reminded.update(idle_mails=0, idle_mail_at=None)


def _people() -> "QuerySet[User]":
    # The demo's accounts are there for whoever comes, however late.
    if current_tenant().is_demo:
        return User.objects.none()
    return User.objects.people()


def _idle() -> "QuerySet[User]":
    return _people().filter(last_login__lt=_ago(settings.VERBUND_IDLE_DAYS))


def _but_the_last_admin(users: "QuerySet[User]") -> list[User]:
    ordered = users.order_by(F("last_login").asc(nulls_first=True), "pk")
    return [user for user in ordered if not is_last_admin(user)]


def _removed(users: list[User], reason: str) -> list[User]:
    removed = []
    for user in users:
        # Asked again: with each that goes another may have become the last.
        if not is_last_admin(user):
            remove_account(user, reason)
            removed.append(user)
    return removed


def _ago(days: int) -> datetime:
    return timezone.now() - timedelta(days=days)


def _write_to(user: User) -> None:
    notice = timedelta(days=settings.VERBUND_IDLE_NOTICE_DAYS)
    ends = timezone.now() + notice * (MAILS + 1 - user.idle_mails)

    def letter() -> Letter:
        site = current_tenant().association
        return Letter(
            subject=_("Your account at %s will be deleted") % site,
            heading=_("Do you still need your account?"),
            text=(
                _("Hello %s,") % user.get_short_name(),
                _(
                    "nobody has logged in with your account at %(site)s since %(since)s. "
                    "Without a login it will be deleted on %(day)s."
                )
                % {
                    "site": site,
                    "since": german_date(user.last_login or user.date_joined),
                    "day": german_date(ends),
                },
            ),
            action=(_("Log in and keep it"), "/admin/"),
            after=(
                _("What you have written stays with the site, with your name."),
                _("You don't need it any more? Then there is nothing to do."),
            ),
        )

    send_letter(user.email, letter)
