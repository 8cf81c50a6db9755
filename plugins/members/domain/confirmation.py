"""“Is your entry still true?”: who confirms it, when its people are asked, and reminded."""

import datetime as dt
from collections.abc import Iterator

from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.members.domain.links import link_part, read_part
from plugins.members.domain.recording import recorded
from plugins.members.enums import PUBLIC, ChangeWay
from plugins.members.models import Asking, Organisation
from verbund.plugin import (
    Letter,
    TenantSigner,
    current_tenant,
    german_date,
    plugin_settings,
    send_letter,
)

REMIND_AFTER = (14, 28)
"""Days after the first mail."""
LIFE = dt.timedelta(days=120)
SIGNER = TenantSigner("members.confirm")
DAYS_A_MONTH = 30.44
SPREAD = 60
"""Entries that were confirmed on one day are asked within so many days."""
MOST_A_DAY = 25
YEAR = dt.timedelta(days=365)


def confirm(organisation: Organisation, by: str) -> None:
    """Somebody of the organisation says that all of it is true."""
    today = timezone.localdate()
    with recorded(organisation, ChangeWay.ACCOUNT, by):
        organisation.confirmed_on = today
        organisation.confirmed_by = by[:120]
        organisation.save(update_fields=["confirmed_on", "confirmed_by"])
    organisation.askings.filter(answered_on=None).update(answered_on=today)


def ask_all() -> None:
    """By night: asks those whose time has come, and reminds those that have not answered."""
    today = timezone.localdate()
    for asking in _open_askings():
        number = asking.reminders
        if number < len(REMIND_AFTER) and _is_over(asking.begun_on, REMIND_AFTER[number], today):
            asking.reminders += 1
            asking.save(update_fields=["reminders"])
            _write(asking)
    asked = 0
    for organisation in _due(today):
        if asked >= MOST_A_DAY:
            break
        asked += ask(organisation, today)


def ask(organisation: Organisation, today: dt.date) -> int:
    """Writes to its responsible people; how many mails went out."""
    organisation.askings.filter(answered_on=None).delete()
    people = list(organisation.responsibles.all())
    for person in people:
        asking = Asking.objects.create(
            organisation=organisation, email=person.email, begun_on=today
        )
        _write(asking)
    return len(people)


def due_on(organisation: Organisation) -> dt.date:
    """When its people are asked next: each entry on a day of its own, over the year."""
    period = dt.timedelta(
        days=round(plugin_settings("members").confirm_after_months * DAYS_A_MONTH)
    )
    share = (organisation.uuid.int % 997) / 997
    if organisation.confirmed_on is None:
        return organisation.entered_on + period * share
    early = dt.timedelta(days=REMIND_AFTER[-1] + round(SPREAD * share))
    return organisation.confirmed_on + max(period - early, dt.timedelta(days=1))


def token_of(asking: Asking) -> str:
    return link_part(SIGNER, asking.pk)


def read_token(token: str) -> Asking | None:
    """The round that a link belongs to; None where its person may act no more.

    :raises BadToken: not made here, changed on the way, or (ExpiredToken) too old.
    """
    asking = Asking.objects.filter(pk=read_part(SIGNER, token, LIFE)).first()
    if asking is None:
        return None
    may = asking.organisation.responsibles.filter(email__iexact=asking.email).exists()
    return asking if may else None


def _open_askings() -> list[Asking]:
    return list(
        Asking.objects.filter(answered_on=None, organisation__status__in=PUBLIC).select_related(
            "organisation"
        )
    )


def _due(today: dt.date) -> Iterator[Organisation]:
    """Those whose day has come and that were not asked since, or a year ago in vain."""
    shown = Organisation.objects.filter(status__in=PUBLIC, shown=True)
    for organisation in shown.prefetch_related("askings", "responsibles").order_by("pk"):
        day = due_on(organisation)
        asked = [one.begun_on for one in organisation.askings.all()]
        since = max(day, today - YEAR)
        if day <= today and not any(begun >= since for begun in asked):
            yield organisation


def _is_over(begun: dt.date, days: int, today: dt.date) -> bool:
    return begun + dt.timedelta(days=days) <= today


def _write(asking: Asking) -> None:
    send_letter(asking.email, lambda: _letter(asking), about=f"members.asking:{asking.pk}")


def _letter(asking: Asking) -> Letter:
    organisation, site = asking.organisation, current_tenant().association
    known = organisation.confirmed_on
    since = (
        _("It was last confirmed on %s.") % german_date(known)
        if known
        else _("Nobody has confirmed it yet.")
    )
    months = plugin_settings("members").confirm_after_months
    return Letter(
        subject=_("Is your entry still true? %s") % organisation.name,
        heading=_("Is your entry still true?"),
        text=(
            _("This is about the entry of %(name)s at %(site)s.")
            % {"name": organisation.name, "site": site},
            since,
            _("One click is enough, without an account. What has changed you correct there."),
        ),
        action=(_("Look at the entry"), f"/mitglieder/eintrag/{token_of(asking)}/"),
        after=(
            _(
                "Without an answer the page says after %d months that nobody has confirmed the "
                "entry. We remind you twice at most."
            )
            % months,
        ),
    )
