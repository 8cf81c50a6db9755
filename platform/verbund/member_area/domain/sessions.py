"""Sessions of members: beginning, finding, ending."""

from datetime import timedelta

from django.utils import timezone

from verbund.member_area.models import MemberAccount, MemberSession
from verbund.tenancy.tokens import digest, digests, new_secret

KEY = "member.session"
# A visit is noted once in this time: reading a page writes nothing.
NOTED_EVERY = timedelta(hours=6)


def begin(account: MemberAccount, device: str) -> str:
    """A new session; returns its key, which is in no table."""
    key = new_secret()
    MemberSession.objects.create(account=account, key_digest=digest(KEY, key), device=device[:80])
    account.last_login = timezone.now()
    account.save(update_fields=["last_login"])
    return key


def find(key: str) -> MemberSession | None:
    """The living session of a key, its account with it."""
    return (
        MemberSession.objects.select_related("account")
        .filter(
            key_digest__in=digests(KEY, key),
            expires__gt=timezone.now(),
            account__is_active=True,
        )
        .first()
    )


def note_visit(session: MemberSession) -> None:
    """Keeps the day of the last visit, for the list of sessions."""
    if timezone.now() - session.last_seen > NOTED_EVERY:
        MemberSession.objects.filter(pk=session.pk).update(last_seen=timezone.now())


def end(account: MemberAccount, session_id: int) -> bool:
    """Ends one of the account's own sessions; False if it has no such one."""
    return account.sessions.filter(pk=session_id).delete()[0] > 0


def end_others(account: MemberAccount, kept: MemberSession | None = None) -> int:
    ended = account.sessions.exclude(pk=kept.pk) if kept else account.sessions.all()
    return ended.delete()[0]
