"""What accounts hold of staff, and how long."""

from collections.abc import Iterator

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.conf import settings
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from wagtail.models import ModelLogEntry, PageLogEntry

from verbund.accounts import journal
from verbund.accounts.domain import idle
from verbund.accounts.domain.people import is_last_admin
from verbund.accounts.domain.queries import invitations_over
from verbund.accounts.domain.removal import empty_account
from verbund.accounts.models import Invitation, User
from verbund.common.devices import device_words
from verbund.plugin.contributions import Erasure, Kept, PersonalData, PersonalRecord, Retention


def export(email: str) -> Iterator[PersonalRecord]:
    user = User.objects.filter(email__iexact=email).first()
    if user is not None:
        yield _account(user)
        for session in UserSession.objects.filter(user=user):
            data = {
                str(_("device")): device_words(session.user_agent),
                str(_("address")): session.ip,
                str(_("since")): session.created_at,
            }
            yield PersonalRecord(_("Session"), data)
        yield from _deeds(user)
    for invitation in Invitation.objects.filter(email__iexact=email):
        data = {str(_("role")): str(invitation.role), str(_("sent")): invitation.sent_at}
        yield PersonalRecord(_("Invitation"), data)


def erase(email: str, dry_run: bool) -> Erasure:
    gone: list[str] = []
    kept: list[Kept] = []
    invitations = Invitation.objects.filter(email__iexact=email)
    if invitations.exists():
        gone.append(str(_("Invitations")))
        if not dry_run:
            invitations.delete()
    user = User.objects.filter(email__iexact=email).first()
    if user is not None and is_last_admin(user):
        reason = _("It is the last account that looks after the site. Make another one first.")
        kept.append(Kept(_("Account"), reason))
    elif user is not None:
        gone.append(str(_("Account, sessions, second factors, name in the log")))
        reason = _("They belong to the site. They say “deleted person” as their author.")
        kept.append(Kept(_("What she wrote"), reason))
        if not dry_run:
            empty_account(user)
    return Erasure(tuple(gone), tuple(kept))


def _account(user: User) -> PersonalRecord:
    data = {
        str(_("e-mail address")): user.email,
        str(_("name")): user.get_full_name(),
        str(_("roles")): [group.name for group in user.groups.all()],
        str(_("since")): user.date_joined,
        str(_("last login")): user.last_login,
        str(_("second factors")): Authenticator.objects.filter(user=user).count(),
    }
    return PersonalRecord(_("Account"), data)


def _deeds(user: User) -> Iterator[PersonalRecord]:
    for model in (ModelLogEntry, PageLogEntry):
        for entry in model.objects.filter(Q(user=user)).order_by("timestamp"):
            data = {
                str(_("when")): entry.timestamp,
                str(_("what")): str(entry.formatter.label if entry.formatter else entry.action),
                str(_("of what")): entry.label,
            }
            yield PersonalRecord(_("Line of the log"), data)


def _count_lines() -> int:
    return sum(lines.count() for lines in journal.outdated())


personal_data = (PersonalData("accounts", _("Editing area"), export, erase, order=10),)
retentions = (
    Retention(
        "journal",
        _("Log of who did what"),
        settings.VERBUND_JOURNAL_DAYS,
        _("To find out what happened when something went wrong."),
        _count_lines,
        journal.drop_outdated,
        order=10,
    ),
    Retention(
        "unused_accounts",
        _("Accounts in which nobody ever logged in"),
        settings.VERBUND_UNUSED_DAYS,
        _("What nobody uses can only be misused."),
        lambda: len(idle.never_used()),
        lambda: len(idle.remove_never_used()),
        order=20,
    ),
    Retention(
        "idle_accounts",
        _("Accounts in which nobody has logged in for long, after two mails"),
        settings.VERBUND_IDLE_DAYS + 2 * settings.VERBUND_IDLE_NOTICE_DAYS,
        _("What nobody uses can only be misused."),
        lambda: len(idle.run_out()),
        lambda: len(idle.remove_run_out()),
        order=30,
    ),
    Retention(
        "invitations",
        _("Invitations that are over"),
        settings.VERBUND_UNUSED_DAYS,
        _("Their link opens nothing any more."),
        lambda: invitations_over().count(),
        lambda: invitations_over().delete()[0],
        order=40,
    ),
)
