"""The form of an item in the admin."""

from typing import Any

from verbund.plugin import PageForm


class NewsForm(PageForm):
    """Offers the topics of the item's own language."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        topics = self.fields.get("topics")
        if topics is not None:
            topics.queryset = topics.queryset.filter(locale=self.instance.locale_id)
