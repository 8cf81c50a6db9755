"""The library's forms: what is wrong with a file is said at its field, and the rest stays typed."""

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from wagtail.documents.forms import BaseDocumentForm
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm

from verbund.media.documents import check_document
from verbund.media.pictures import check_picture
from verbund.media.room import check_room


class PictureField(WagtailImageField):
    """Checks first: Wagtail's own field opens a bomb to count its pixels."""

    def to_python(self, data: Any) -> Any:
        if isinstance(data, UploadedFile):
            check_room(data)
            check_picture(data)
        return super().to_python(data)


class PictureForm(BaseImageForm):
    """Of the upload of one picture, of many, and of the chooser."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields.get("file")
        if field is not None:
            self.fields["file"] = PictureField(
                label=field.label, required=field.required, widget=field.widget
            )


class DocumentForm(BaseDocumentForm):
    """As PictureForm, of files."""

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if isinstance(file, UploadedFile):
            check_room(file)
            check_document(file)
        return file
