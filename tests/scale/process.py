"""A process of clients: Django is set up here, before anything that needs it is imported."""

from typing import Any


def run(*arguments: Any) -> None:
    import django

    django.setup()
    from tests.scale.load import search_with

    search_with(*arguments)
