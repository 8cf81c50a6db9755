"""Hears of publications."""

from typing import Any

from wagtail.signals import page_published

from verbund.plugin import Receiver, current_tenant

heard: list[tuple[str, str]] = []


def note(instance: Any, **kwargs: Any) -> None:
    heard.append((current_tenant().schema_name, instance.title))


receivers = (Receiver("note", page_published, note),)
