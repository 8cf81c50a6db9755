"""Templates by theme: the tenant's first, then those it inherits; cached apart for each theme."""

from collections.abc import Iterator
from typing import Any

from django.core.exceptions import SuspiciousFileOperation
from django.template import Origin, Template, TemplateDoesNotExist
from django.template.loaders.base import Loader as BaseLoader
from django.utils._os import safe_join

from verbund.theming.current import current_theme, themes_change
from verbund.theming.registry import Theme


class Loader(BaseLoader):
    """Serves `base.html`, `components/…` and the error pages from the themes' folders.

    The cache is keyed by the theme's name, so that a theme never shows another one's template.
    """

    def __init__(self, engine: Any) -> None:
        super().__init__(engine)
        self._cache: dict[tuple[str, str], Template | None] = {}

    def get_template_sources(self, template_name: str) -> Iterator[Origin]:
        yield from self._sources(current_theme(), template_name)

    def _sources(self, theme: Theme, template_name: str) -> Iterator[Origin]:
        for ancestor in theme.line:
            try:
                path = safe_join(ancestor.folder / "templates", template_name)
            except SuspiciousFileOperation:
                continue
            yield Origin(name=path, template_name=template_name, loader=self)

    def get_contents(self, origin: Origin) -> str:
        try:
            with open(origin.name, encoding=self.engine.file_charset) as file:
                return file.read()
        except FileNotFoundError:
            raise TemplateDoesNotExist(origin) from None

    def get_template(self, template_name: str, skip: list[Origin] | None = None) -> Template:
        if skip or themes_change():
            return super().get_template(template_name, skip)
        key = (current_theme().name, template_name)
        if key not in self._cache:
            self._cache[key] = self._load(template_name)
        template = self._cache[key]
        if template is None:
            raise TemplateDoesNotExist(template_name)
        return template

    def _load(self, template_name: str) -> Template | None:
        """The template, or None: that a theme lacks it is worth remembering too."""
        try:
            return super().get_template(template_name)
        except TemplateDoesNotExist:
            return None

    def reset(self) -> None:
        self._cache.clear()
