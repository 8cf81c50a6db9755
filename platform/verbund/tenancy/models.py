"""The registry in the public schema; it holds no person."""

import uuid

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django_tenants.models import DomainMixin, TenantMixin

from verbund.tenancy.enums import AddressForm, TenantKind, TenantStatus
from verbund.tenancy.names import validate_domain, validate_schema_name


class Tenant(TenantMixin):
    """An association's site, the network's portal, or the operators' console."""

    auto_create_schema = False
    auto_drop_schema = False

    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    schema_name = models.CharField(
        max_length=63, unique=True, editable=False, validators=[validate_schema_name]
    )
    name = models.CharField(_("name"), max_length=100, help_text=_("Short, as in “Dortmund”."))
    association = models.CharField(_("association"), max_length=200)
    kind = models.CharField(max_length=10, choices=TenantKind, default=TenantKind.CITY)
    status = models.CharField(max_length=10, choices=TenantStatus, default=TenantStatus.DRAFT)
    status_note = models.CharField(max_length=300, blank=True)
    theme = models.CharField(max_length=40, default="verbund")
    brand = models.JSONField(default=dict, blank=True)
    tokens = models.JSONField(default=dict, blank=True)
    languages = models.JSONField(default=list)
    address_form = models.CharField(max_length=3, choices=AddressForm, default=AddressForm.FORMAL)
    legal = models.JSONField(default=dict, blank=True)
    contact = models.JSONField(default=dict, blank=True)
    is_demo = models.BooleanField(default=False)
    is_test = models.BooleanField(default=False, help_text="Each page says so.")
    maintenance = models.BooleanField(default=False)
    maintenance_note = models.CharField(max_length=300, blank=True)
    quota = models.PositiveBigIntegerField(null=True, blank=True, help_text="Bytes of uploads.")
    archived_on = models.DateField(null=True, blank=True)
    created = models.DateTimeField(default=timezone.now, editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name = _("site")
        verbose_name_plural = _("sites")

    def __str__(self) -> str:
        return self.name

    def clean(self) -> None:
        super().clean()
        if self.pk and Tenant.objects.filter(pk=self.pk).exclude(schema_name=self.schema_name):
            raise ValidationError(_("A schema's name never changes."))

    @property
    def canonical_domain(self) -> str:
        """The host of all addresses; empty before provisioning is complete."""
        known = self.__dict__.get("_canonical_domain")
        if known is None:
            domain = self.domains.filter(is_primary=True).first()
            known = self.__dict__["_canonical_domain"] = domain.domain if domain else ""
        return known

    @property
    def base_url(self) -> str:
        """Scheme, host and port, without a slash at the end."""
        scheme, port = settings.VERBUND_SCHEME, settings.VERBUND_PORT
        usual = {"http": 80, "https": 443}[scheme]
        suffix = "" if port == usual else f":{port}"
        return f"{scheme}://{self.canonical_domain}{suffix}"


class Domain(DomainMixin):
    """A host of a tenant; the primary one is canonical, the others redirect to it."""

    domain = models.CharField(max_length=253, unique=True, validators=[validate_domain])

    class Meta:
        ordering = ["-is_primary", "domain"]

    def __str__(self) -> str:
        return self.domain


class TenantPlugin(models.Model):
    """A plugin that a tenant has on or off, and its settings there."""

    tenant = models.ForeignKey(Tenant, models.CASCADE, related_name="plugins")
    label = models.CharField(max_length=50)
    enabled = models.BooleanField(default=True)
    settings = models.JSONField(default=dict, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tenant", "label"], name="tenancy_plugin_once"),
        ]

    def __str__(self) -> str:
        return f"{self.label} @ {self.tenant.schema_name}"


class Network(models.Model):
    """What a tenant of kind network has more than others: members."""

    tenant = models.OneToOneField(Tenant, models.CASCADE, related_name="network")
    title = models.CharField(max_length=200)
    project = models.CharField(max_length=200, blank=True)
    description = models.TextField(blank=True)
    since = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return self.title


class Membership(models.Model):
    """A city's time in a network; it begins and ends, and history stays."""

    network = models.ForeignKey(Network, models.CASCADE, related_name="memberships")
    tenant = models.ForeignKey(Tenant, models.CASCADE, related_name="memberships")
    joined = models.DateField()
    left = models.DateField(null=True, blank=True)
    focus = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["tenant__name"]
        constraints = [
            models.UniqueConstraint(
                fields=["network", "tenant"],
                condition=Q(left__isnull=True),
                name="tenancy_membership_open_once",
            ),
            models.CheckConstraint(
                condition=Q(left__isnull=True) | Q(left__gte=models.F("joined")),
                name="tenancy_membership_left_after_joined",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tenant} in {self.network}"


class DomainClaim(models.Model):
    """A host that a tenant wants; it becomes a Domain, and is served, once it is proven."""

    tenant = models.ForeignKey(Tenant, models.CASCADE, related_name="claims")
    domain = models.CharField(max_length=253, unique=True, validators=[validate_domain])
    token = models.CharField(max_length=64)
    created = models.DateTimeField(default=timezone.now)
    checked = models.DateTimeField(null=True)
    problem = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["domain"]

    def __str__(self) -> str:
        return self.domain


class OperatorAct(models.Model):
    """What operators did to a site. ``by`` is an account of the console; None: a command."""

    at = models.DateTimeField(default=timezone.now, db_index=True)
    by = models.UUIDField(null=True)
    tenant = models.ForeignKey(Tenant, models.SET_NULL, null=True, related_name="acts")
    site = models.CharField(max_length=100, blank=True, help_text="Its name at that time.")
    action = models.CharField(max_length=40)
    before = models.JSONField(default=dict)
    after = models.JSONField(default=dict)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.action} {self.site}"


class SchemaState(models.Model):
    """Up to which migrations a schema was brought, so that an idle run need not open it."""

    schema_name = models.CharField(max_length=63, unique=True)
    fingerprint = models.CharField(max_length=64)
    migrated = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return self.schema_name


class RegistryVersion(models.Model):
    """One row, raised by triggers whenever the registry changes; processes poll it."""

    version = models.BigIntegerField(default=1)

    def __str__(self) -> str:
        return str(self.version)


class Counter(models.Model):
    """A number with an end, of the cache alias `limits` (verbund.tenancy.counters)."""

    key = models.CharField(max_length=250, primary_key=True)
    value = models.BigIntegerField()
    expires = models.FloatField(db_index=True, help_text="Seconds since 1970.")

    def __str__(self) -> str:
        return self.key
