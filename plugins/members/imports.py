"""Imports of older lists: the file, what becomes of each of its rows, and what was before."""

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

OWNER = "members.Organisation"


class Stage(models.TextChoices):
    """How far an import is."""

    READ = "read", _("read, columns not chosen")
    CHECKED = "checked", _("tried, nothing written yet")
    RUNNING = "running", _("running")
    DONE = "done", _("done")
    UNDOING = "undoing", _("being taken back")
    UNDONE = "undone", _("taken back")


class Choice(models.TextChoices):
    """What is to become of a row."""

    NEW = "new", _("new entry")
    MERGE = "merge", _("into the entry that is there")
    SKIP = "skip", _("leave out")


class Likeness(models.TextChoices):
    """Why a row, or an entry, looks like an entry."""

    KEY = "key", _("same number")
    NAME = "name", _("same name")
    ADDRESS = "address", _("same address")
    WEBSITE = "website", _("same website")
    PHONE = "phone", _("same telephone number")
    TWICE = "twice", _("stands in the file twice")


class Outcome(models.TextChoices):
    """What became of a row."""

    MADE = "made", _("new entry")
    MERGED = "merged", _("added to an entry")
    SAME = "same", _("nothing new")
    SKIPPED = "skipped", _("left out")
    FAILED = "failed", _("not taken over")
    TAKEN_BACK = "taken_back", _("taken back")
    KEPT = "kept", _("changed since, kept")


class Import(models.Model):
    """A file that somebody brought, and how far it is."""

    file_name = models.CharField(max_length=200)
    headers = models.JSONField(default=list)
    mapping = models.JSONField(default=list)
    options = models.JSONField(default=dict)
    stage = models.CharField(max_length=10, choices=Stage, default=Stage.READ)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    by_name = models.CharField(max_length=150, blank=True)
    at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["-at", "-pk"]
        default_permissions = ()
        verbose_name = _("import")
        verbose_name_plural = _("imports")

    def __str__(self) -> str:
        return self.file_name


class ImportRow(models.Model):
    """A line of the file: its cells, what they would make, what they made, what was before."""

    of = models.ForeignKey(Import, models.CASCADE, related_name="rows")
    line = models.PositiveIntegerField()
    cells = models.JSONField(default=list)
    # What was strange when the file was read; notes and errors are made anew by each try.
    remarks = models.JSONField(default=list)
    notes = models.JSONField(default=list)
    errors = models.JSONField(default=list)
    draft = models.JSONField(default=dict)
    key = models.CharField(max_length=120, blank=True)
    choice = models.CharField(max_length=10, choices=Choice, default=Choice.NEW)
    likeness = models.CharField(max_length=10, choices=Likeness, blank=True)
    target = models.ForeignKey(OWNER, models.SET_NULL, null=True, related_name="+")
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)
    made = models.ForeignKey(OWNER, models.SET_NULL, null=True, related_name="+")
    before = models.JSONField(null=True)
    version = models.PositiveIntegerField(null=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["line", "pk"]
        default_permissions = ()
        indexes: ClassVar[list[Any]] = [
            models.Index(fields=["of", "outcome"], name="members_importrow_outcome"),
        ]

    def __str__(self) -> str:
        return f"{self.of_id}, {self.line}"

    @property
    def name(self) -> str:
        return str(self.draft.get("name", ""))


class Apart(models.Model):
    """Two entries that look alike and are two; the older one stands first."""

    first = models.ForeignKey(OWNER, models.CASCADE, related_name="+")
    second = models.ForeignKey(OWNER, models.CASCADE, related_name="+")
    by = models.CharField(max_length=150, blank=True)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        default_permissions = ()
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(fields=["first", "second"], name="members_apart_once"),
        ]

    def __str__(self) -> str:
        return f"{self.first_id} / {self.second_id}"


class FormerSlug(models.Model):
    """An address that an entry had, or that an entry had which went into it."""

    slug = models.SlugField(max_length=80, unique=True)
    organisation = models.ForeignKey(OWNER, models.CASCADE, related_name="former_slugs")

    class Meta:
        default_permissions = ()

    def __str__(self) -> str:
        return self.slug
