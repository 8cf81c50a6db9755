"""Addresses below /admin/ that come before Wagtail's: the tenant's colours, what is closed."""

from django.urls import path

from verbund.adminsite.closed import closed_urls
from verbund.adminsite.look import colours

app_name = "adminsite"
urlpatterns = [path("look/<slug:digest>.css", colours, name="colours"), *closed_urls()]
