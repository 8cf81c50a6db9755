"""What waits for staff: changes to clear, claims, applicants, errors, mails that nobody got."""

from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.utils import timezone

from plugins.members.enums import Status
from plugins.members.inbox import ProposalStatus
from plugins.members.models import (
    Asking,
    Claim,
    ErrorReport,
    MailProblem,
    Organisation,
    Proposal,
    Responsible,
)

if TYPE_CHECKING:
    from verbund.plugin import User

ASKED = "members.asking:"
OURS = ("members.", "member_area.invitation:")
"""Beginnings by which the directory knows its mails again."""


def proposals_to_clear() -> "QuerySet[Proposal]":
    found = Proposal.objects.filter(status=ProposalStatus.SENT)
    return found.select_related("organisation").order_by("sent_at", "pk")


def open_claims() -> "QuerySet[Claim]":
    return Claim.objects.filter(done_at=None).select_related("organisation")


def applicants() -> "QuerySet[Organisation]":
    return Organisation.objects.filter(status=Status.APPLICANT).order_by("entered_on", "pk")


def open_reports() -> "QuerySet[ErrorReport]":
    return ErrorReport.objects.filter(done_at=None).select_related("organisation").order_by("at")


def open_problems() -> "QuerySet[MailProblem]":
    return MailProblem.objects.filter(done_at=None).select_related("organisation")


def close_report(reports: "QuerySet[ErrorReport]", user: "User") -> None:
    reports.filter(done_at=None).update(done_at=timezone.now(), done_by=user)


def close_problem(problems: "QuerySet[MailProblem]", by: str) -> None:
    problems.filter(done_at=None).update(done_at=timezone.now(), done_by=by)


def note_bounce(about: str, to: str, error: str) -> None:
    """A mail of ours found no way: staff hear of it once for each entry of that address."""
    if not about.startswith(OURS):
        return
    people = Responsible.objects.filter(email__iexact=to).select_related("organisation")
    for person in people:
        known = MailProblem.objects.filter(
            organisation=person.organisation, email__iexact=to, done_at=None
        )
        if not known.exists():
            MailProblem.objects.create(
                organisation=person.organisation, email=person.email, error=error
            )
    if about.startswith(ASKED):
        # Nobody reads reminders that do not arrive.
        Asking.objects.filter(email__iexact=to, answered_on=None).update(reminders=99)
