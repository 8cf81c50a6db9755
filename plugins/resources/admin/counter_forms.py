"""What is filled in at the counter: who stands there, and how each piece came back."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import UploadedFile
from django.utils.translation import gettext_lazy as _
from wagtail.images.fields import WagtailImageField

from plugins.resources.enums import Condition
from plugins.resources.models import Booking
from verbund.plugin import Image

STROKES = re.compile(r"(?:M-?\d{1,4} -?\d{1,4}(?: L-?\d{1,4} -?\d{1,4})* ?)+")
"""What the script draws: lines between whole numbers, and nothing else that an SVG could hold."""
MOST_PHOTOS = 5


class SlipForm(forms.Form):
    person = forms.CharField(label=_("Who fetches or brings it"), max_length=120)
    note = forms.CharField(
        label=_("Note"),
        max_length=1500,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    signature = forms.CharField(max_length=60000, required=False, widget=forms.HiddenInput)

    def clean_signature(self) -> str:
        drawn: str = self.cleaned_data["signature"]
        if drawn and not STROKES.fullmatch(drawn):
            raise ValidationError(_("The signature cannot be read. Sign again, or on paper."))
        return drawn


class PhotosInput(forms.FileInput):
    allow_multiple_selected = True


class PhotosField(WagtailImageField):
    """Several pictures, each checked as the library checks one: kind, size, nothing else in it."""

    widget = PhotosInput

    def clean(self, data: Any, initial: Any = None) -> Sequence[UploadedFile]:
        files = [one for one in data or () if one]
        if len(files) > MOST_PHOTOS:
            raise ValidationError(_("At most %d pictures at once.") % MOST_PHOTOS)
        return [super(PhotosField, self).clean(one, initial) for one in files]


class PieceForm(forms.Form):
    """One piece that is out."""

    back = forms.BooleanField(label=_("is back"), required=False)
    condition = forms.ChoiceField(label=_("Condition"), choices=Condition.choices)
    missing = forms.CharField(label=_("Missing parts"), max_length=300, required=False)
    note = forms.CharField(label=_("Note"), max_length=300, required=False)
    photos = PhotosField(label=_("Photos"), required=False)

    def __init__(self, booking: Booking, data: Any = None, files: Any = None) -> None:
        self.booking = booking
        initial = {"condition": booking.unit.condition}
        super().__init__(data, files, prefix=str(booking.pk), initial=initial)


def saved_photos(files: Sequence[UploadedFile], title: str) -> list[Image]:
    """Kept in the library."""
    return [Image.objects.create(title=title, file=one) for one in files]
