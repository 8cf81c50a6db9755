"""What the search keeps of an item: nothing that the public may not see."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from plugins.news.domain.queries import is_visible
from plugins.news.domain.reading import words_of
from plugins.news.enums import Kind
from plugins.news.models import NewsPage
from verbund.plugin import Indexable, SearchDocument


def indexable(item: Any) -> Indexable | None:
    """None for what is not public; a press release counts as one, not as a news item too."""
    if type(item) is NewsPage and item.kind == Kind.PRESS:
        return None
    if not item.url or not is_visible(item):
        return None
    return Indexable(
        title=item.title,
        path=item.url,
        language=item.locale.language_code,
        summary=item.teaser_text,
        body=words_of(item),
        topics=tuple(topic.name for topic in item.topic_list),
        date=item.day,
        keywords=(item.author_line,) if item.author_line else (),
        network=item.in_network,
    )


search_documents = (
    SearchDocument(Kind.NEWS.value, _("News items"), "news.NewsPage", indexable, ages=True),
    SearchDocument(
        Kind.PRESS.value, _("Press releases"), "news.PressReleasePage", indexable, ages=True
    ),
)
