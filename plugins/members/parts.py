"""What an entry is made of beside its own fields: texts, contacts, address, offers, people."""

from typing import Any, ClassVar

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from wagtail.models import Orderable

from plugins.members.enums import ConsentWay, ContactKind, ListKind, Precision, Where

OWNER = "members.Organisation"


class Text(models.Model):
    """What an organisation says of itself in one language; the German one is always there."""

    organisation = ParentalKey(OWNER, on_delete=models.CASCADE, related_name="texts")
    language = models.CharField(
        _("language"), max_length=20, choices=settings.LANGUAGES, default=settings.LANGUAGE_CODE
    )
    summary = models.TextField(
        _("in one or two sentences"),
        max_length=300,
        blank=True,
        help_text=_("What does the organisation do? Stands in every list."),
    )
    description = models.TextField(_("what it does"), max_length=5000, blank=True)
    for_whom = models.TextField(_("for whom"), max_length=800, blank=True)
    opening_hours = models.TextField(_("opening hours"), max_length=400, blank=True)
    access = models.TextField(
        _("accessibility of the place"),
        max_length=400,
        blank=True,
        help_text=_("Steps, lift, toilet, induction loop: what people need to know before."),
    )

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        verbose_name = _("member organisation")
        verbose_name_plural = _("member organisations")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["organisation", "language"], name="members_text_language_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation_id} ({self.language})"

    @property
    def expire_at(self) -> Any:
        """When the search has to leave it out; see there."""
        return self.organisation.expire_at


class Consent(models.Model):
    """Where the value beside it may be published, and who said so, when and how.

    Without a tick it appears nowhere.
    """

    on_web = models.BooleanField(_("on the website"), default=False)
    in_list = models.BooleanField(_("in the printed list"), default=False)
    in_network = models.BooleanField(_("in the network"), default=False)
    consent_by = models.CharField(
        _("consent by"), max_length=120, blank=True, help_text=_("Who allowed it?")
    )
    consent_on = models.DateField(_("consent on"), null=True, blank=True)
    consent_way = models.CharField(
        _("how"), max_length=20, choices=ConsentWay, blank=True, default=""
    )

    class Meta:
        abstract = True

    def clean(self) -> None:
        super().clean()
        if not self.places:
            return
        missing = [
            name
            for name, value in (("consent_by", self.consent_by), ("consent_on", self.consent_on))
            if not value
        ]
        if missing:
            text = _("Say who allowed the publication, and when.")
            raise ValidationError(dict.fromkeys(missing, text))

    @property
    def places(self) -> frozenset[Where]:
        """Where it may appear."""
        allowed = {
            Where.WEB: self.on_web,
            Where.LIST: self.in_list,
            Where.NETWORK: self.in_network,
        }
        return frozenset(where for where, may in allowed.items() if may)


class Contact(Consent, Orderable):
    """One way to reach an organisation, with a consent of its own."""

    organisation = ParentalKey(OWNER, on_delete=models.CASCADE, related_name="contacts")
    kind = models.CharField(_("kind"), max_length=20, choices=ContactKind)
    value = models.CharField(_("value"), max_length=300)
    label = models.CharField(
        _("note"), max_length=80, blank=True, help_text=_("As in “office” or “Instagram”.")
    )

    class Meta(Orderable.Meta):
        verbose_name = _("contact")
        verbose_name_plural = _("contacts")

    def __str__(self) -> str:
        return self.value

    def clean(self) -> None:
        # Inside: the check of addresses stands above the models.
        from plugins.members.domain.contacts import tidy_contact

        super().clean()
        self.value = tidy_contact(self.kind, self.value)


class Address(Consent):
    """Where an organisation is found; told as far as precision and consent allow."""

    organisation = ParentalKey(OWNER, on_delete=models.CASCADE, related_name="addresses")
    street = models.CharField(_("street and number"), max_length=120, blank=True)
    postcode = models.CharField(_("postcode"), max_length=10, blank=True)
    city = models.CharField(_("place"), max_length=80, blank=True)
    note = models.CharField(
        _("how to get there"), max_length=160, blank=True, help_text=_("As in “tram stop Markt”.")
    )
    precision = models.CharField(
        _("how much is told"), max_length=10, choices=Precision, default=Precision.FULL
    )

    class Meta:
        verbose_name = _("address")
        verbose_name_plural = _("addresses")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["organisation"], name="members_address_once"),
        ]

    def __str__(self) -> str:
        return ", ".join(filter(None, (self.street, f"{self.postcode} {self.city}".strip())))


class Offer(Orderable):
    """Something an organisation offers; its words are in one language, as a text is."""

    organisation = ParentalKey(OWNER, on_delete=models.CASCADE, related_name="offers")
    kind = models.ForeignKey(
        "members.Term",
        models.PROTECT,
        related_name="+",
        limit_choices_to={"kind": ListKind.OFFER},
        verbose_name=_("kind"),
    )
    title = models.CharField(
        _("what"), max_length=120, blank=True, help_text=_("Empty: the name of its kind.")
    )
    when = models.CharField(_("when"), max_length=120, blank=True)
    cost = models.CharField(_("costs"), max_length=80, blank=True)
    spoken = models.ManyToManyField(
        "members.Term",
        blank=True,
        related_name="+",
        limit_choices_to={"kind": ListKind.LANGUAGE},
        verbose_name=_("spoken languages"),
    )
    language = models.CharField(
        _("written in"),
        max_length=20,
        choices=settings.LANGUAGES,
        default=settings.LANGUAGE_CODE,
        help_text=_("Readers of this language see it instead of the German offers."),
    )

    class Meta(Orderable.Meta):
        verbose_name = _("offer")
        verbose_name_plural = _("offers")

    def __str__(self) -> str:
        return self.title or str(self.kind)


class Responsible(models.Model):
    """Who may act for an organisation: known by mail, later by the account of the member area."""

    organisation = ParentalKey(OWNER, on_delete=models.CASCADE, related_name="responsibles")
    email = models.EmailField(_("e-mail"))
    name = models.CharField(_("name"), max_length=120, blank=True)
    account = models.ForeignKey(
        "member_area.MemberAccount",
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
    )
    since = models.DateField(auto_now_add=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["pk"]
        verbose_name = _("responsible person")
        verbose_name_plural = _("responsible people")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                "organisation", models.functions.Lower("email"), name="members_responsible_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name or self.email
