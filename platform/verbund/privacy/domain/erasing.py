"""Erasing what the current tenant holds of an e-mail address; what law asks to keep is said."""

from dataclasses import dataclass

from django.db.transaction import atomic

from verbund.accounts.journal import record
from verbund.accounts.journal_actions import Act
from verbund.plugin.contributions import Erasure, PersonalData
from verbund.privacy.domain.handing_out import sources


@dataclass(frozen=True)
class Answer:
    """What one app or plugin erases, and what it keeps."""

    source: PersonalData
    erasure: Erasure


def preview(email: str) -> list[Answer]:
    """What would go and what would stay; writes nothing."""
    return _ask(email, dry_run=True)


def erase(email: str) -> list[Answer]:
    """Erases, all or nothing, with its line in the log, which names no person."""
    with atomic():
        answers = _ask(email, dry_run=False)
        if answers:
            record(Act.ERASED, what=", ".join(str(one.source.label) for one in answers))
    return answers


def _ask(email: str, *, dry_run: bool) -> list[Answer]:
    email = email.strip().lower()
    answers = [Answer(source, source.erase(email, dry_run)) for source in sources()]
    return [answer for answer in answers if answer.erasure.gone or answer.erasure.kept]
