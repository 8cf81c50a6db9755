"""Addresses of the theming; the platform mounts them below `/-/`, without a language."""

from django.urls import path

from verbund.theming.views import style

app_name = "theming"
urlpatterns = [path("style/<slug:digest>.css", style, name="style")]
