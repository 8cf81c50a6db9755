"""Page types and a snippet."""

from typing import ClassVar

from django.db import models

from verbund.plugin import BasePage, MainPage, MigrationLightStreamField, body_blocks


class DummyIndexPage(MainPage):
    fixed_slug = "dummies"
    subpage_types = ["dummy.DummyPage"]
    template = "dummy/page.html"


class DummyPage(BasePage):
    body = MigrationLightStreamField(body_blocks, blank=True)
    parent_page_types = ["dummy.DummyIndexPage"]
    template = "dummy/page.html"


class Kind(models.Model):
    name = models.CharField(max_length=40)
    # Said aloud: type checkers don't install this plugin.
    objects: ClassVar[models.Manager["Kind"]] = models.Manager()

    def __str__(self) -> str:
        return self.name
