"""An item as schema.org's NewsArticle, for search engines."""

from typing import Any

from django.utils.safestring import SafeString

from plugins.news.models import NewsPage
from verbund.plugin import Tenant, json_ld


def article_json(item: NewsPage, tenant: Tenant) -> SafeString:
    """Safe inside a script element."""
    return json_ld(_article(item, tenant))


def _article(item: NewsPage, tenant: Tenant) -> dict[str, Any]:
    publisher = {"@type": "Organization", "name": tenant.association, "url": tenant.base_url + "/"}
    article: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": item.title,
        "description": item.teaser_text,
        "url": f"{tenant.base_url}{item.url}",
        "inLanguage": item.locale.language_code,
        "author": {"@type": "Organization", "name": item.author_line or tenant.association},
        "publisher": publisher,
        "keywords": [topic.name for topic in item.topic_list],
    }
    if item.date:
        article["datePublished"] = item.date.isoformat()
    if item.last_published_at:
        article["dateModified"] = item.last_published_at.isoformat()
    if item.sharing_image:
        rendition = item.sharing_image.get_rendition("fill-1200x630|format-jpeg")
        article["image"] = f"{tenant.base_url}{rendition.url}"
    return article
