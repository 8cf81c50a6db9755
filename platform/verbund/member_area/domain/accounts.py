"""What somebody does with her own account: another address, another name, leaving."""

from datetime import timedelta

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verbund.mailing.letters import Letter, send_letter
from verbund.member_area.domain.sessions import end_others
from verbund.member_area.models import EmailChange, LoginLink, MemberAccount, MemberSession
from verbund.member_area.signals import member_leaves
from verbund.tenancy.context import current_tenant
from verbund.tenancy.tokens import digest, digests, new_secret

CHANGE = "member.email"
CHANGE_LIFE = timedelta(days=1)
UNUSED_FOR = timedelta(days=30)


class AddressTaken(Exception):
    """Another account has this address."""


def ask_for_new_email(account: MemberAccount, email: str) -> None:
    """Mails a link to the new address; the old one stays until it is opened.

    Somebody else's address is answered alike: its owner is told, the asker is not.
    """
    email = email.strip().lower()
    if MemberAccount.objects.filter(email=email).exclude(pk=account.pk).exists():
        send_letter(email, _taken_letter, language=account.language)
        return
    secret = new_secret()
    account.email_changes.all().delete()
    EmailChange.objects.create(
        account=account,
        email=email,
        digest=digest(CHANGE, secret),
        expires=timezone.now() + CHANGE_LIFE,
    )
    send_letter(email, lambda: _change_letter(secret), language=account.language)


def find_change(secret: str) -> EmailChange | None:
    return (
        EmailChange.objects.select_related("account")
        .filter(digest__in=digests(CHANGE, secret), expires__gt=timezone.now())
        .first()
    )


def change_email(change: EmailChange, session: MemberSession | None) -> MemberAccount:
    """Takes the new address, tells the old one, and ends all other sessions.

    :raises AddressTaken: meanwhile another account has it.
    """
    account = change.account
    if MemberAccount.objects.filter(email=change.email).exclude(pk=account.pk).exists():
        raise AddressTaken(change.email)
    old, account.email = account.email, change.email
    account.save(update_fields=["email"])
    account.email_changes.all().delete()
    end_others(account, session)
    send_letter(old, lambda: _told_letter(account.email), language=account.language)
    return account


def leave(account: MemberAccount) -> None:
    """Deletes the account; what plugins keep of it they are told before."""
    member_leaves.send(MemberAccount, account=account)
    LoginLink.objects.filter(email=account.email).delete()
    account.delete()


def unused() -> list[MemberAccount]:
    """Accounts that were invited and never entered."""
    before = timezone.now() - UNUSED_FOR
    return list(MemberAccount.objects.filter(last_login=None, created__lt=before))


def clean_up() -> None:
    """Deletes links and sessions whose time is over, and accounts that nobody ever used."""
    now = timezone.now()
    LoginLink.objects.filter(expires__lt=now).delete()
    MemberSession.objects.filter(expires__lt=now).delete()
    EmailChange.objects.filter(expires__lt=now).delete()
    for account in unused():
        leave(account)


def _change_letter(secret: str) -> Letter:
    site = current_tenant().association
    return Letter(
        subject=_("Your new address at %s") % site,
        heading=_("Is this your address?"),
        text=(_("Somebody wants to use this address for her account at %s.") % site,),
        action=(_("Yes, use it"), reverse("member_email", args=[secret])),
        after=(_("The link can be used once, within one day."),),
    )


def _taken_letter() -> Letter:
    site = current_tenant().association
    return Letter(
        subject=_("Your address at %s") % site,
        heading=_("You have an account already"),
        text=(_("Somebody wanted to use your address for another account. Nothing has changed."),),
        action=(_("To my account"), reverse("member_home")),
    )


def _told_letter(email: str) -> Letter:
    site = current_tenant().association
    return Letter(
        subject=_("Your address at %s has changed") % site,
        heading=_("Your address has changed"),
        text=(
            _("Your account now has the address %s. This one no longer lets you in.") % email,
            _("It was not you? Then please answer this mail at once."),
        ),
    )
