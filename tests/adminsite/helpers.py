"""What the admin's pages hold, read as a person would find it."""

import json
import re
from typing import Any

from django.test import Client

from verbund.pages.models import HomePage, StandardPage

PROPS = re.compile(r'<script id="wagtail-sidebar-props"[^>]*>(.*?)</script>', re.DOTALL)


def menu_names(client: Client) -> set[str]:
    """Names of all entries of the sidebar, submenus and their entries included."""
    html = client.get("/admin/").content.decode()
    found = PROPS.search(html)
    assert found is not None
    return set(_names(json.loads(found[1])["modules"]))


def _names(node: Any) -> Any:
    if isinstance(node, dict):
        if "MenuItem" in str(node.get("_type", "")):
            yield from (arg["name"] for arg in node["_args"] if _is_named(arg))
        for value in node.values():
            yield from _names(value)
    elif isinstance(node, list):
        for value in node:
            yield from _names(value)


def _is_named(argument: Any) -> bool:
    return isinstance(argument, dict) and "name" in argument


def draft(title: str, owner: Any) -> StandardPage:
    """A page that its author has saved and nobody has published; call it inside a tenant."""
    home = HomePage.objects.get(locale__language_code="de")
    page = StandardPage(title=title, live=False, owner=owner)
    home.add_child(instance=page)
    page.save_revision(user=owner)
    return page


def submit(page: StandardPage, user: Any) -> None:
    """Into the review, as the button does."""
    page.get_workflow().start(page, user)
