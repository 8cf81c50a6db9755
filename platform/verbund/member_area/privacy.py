"""What the member area holds of people, and how long."""

from collections.abc import Iterator
from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from verbund.member_area.domain.accounts import UNUSED_FOR, clean_up, leave, unused
from verbund.member_area.models import (
    SESSION_LIFE,
    EmailChange,
    LoginLink,
    MemberAccount,
    MemberSession,
)
from verbund.plugin.contributions import Erasure, PersonalData, PersonalRecord, Retention


def export(email: str) -> Iterator[PersonalRecord]:
    account = MemberAccount.objects.filter(email=email).first()
    if account is not None:
        data = {
            str(_("e-mail address")): account.email,
            str(_("name")): account.name,
            str(_("since")): account.created,
            str(_("last login")): account.last_login,
        }
        yield PersonalRecord(_("Account"), data)
        for session in account.sessions.all():
            data = {
                str(_("device")): session.device,
                str(_("since")): session.created,
                str(_("last seen")): session.last_seen,
            }
            yield PersonalRecord(_("Session"), data)
    for link in LoginLink.objects.filter(email=email):
        yield PersonalRecord(_("Link for a login"), {str(_("asked for")): link.created})
    for change in EmailChange.objects.filter(email=email):
        yield PersonalRecord(_("New address, not confirmed"), {str(_("until")): change.expires})


def erase(email: str, dry_run: bool) -> Erasure:
    gone = []
    account = MemberAccount.objects.filter(email=email).first()
    if account is not None:
        gone.append(_("Account with all sessions"))
        if not dry_run:
            leave(account)
    for rows, label in (
        (LoginLink.objects.filter(email=email), _("Links for logins")),
        (EmailChange.objects.filter(email=email), _("New address, not confirmed")),
    ):
        if rows.exists():
            gone.append(label)
            if not dry_run:
                rows.delete()
    return Erasure(tuple(gone))


def _count_unused() -> int:
    return len(unused())


def _drop_unused() -> int:
    count = _count_unused()
    clean_up()
    return count


def _count_over() -> int:
    return MemberSession.objects.filter(expires__lt=timezone.now()).count()


def _drop_over() -> int:
    return MemberSession.objects.filter(expires__lt=timezone.now()).delete()[0]


def _days(life: timedelta) -> int:
    return life.days


personal_data = (PersonalData("member_area", _("Accounts of members"), export, erase, order=20),)
retentions = (
    Retention(
        "member_sessions",
        _("Sessions of members"),
        _days(SESSION_LIFE),
        _("So that nobody has to ask for a link at each visit."),
        _count_over,
        _drop_over,
        order=20,
    ),
    Retention(
        "unused_members",
        _("Accounts of members that were never used"),
        _days(UNUSED_FOR),
        _("An invitation that nobody took up."),
        _count_unused,
        _drop_unused,
        order=21,
    ),
)
