"""Makes and removes the demo's items through Wagtail, so that drafts and schedules are real."""

import datetime as dt
import uuid
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.utils import timezone
from django.utils.text import slugify
from wagtail.models import Locale, Page

from plugins.news.domain.beginnings import GERMAN, german_home, make_index, make_topics
from plugins.news.domain.demo_texts import NewsText, news_texts
from plugins.news.enums import Kind
from plugins.news.models import NewsPage, PressDownload, PressReleasePage, RelatedItem, Topic
from verbund.plugin import (
    Tenant,
    current_tenant,
    document_for,
    image_for,
    plain_text,
    stream_of,
)

# Keys of demo items are made from tenant and slug (version 5), those of editors are random (4).
_DEMO_VERSION = 5
_LETTERS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "ß": "ss"})


def load_items(tenant: Tenant, folder: Path, now: dt.datetime) -> None:
    """Makes what is missing; an item that is there keeps what editors made of it."""
    texts = news_texts(folder, timezone.localdate(now))
    spoken = [text for text in texts if text.language in tenant.languages]
    made = [text for text in spoken if _find(text.slug, text.language) is None]
    if made:
        make_topics()
    items = [(_make(text), text) for text in made]
    for item, text in items:
        _relate(item, text)
        _bring_into_state(item, text, now)


def unload_items(tenant: Tenant) -> None:
    """Removes demo items, translations that editors made of them too; lists and topics stay."""
    keys = NewsPage.objects.values_list("pk", "translation_key")
    for pk in [pk for pk, key in keys if key.version == _DEMO_VERSION]:
        NewsPage.objects.get(pk=pk).delete()


def _key(text: NewsText) -> uuid.UUID:
    return uuid.uuid5(current_tenant().uuid, text.translation_of or text.slug)


def _find(slug: str, language: str) -> NewsPage | None:
    found = NewsPage.objects.filter(slug=slug, locale__language_code=language)
    return next((item for item in found if item.translation_key.version == _DEMO_VERSION), None)


def _make(text: NewsText) -> NewsPage:
    """The item as a page that nobody has published yet."""
    model = PressReleasePage if text.front.kind == Kind.PRESS else NewsPage
    index = make_index(_home_in(text.language))
    item = model(
        title=text.title,
        slug=text.slug,
        live=False,
        locale=index.locale,
        translation_key=_key(text),
        lead=text.lead,
        author_line=text.front.author_line,
        pinned=text.front.pinned,
        in_network=text.front.network,
        search_description=text.lead[:250],
        image=image_for(text.picture) if text.picture else None,
    )
    blocks = list(text.blocks)
    if isinstance(item, PressReleasePage):
        item.embargo_until = text.embargo
        blocks = _take_press_parts(item, blocks)
    item.body = stream_of(blocks)
    index.add_child(instance=item)
    slugs = [_slug_of(name) for name in text.front.topics]
    item.topics.set(Topic.objects.filter(slug__in=slugs, locale=index.locale))
    return item


def _slug_of(name: str) -> str:
    """Files name topics in German; one that is no standard topic is made."""
    german = Topic.objects.filter(locale__language_code=GERMAN)
    topic = german.filter(name=name).first()
    if topic is None:
        locale = Locale.objects.get(language_code=GERMAN)
        topic = Topic.objects.create(
            name=name, slug=slugify(name.lower().translate(_LETTERS)), locale=locale
        )
    return topic.slug


def _take_press_parts(item: PressReleasePage, blocks: Iterable[Any]) -> list[Any]:
    """What has fields of its own in a press release: files, contact, and who "we" are."""
    rest: list[Any] = []
    for block in blocks:
        if block.type == "text" and rest and _is_about_us(rest[-1]):
            rest.pop()
            item.about_us = plain_text(block.value)
        elif block.type == "downloads":
            item.downloads = [
                PressDownload(document=document_for(file), title=file.title, sort_order=place)
                for place, file in enumerate(block.value.documents)
            ]
        elif block.type == "contact":
            item.contact_name = block.value.name
            item.contact_phone = block.value.phone
            item.contact_mail = block.value.email
            item.contact_hours = block.value.hours
        else:
            rest.append(block)
    return rest


def _is_about_us(block: Any) -> bool:
    return block.type == "heading" and block.value.startswith("Über ")


def _bring_into_state(item: NewsPage, text: NewsText, now: dt.datetime) -> None:
    """Draft, scheduled, public or expired, each as an editor would have brought it there."""
    state = text.state(now)
    if state == "draft":
        item.save_revision()
        return
    item.date = text.appears
    if state == "scheduled" and not isinstance(item, PressReleasePage):
        item.go_live_at = text.appears
    item.expire_at = text.expires
    item.save_revision().publish()
    if state != "scheduled":
        Page.objects.filter(pk=item.pk).update(
            first_published_at=text.appears, last_published_at=text.appears
        )
    if state == "expired":
        NewsPage.objects.get(pk=item.pk).specific.unpublish(set_expired=True)


def _relate(item: NewsPage, text: NewsText) -> None:
    others = [other for slug in text.front.related if (other := _find(slug, text.language))]
    item.related_items = [
        RelatedItem(item_id=other.pk, sort_order=place) for place, other in enumerate(others)
    ]


def _home_in(language: str) -> Page:
    """The home page of a language; made from the German one where there is none."""
    german, locale = german_home(), Locale.objects.get(language_code=language)
    home = german.get_translation_or_none(locale)
    if home is None:
        home = german.specific.copy_for_translation(locale)
        home.save_revision().publish()
    return home
