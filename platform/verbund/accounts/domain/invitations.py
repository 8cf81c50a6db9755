"""Invitations of staff, the one way to an account: by mail, for a role, once, for a week."""

from datetime import timedelta

from django.contrib.auth.models import Group
from django.db import IntegrityError
from django.db.transaction import atomic
from django.utils import timezone
from django.utils.translation import gettext as _

from verbund.accounts.domain.invitation_letter import invitation_letter
from verbund.accounts.domain.people import Reach
from verbund.accounts.journal import record
from verbund.accounts.journal_actions import Act
from verbund.accounts.models import Invitation, User
from verbund.common.limits import Limit
from verbund.mailing.letters import send_letter
from verbund.tenancy.context import current_tenant
from verbund.tenancy.tokens import digest, digests, new_secret

LASTS = timedelta(days=7)
PURPOSE = "staff-invitation"
FROM_SITE = Limit("invitation.site", "30/h")
TO_ADDRESS = Limit("invitation.address", "5/d")


class BeyondReach(PermissionError):
    """Somebody gives, or takes back, a role whose rights she has not herself."""


class NotPossible(ValueError):
    """This address can't be invited; the text says why, to people."""


def prepare(
    email: str, role: Group, *, by: User | None, first_name: str = "", last_name: str = ""
) -> Invitation:
    """An invitation that nobody has been told of yet. Runs inside the tenant.

    :param by: None is the operators, who may give any role.
    :raises BeyondReach: ``by`` has not all rights of the role.
    :raises NotPossible: the address has an account, or an invitation that still holds.
    """
    email = email.strip().lower()
    _allow(by, role)
    account = User.objects.filter(email__iexact=email).first()
    if account is not None:
        raise NotPossible(_has_account(account))
    _clear_the_way(email)
    try:
        with atomic():
            return Invitation.objects.create(
                email=email,
                role=role,
                invited_by=by,
                first_name=first_name,
                last_name=last_name,
                digest=digest(PURPOSE, new_secret()),
                expires_at=timezone.now() + LASTS,
            )
    except IntegrityError as error:
        raise NotPossible(_("This address has been invited already.")) from error


def send(invitation: Invitation, *, by: User | None) -> str:
    """Mails a new link, which ends all earlier ones, for a week from now; returns the link.

    :raises BeyondReach: as prepare.
    :raises NotPossible: it was accepted or withdrawn.
    :raises TooMany: too many invitations from this site, or to this address.
    """
    _allow(by, invitation.role)
    if not invitation.is_open:
        raise NotPossible(_("This invitation is over."))
    place = str(current_tenant().uuid)
    TO_ADDRESS.hit(f"{place}:{invitation.email}")
    FROM_SITE.hit(place)
    again = invitation.sent_at is not None
    secret = new_secret()
    invitation.digest = digest(PURPOSE, secret)
    invitation.sent_at = timezone.now()
    invitation.expires_at = invitation.sent_at + LASTS
    invitation.save(update_fields=["digest", "sent_at", "expires_at"])
    letter = invitation_letter(invitation, secret)
    send_letter(invitation.email, letter.write)
    act = Act.INVITED_AGAIN if again else Act.INVITED
    record(act, invitation, user=by, role=invitation.role.name)
    return current_tenant().base_url + letter.path


def invite(
    email: str, role: Group, *, by: User | None, first_name: str = "", last_name: str = ""
) -> Invitation:
    """Prepares an invitation and sends it; raises as both."""
    with atomic():
        invitation = prepare(email, role, by=by, first_name=first_name, last_name=last_name)
        send(invitation, by=by)
    return invitation


def withdraw(invitation: Invitation, *, by: User | None) -> None:
    """Its link opens nothing any more; one that is over stays as it is.

    :raises BeyondReach: as prepare.
    """
    _allow(by, invitation.role)
    _withdraw(invitation, by)


def withdraw_beyond_reach(inviter: User) -> list[Invitation]:
    """Takes back what somebody has invited to and could no longer give; returns those."""
    open_ones = Invitation.objects.filter(
        invited_by=inviter, accepted_at=None, withdrawn_at=None
    ).select_related("role")
    allowed = set(Reach(inviter).roles()) if inviter.is_active else set()
    beyond = [one for one in open_ones if one.role not in allowed]
    for invitation in beyond:
        _withdraw(invitation, None)
    return beyond


def find(secret: str) -> Invitation | None:
    """The invitation of a link at this tenant, whatever has become of it."""
    known = Invitation.objects.filter(digest__in=digests(PURPOSE, secret))
    return known.select_related("role", "invited_by").first()


def accept(invitation: Invitation, *, first_name: str, last_name: str, password: str) -> User:
    """Makes the account, in its role; the invitation is used up.

    :raises NotPossible: somebody was quicker, or it was withdrawn or ran out meanwhile.
    """
    with atomic():
        held = Invitation.objects.select_for_update(of=("self",)).get(pk=invitation.pk)
        if not held.is_open or held.is_expired:
            raise NotPossible(_("This invitation is over."))
        if User.objects.filter(email__iexact=held.email).exists():
            raise NotPossible(_("This address has an account already. Log in with it."))
        user = User.objects.create_user(
            held.email, password, first_name=first_name, last_name=last_name
        )
        user.groups.add(held.role)
        held.accepted_at = timezone.now()
        held.save(update_fields=["accepted_at"])
        record(Act.INVITATION_ACCEPTED, user, user=user, role=held.role.name)
    return user


def _allow(by: User | None, role: Group) -> None:
    if by is not None and not Reach(by).roles().filter(pk=role.pk).exists():
        raise BeyondReach(role.name)


def _has_account(account: User) -> str:
    if not account.is_active:
        return _("This address has an account that is closed. Open it again among the people.")
    return _("This address has an account already. Give it the role among the people.")


def _clear_the_way(email: str) -> None:
    """One whose time is over makes place for a new one.

    :raises NotPossible: it still holds.
    """
    earlier = Invitation.objects.filter(
        email__iexact=email, accepted_at=None, withdrawn_at=None
    ).first()
    if earlier is None:
        return
    if not earlier.is_expired:
        raise NotPossible(
            _("This address has been invited already. You can send the invitation again.")
        )
    _withdraw(earlier, None)


def _withdraw(invitation: Invitation, by: User | None) -> None:
    if invitation.is_open:
        invitation.withdrawn_at = timezone.now()
        invitation.save(update_fields=["withdrawn_at"])
        record(Act.INVITATION_WITHDRAWN, invitation, user=by, role=invitation.role.name)
