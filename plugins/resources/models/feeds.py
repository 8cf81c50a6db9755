"""Secret addresses of calendars: who knows one may read it, until it is taken back."""

import uuid
from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from plugins.resources.models.catalogue import Article, Room


class Feed(models.Model):
    """A calendar of a room, of an article, of everything, or of what one address borrowed."""

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    article = models.ForeignKey(Article, models.CASCADE, null=True, blank=True, related_name="+")
    room = models.ForeignKey(Room, models.CASCADE, null=True, blank=True, related_name="+")
    account = models.ForeignKey(
        "member_area.MemberAccount", models.CASCADE, null=True, blank=True, related_name="+"
    )
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, models.CASCADE, null=True, blank=True, related_name="+"
    )
    created = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering: ClassVar[list[str]] = ["created", "pk"]
        default_permissions = ()
        verbose_name = _("calendar address")
        verbose_name_plural = _("calendar addresses")
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                fields=["article", "room", "account", "made_by"],
                nulls_distinct=False,
                name="resources_feed_once",
            ),
        ]

    def __str__(self) -> str:
        return str(self.article or self.room or _("All loans"))
