"""The rows of the search, in the public schema: one a published object, always read by tenant."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models

from verbund.tenancy.models import Tenant


class Visibility(models.TextChoices):
    OWN = "own", "own"
    NETWORK = "network", "network"


class SearchRow(models.Model):
    """What a tenant shows publicly of one object; search/analysis/ makes the vector, no server."""

    tenant = models.ForeignKey(Tenant, models.CASCADE, related_name="+")
    object_key = models.CharField(max_length=200)
    plugin = models.CharField(max_length=50, blank=True)
    kind = models.CharField(max_length=50)
    visibility = models.CharField(max_length=10, choices=Visibility, default=Visibility.NETWORK)
    language = models.CharField(max_length=20)
    title = models.TextField()
    summary = models.TextField(blank=True)
    body = models.TextField(blank=True)
    path = models.TextField()
    topics = ArrayField(models.TextField(), default=list, blank=True)
    keywords = ArrayField(models.TextField(), default=list, blank=True)
    date = models.DateField(null=True, blank=True)
    visible_until = models.DateTimeField(null=True, blank=True)
    vector = SearchVectorField()
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tenant", "object_key"], name="search_row_once"),
        ]
        indexes = [
            GinIndex(fields=["vector"], name="search_row_vector"),
            models.Index(fields=["tenant", "kind"], name="search_row_tenant_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.object_key} @ {self.tenant_id}"


class SearchWord(models.Model):
    """A word of some row, as a candidate for a better spelling.

    It belongs to no tenant: a reader is offered it only while a row of their scope has it.
    """

    word = models.CharField(max_length=100, primary_key=True)
    display = models.CharField(max_length=100)
    lexeme = models.TextField()
    keys = ArrayField(models.TextField())

    class Meta:
        indexes = [GinIndex(fields=["keys"], name="search_word_keys")]

    def __str__(self) -> str:
        return self.display
