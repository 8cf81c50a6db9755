"""What a translation takes along in its own language."""

from plugins.news.models import NewsPage, Topic


def translate_topics(item: NewsPage) -> None:
    """Gives a fresh translation the topics of its own language; one that lacks it is dropped."""
    keys = [topic.translation_key for topic in item.topics.all()]
    item.topics.set(Topic.objects.filter(translation_key__in=keys, locale=item.locale_id))
    item.save()
    item.save_revision()
