"""A draft that a program hands in; people look at it before anybody else does."""

from collections.abc import Sequence
from typing import Any

from django.utils.text import slugify
from django.utils.translation import gettext as _
from wagtail.coreutils import string_to_ascii
from wagtail.rich_text import RichText

from plugins.news.enums import FEED_SLUG
from plugins.news.models import NewsIndexPage, NewsPage, Topic
from verbund.plugin import FieldErrors, User, clean_rich_text, current_tenant, free_slug, plain_text

SLUG_LENGTH = 80


def make_draft(
    *,
    title: str,
    lead: str,
    body: str,
    topics: Sequence[str],
    language: str,
    user: User | None,
) -> NewsPage:
    """An item that nobody has published, below the list of its language.

    ``body`` is HTML and is cleaned; ``topics`` are short names.
    :raises FieldErrors: the site has no such language or topic.
    """
    index = _index_in(language)
    item = NewsPage(
        title=title,
        slug=_slug(title, index),
        lead=lead,
        body=_blocks(body),
        live=False,
        has_unpublished_changes=True,
        locale=index.locale,
        owner=user,
    )
    item.topics.set(_topics(topics, index))
    index.add_child(instance=item)
    item.save_revision(user=user, log_action="wagtail.create")
    return item


def _index_in(language: str) -> NewsIndexPage:
    indexes = NewsIndexPage.objects.select_related("locale")
    found = indexes.filter(locale__language_code=language).first()
    if found is None or language not in current_tenant().languages:
        known = ", ".join(current_tenant().languages)
        text = _("This site has no news in “%(language)s”. Its languages are %(known)s.")
        raise FieldErrors(language=("unknown", text % {"language": language, "known": known}))
    return found


def _topics(slugs: Sequence[str], index: NewsIndexPage) -> list[Topic]:
    found = {topic.slug: topic for topic in Topic.objects.filter(locale=index.locale)}
    unknown: dict[str, tuple[str, Any]] = {
        f"topics__{place}": ("unknown", _("There is no topic “%s” in this language.") % slug)
        for place, slug in enumerate(slugs)
        if slug not in found
    }
    if unknown:
        raise FieldErrors(**unknown)
    return [found[slug] for slug in slugs]


def _blocks(html: str) -> list[tuple[str, Any]]:
    clean = clean_rich_text(html)
    return [("text", RichText(clean))] if plain_text(clean) else []


def _slug(title: str, index: NewsIndexPage) -> str:
    """Of the title, in ASCII; the feed's own address and those that are taken get a number."""
    slug = slugify(string_to_ascii(title))[:SLUG_LENGTH].strip("-") or "meldung"
    return free_slug(f"{slug}-2" if slug == FEED_SLUG else slug, index)
