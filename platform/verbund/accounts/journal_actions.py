"""What the log knows of beside Wagtail's own actions: a name, a kind, and a sentence for each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from django.db.models import Q
from django.utils.translation import gettext, gettext_noop
from django.utils.translation import gettext_lazy as _
from wagtail.log_actions import LogActionRegistry, LogFormatter

if TYPE_CHECKING:
    from django_stubs_ext import StrOrPromise
    from wagtail.models import ModelLogEntry


class Act(StrEnum):
    LOGGED_IN = "verbund.login"
    LOCKED_OUT = "verbund.login.locked"
    PASSWORD_CHANGED = "verbund.password"  # noqa: S105  # an action's name
    FACTOR_ADDED = "verbund.factor.added"
    FACTOR_REMOVED = "verbund.factor.removed"
    SUPPORT_ASKED = "verbund.support.asked"
    SUPPORT_BEGAN = "verbund.support.began"
    SUPPORT_ENDED = "verbund.support.ended"
    INVITED = "verbund.invitation.sent"
    INVITED_AGAIN = "verbund.invitation.again"
    INVITATION_WITHDRAWN = "verbund.invitation.withdrawn"
    INVITATION_ACCEPTED = "verbund.invitation.accepted"
    ROLES_CHANGED = "verbund.roles"
    ADDRESS_CHANGED = "verbund.account.address"
    ACCOUNT_CLOSED = "verbund.account.closed"
    ACCOUNT_OPENED = "verbund.account.opened"
    ACCOUNT_REMOVED = "verbund.account.removed"
    PLUGIN_ON = "verbund.plugin.on"
    PLUGIN_OFF = "verbund.plugin.off"
    SETTINGS_CHANGED = "verbund.settings"
    WENT_LIVE = "verbund.settings.opened"
    EXPORTED = "verbund.export"
    ERASED = "verbund.erase"
    TOKEN_MADE = "verbund.token.made"  # noqa: S105  # an action's name
    TOKEN_REVOKED = "verbund.token.revoked"  # noqa: S105  # an action's name


@dataclass(frozen=True)
class Kind:
    """What admins filter by; ``which`` finds its lines in each of Wagtail's logs."""

    name: str
    label: "StrOrPromise"
    which: Q


ABOUT_PEOPLE = Q(content_type__app_label="accounts", content_type__model="user")
ABOUT_SETTINGS = Q(content_type__app_label="accounts", content_type__model="securitysettings")
_WAGTAILS = Q(action__startswith="wagtail.")
KINDS = (
    Kind(
        "login",
        _("Logins"),
        Q(action__startswith="verbund.login")
        | Q(action__startswith="verbund.password")
        | Q(action__startswith="verbund.factor")
        | Q(action__startswith="verbund.support"),
    ),
    Kind(
        "people",
        _("People and roles"),
        Q(action__startswith="verbund.invitation")
        | Q(action__startswith="verbund.roles")
        | Q(action__startswith="verbund.account")
        | (_WAGTAILS & ABOUT_PEOPLE),
    ),
    Kind("content", _("Content"), _WAGTAILS & ~ABOUT_PEOPLE & ~ABOUT_SETTINGS),
    Kind(
        "site",
        _("Settings and extensions"),
        Q(action__startswith="verbund.plugin")
        | Q(action__startswith="verbund.settings")
        | (_WAGTAILS & ABOUT_SETTINGS),
    ),
    Kind(
        "data",
        _("Data handed out or erased"),
        Q(action__startswith="verbund.export")
        | Q(action__startswith="verbund.erase")
        | Q(action__startswith="verbund.token"),
    ),
)

# Action → label in the filter, sentence in the list. Sentences may name keys of the data.
_WORDS: dict[Act, tuple["StrOrPromise", str]] = {
    Act.LOGGED_IN: (_("Login"), gettext_noop("Logged in")),
    Act.LOCKED_OUT: (_("Login locked"), gettext_noop("Locked after too many wrong tries")),
    Act.PASSWORD_CHANGED: (_("Password"), gettext_noop("Password changed")),
    Act.FACTOR_ADDED: (_("Second factor"), gettext_noop("Second factor added")),
    Act.FACTOR_REMOVED: (_("Second factor removed"), gettext_noop("Second factor removed")),
    Act.SUPPORT_ASKED: (
        _("Support asked for"),
        gettext_noop("Way into %(site)s as support. Reason: %(reason)s"),
    ),
    Act.SUPPORT_BEGAN: (
        _("Support login"),
        gettext_noop("Support by %(operator)s began. Reason: %(reason)s"),
    ),
    Act.SUPPORT_ENDED: (_("Support ended"), gettext_noop("Support by %(operator)s ended")),
    Act.INVITED: (_("Invitation"), gettext_noop("Invited as %(role)s")),
    Act.INVITED_AGAIN: (
        _("Invitation sent again"),
        gettext_noop("Invitation as %(role)s sent again"),
    ),
    Act.INVITATION_WITHDRAWN: (
        _("Invitation withdrawn"),
        gettext_noop("Invitation as %(role)s withdrawn"),
    ),
    Act.INVITATION_ACCEPTED: (
        _("Invitation accepted"),
        gettext_noop("Accepted the invitation as %(role)s"),
    ),
    Act.ROLES_CHANGED: (_("Roles"), gettext_noop("Roles changed from %(old)s to %(new)s")),
    Act.ADDRESS_CHANGED: (_("E-mail address"), gettext_noop("E-mail address changed")),
    Act.ACCOUNT_CLOSED: (_("Account closed"), gettext_noop("Account closed")),
    Act.ACCOUNT_OPENED: (_("Account opened"), gettext_noop("Account opened again")),
    Act.ACCOUNT_REMOVED: (_("Account removed"), gettext_noop("Account removed: %(reason)s")),
    Act.PLUGIN_ON: (_("Extension switched on"), gettext_noop("Switched on")),
    Act.PLUGIN_OFF: (_("Extension switched off"), gettext_noop("Switched off")),
    Act.SETTINGS_CHANGED: (_("Settings"), gettext_noop("Settings changed: %(fields)s")),
    Act.WENT_LIVE: (_("Site opened"), gettext_noop("Opened the site to everybody")),
    Act.EXPORTED: (_("Export"), gettext_noop("Handed out: %(what)s")),
    Act.ERASED: (_("Erased"), gettext_noop("Erased: %(what)s")),
    Act.TOKEN_MADE: (_("Key for the API"), gettext_noop("Key for the API made")),
    Act.TOKEN_REVOKED: (
        _("Key for the API taken back"),
        gettext_noop("Key for the API taken back"),
    ),
}


class Sentence(LogFormatter):
    """A line's sentence, of the action's words and the line's data."""

    def __init__(self, label: "StrOrPromise", words: str) -> None:
        self.label, self.words = label, words

    def format_message(self, log_entry: "ModelLogEntry") -> str:
        return gettext(self.words) % _Spoken(log_entry.data)


class _Spoken(dict[str, Any]):
    """The data as people read it; a key that an old line lacks is a dash."""

    def __getitem__(self, key: str) -> str:
        value = self.get(key)
        return ", ".join(value) if isinstance(value, list) and value else str(value or "–")


def register_actions(actions: LogActionRegistry) -> None:
    """Tells Wagtail's log of all of them."""
    for act, (label, words) in _WORDS.items():
        actions.formatters[act] = Sentence(label, words)
        actions.choices.append((act.value, label))
