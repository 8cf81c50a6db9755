"""Dates as the admin's calendars write them can be read in each of the admin's languages."""

from datetime import datetime

import pytest
from django import forms
from django.conf import settings
from django.utils import timezone, translation

MOMENT = datetime(2027, 4, 7, 18, 30)
LANGUAGES = [code for code, _name in settings.WAGTAILADMIN_PERMITTED_LANGUAGES]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_calendars_format_is_understood(language: str) -> None:
    typed = MOMENT.strftime(settings.WAGTAIL_DATETIME_FORMAT)
    day = MOMENT.strftime(settings.WAGTAIL_DATE_FORMAT)

    with translation.override(language):
        assert forms.DateTimeField().clean(typed) == timezone.make_aware(MOMENT)
        assert forms.DateField().clean(day) == MOMENT.date()
