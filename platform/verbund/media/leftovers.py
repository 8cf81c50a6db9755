"""Files of the upload of many that nobody gave a title: gone after a day, as they came."""

import datetime as dt

from django.utils import timezone
from wagtail.models import UploadedFile

KEPT_FOR = dt.timedelta(days=1)


def remove_leftovers() -> None:
    """Nothing was taken out of them yet: a telephone's place stands in them."""
    for upload in UploadedFile.objects.all():
        if _is_old(upload):
            upload.file.delete(save=False)
            upload.delete()


def _is_old(upload: UploadedFile) -> bool:
    storage, name = upload.file.storage, upload.file.name
    return not storage.exists(name) or storage.get_modified_time(name) < timezone.now() - KEPT_FOR
