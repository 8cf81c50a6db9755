"""Addresses of pages in every language: Wagtail's own, served by our view."""

from django.contrib.auth.views import LoginView
from django.urls import path, re_path
from wagtail.urls import serve_pattern
from wagtail.views import authenticate_with_password

from verbund.accounts.forms import LoginForm
from verbund.pages.views import serve

urlpatterns = [
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        authenticate_with_password,
        name="wagtailcore_authenticate_with_password",
    ),
    path(
        "_util/login/",
        LoginView.as_view(template_name="pages/login.html", authentication_form=LoginForm),
        name="wagtailcore_login",
    ),
    re_path(serve_pattern, serve, name="wagtail_serve"),
]
