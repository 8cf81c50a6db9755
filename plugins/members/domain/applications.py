"""“Please add us”: a form, a confirmed address, and then an applicant in the directory."""

import datetime as dt

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from plugins.members.domain.links import link_part, read_part
from plugins.members.domain.recording import change_entry
from plugins.members.enums import ChangeWay, Status
from plugins.members.models import Application, Organisation
from verbund.plugin import Letter, TenantSigner, current_tenant, send_letter

SIGNER = TenantSigner("members.application")
LIFE = dt.timedelta(days=14)


def apply(application: Application) -> None:
    """Keeps what was typed, and asks the address whether it was she."""
    application.save()
    send_letter(
        application.email,
        lambda: _letter(application),
        about=f"members.application:{application.pk}",
    )


def read_token(token: str) -> Application | None:
    """:raises BadToken: not made here, changed on the way, or (ExpiredToken) too old."""
    return Application.objects.filter(pk=read_part(SIGNER, token, LIFE)).first()


def confirm(application: Application) -> None:
    """Makes the applicant; safe to call twice."""
    with transaction.atomic():
        locked = Application.objects.select_for_update().get(pk=application.pk)
        if locked.confirmed_at is not None:
            return
        state = {
            "name": locked.name,
            "status": Status.APPLICANT.value,
            "shown": False,
            "notes": locked.message,
            "texts": {"de": {"summary": locked.summary}},
            "responsibles": [{"email": locked.email.lower(), "name": locked.person}],
        }
        made = change_entry(Organisation(), state, ChangeWay.ACCOUNT, locked.person)
        locked.organisation, locked.confirmed_at = made, timezone.now()
        locked.save(update_fields=["organisation", "confirmed_at"])


def over() -> "list[Application]":
    """Those that nobody confirmed in time, and those that are applicants long since."""
    return list(Application.objects.filter(at__lt=timezone.now() - LIFE))


def _letter(application: Application) -> Letter:
    site = current_tenant().association
    return Letter(
        subject=_("Please confirm: %s") % application.name,
        heading=_("Is this your address?"),
        text=(
            _("You asked %(site)s to add %(name)s to its directory.")
            % {"site": site, "name": application.name},
            _("One click confirms your address; then we get in touch."),
        ),
        action=(_("Yes, it was me"), f"/mitglieder/aufnahme/{link_part(SIGNER, application.pk)}/"),
        after=(_("It was not you? Then there is nothing to do: in two weeks we forget it."),),
    )
