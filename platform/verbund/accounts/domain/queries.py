"""What is known of a site's people and of those it has invited."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Q, QuerySet
from django.utils import timezone

from verbund.accounts.models import Invitation


def waiting_invitations() -> "QuerySet[Invitation]":
    """Neither accepted nor withdrawn, the latest first."""
    waiting = Invitation.objects.filter(accepted_at=None, withdrawn_at=None)
    return waiting.select_related("role", "invited_by").order_by("-created_at")


def invitations_over() -> "QuerySet[Invitation]":
    """Accepted, withdrawn or run out for longer than they are kept."""
    before = timezone.now() - timedelta(days=settings.VERBUND_UNUSED_DAYS)
    return Invitation.objects.filter(
        Q(accepted_at__lt=before) | Q(withdrawn_at__lt=before) | Q(expires_at__lt=before)
    )
