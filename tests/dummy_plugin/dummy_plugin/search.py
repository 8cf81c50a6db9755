"""What the search finds."""

from dummy_plugin.models import DummyPage
from verbund.plugin import Indexable, SearchDocument


def build(page: DummyPage) -> Indexable | None:
    if not page.live or page.url is None:
        return None
    return Indexable(page.title, page.url, page.locale.language_code)


search_documents = (
    SearchDocument("dummy", "Dummies", "dummy.DummyPage", build, has_free_days=True),
)
