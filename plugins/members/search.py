"""What the search keeps of an entry: a row for each language in which it can be read.

Contacts and addresses are never in it: where they may stand differs from place to place.
"""

from typing import Any

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from plugins.members.domain import queries
from plugins.members.domain.finding import KIND
from plugins.members.domain.publication import published
from plugins.members.domain.published import Published
from plugins.members.enums import Where
from verbund.plugin import Indexable, SearchDocument, for_reader


def indexable(text: Any) -> Indexable | None:
    """None for what is not public; the network gets what is released for it."""
    language = text.language
    entry = published(text.organisation, Where.WEB, language)
    page = queries.open_directory(settings.LANGUAGE_CODE)
    if entry is None or page is None:
        return None
    path = page.sub_url("entry", slug=entry.slug)
    return Indexable(
        title=entry.name,
        path=for_reader(path, language),
        language=language,
        summary=entry.texts[language].summary,
        body=_body(entry, language),
        topics=tuple(topic.name for topic in entry.topics),
        keywords=_keywords(entry),
        network=text.organisation.in_network,
    )


def _body(entry: Published, language: str) -> str:
    text = entry.texts[language]
    offers = (f"{offer.title} {offer.when}" for offer in entry.offers)
    return "\n".join(filter(None, (text.description, text.for_whom, *offers)))


def _keywords(entry: Published) -> tuple[str, ...]:
    """Found, not shown: what people type who look for it."""
    spoken = [name for one in entry.languages for name in (one.name, one.native_name)]
    named = [
        term.name
        for terms in (entry.quarters, entry.offer_kinds, entry.groups, entry.backgrounds)
        for term in terms
    ]
    return tuple(filter(None, (entry.short_name, entry.native_name, *spoken, *named)))


search_documents = (SearchDocument(KIND, _("Member organisations"), "members.Text", indexable),)
