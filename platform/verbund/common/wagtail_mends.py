"""Has Wagtail's rich text cleaned before it is stored, in every field and block of every app."""

from typing import Any

from wagtail.blocks import RichTextBlock
from wagtail.fields import RichTextField
from wagtail.rich_text import RichText

from verbund.common.richtext import clean_rich_text


def apply() -> None:
    """In the classes themselves: a plugin that uses Wagtail's own is covered too."""
    prepare = RichTextField.get_prep_value

    def get_prep_value(field: RichTextField, value: Any) -> Any:
        prepared = prepare(field, value)
        return clean_rich_text(prepared) if isinstance(prepared, str) else prepared

    RichTextField.get_prep_value = get_prep_value
    # From a form and from a stored revision: what a preview shows is clean as well.
    RichTextField.to_python = _field_to_python
    RichTextBlock.value_from_form = _block_from_form
    RichTextBlock.get_prep_value = _block_to_stored


def _field_to_python(field: RichTextField, value: Any) -> Any:
    return clean_rich_text(value) if isinstance(value, str) else value


def _block_from_form(block: RichTextBlock, value: Any) -> RichText:
    return RichText(clean_rich_text(value or ""))


def _block_to_stored(block: RichTextBlock, value: RichText) -> str:
    return clean_rich_text(value.source)
