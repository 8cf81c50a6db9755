"""Names that stand in rows and addresses."""

from django.db import models
from django.utils.translation import gettext_lazy as _

FEED_SLUG = "feed"
APPLY_SLUG = "aufnahme"
SENT_SLUG = "gesendet"
SUBSCRIBE_SLUG = "abo"
BY_MAIL_SLUG = "eintrag"
# What an entry may not be called: addresses of the list itself.
RESERVED = frozenset({FEED_SLUG, APPLY_SLUG, SENT_SLUG, SUBSCRIBE_SLUG, BY_MAIL_SLUG})


class Status(models.TextChoices):
    """What an organisation is to the association."""

    APPLICANT = "applicant", _("applicant")
    MEMBER = "member", _("member")
    SUPPORTING = "supporting", _("supporting member")
    LISTED = "listed", _("listed without membership")
    FORMER = "former", _("former member")


# Whose entries the public can see at all.
PUBLIC = (Status.MEMBER, Status.SUPPORTING, Status.LISTED)
MEMBERS = (Status.MEMBER, Status.SUPPORTING)


class LegalForm(models.TextChoices):
    EV = "ev", _("registered association (e. V.)")
    ASSOCIATION = "verein", _("association without registration")
    GGMBH = "ggmbh", _("non-profit company (gGmbH)")
    COOPERATIVE = "eg", _("cooperative (eG)")
    FOUNDATION = "stiftung", _("foundation")
    RELIGIOUS = "gemeinde", _("religious community")
    INITIATIVE = "initiative", _("initiative")
    OTHER = "andere", _("other")


class Where(models.TextChoices):
    """Where something may be published: each needs a consent of its own."""

    WEB = "web", _("on the website")
    LIST = "list", _("in the printed list")
    NETWORK = "network", _("in the network")


class Precision(models.TextChoices):
    """How much of an address is told, at most."""

    FULL = "full", _("the whole address")
    QUARTER = "quarter", _("only the quarter")
    REQUEST = "request", _("on request")


class ContactKind(models.TextChoices):
    EMAIL = "email", _("e-mail")
    PHONE = "phone", _("telephone")
    WEBSITE = "website", _("website")
    CHANNEL = "channel", _("social media")
    PERSON = "person", _("contact person")


class ConsentWay(models.TextChoices):
    """How a consent reached the association."""

    FORM = "form", _("signed form")
    MAIL = "mail", _("e-mail")
    ACCOUNT = "account", _("own account")
    TALK = "talk", _("in person or by telephone")
    IMPORTED = "import", _("taken over from an older list")


class ListKind(models.TextChoices):
    """The controlled lists; each tenant has its own, begun with the network's defaults."""

    TOPIC = "topic", _("topic")
    LANGUAGE = "language", _("language")
    QUARTER = "quarter", _("quarter")
    OFFER = "offer", _("kind of offer")
    GROUP = "group", _("target group")
    BACKGROUND = "background", _("background")


class ChangeWay(models.TextChoices):
    """How a change came about."""

    ADMIN = "admin", _("admin")
    IMPORT = "import", _("import")
    UNDO = "undo", _("import taken back")
    MERGE = "merge", _("two entries became one")
    SPLIT = "split", _("one entry became two")
    ACCOUNT = "account", _("by the organisation itself")
    DEMO = "demo", _("demo content")
