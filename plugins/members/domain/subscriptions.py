"""Mails about changes of the directory: asked for twice, ended with one click (RFC 8058)."""

import datetime as dt

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from plugins.members.domain import queries
from plugins.members.domain.links import link_part, read_part
from plugins.members.domain.published import Published
from plugins.members.enums import Where
from plugins.members.models import Subscription
from verbund.plugin import Letter, TenantSigner, current_tenant, send_letter

CONFIRM = TenantSigner("members.subscribe")
END = TenantSigner("members.unsubscribe")
LIFE = dt.timedelta(days=7)
MOST = 40


def subscribe(email: str) -> None:
    """Sends the link that confirms; who has it already gets the one that ends it."""
    email = email.strip().lower()
    language = get_language() or "de"
    found, _new = Subscription.objects.get_or_create(email=email, defaults={"language": language})
    write = _already if found.confirmed_at else _confirmation
    send_letter(
        email,
        lambda: write(found),
        language=found.language,
        about=f"members.subscription:{found.pk}",
    )


def to_confirm(token: str) -> Subscription | None:
    """:raises BadToken: not made here, changed on the way, or (ExpiredToken) too old."""
    return Subscription.objects.filter(pk=read_part(CONFIRM, token, LIFE)).first()


def confirm(subscription: Subscription) -> None:
    """From now on; safe to call twice."""
    if subscription.confirmed_at is None:
        subscription.confirmed_at = subscription.told_until = timezone.now()
        subscription.save(update_fields=["confirmed_at", "told_until"])


def to_end(token: str) -> Subscription | None:
    """Such a token holds for ever: an old mail must end it as well. :raises BadToken: none."""
    return Subscription.objects.filter(pk=read_part(END, token)).first()


def end(subscription: Subscription) -> None:
    subscription.delete()


def tell_all() -> None:
    """Once a week: what is new or changed since the last mail, to each who wants to know."""
    entries = queries.latest(Where.WEB, MOST)
    for subscription in Subscription.objects.exclude(confirmed_at=None):
        since = subscription.told_until or subscription.at
        news = [entry for entry in entries if entry.changed_at > since]
        if news:
            _tell(subscription, news)


def unconfirmed() -> "list[Subscription]":
    """Asked for and never confirmed."""
    return list(Subscription.objects.filter(confirmed_at=None, at__lt=timezone.now() - LIFE))


def end_path(subscription: Subscription) -> str:
    return f"/mitglieder/abo/ende/{link_part(END, subscription.pk)}/"


def _tell(subscription: Subscription, entries: list[Published]) -> None:
    send_letter(
        subscription.email,
        lambda: _news(subscription, entries),
        language=subscription.language,
        about=f"members.subscription:{subscription.pk}",
        unsubscribe=f"/api/v1/members/abo/{link_part(END, subscription.pk)}",
    )
    subscription.told_until = max(entry.changed_at for entry in entries)
    subscription.save(update_fields=["told_until"])


def _news(subscription: Subscription, entries: list[Published]) -> Letter:
    count, site = len(entries), current_tenant()
    line = ngettext("%d entry is new or has changed.", "%d entries are new or have changed.", count)
    return Letter(
        subject=_("%s: changes in the directory") % site.association,
        heading=_("Changes in the directory"),
        text=(
            line % count,
            *(f"{entry.name}: {site.base_url}/mitglieder/{entry.slug}/" for entry in entries),
        ),
        action=(_("To the directory"), "/mitglieder/"),
        after=(_ending(subscription),),
    )


def _confirmation(subscription: Subscription) -> Letter:
    site = current_tenant().association
    return Letter(
        subject=_("Please confirm: mails about the directory of %s") % site,
        heading=_("Mails about changes in the directory"),
        text=(_("Somebody wants such mails to this address, once a week at most. Was it you?"),),
        action=(
            _("Yes, send them to me"),
            f"/mitglieder/abo/ja/{link_part(CONFIRM, subscription.pk)}/",
        ),
        after=(_("Otherwise there is nothing to do: in a week we forget the address."),),
    )


def _already(subscription: Subscription) -> Letter:
    return Letter(
        subject=_("Mails about the directory of %s") % current_tenant().association,
        heading=_("You get these mails already"),
        text=(_("There is nothing to do. If you no longer want them, one click ends it."),),
        action=(_("No more mails"), end_path(subscription)),
    )


def _ending(subscription: Subscription) -> str:
    url = current_tenant().base_url + end_path(subscription)
    return _("No more of these mails: %s") % url
