"""Where a new item is written: below the main page of the site's own language."""

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from plugins.news.models import NewsIndexPage, NewsPage


def add_url(request: HttpRequest, model: type[NewsPage]) -> str | None:
    """The form for a new item; None for those who may not write one."""
    language = settings.LANGUAGE_CODE
    index = NewsIndexPage.objects.filter(locale__language_code=language).first()
    if index is None or not index.permissions_for_user(request.user).can_add_subpage():
        return None
    names = (model._meta.app_label, model._meta.model_name, index.pk)
    return reverse("wagtailadmin_pages:add", args=names)
