"""The rows of the search, in the public schema: one a published object, always read by tenant."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.db.models.functions import Now

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
    free_days = ArrayField(models.DateField(), default=list, blank=True)
    vector = SearchVectorField()
    analysis = models.CharField(max_length=16, blank=True)
    updated = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tenant", "object_key"], name="search_row_once"),
        ]
        indexes = [
            GinIndex(fields=["vector"], name="search_row_vector"),
            models.Index(fields=["tenant", "kind"], name="search_row_tenant_kind"),
            # What is new in a network, in the order in which it is shown.
            models.Index(
                fields=["-date", "-updated", "id"],
                name="search_row_newest",
                condition=models.Q(visibility=Visibility.NETWORK, date__isnull=False),
            ),
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


class SearchChange(models.Model):
    """A row that came, changed or went, to be told to a second engine; a trigger writes it.

    It is written with the row, in the same transaction, and names the object alone: whoever
    passes it on reads the row as it is then. It is deleted once the engine has it.
    """

    tenant = models.UUIDField()
    object_key = models.CharField(max_length=200)
    created = models.DateTimeField(db_default=Now())
    attempts = models.PositiveSmallIntegerField(db_default=0)
    next_try = models.DateTimeField(
        db_default=Now(), null=True, help_text="None: given up, waits for a person."
    )
    error = models.TextField(blank=True, db_default="")

    class Meta:
        indexes = [
            models.Index(fields=["next_try"], name="search_change_next_try"),
            models.Index(fields=["tenant", "object_key"], name="search_change_object"),
        ]

    def __str__(self) -> str:
        return f"{self.object_key} @ {self.tenant}"


class BuildState(models.TextChoices):
    BUILDING = "building", "building"
    LIVE = "live", "live"
    OLD = "old", "old"


class SearchBuild(models.Model):
    """An index of Elasticsearch: how far it is built, or since when it answers."""

    index = models.CharField(max_length=200, unique=True)
    fingerprint = models.CharField(max_length=16)
    state = models.CharField(max_length=10, choices=BuildState, default=BuildState.BUILDING)
    started = models.DateTimeField(auto_now_add=True)
    ended = models.DateTimeField(null=True)
    last_row = models.BigIntegerField(default=0, help_text="The row up to which it is built.")
    written = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["state"],
                condition=models.Q(state=BuildState.BUILDING),
                name="search_build_one_at_a_time",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.index} ({self.state})"


class SearchCheck(models.Model):
    """What the nightly comparison found at a tenant, and mended."""

    tenant = models.OneToOneField(Tenant, models.CASCADE, related_name="+", primary_key=True)
    at = models.DateTimeField()
    rows = models.PositiveIntegerField()
    rows_mended = models.PositiveIntegerField(help_text="Rows that differed from the pages.")
    index_mended = models.PositiveIntegerField(
        null=True, help_text="Documents that differed from the rows; None: there is no index."
    )

    def __str__(self) -> str:
        return f"{self.tenant_id} at {self.at}"


class Part(models.TextChoices):
    RELAY = "relay", "relay"
    BREAKER = "breaker", "breaker"


class SearchProcess(models.Model):
    """What a process says of itself: a relay that lives, or an open breaker."""

    name = models.CharField(max_length=200, primary_key=True)
    part = models.CharField(max_length=10, choices=Part)
    seen = models.DateTimeField()
    sent = models.BigIntegerField(default=0)
    lag = models.FloatField(default=0.0, help_text="Seconds from the last change to the index.")
    failing_since = models.DateTimeField(null=True)
    error = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.part} {self.name}"


class SearchMiss(models.Model):
    """How often a word found nothing on a site on a day; who typed it, and when, nobody keeps."""

    tenant = models.ForeignKey(Tenant, models.CASCADE, related_name="+")
    day = models.DateField()
    word = models.CharField(max_length=40)
    count = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["tenant", "day", "word"], name="search_miss_once"),
        ]

    def __str__(self) -> str:
        return f"{self.word} @ {self.tenant_id}"


class SearchSynonym(models.Model):
    """Words for the same thing, as a network's staff wrote them; they hold in all its sites."""

    network = models.ForeignKey(Tenant, models.CASCADE, related_name="+")
    words = ArrayField(models.CharField(max_length=80))
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["network", "words"], name="search_synonym_once"),
        ]

    def __str__(self) -> str:
        return ", ".join(self.words)
