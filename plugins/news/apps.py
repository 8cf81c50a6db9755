"""The news plugin."""

from django.utils.translation import gettext_lazy as _

from plugins.news.settings import NewsSettings
from verbund.plugin import PluginConfig


class NewsConfig(PluginConfig):
    name = "plugins.news"
    label = "news"
    title = _("News")
    description = _(
        "News items and press releases, with topics, feeds and a review before they appear."
    )
    category = "content"
    version = "1.0"
    works_with = 1
    api_prefix = "news"
    settings_model = NewsSettings
