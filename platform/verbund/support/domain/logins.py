"""From an operator's reason to a session in a site, and to its end."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.db.models import Q, QuerySet
from django.db.transaction import atomic
from django.urls import reverse
from django.utils import timezone

from verbund.accounts.journal import record
from verbund.accounts.journal_actions import Act
from verbund.accounts.models import User
from verbund.accounts.settings import SecuritySettings
from verbund.common.limits import Limit
from verbund.support.domain.letters import tell_admins
from verbund.support.domain.stand_ins import close_stand_in, stand_in_for
from verbund.support.models import SupportLogin
from verbund.tenancy.context import current_tenant, tenant_context
from verbund.tenancy.enums import TenantKind, TenantStatus
from verbund.tenancy.models import Tenant
from verbund.tenancy.tokens import digest, digests, new_secret

PURPOSE = "support.hand-over"
LINK_LIFE = timedelta(minutes=2)
LASTS = timedelta(minutes=60)
# A password that got into wrong hands shall not walk through all sites at once.
HAND_OVERS = Limit("support.hand-over", "20/h")


class NoEntry(Exception):
    """The link is wrong, used, or its time is over; or the site has forbidden support."""


class Forbidden(NoEntry):
    """The site does not let support in."""


@dataclass(frozen=True)
class Operator:
    """Who helps; known in the operators' schema by ``uuid``."""

    uuid: UUID
    name: str
    email: str


def enterable() -> QuerySet[Tenant]:
    """Sites that support may ask to enter: all that answer, but the operators' own."""
    closed = Q(kind=TenantKind.OPERATOR) | Q(status=TenantStatus.SUSPENDED)
    return Tenant.objects.exclude(closed).filter(domains__is_primary=True).order_by("name")


def hand_over(operator: Operator, tenant: Tenant, reason: str) -> str:
    """A link into ``tenant``, for two minutes and once. Call it outside ``atomic()``.

    The row lies in the site's own schema and its digest is keyed by the site's uuid: at another
    site the link is nothing.

    :raises Forbidden: the site does not let support in.
    :raises TooMany: the operator asked for too many.
    """
    HAND_OVERS.hit(str(operator.uuid))
    secret = new_secret()
    with tenant_context(tenant), atomic():
        if not is_allowed():
            raise Forbidden(tenant.name)
        SupportLogin.objects.create(
            operator=operator.uuid,
            operator_name=operator.name,
            operator_email=operator.email,
            reason=reason,
            digest=digest(PURPOSE, secret),
            expires=timezone.now() + LINK_LIFE,
        )
    return tenant.base_url + reverse("support_enter", args=[secret])


def is_allowed() -> bool:
    """Whether the current site lets support in; its admins decide."""
    return SecuritySettings.load().support_allowed


def find(secret: str) -> SupportLogin:
    """The hand-over of a link that still opens this site.

    :raises NoEntry: there is none. :raises Forbidden: support was forbidden meanwhile.
    """
    waiting = SupportLogin.objects.filter(began=None, expires__gt=timezone.now())
    login = waiting.filter(digest__in=digests(PURPOSE, secret)).first()
    if login is None:
        raise NoEntry
    if not is_allowed():
        raise Forbidden
    return login


def begin(secret: str) -> SupportLogin:
    """Uses the link up, opens the stand-in's account, writes the log and tells the admins.

    :raises NoEntry: as find; of two clicks at once the second finds it used.
    """
    login = find(secret)
    now = timezone.now()
    for earlier in SupportLogin.objects.filter(operator=login.operator, ended=None):
        end(earlier)
    taken = SupportLogin.objects.filter(pk=login.pk, began=None)
    if not taken.update(began=now, ends=now + LASTS):
        raise NoEntry
    login.refresh_from_db()
    login.user = stand_in_for(login)
    login.save(update_fields=["user"])
    record(
        Act.SUPPORT_BEGAN,
        current_tenant(),
        user=login.user,
        operator=login.operator_name,
        reason=login.reason,
    )
    tell_admins(login)
    return login


def open_login(key: str) -> SupportLogin | None:
    """The login of a session, while it lasts and the site lets support in."""
    login = SupportLogin.objects.filter(uuid=key).first()
    if login is None or login.ended or not login.ends or login.ends <= timezone.now():
        return None
    return login if is_allowed() else None


def end(login: SupportLogin) -> None:
    """Closes the stand-in's account and its sessions, and says so in the log; once."""
    now = timezone.now()
    running = SupportLogin.objects.filter(pk=login.pk, ended=None).exclude(began=None)
    if not running.update(ended=now) or login.user is None:
        return
    record(Act.SUPPORT_ENDED, current_tenant(), user=login.user, operator=login.operator_name)
    close_stand_in(login.user)


def end_of(user: User) -> None:
    """Ends whatever this stand-in has open."""
    for login in SupportLogin.objects.filter(user=user, ended=None):
        end(login)


def clean_up() -> None:
    """Ends what is over, and forgets links that nobody used."""
    end_overdue()
    SupportLogin.objects.filter(began=None, expires__lt=timezone.now()).delete()


def outdated() -> QuerySet[SupportLogin]:
    """Logins that the site's log has forgotten too; retentions (privacy.py) drop them."""
    before = timezone.now() - timedelta(days=settings.VERBUND_JOURNAL_DAYS)
    return SupportLogin.objects.filter(ended__lt=before)


def end_overdue() -> int:
    """Ends what is over, and what a site has forbidden meanwhile; returns how many."""
    running = SupportLogin.objects.filter(ended=None).exclude(began=None)
    over = running.filter(ends__lte=timezone.now()) if is_allowed() else running
    found = list(over.select_related("user"))
    for login in found:
        end(login)
    return len(found)
