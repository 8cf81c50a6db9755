"""From an address to a session: asking, the mail, the link, the code."""

import secrets

from django.db.models import F, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from verbund.common.limits import Limit
from verbund.mailing.letters import Letter, send_letter
from verbund.member_area.models import INVITATION_LIFE, LoginLink, MemberAccount
from verbund.plugin.jobs import enqueue
from verbund.tenancy.context import current_tenant
from verbund.tenancy.tokens import digest, digests, new_secret
from verbund.theming import dates

LINK, CODE = "member.link", "member.code"
TRIES = 5
BY_EMAIL = Limit("member.ask", "5/15m")
BY_ADDRESS = Limit("member.ask.address", "40/h")
CODES = Limit("member.code", "20/h")


class NoEntry(Exception):
    """The link or code is wrong, used, or its time is over."""


def ask_for_link(email: str, *, client: str, next_url: str = "", language: str = "de") -> LoginLink:
    """Writes down that somebody wants in, and has the worker send the mail if she is known.

    The same work for any address, so that neither answer nor time tell who has an account.

    :raises TooMany: asked too often for this address, or from this client.
    """
    email = email.strip().lower()
    BY_ADDRESS.hit(client)
    BY_EMAIL.hit(f"{current_tenant().uuid}:{email}")
    link = LoginLink.objects.create(email=email, next_url=next_url, language=language)
    enqueue("member_area.send_link", link=link.pk)
    return link


def send_link(link: int) -> bool:
    """The worker's part: makes link and code and mails them; False if nobody has the address."""
    row = LoginLink.objects.filter(pk=link, link_digest="", used=None).first()
    if row is None:
        return False
    account = MemberAccount.objects.filter(email=row.email, is_active=True).first()
    if account is None:
        return False
    secret, code = _equip(row, account)
    send_letter(account.email, lambda: _letter(row, secret, code), language=row.language)
    return True


def invite_member(
    email: str,
    *,
    name: str = "",
    invited_by: str,
    reason: str,
    next_url: str = "",
    language: str = "de",
) -> MemberAccount:
    """An account for this address, and a mail with a link that lets in once within seven days.

    :param invited_by: who invites, as people read it; :param reason: to what, a sentence.
    """
    account, _new = MemberAccount.objects.get_or_create(
        email=email.strip().lower(), defaults={"name": name, "language": language}
    )
    row = LoginLink.objects.create(
        email=account.email,
        next_url=next_url,
        language=language,
        expires=timezone.now() + INVITATION_LIFE,
    )
    secret, _code = _equip(row, account)
    send_letter(
        account.email,
        lambda: _invitation(row, secret, invited_by, reason),
        language=language,
        about=f"member_area.invitation:{account.pk}",
    )
    return account


def find_link(secret: str) -> LoginLink:
    """The open link of this secret. :raises NoEntry: there is none."""
    row = _open().filter(link_digest__in=digests(LINK, secret)).first()
    if row is None:
        raise NoEntry
    return row


def use_link(secret: str) -> LoginLink:
    """Lets in by link, once. :raises NoEntry: wrong, used or over."""
    return _use(find_link(secret))


def use_code(link: int, code: str) -> LoginLink:
    """Lets in by the code that belongs to a request.

    :raises NoEntry: wrong (five tries a request), used or over. :raises TooMany: all in all.
    """
    row = _open().filter(pk=link, tries__lt=TRIES).first()
    if row is None:
        raise NoEntry
    CODES.hit(f"{current_tenant().uuid}:{row.email}")
    LoginLink.objects.filter(pk=row.pk).update(tries=F("tries") + 1)
    typed = "".join(filter(str.isdigit, code))
    right = row.code_digest and row.code_digest in digests(CODE, f"{row.pk}:{typed}")
    if not right:
        raise NoEntry
    return _use(row)


def _open() -> QuerySet[LoginLink]:
    return LoginLink.objects.filter(used=None, expires__gt=timezone.now())


def _use(row: LoginLink) -> LoginLink:
    # Two clicks at once: one of them finds it used.
    taken = LoginLink.objects.filter(pk=row.pk, used=None).update(used=timezone.now())
    if not taken or row.account is None or not row.account.is_active:
        raise NoEntry
    return row


def _equip(row: LoginLink, account: MemberAccount) -> tuple[str, str]:
    secret, code = new_secret(), f"{secrets.randbelow(10**6):06d}"
    row.account = account
    row.link_digest = digest(LINK, secret)
    row.code_digest = digest(CODE, f"{row.pk}:{code}")
    row.save(update_fields=["account", "link_digest", "code_digest"])
    return secret, code


def _letter(row: LoginLink, secret: str, code: str) -> Letter:
    tenant = current_tenant()
    return Letter(
        subject=_("Your link to the account at %s") % tenant.association,
        heading=_("This way into your account"),
        text=(_("Somebody wants to log in with this address. If it is you, please press here:"),),
        action=(_("Log in"), link_path(secret)),
        code=f"{code[:3]} {code[3:]}",
        after=(
            _("You read this mail on another device? Then type the number there."),
            _("Link and number hold until %(time)s, and once. They were asked for on %(host)s.")
            % {"time": dates.moment(row.expires), "host": tenant.canonical_domain},
            _(
                "You did not ask for it? Then there is nothing to do: without this mail nobody "
                "gets into your account. There is no password, and we never ask for one."
            ),
        ),
    )


def _invitation(row: LoginLink, secret: str, invited_by: str, reason: str) -> Letter:
    tenant = current_tenant()
    return Letter(
        subject=_("%(who)s invites you: your account at %(site)s")
        % {"who": invited_by, "site": tenant.association},
        heading=_("Your account at %s") % tenant.association,
        text=(reason, _("You need no password: this link lets you in.")),
        action=(_("Open my account"), link_path(secret)),
        after=(
            _("The link holds until %s, and once. Later you have a new one sent at any time.")
            % dates.moment(row.expires),
        ),
    )


def link_path(secret: str) -> str:
    return reverse("member_link", args=[secret])
