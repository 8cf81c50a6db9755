"""Pictures with credit, description and focal point; files with their size."""

from pathlib import PurePath
from typing import Any

from django.conf import settings
from django.core.files import File
from django.core.files.base import ContentFile
from django.db import models
from django.utils.translation import gettext_lazy as _
from taggit.managers import TaggableManager
from wagtail.documents.models import AbstractDocument
from wagtail.documents.models import Document as WagtailDocument
from wagtail.images.models import AbstractImage, AbstractRendition
from wagtail.images.models import Image as WagtailImage

from verbund.media.documents import check_document
from verbund.media.metadata import without_metadata
from verbund.media.pictures import check_picture
from verbund.tenancy.context import current_tenant


def has_new_file(row: Any, update_fields: Any = None) -> bool:
    """Whether a picture or document is about to be saved with another file than it has."""
    if not row.file or (update_fields is not None and "file" not in update_fields):
        return False
    if not row.file._committed:
        return True
    known = type(row)._default_manager.filter(pk=row.pk).values_list("file", flat=True).first()
    return bool(known != row.file.name and row.file.storage.exists(row.file.name))


def _uploader() -> "models.ForeignKey[Any, Any]":
    # Wagtail's own models stay installed: without names of ours both would claim the same one.
    return models.ForeignKey(
        settings.AUTH_USER_MODEL,
        models.SET_NULL,
        null=True,
        blank=True,
        editable=False,
        verbose_name=_("uploaded by"),
        related_name="+",
    )


class Image(AbstractImage):
    """A picture; Wagtail's ``description`` is what a screen reader says."""

    uploaded_by_user = _uploader()
    tags = TaggableManager(blank=True, verbose_name=_("tags"), related_name="tagged_pictures")
    credit = models.CharField(
        _("credit"),
        max_length=200,
        blank=True,
        help_text=_("Who made the picture, as it is to be named below it."),
    )

    admin_form_fields = (*WagtailImage.admin_form_fields, "credit")

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        permissions = [("choose_image", "Can choose image")]

    @property
    def default_alt_text(self) -> str:
        """Its description; Wagtail's falls back to the title, which is mostly a file's name."""
        return str(self.description)

    def save(self, *args: Any, **kwargs: Any) -> None:
        """A new file is kept without place, camera and author.

        :raises ValidationError: the file is no picture, or too large. Forms have said so before;
            here it holds for every other way in.
        """
        if has_new_file(self, kwargs.get("update_fields")):
            check_picture(self.file)
            _take_out_metadata(self)
        super().save(*args, **kwargs)

    def generate_rendition_file(self, filter: Any, *, source: Any = None) -> ContentFile:
        """Wagtail leaves its temporary file open: read and closed here."""
        with super().generate_rendition_file(filter, source=source) as made:
            made.seek(0)
            return ContentFile(made.read(), name=made.name)


def _take_out_metadata(image: Image) -> None:
    upload = image.file
    bare = without_metadata(upload)
    stored = upload._committed  # Wagtail does so before it asks for a title
    if stored:
        upload.close()
    if bare is None:
        return
    if stored:
        upload.storage.delete(upload.name)
    image.file = File(bare, name=PurePath(upload.name).name)
    image._set_image_file_metadata()


class Rendition(AbstractRendition):
    """A picture in one size."""

    image = models.ForeignKey(Image, models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["image", "filter_spec", "focal_point_key"], name="media_rendition_once"
            ),
        ]

    @property
    def full_url(self) -> str:
        """With the tenant's own host: Wagtail's takes one setting for all."""
        return current_tenant().base_url + self.url


class Document(AbstractDocument):
    """A file to download."""

    uploaded_by_user = _uploader()
    tags = TaggableManager(blank=True, verbose_name=_("tags"), related_name="tagged_files")

    admin_form_fields = WagtailDocument.admin_form_fields

    class Meta(AbstractDocument.Meta):
        verbose_name = _("file")
        verbose_name_plural = _("files")
        permissions = [("choose_document", "Can choose document")]

    def clean(self) -> None:
        """Wagtail looks at the ending, also where the form of an upload hands the file in later."""
        if self.file:
            super().clean()

    def save(self, *args: Any, **kwargs: Any) -> None:
        """:raises ValidationError: the file is not what its name says, or too large."""
        if has_new_file(self, kwargs.get("update_fields")):
            check_document(self.file)
            if self.file._committed:  # Wagtail keeps the file of an incomplete form first
                self.file.close()
        super().save(*args, **kwargs)
