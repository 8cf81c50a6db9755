"""Addresses of pages in every language: Wagtail's own, served by our view."""

from django.urls import path, re_path
from wagtail.urls import serve_pattern
from wagtail.views import authenticate_with_password

from verbund.accounts.login.shadows import to_login
from verbund.pages.views import serve

# A file below a main page, as /mitglieder/liste.pdf: Wagtail's own pattern knows no dot.
FILE_PATTERN = r"^((?:[\w\-]+/)+[\w\-]+\.[a-z0-9]{2,5})$"

urlpatterns = [
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        authenticate_with_password,
        name="wagtailcore_authenticate_with_password",
    ),
    path("_util/login/", to_login, name="wagtailcore_login"),
    re_path(serve_pattern, serve, name="wagtail_serve"),
    re_path(FILE_PATTERN, serve, name="wagtail_serve"),
]
