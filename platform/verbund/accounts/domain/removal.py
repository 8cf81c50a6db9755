"""Removing an account: the person goes, what she wrote stays with the site."""

from typing import TYPE_CHECKING

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext, override
from wagtail.documents import get_document_model
from wagtail.images import get_image_model
from wagtail.models import Comment, Page, Revision, WorkflowState

from verbund.accounts import journal
from verbund.accounts.domain.invitations import withdraw_beyond_reach
from verbund.accounts.journal_actions import Act
from verbund.accounts.login import sessions
from verbund.accounts.models import User

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise

SITES_LANGUAGE = "de"


def remove_account(user: User, reason: "StrOrPromise", *, by: User | None = None) -> None:
    """Takes an account away; where she has written, her name stays as the author's.

    :param reason: what the log says of it; :param by: nobody in a job.
    """
    with override(SITES_LANGUAGE):
        name, why = user.get_full_name() or gettext("Deleted person"), str(reason)
    if has_written(user):
        empty_account(user, keep_name=True)
    else:
        _forget(user)
        user.delete()
    journal.record(Act.ACCOUNT_REMOVED, user=by, title=name, reason=why)


def empty_account(user: User, *, keep_name: bool = False) -> None:
    """Takes address, name, roles, factors and sessions away; the row stays, as nobody's.

    Content keeps its author: deleting the row would take comments and the history of pages
    with it. Without ``keep_name`` this author is a deleted person.
    """
    _forget(user)
    user.groups.clear()
    user.user_permissions.clear()
    user.email = f"{user.uuid}@deleted.invalid"
    if not keep_name:
        user.first_name, user.last_name = "", ""
    user.removed_at = timezone.now()
    user.set_unusable_password()
    user.save()


def has_written(user: User) -> bool:
    """Whether anything of the site names her as its author."""
    return any(
        rows.exists()
        for rows in (
            Page.objects.filter(Q(owner=user) | Q(locked_by=user)),
            Revision.objects.filter(user=user),
            WorkflowState.objects.filter(requested_by=user),
            Comment.objects.filter(user=user),
            get_image_model().objects.filter(uploaded_by_user=user),
            get_document_model().objects.filter(uploaded_by_user=user),
        )
    )


def _forget(user: User) -> None:
    user.is_active = False
    withdraw_beyond_reach(user)
    journal.forget_person(user)
    sessions.end_all(user)
    Authenticator.objects.filter(user=user).delete()
    EmailAddress.objects.filter(user=user).delete()
