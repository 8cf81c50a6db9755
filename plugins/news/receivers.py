"""What the plugin does when pages are translated."""

from typing import Any

from wagtail.models import Page
from wagtail.signals import copy_for_translation_done

from plugins.news.domain.translation import translate_topics
from plugins.news.models import NewsPage
from verbund.plugin import Receiver


def _translated(target_obj: Any, **kwargs: Any) -> None:
    if isinstance(target_obj, Page):
        item = target_obj.specific
        if isinstance(item, NewsPage):
            translate_topics(item)


receivers = (Receiver("translated", copy_for_translation_done, _translated),)
