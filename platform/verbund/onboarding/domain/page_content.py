"""From the blocks of a content file to the blocks of a page."""

from collections.abc import Callable, Iterable
from typing import Any

from wagtail.rich_text import RichText

from verbund.onboarding.content import Block, Link
from verbund.onboarding.demo_media import document_for, image_for
from verbund.onboarding.domain.links import page_at


def stream_of(blocks: Iterable[Block]) -> list[tuple[str, Any]]:
    """Values for a page's body, in the order of the file; headings of parts come before them."""
    stream: list[tuple[str, Any]] = []
    for block in blocks:
        title = getattr(block.value, "title", "")
        if title and block.type in TITLED:
            stream.append(("heading", {"text": title, "level": "2"}))
        stream.append((block.type, MAKERS[block.type](block.value)))
    return stream


def link_value(link: Link) -> dict[str, Any]:
    """The value of a link block for a content file's link: a page if there is one."""
    return link_to(link.label, link.target)


def link_to(label: str, target: str) -> dict[str, Any]:
    """As link_value; an address that is no page's (yet) stays as it is written."""
    page = page_at(target) if target.startswith("/") else None
    return {"title": label, "page": page, "url": "" if page else target}


def date_value(item: Any) -> dict[str, Any]:
    return {
        "start": item.start,
        "end": item.end,
        "title": item.title,
        "text": item.text,
        "place": item.place,
        "url": item.target,
    }


def _image(value: Any) -> dict[str, Any]:
    return {"image": image_for(value), "caption": value.caption}


def _gallery(value: Any) -> dict[str, Any]:
    return {"images": [image_for(one) for one in value.pictures], "caption": ""}


def _downloads(value: Any) -> dict[str, Any]:
    items = [{"document": document_for(one), "title": one.title} for one in value.documents]
    return {"items": items}


def _contact(value: Any) -> dict[str, Any]:
    return {
        "title": value.title,
        "name": value.name,
        "phone": value.phone,
        "mail": value.email,
        "hours": value.hours or value.text,
    }


def _call(value: Any) -> dict[str, Any]:
    return {"text": value.text or value.title, "link": link_value(value.link)}


def _accordion(value: Any) -> dict[str, Any]:
    items = [{"title": one.title, "content": RichText(one.html)} for one in value.items]
    return {"items": items}


def _teasers(value: Any) -> dict[str, Any]:
    pages = [page for one in value.items if (page := page_at(one.target))]
    return {"title": value.title, "pages": pages}


def _columns(value: Any) -> dict[str, Any]:
    return {
        "left": [("text", RichText(value.left))],
        "right": [("text", RichText(value.right))],
    }


TITLED = {"gallery", "downloads", "dates", "accordion"}
MAKERS: dict[str, Callable[[Any], Any]] = {
    "heading": lambda text: {"text": text, "level": "2"},
    "text": RichText,
    "quote": lambda value: {"text": value.text, "attribution": value.attribution},
    "image": _image,
    "gallery": _gallery,
    "downloads": _downloads,
    "dates": lambda value: {"items": [date_value(one) for one in value.items]},
    "contact": _contact,
    "call_to_action": _call,
    "accordion": _accordion,
    "teasers": _teasers,
    "two_columns": _columns,
}
