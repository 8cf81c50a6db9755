"""Public templates keep the policy: no inline style, no inline script, nothing from elsewhere."""

import re

import pytest

from .sources import short, templates

STYLE = re.compile(r"""\sstyle\s*=|<style\b""", re.IGNORECASE)
SCRIPT = re.compile(r"<script\b(?![^>]*\bsrc=)(?![^>]*application/(?:ld\+)?json)", re.IGNORECASE)
HANDLER = re.compile(r"\son[a-z]+\s*=\s*[\"']", re.IGNORECASE)
ELSEWHERE = re.compile(
    r"<(?:script|img|link|iframe|source|video)\b[^>]*(?:src|href)=[\"'](?:https?:)?//"
)
COMMENT = re.compile(r"{#.*?#}|{% comment.*?endcomment %}", re.DOTALL)


@pytest.mark.parametrize(
    "pattern", [STYLE, SCRIPT, HANDLER, ELSEWHERE], ids=["style", "script", "handler", "elsewhere"]
)
def test_public_templates_have_no(pattern: re.Pattern[str]) -> None:
    public = [path for path in templates() if "admin" not in path.stem and not is_apart(path.parts)]

    assert [short(path) for path in public if pattern.search(plain(path.read_text()))] == []


def is_apart(parts: tuple[str, ...]) -> bool:
    """Wagtail's admin brings inline scripts itself and has a policy of its own; a mail has none."""
    return any(part in {"wagtailadmin", "admin", "mailing"} for part in parts)


def plain(text: str) -> str:
    return COMMENT.sub("", text)
