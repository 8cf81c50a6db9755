"""The site's addresses and a view that does nothing."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from verbund import urls


def bare(request: HttpRequest) -> HttpResponse:
    return HttpResponse("ok")


urlpatterns = [path("-/bare", bare), *urls.urlpatterns]
handler404 = urls.handler404
