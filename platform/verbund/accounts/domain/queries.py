"""What is known of a site's people and of those it has invited."""

from django.db.models import QuerySet

from verbund.accounts.models import Invitation


def waiting_invitations() -> "QuerySet[Invitation]":
    """Neither accepted nor withdrawn, the latest first."""
    waiting = Invitation.objects.filter(accepted_at=None, withdrawn_at=None)
    return waiting.select_related("role", "invited_by").order_by("-created_at")
