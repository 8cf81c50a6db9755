"""A request is sent: checked, priced, held and told, all in one transaction.

Nothing of a price, a class of borrower or a limit comes from the form: they are worked out here.
"""

import datetime as dt
import secrets
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import IntegrityError, transaction
from django.utils import timezone

from plugins.resources.domain import letters
from plugins.resources.domain.assigning import period_of
from plugins.resources.domain.booking import NotFree, confirm, hold
from plugins.resources.domain.checks import Basis, Problem, problems_of
from plugins.resources.domain.opening import Opening
from plugins.resources.domain.pricing import price_line, sum_up
from plugins.resources.domain.quotas import quota_problem
from plugins.resources.domain.rules import Rulebook
from plugins.resources.domain.stories import Actor, tell
from plugins.resources.domain.waiting import put_on_list, settle_holding
from plugins.resources.enums import (
    BorrowerClass,
    LineStatus,
    Publicity,
    RequestStatus,
    StepKind,
)
from plugins.resources.models import Line, Request, Terms
from plugins.resources.models.requests import Wanted
from plugins.resources.models.units import LETTERS
from verbund.plugin import MemberAccount, plugin_settings


@dataclass(frozen=True)
class Borrower:
    """Who borrows; without an account the address is confirmed by mail first."""

    name: str
    email: str
    phone: str = ""
    kind: str = BorrowerClass.PUBLIC
    organisation_key: str = ""
    organisation_name: str = ""
    account: MemberAccount | None = None
    language: str = "de"


@dataclass(frozen=True)
class Occasion:
    """What it is for."""

    title: str
    people: int | None = None
    publicity: str = Publicity.PUBLIC
    note: str = ""


@dataclass(frozen=True)
class Refusal:
    """What speaks against one line."""

    line: Wanted
    problems: list[Problem] = field(default_factory=list)


class NotAllowed(Exception):
    """Rules speak against it; nothing was written."""

    def __init__(self, refusals: Sequence[Refusal]) -> None:
        super().__init__("; ".join(one.problems[0].message for one in refusals))
        self.refusals = list(refusals)


def send(
    wanted: Sequence[Wanted],
    borrower: Borrower,
    occasion: Occasion,
    *,
    key: uuid.UUID,
    terms: Terms | None = None,
    wait: bool = False,
) -> Request:
    """Makes the request and holds its pieces; the same key again gives the same request.

    :param wait: what is gone goes on the waiting list instead of stopping the rest.
    :raises NotAllowed: a rule, a closed day, a limit.
    :raises NotFree: pieces are gone.
    """
    known = Request.objects.filter(idempotency_key=key).first()
    if known is not None:
        return known
    try:
        with transaction.atomic():
            return _send(wanted, borrower, occasion, key, terms=terms, wait=wait)
    except IntegrityError:
        # The other click of a double one was a moment quicker.
        return Request.objects.get(idempotency_key=key)


def _send(
    wanted: Sequence[Wanted],
    borrower: Borrower,
    occasion: Occasion,
    key: uuid.UUID,
    *,
    terms: Terms | None,
    wait: bool,
) -> Request:
    rules = Rulebook()
    check(wanted, borrower, rules)
    is_known = borrower.account is not None
    hours = plugin_settings("resources").hold_hours if is_known else _confirm_hours()
    request = Request.objects.create(
        number=new_number(),
        status=RequestStatus.REQUESTED if is_known else RequestStatus.UNCONFIRMED,
        organisation_key=borrower.organisation_key,
        organisation_name=borrower.organisation_name,
        borrower=borrower.kind,
        account=borrower.account,
        name=borrower.name,
        email=borrower.email,
        phone=borrower.phone,
        language=borrower.language,
        occasion=occasion.title,
        people=occasion.people,
        publicity=occasion.publicity,
        note=occasion.note,
        held_until=timezone.now() + dt.timedelta(hours=hours),
        terms=terms,
        idempotency_key=key,
    )
    lines = [_line(request, one, rules) for one in wanted]
    request.total, request.deposit = sum_up(lines)
    request.save(update_fields=["total", "deposit"])
    tell(request, StepKind.REQUESTED, Actor(borrower.name))
    _hold(request, wait)
    if is_known:
        _go_on(request, rules)
    else:
        letters.confirm_address(request)
    return request


def _hold(request: Request, wait: bool) -> None:
    try:
        hold(request)
    except NotFree as error:
        if not wait:
            raise
        put_on_list(request, [one.line for one in error.shortages], by=Actor(request.name))
        hold(request)
        request.refresh_from_db()


def check(wanted: Sequence[Wanted], borrower: Borrower, rules: Rulebook) -> None:
    """:raises NotAllowed: something speaks against one of them."""
    basis = Basis(rules, Opening(), borrower.kind)
    refusals = []
    for one in wanted:
        problems = problems_of(one.thing, one.number, period_of(one), basis)
        conditions = rules.conditions(one.thing, borrower.kind)
        quota = quota_problem(one, borrower.email, borrower.organisation_key, conditions)
        if quota is not None:
            problems.append(quota)
        if problems:
            refusals.append(Refusal(one, problems))
    if refusals:
        raise NotAllowed(refusals)


@transaction.atomic
def confirm_address(request: Request) -> Request:
    """The borrower opened the link of her mail: from now on staff decide. Once is enough."""
    request = Request.objects.select_for_update().get(pk=request.pk)
    if request.status != RequestStatus.UNCONFIRMED:
        return request
    hours = plugin_settings("resources").hold_hours
    request.status = RequestStatus.REQUESTED
    request.held_until = timezone.now() + dt.timedelta(hours=hours)
    request.save(update_fields=["status", "held_until"])
    tell(request, StepKind.MAIL_CONFIRMED, Actor(request.name))
    _go_on(request, Rulebook())
    return request


def _go_on(request: Request, rules: Rulebook) -> None:
    """Confirms what the rules confirm by themselves; the rest waits for staff."""
    lines = list(request.lines.select_related("article", "room", "kit"))
    automatic = [
        line
        for line in lines
        if line.status == LineStatus.HELD
        if rules.conditions(line.thing, request.borrower).is_automatic
    ]
    if automatic:
        confirm(request, automatic)
        request.refresh_from_db()
    if len(automatic) < len(lines):
        letters.requested(request)
    settle_holding(request)


def _line(request: Request, one: Wanted, rules: Rulebook) -> Line:
    price, deposit = price_line(one, request.borrower, rules)
    return Line.objects.create(
        request=request,
        article=one.article,
        room=one.room,
        kit=one.kit,
        number=one.number,
        chosen=one.chosen,
        starts=one.starts,
        ends=one.ends,
        status=LineStatus.HELD,
        price=price,
        deposit=deposit,
    )


def new_number() -> str:
    """“26-K7QM2”: to be read out on the phone, not to be guessed from another one."""
    year = timezone.localdate().year % 100
    return f"{year:02d}-" + "".join(secrets.choice(LETTERS) for _letter in range(6))


def _confirm_hours() -> int:
    return plugin_settings("resources").confirm_hours
