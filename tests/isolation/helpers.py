"""Data of two cities that collides on purpose: the same keys, titles and file names."""

from typing import Any

from django.core.files.base import ContentFile
from django.test import Client
from wagtail.images.tests.utils import get_test_image_file
from wagtail.models import Collection

from verbund.media.models import Document, Image
from verbund.pages.models import HomePage, StandardPage
from verbund.tenancy.context import tenant_context
from verbund.tenancy.models import Tenant

KEY = 900_001
"""A primary key that both cities use."""


def page_in(tenant: Tenant, title: str, **fields: Any) -> StandardPage:
    """A public page with the key that the other city's page has too."""
    with tenant_context(tenant):
        home = HomePage.objects.get(locale__language_code="de")
        page = StandardPage(pk=KEY, title=title, slug="gleich", **fields)
        home.add_child(instance=page)
        page.save_revision().publish()
    return page


def image_in(tenant: Tenant, title: str) -> Image:
    """A picture with the same key, file name and bytes in each city."""
    with tenant_context(tenant):
        image = Image(
            pk=KEY,
            title=title,
            file=get_test_image_file("gleich.png"),
            collection=Collection.get_first_root_node(),
        )
        image.save()
    return image


def document_in(tenant: Tenant, text: str) -> Document:
    with tenant_context(tenant):
        document = Document(pk=KEY, title=text, file=ContentFile(text.encode(), "gleich.txt"))
        document.save()
    return document


def browser(tenant: Tenant, host: str = "") -> Client:
    return Client(SERVER_NAME=host or tenant.canonical_domain)
