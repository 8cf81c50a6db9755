"""Files of one test must not be in the way of the next: names collide on purpose."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings


@pytest.fixture(autouse=True)
def empty_media() -> Iterator[None]:
    yield
    for folder in Path(settings.MEDIA_ROOT).iterdir():
        shutil.rmtree(folder)
